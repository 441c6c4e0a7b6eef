/** First attempts that one chunk of the tape holds at the most; small enough to stay in the cache. */
export const TAPE_CAPACITY = 1024;

/**
 * First attempts of one replication in order of arrival, as a struct of arrays; filled chunk by chunk, so that
 * memory does not grow with the number of contacts. The same form whether generated or read from a log.
 */
export interface Tape {
  /** How many entries of the arrays count. */
  length: number;
  readonly contactType: Int32Array;
  /** Seconds from the start of the horizon, never decreasing. */
  readonly arrivedAt: Float64Array;
  /** Talk and hold, seconds, before any agent's handle-time factor. */
  readonly talk: Float64Array;
  /** After-contact work, seconds. */
  readonly wrapUp: Float64Array;
  /** Seconds; Infinity: waits for ever. */
  readonly patience: Float64Array;
}

/** Room for one chunk. */
export function makeTape(capacity: number = TAPE_CAPACITY): Tape {
  return {
    length: 0,
    contactType: new Int32Array(capacity),
    arrivedAt: new Float64Array(capacity),
    talk: new Float64Array(capacity),
    wrapUp: new Float64Array(capacity),
    patience: new Float64Array(capacity),
  };
}

/** Something that fills a tape, chunk after chunk, in order of arrival across its contact types. */
export interface TrafficSource {
  /** Begins a replication; seed and replication fix all its chance. */
  start(seed: string, replication: number): void;
  /** Overwrites the tape with the next chunk; its length is 0 when there are no more contacts. */
  fill(tape: Tape): void | Promise<void>;
  /** Frees what the source holds open (a file). */
  close(): void;
}
