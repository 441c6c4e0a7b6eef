import {identity, inverse, multiply, type Matrix, add, solve} from '../numeric/matrix.js';

/** A handle time of two exponential phases; rates per mean handle time. */
export interface TwoPhases {
  /** Chance to begin in the first phase; else it begins in the second. */
  readonly first: number;
  /** Rates of leaving each phase. */
  readonly rates: readonly [number, number];
  /** Chance that the second phase follows the first; the second ends the work. */
  readonly goesOn: number;
}

/** What the queue with such handle times gives. */
export interface TwoPhaseQueue {
  readonly waitProbability: number;
  /** In mean handle times. */
  readonly meanWait: number;
}

/** Steps of logarithmic reduction; each squares what is left. */
const MOST_STEPS = 60;

/**
 * M/PH/n exactly, by the matrix-geometric method: levels are contacts in the system, phases how many of the busy agents are in
 * the first phase. Takes (n + 1)³ steps a level: for some hundred agents.
 *
 * @param load Erlangs, below the agents
 * @see docs/explanation/methods.md#priorities-and-other-laws
 */
export function twoPhaseQueue(service: TwoPhases, load: number, agents: number): TwoPhaseQueue {
  const {up, local, down} = levelsOf(service, load, agents);
  // Levels at and above the agents are alike: R by logarithmic reduction (Latouche and Ramaswami).
  const size = agents + 1;
  const full = blocksAtFull(service, load, agents);
  const rate = rateMatrix(full, size);
  // Below, one level after the other is folded into the next: π(k) = π(k+1) × fold(k).
  const folds: Matrix[] = [];
  let closed = local[0];
  for (let k = 0; k < agents; k++) {
    const back = multiply(down[k], inverse(negated(closed)));
    folds.push(back);
    closed = add(local[k + 1], multiply(back, up[k]));
  }
  const last = add(closed, multiply(rate, full.down));
  const atFull = stationaryOf(last, size);
  let below = 0;
  let level: Matrix = [atFull];
  for (let k = agents - 1; k >= 0; k--) {
    level = multiply(level, folds[k]);
    below += level[0].reduce((sum, p) => sum + p, 0);
  }
  // Σ π R^k = π (I − R)⁻¹, and Σ k π R^k = π R (I − R)⁻².
  const spread = inverse(add(identity(size), negated(rate)));
  const busy = multiply([atFull], spread);
  const queued = multiply(multiply(busy, spread), rate);
  const busyMass = busy[0].reduce((sum, p) => sum + p, 0);
  const total = below + busyMass;
  const queueLength = queued[0].reduce((sum, p) => sum + p, 0) / total;
  return {waitProbability: busyMass / total, meanWait: queueLength / load};
}

interface Blocks {
  readonly up: Matrix;
  readonly local: Matrix;
  readonly down: Matrix;
}

/** What happens with `busy` agents busy, `i` of them in the first phase. */
function ratesAt({rates, goesOn}: TwoPhases, busy: number, i: number): {ends1: number; ends2: number; moves: number} {
  return {ends1: i * rates[0] * (1 - goesOn), ends2: (busy - i) * rates[1], moves: i * rates[0] * goesOn};
}

/** Blocks by level, for levels in which an agent may be free; `down[k]` leads from level k + 1. */
function levelsOf(service: TwoPhases, load: number, agents: number): {up: Matrix[]; local: Matrix[]; down: Matrix[]} {
  const up: Matrix[] = [];
  const local: Matrix[] = [];
  const down: Matrix[] = [];
  for (let k = 0; k <= agents; k++) {
    const here = zeros(k + 1, k + 1);
    const above = zeros(k + 1, k + 2);
    const below = zeros(k + 1, k);
    for (let i = 0; i <= k; i++) {
      const {ends1, ends2, moves} = ratesAt(service, k, i);
      here[i][i] = -(load + ends1 + ends2 + moves);
      if (i > 0) here[i][i - 1] += moves;
      above[i][i + 1] += load * service.first;
      above[i][i] += load * (1 - service.first);
      if (i > 0) below[i][i - 1] += ends1;
      if (i < k) below[i][i] += ends2;
    }
    local.push(here);
    if (k < agents) up.push(above);
    if (k > 0) down.push(below);
  }
  return {up, local, down};
}

/** Blocks of the levels in which all are busy and the next one waiting takes the place of who ends. */
function blocksAtFull(service: TwoPhases, load: number, agents: number): Blocks {
  const size = agents + 1;
  const up = zeros(size, size);
  const local = zeros(size, size);
  const down = zeros(size, size);
  for (let i = 0; i <= agents; i++) {
    const {ends1, ends2, moves} = ratesAt(service, agents, i);
    up[i][i] = load;
    local[i][i] = -(load + ends1 + ends2 + moves);
    if (i > 0) local[i][i - 1] += moves;
    if (i > 0) down[i][i - 1] += ends1 * (1 - service.first);
    down[i][i] += ends1 * service.first + ends2 * (1 - service.first);
    if (i < agents) down[i][i + 1] += ends2 * service.first;
  }
  return {up, local, down};
}

/** The matrix of visits one level up, from G, the phases in which a level is first left downwards. */
function rateMatrix({up, local, down}: Blocks, size: number): Matrix {
  const start = inverse(negated(local));
  let high = multiply(start, up);
  let low = multiply(start, down);
  let first = low;
  let path = high;
  for (let step = 0; step < MOST_STEPS; step++) {
    const loops = add(multiply(high, low), multiply(low, high));
    const leave = inverse(add(identity(size), negated(loops)));
    high = multiply(leave, multiply(high, high));
    low = multiply(leave, multiply(low, low));
    first = add(first, multiply(path, low));
    path = multiply(path, high);
    if (Math.max(...path.map(row => Math.max(...row))) < 1e-17) break;
  }
  return multiply(up, inverse(negated(add(local, multiply(up, first)))));
}

/** The row vector with π M = 0 and sum 1. */
function stationaryOf(matrix: Matrix, size: number): number[] {
  const equations = zeros(size, size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) equations[j][i] = j === size - 1 ? 1 : matrix[i][j];
  return solve(
    equations,
    Array.from({length: size}, (_, j) => [j === size - 1 ? 1 : 0]),
  ).map(row => row[0]);
}

const zeros = (rows: number, columns: number): number[][] =>
  Array.from({length: rows}, () => new Array<number>(columns).fill(0));

const negated = (matrix: Matrix): Matrix => matrix.map(row => row.map(value => -value));
