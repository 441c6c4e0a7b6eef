/** Looks at the data, at most; each spends an equal part of alpha. */
export const MOST_LOOKS = 5;

/**
 * After how many replications a gate looks: once, or with `untilDecided` at N, 2N, 4N, 8N and 16N.
 *
 * @param most replications that there are at the most (a stored baseline has no more); the last look is there
 * @example looksAt(100, {untilDecided: true, most: Infinity}) // [100, 200, 400, 800, 1600]
 */
export function looksAt(
  replications: number,
  {untilDecided, most}: {readonly untilDecided: boolean; readonly most: number},
): readonly number[] {
  const wanted = untilDecided
    ? Array.from({length: MOST_LOOKS}, (_, look) => replications * 2 ** look)
    : [replications];
  return [...new Set(wanted.map(count => Math.min(count, most)))];
}
