/**
 * How a recorded log reaches the traffic source: row after row, in chunks, from one pass over one file. The files
 * themselves are opened elsewhere (`replay/`), so that what merges and draws stays free of any disk.
 */

/** Which rows of one file are wanted. A scenario's replayed sources that name the same file share one request. */
export interface ReplayRequest {
  /** Absolute path of the CSV file. */
  readonly file: string;
  /** Column separator; null: found out. */
  readonly delimiter: string | null;
  readonly decimalComma: boolean;
  readonly wanted: readonly ReplayedType[];
}

/** One name in the log's `contact-type` column, and the contact type that it stands for. */
export interface ReplayedType {
  readonly logName: string;
  /** Index into the scenario's contact types. */
  readonly contactType: number;
  /** Recorded columns to use; of the others NaN is yielded. */
  readonly use: readonly ('handle-time' | 'patience' | 'wrap-up')[];
}

/**
 * Rows as recorded, a struct of arrays. NaN means: not recorded or not to be used, draw it from the contact type.
 * The traffic source makes of it:
 *
 * | recorded | talk | wrap-up |
 * | --- | --- | --- |
 * | handle-time and wrap-up | handle − wrapUp | as recorded |
 * | handle-time alone | handle | drawn where the type declares a wrap-up, else 0 |
 * | wrap-up alone | drawn | as recorded |
 * | neither | drawn | drawn where declared, else 0 |
 *
 * So a log whose handle times contain the wrap-up, without a column for it, is replayed with a contact type that
 * declares none.
 */
export interface ReplayChunk {
  /** How many entries of the arrays count. */
  length: number;
  /** Index into the scenario's contact types. */
  readonly contactType: Int32Array;
  /** Seconds from the start of the horizon, never decreasing; the reader refuses a file out of order (with the line). */
  readonly arrivedAt: Float64Array;
  /** Talk, hold and wrap-up, seconds ≥ 0, or NaN. */
  readonly handle: Float64Array;
  /** After-contact work, seconds ≥ 0 and at most `handle` where that is recorded, or NaN. */
  readonly wrapUp: Float64Array;
  /** Seconds ≥ 0, Infinity allowed, or NaN. */
  readonly patience: Float64Array;
}

/** One pass over one log. */
export interface ReplayReader {
  /** Overwrites the chunk with the next rows inside the horizon, as they were recorded (jitter is the traffic source's); its length is 0 when there are none left. */
  read(chunk: ReplayChunk): Promise<void>;
  /** Closes the file; may be called at any time, also twice. */
  close(): void;
}

/** Opens one log for one pass. It knows the scenario's clock, with which times become seconds. */
export type OpenReplay = (request: ReplayRequest) => ReplayReader;

/** Room for so many rows. */
export function makeReplayChunk(capacity: number): ReplayChunk {
  return {
    length: 0,
    contactType: new Int32Array(capacity),
    arrivedAt: new Float64Array(capacity),
    handle: new Float64Array(capacity),
    wrapUp: new Float64Array(capacity),
    patience: new Float64Array(capacity),
  };
}
