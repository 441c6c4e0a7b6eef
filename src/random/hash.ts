import {stateFor} from './stream.js';

const TWO_POW_32 = 2 ** 32;
const TWO_POW_MINUS_32 = 2 ** -32;
const TWO_POW_MINUS_52 = 2 ** -52;
const OFFSET = 0.5 + 2 ** -53;

/** Rounds of Philox: 7 pass BigCrush, which is what a simulation asks for. */
const ROUNDS = 7;

/** Chance without a sequence: the same key gives the same uniform, in whatever order it is asked for. */
export class HashChance {
  private key0 = 0;
  private key1 = 0;
  private readonly out = new Int32Array(4);

  /** Becomes the chance of that name: see makeHash. */
  begin(seed: string, replication: number, name: string, purpose = 'later legs'): void {
    const [key0, key1] = stateFor(seed, replication, name, purpose);
    this.key0 = key0;
    this.key1 = key1;
  }

  /**
   * Uniform in (0, 1), never 0 and never 1, on the same grid as a stream's.
   *
   * @param contact number of the contact, 0 to 2⁵³ − 1
   * @param leg     number of the leg, 0 to 2³² − 1
   * @param purpose what is drawn, 0 to 2³² − 1
   */
  uniform(contact: number, leg: number, purpose: number): number {
    const {key0, key1, out} = this;
    philox4x32(contact | 0, (contact / TWO_POW_32) | 0, leg | 0, purpose | 0, key0, key1, ROUNDS, out);
    return out[0]! * TWO_POW_MINUS_32 + OFFSET + (out[1]! >>> 12) * TWO_POW_MINUS_52;
  }
}

/**
 * Chance for what later legs of contacts need. It never touches the streams of first attempts, so the k-th leg of a
 * contact brings the same under any policy.
 *
 * @param name whose chance: a contact type's `stream`
 * @see Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC 2011): Philox 4x32
 * @example makeHash('7', 0, 'billing-fr-voice').uniform(1234, 1, 3)
 */
export function makeHash(seed: string, replication: number, name: string): HashChance {
  const chance = new HashChance();
  chance.begin(seed, replication, name);
  return chance;
}

/** The block function: four 32-bit integers of counter and two of key become four random ones, in `out`. */
export function philox4x32(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key0: number,
  key1: number,
  rounds: number,
  out: Int32Array,
): void {
  for (let round = 0; round < rounds; round++) {
    const high0 = multiplyHigh(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0);
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ key0;
    c1 = low1;
    c2 = high0 ^ c3 ^ key1;
    c3 = low0;
    key0 = (key0 + 0x9e3779b9) | 0;
    key1 = (key1 + 0xbb67ae85) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** The upper 32 bits of the product of two unsigned integers of 32 bits, by halves. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + (Math.imul(aLow, bLow) >>> 16);
  const carry = aLow * bHigh + (middle % 65536);
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(carry / 65536)) | 0;
}
