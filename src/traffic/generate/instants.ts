import {makeBlock} from '../../random/block.js';
import {fillExponential} from '../../random/exponential.js';
import type {Stream} from '../../random/stream.js';

/** Rates of one replication: so many contacts expected over [start, end), at a constant rate. */
export interface Rates {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly expected: Float64Array;
}

const NO_RATES: Rates = {starts: new Float64Array(), ends: new Float64Array(), expected: new Float64Array()};

/** How the instants of a source follow one another. */
export interface Walk {
  /** Begins at the first segment of these rates. */
  start(rates: Rates): void;
  /** Replaces a block of unit-exponential steps by the instants to which they lead; Infinity after the last. */
  take(steps: Float64Array): void;
}

/** Instants at which the contacts of one source arrive, one after the other. */
export class Instants {
  private readonly block = makeBlock();
  private readonly times = this.block.values;
  private taken = this.times.length;

  constructor(
    private readonly stream: Stream,
    private readonly walk: Walk,
  ) {}

  /** Begins a replication: its rates, and its steps from the start of the stream, which has become another one. */
  start(rates: Rates): void {
    this.walk.start(rates);
    this.taken = this.times.length;
  }

  /** The next one, seconds from the start of the horizon, never decreasing; Infinity when there are no more. */
  next(): number {
    if (this.taken === this.times.length) this.refill();
    return this.times[this.taken++]!;
  }

  /**
   * Writes the next ones to column[from], … as far as the column goes, and says where it stopped: before its end only
   * when there are no more.
   */
  fill(column: Float64Array, from: number): number {
    while (from < column.length) {
      if (this.taken === this.times.length) this.refill();
      const part = this.times.subarray(this.taken, this.taken + column.length - from);
      column.set(part, from);
      const isLast = part[part.length - 1] === Number.POSITIVE_INFINITY;
      const count = isLast ? part.indexOf(Number.POSITIVE_INFINITY) : part.length;
      this.taken += count;
      from += count;
      if (isLast) return from;
    }
    return from;
  }

  private refill(): void {
    this.stream.fill(this.times);
    fillExponential(this.block, 1);
    this.walk.take(this.times);
    this.taken = 0;
  }
}

/**
 * Inhomogeneous Poisson arrivals by inversion of the cumulative rate: unit-exponential steps along the number of
 * contacts expected so far, read back as time. One uniform a contact; a step that passes a border goes on in the next
 * segment with what is left of it, so each segment's rate is exact.
 */
export class PoissonWalk implements Walk {
  private rates: Rates = NO_RATES;
  private segment = 0;
  /** Contacts expected since the start of the segment, at the last arrival. */
  private passed = 0;

  start(rates: Rates): void {
    this.rates = rates;
    this.segment = 0;
    this.passed = 0;
  }

  take(steps: Float64Array): void {
    const {starts, ends, expected} = this.rates;
    const length = steps.length;
    let {segment, passed} = this;
    let i = 0;
    while (i < length && segment < starts.length) {
      const start = starts[segment]!;
      const last = lastInstantBefore(ends[segment]!);
      const room = expected[segment]!;
      const secondsPerContact = (ends[segment]! - start) / room;
      while (i < length) {
        const next = passed + steps[i]!;
        if (next >= room) {
          steps[i] = next - room;
          passed = 0;
          segment++;
          break;
        }
        passed = next;
        steps[i++] = Math.min(start + passed * secondsPerContact, last);
      }
    }
    this.passed = passed;
    this.segment = segment;
    if (segment >= starts.length) steps.fill(Number.POSITIVE_INFINITY, i);
  }
}

/**
 * A given number of contacts in each segment, at independent uniform instants: the next of n that are left lies where a
 * share u^(1/n) of the rest of the segment is still to come. So they come out sorted with one uniform each.
 * What is expected is rounded to whole contacts, with the remainders carried on (see wholeCounts).
 */
export class ExactWalk implements Walk {
  private ends: Float64Array = NO_RATES.ends;
  private starts: Float64Array = NO_RATES.starts;
  private counts: Float64Array = NO_RATES.expected;
  private segment = -1;
  private left = 0;
  /** Seconds of the segment still to come. */
  private rest = 0;

  start({starts, ends, expected}: Rates): void {
    this.starts = starts;
    this.ends = ends;
    this.counts = wholeCounts(expected);
    this.segment = -1;
    this.left = 0;
    this.rest = 0;
  }

  take(steps: Float64Array): void {
    const {starts, ends, counts} = this;
    for (let i = 0; i < steps.length; i++) {
      while (this.left === 0 && this.segment + 1 < counts.length) {
        this.segment++;
        this.rest = ends[this.segment]! - starts[this.segment]!;
        this.left = counts[this.segment]!;
      }
      if (this.left === 0) {
        steps.fill(Number.POSITIVE_INFINITY, i);
        return;
      }
      this.rest *= Math.exp(-steps[i]! / this.left--);
      steps[i] = Math.min(ends[this.segment]! - this.rest, lastInstantBefore(ends[this.segment]!));
    }
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
  return expected.map(value => {
    sum += value;
    // Sums such as 0.1 × 10 fall short of their whole by rounding.
    const count = Math.floor(sum + 0.5 + 1e-9) - given;
    given += count;
    return count;
  });
}

/** The largest double below the end of a segment, which itself belongs to the next one. */
function lastInstantBefore(end: number): number {
  return end * (1 - 2 ** -53);
}
