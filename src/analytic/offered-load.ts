import {checked} from './check.js';

/** A rate that is constant in each of several intervals of one length. */
export interface RateProfile {
  /** Contacts a second, by interval. */
  readonly arrivalRates: readonly number[];
  readonly intervalSeconds: number;
  /** Mean handle time, seconds. */
  readonly aht: number;
}

/** Busy agents if nobody ever waited, by interval. */
export interface OfferedLoad {
  readonly mean: readonly number[];
  readonly atEnd: readonly number[];
}

/**
 * The load that a changing rate brings, later and flatter than the rate: what would be busy with endless agents
 * (M_t/M/∞, or with constant handle times M_t/D/∞), from an empty center.
 *
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#a-day-that-changes
 * @example offeredLoad({arrivalRates: [0.1, 0.2], intervalSeconds: 1800, aht: 180}).mean // [16.2, 34.2]
 */
export function offeredLoad({
  arrivalRates,
  intervalSeconds,
  aht,
  handleTime = 'exponential',
}: RateProfile & {readonly handleTime?: 'exponential' | 'constant'}): OfferedLoad {
  checked('aht', aht, Number.MIN_VALUE);
  const length = checked('intervalSeconds', intervalSeconds, Number.MIN_VALUE) / aht;
  const loads = arrivalRates.map(rate => checked('arrivalRates', rate, 0) * aht);
  return handleTime === 'exponential' ? exponentialLoad(loads, length) : constantLoad(loads, length);
}

function exponentialLoad(loads: readonly number[], length: number): OfferedLoad {
  const kept = Math.exp(-length);
  const gone = -Math.expm1(-length);
  const mean: number[] = [];
  const atEnd: number[] = [];
  let before = 0;
  for (const load of loads) {
    mean.push(load + ((before - load) * gone) / length);
    before = load + (before - load) * kept;
    atEnd.push(before);
  }
  return {mean, atEnd};
}

/** Constant handle times: what came in the last handle time, and nothing else, is being served. */
function constantLoad(loads: readonly number[], length: number): OfferedLoad {
  /** ∫ rate up to t, in handle times. */
  const come = (t: number): number => {
    const whole = Math.min(loads.length, Math.max(0, Math.floor(t / length)));
    const full = loads.slice(0, whole).reduce((sum, load) => sum + load * length, 0);
    return whole < loads.length && t > 0 ? full + loads[whole] * (t - whole * length) : full;
  };
  /** ∫ come up to t. */
  const area = (t: number): number => {
    let sum = 0;
    for (let i = 0; i < loads.length && i * length < t; i++) {
      const width = Math.min(length, t - i * length);
      sum += come(i * length) * width + (loads[i] * width * width) / 2;
    }
    return sum;
  };
  const ends = loads.map((_, i) => (i + 1) * length);
  return {
    atEnd: ends.map(t => come(t) - come(t - 1)),
    mean: ends.map(t => (area(t) - area(t - length) - (area(t - 1) - area(t - length - 1))) / length),
  };
}

/** A rate that swings around a mean: mean + amplitude × sin(2π t / period). */
export interface Sinusoid {
  /** Contacts a second. */
  readonly mean: number;
  /** Contacts a second. */
  readonly amplitude: number;
  /** Seconds. */
  readonly period: number;
  /** Mean handle time, seconds. */
  readonly aht: number;
  /** Seconds; 0 where the rate rises through its mean. */
  readonly time: number;
}

/**
 * The load of a rate that has swung for ever: it follows later, by arctan(γ)/γ handle times where γ = 2π × aht / period,
 * and swings less, by 1/√(1 + γ²), under exponential handle times.
 *
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#a-day-that-changes
 * @example sinusoidalLoad({mean: 100, amplitude: 20, period: 24, aht: 1, time: 6}) // 118.7
 */
export function sinusoidalLoad(
  {mean, amplitude, period, aht, time}: Sinusoid,
  handleTime: 'exponential' | 'constant' = 'exponential',
): number {
  checked('aht', aht, Number.MIN_VALUE);
  checked('period', period, Number.MIN_VALUE);
  const speed = (2 * Math.PI * aht) / period;
  const angle = (2 * Math.PI * time) / period;
  const swing =
    handleTime === 'exponential'
      ? (Math.sin(angle) - speed * Math.cos(angle)) / (1 + speed * speed)
      : (2 * Math.sin(speed / 2) * Math.sin(angle - speed / 2)) / speed;
  return (mean + amplitude * swing) * aht;
}
