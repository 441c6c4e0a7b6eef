import alea from 'seedrandom/lib/alea.js';

const TWO_POW_MINUS_32 = 2 ** -32;
const TWO_POW_MINUS_52 = 2 ** -52;
/** ½ centres a signed 32-bit fraction, 2⁻⁵³ centres the cell of the grid. */
const OFFSET = 0.5 + 2 ** -53;
const WARM_UP_DRAWS = 12;

/**
 * A named stream of chance: sfc32, with four 32-bit integers of state.
 *
 * Uniforms are (k + ½) / 2⁵² with k of 52 bits: the finest grid that is symmetric around ½ and exact in a double, so
 * that 0 and 1 never come, nothing drawn by inversion is ever infinite, and 1 − u loses no digit.
 *
 * @see Chris Doty-Humphrey, PractRand, generator sfc32
 */
export class Stream {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  /** Any four integers of 32 bits; equal states give equal streams. */
  constructor(a: number, b: number, c: number) {
    this.restart(a, b, c);
  }

  /** Becomes the stream of another state. */
  restart(a: number, b: number, c: number): void {
    this.a = a | 0;
    this.b = b | 0;
    this.c = c | 0;
    this.counter = 1;
    for (let i = 0; i < WARM_UP_DRAWS; i++) this.nextInt32();
  }

  /** Becomes the stream of that name: see makeStream. */
  begin(seed: string, replication: number, name: string, purpose: string): void {
    const [a, b, c] = stateFor(seed, replication, name, purpose);
    this.restart(a, b, c);
  }

  /** 32 random bits as a signed integer. */
  nextInt32(): number {
    const result = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + result) | 0;
    return result;
  }

  /** Uniform in (0, 1), never 0 and never 1. */
  next(): number {
    const high = this.nextInt32();
    return high * TWO_POW_MINUS_32 + OFFSET + (this.nextInt32() >>> 12) * TWO_POW_MINUS_52;
  }

  /** A whole number from 0 to bound − 1, each as likely to within 2⁻³²; bound at most 2³². */
  nextBelow(bound: number): number {
    return Math.floor((this.nextInt32() >>> 0) * TWO_POW_MINUS_32 * bound);
  }

  /** Overwrites the buffer with uniforms, the same that as many calls of `next` would have given. */
  fill(buffer: Float64Array): void {
    // "| 0" tells the compiler that the loop runs on integers
    let a = this.a | 0;
    let b = this.b | 0;
    let c = this.c | 0;
    let counter = this.counter | 0;
    const length = buffer.length;
    for (let i = 0; i < length; i++) {
      const high = (((a + b) | 0) + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + high) | 0;
      counter = (counter + 1) | 0;
      const low = (((a + b) | 0) + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + low) | 0;
      counter = (counter + 1) | 0;
      buffer[i] = high * TWO_POW_MINUS_32 + OFFSET + (low >>> 12) * TWO_POW_MINUS_52;
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.counter = counter;
  }
}

/**
 * The stream of one kind of chance in one replication. Adding or leaving out a stream moves no other; that two
 * streams are independent is as sure as the hash of their names is good.
 *
 * @param seed        the run's seed
 * @param replication its number, from 0
 * @param name        whose chance: a contact type's `stream`, or a policy
 * @param purpose     what is drawn: `arrivals`, `talk`, `patience`
 * @example makeStream('7', 0, 'billing-fr-voice', 'patience').next()
 */
export function makeStream(seed: string, replication: number, name: string, purpose: string): Stream {
  const stream = new Stream(0, 0, 0);
  stream.begin(seed, replication, name, purpose);
  return stream;
}

/** Four hashed integers for one name; JSON keeps ('a', 'b c') and ('a b', 'c') apart. */
export function stateFor(...name: readonly (string | number)[]): readonly [number, number, number, number] {
  const draw = alea(JSON.stringify(name));
  return [draw.int32(), draw.int32(), draw.int32(), draw.int32()];
}
