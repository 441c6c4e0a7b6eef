import {fillUnitExponential} from '../../random/unit-exponential.js';
import type {Stream} from '../../random/stream.js';

const BLOCK = 256;

/** Rates of one replication: so many contacts expected over [start, end), at a constant rate. */
export interface Rates {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly expected: Float64Array;
}

/** Instants at which contacts arrive, one after the other. */
export interface Instants {
  /** The next one, seconds from the start of the horizon, never decreasing; Infinity when there are no more. */
  next(): number;
}

/**
 * Inhomogeneous Poisson arrivals by inversion of the cumulative rate: unit-exponential steps along the number of
 * contacts expected so far, read back as time. One uniform a contact; a step that passes a border goes on in the next
 * segment with what is left of it, so each segment's rate is exact.
 */
export class PoissonInstants implements Instants {
  private readonly steps: UnitExponentials;
  private readonly rates: Rates;
  private segment = -1;
  private start = 0;
  private end = 0;
  private expected = 0;
  private secondsPerContact = 0;
  /** Contacts expected since the start of the segment, at the last arrival. */
  private passed = 0;

  constructor(stream: Stream, rates: Rates) {
    this.steps = new UnitExponentials(stream);
    this.rates = rates;
  }

  next(): number {
    let passed = this.passed + this.steps.next();
    while (passed >= this.expected) {
      passed -= this.expected;
      if (!this.enterNext()) return Number.POSITIVE_INFINITY;
    }
    this.passed = passed;
    return Math.min(this.start + passed * this.secondsPerContact, this.end);
  }

  private enterNext(): boolean {
    const {starts, ends, expected} = this.rates;
    if (this.segment + 1 >= starts.length) {
      this.passed = 0;
      this.expected = 0;
      return false;
    }
    const segment = ++this.segment;
    this.start = starts[segment]!;
    this.end = lastInstantBefore(ends[segment]!);
    this.expected = expected[segment]!;
    this.secondsPerContact = this.expected > 0 ? (ends[segment]! - this.start) / this.expected : 0;
    return true;
  }
}

/**
 * A given number of contacts in each segment, at independent uniform instants: the next of n that are left lies where a
 * share u^(1/n) of the rest of the segment is still to come. So they come out sorted with one uniform each.
 */
export class ExactInstants implements Instants {
  private readonly steps: UnitExponentials;
  private readonly rates: Rates;
  private readonly counts: Float64Array;
  private segment = -1;
  private end = 0;
  private last = 0;
  private left = 0;
  /** Seconds of the segment still to come. */
  private rest = 0;

  /** @param rates what is expected is rounded to whole contacts, with the remainders carried on (see wholeCounts) */
  constructor(stream: Stream, rates: Rates) {
    this.steps = new UnitExponentials(stream);
    this.rates = rates;
    this.counts = wholeCounts(rates.expected);
  }

  next(): number {
    while (this.left === 0) {
      if (this.segment + 1 >= this.counts.length) return Number.POSITIVE_INFINITY;
      const segment = ++this.segment;
      this.end = this.rates.ends[segment]!;
      this.last = lastInstantBefore(this.end);
      this.rest = this.end - this.rates.starts[segment]!;
      this.left = this.counts[segment]!;
    }
    this.rest *= Math.exp(-this.steps.next() / this.left--);
    return Math.min(this.end - this.rest, this.last);
  }
}

/**
 * Whole numbers of contacts for fractional expectations: each running total is the rounded running expectation, so no
 * total is ever off by more than half a contact, and a whole day's volume stays whole.
 *
 * @example wholeCounts(Float64Array.of(0.5, 0.5, 1.5, 1.5)) // 1, 0, 2, 1
 */
export function wholeCounts(expected: Float64Array): Float64Array {
  let sum = 0;
  let given = 0;
  return expected.map((value) => {
    sum += value;
    // Sums such as 0.1 × 10 fall short of their whole by rounding.
    const count = Math.floor(sum + 0.5 + 1e-9) - given;
    given += count;
    return count;
  });
}

/** Exponential values of mean 1, one uniform each. */
class UnitExponentials {
  private readonly block = new Float64Array(BLOCK);
  private readonly stream: Stream;
  private taken = BLOCK;

  constructor(stream: Stream) {
    this.stream = stream;
  }

  next(): number {
    if (this.taken === BLOCK) {
      this.stream.fill(this.block);
      fillUnitExponential(this.block);
      this.taken = 0;
    }
    return this.block[this.taken++]!;
  }
}

/** The largest double below the end of a segment, which itself belongs to the next one. */
function lastInstantBefore(end: number): number {
  return end * (1 - 2 ** -53);
}
