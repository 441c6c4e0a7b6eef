/** Consecutive replications, done as one task and merged as one piece. */
export interface BlockTask {
  readonly first: number;
  readonly replications: number;
}

/** Contacts that make a task worth handing over: some 20 to 60 ms. */
const CONTACTS_A_BLOCK = 100_000;
/** At least so many blocks, so that eight workers end at nearly the same time. */
const LEAST_BLOCKS = 16;

/**
 * Cuts the replications of a run into blocks. It looks only at the scenario and never at the clock or the number of
 * workers, because results are merged block by block and must come out the same to the last byte.
 *
 * @param replications how many are asked for
 * @param contacts expected in one replication
 * @param from number of the first replication
 * @example blocksOf(4, 1e6) // [{first: 0, replications: 1}, {first: 1, replications: 1}, …]
 */
export function blocksOf(replications: number, contacts: number, from = 0): readonly BlockTask[] {
  const worthwhile = Math.round(CONTACTS_A_BLOCK / Math.max(1, contacts));
  const size = Math.max(1, Math.min(worthwhile, Math.ceil(replications / LEAST_BLOCKS)));
  return Array.from({length: Math.ceil(replications / size)}, (_, index) => {
    const first = index * size;
    return {first: from + first, replications: Math.min(size, replications - first)};
  });
}
