/** The birth-death process of one queue; the unit of time is a mean handle time. */
export interface BirthDeath {
  /** Contacts per mean handle time. */
  readonly load: number;
  readonly agents: number;
  /** Mean handle time ÷ mean patience. */
  readonly theta: number;
  /** Mean handle times. */
  readonly duration: number;
}

/** Probabilities by number of contacts, when the time is over and averaged over it. */
export interface Evolved {
  readonly end: Float64Array;
  readonly mean: Float64Array;
}

/** Less likely states at the ends are left out. */
const NEGLIGIBLE = 1e-25;

/** Jumps in one round; e^(−jumps) must be a double with all its digits. */
const MOST_JUMPS = 500;

/** Jumps aimed at: many, for each round has a tail to finish. */
const JUMPS = 200;

/**
 * Runs a birth-death process on from a distribution, by uniformization: as many jumps as a Poisson variable says, of a chain
 * that jumps at one rate in all states. All terms are positive.
 *
 * @see docs/explanation/methods.md#a-day-that-changes
 */
export function evolve(start: Float64Array, process: BirthDeath): Evolved {
  const total: number[] = [];
  let state = trimmed(start);
  for (let left = process.duration; left > 0;) {
    const {top, rate, time} = roundOf(process, state.length - 1, left);
    const {end, integral} = round(state, process, top, rate, time);
    for (let j = 0; j < integral.length; j++) total[j] = (total[j] ?? 0) + integral[j];
    state = trimmed(end);
    left = time >= left ? 0 : left - time;
  }
  return {end: state, mean: Float64Array.from(total, value => value / process.duration)};
}

/** How long a round may be, up to which state it may come, and at which rate it jumps. */
function roundOf(process: BirthDeath, highest: number, left: number): {top: number; rate: number; time: number} {
  const {load, agents, theta} = process;
  const exit = (j: number): number => load + Math.min(j, agents) + Math.max(0, j - agents) * theta;
  let time = Math.min(left, JUMPS / exit(Math.max(highest, agents)));
  for (;;) {
    const births = load * time;
    const top = highest + Math.ceil(births + 10.5 * Math.sqrt(births) + 20);
    const rate = exit(Math.max(top, agents));
    if (rate * time <= MOST_JUMPS) return {top, rate, time};
    time /= 2;
  }
}

function round(
  start: Float64Array,
  {load, agents, theta}: BirthDeath,
  top: number,
  rate: number,
  time: number,
): {end: Float64Array; integral: Float64Array} {
  const {weights, tails} = poissonWeights(rate * time);
  const end = new Float64Array(top + 1);
  const integral = new Float64Array(top + 1);
  const state = new Float64Array(top + 1);
  state.set(start);
  const up = load / rate;
  const down = new Float64Array(top + 2);
  for (let j = 0; j <= top; j++) down[j] = (Math.min(j, agents) + Math.max(0, j - agents) * theta) / rate;
  let low = 0;
  let high = start.length - 1;
  for (let jump = 0; ; jump++) {
    const weight = weights[jump];
    const tail = tails[jump] / rate;
    for (let j = low; j <= high; j++) {
      end[j] += weight * state[j];
      integral[j] += tail * state[j];
    }
    if (jump === weights.length - 1) return {end, integral};
    if (high < top) high++;
    if (low > 0) low--;
    let before = 0;
    for (let j = low; j <= high; j++) {
      const here = state[j];
      const leave = j === top ? down[j] : up + down[j];
      const after = j === high ? 0 : state[j + 1] * down[j + 1];
      state[j] = here * (1 - leave) + before * up + after;
      before = here;
    }
    while (high > low && state[high] < NEGLIGIBLE) state[high--] = 0;
    while (low < high && state[low] < NEGLIGIBLE) state[low++] = 0;
  }
}

/** P(K = k) and P(K > k) of a Poisson variable, as far as they count. */
function poissonWeights(mean: number): {weights: Float64Array; tails: Float64Array} {
  const count = Math.ceil(mean + 10.5 * Math.sqrt(mean) + 20);
  const weights = new Float64Array(count);
  const tails = new Float64Array(count);
  weights[0] = Math.exp(-mean);
  for (let k = 1; k < count; k++) weights[k] = (weights[k - 1] * mean) / k;
  for (let k = count - 1; k > 0; k--) tails[k - 1] = tails[k] + weights[k];
  return {weights, tails};
}

/** Without the unlikely states at the top. */
function trimmed(state: Float64Array): Float64Array {
  let length = state.length;
  while (length > 1 && state[length - 1] < NEGLIGIBLE) length--;
  return state.slice(0, length);
}
