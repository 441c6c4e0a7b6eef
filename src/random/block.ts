/** Numbers drawn at once: one call through the table of distributions serves so many draws. */
const BLOCK_LENGTH = 256;

/** A block of numbers with a second view of the same memory: a double's high word tells its sign and its magnitude. */
export interface Block {
  readonly values: Float64Array;
  readonly words: Int32Array;
}

export function makeBlock(length: number = BLOCK_LENGTH): Block {
  const values = new Float64Array(length);
  return {values, words: new Int32Array(values.buffer)};
}

/** Which of a double's two words is the high one on this machine. */
export const HIGH_WORD = new Int32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1;
