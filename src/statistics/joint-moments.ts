/** How many variables a column has, and up to which order their moments are kept. */
export interface JointShape {
  readonly variables: number;
  readonly order: 2 | 3;
}

/**
 * Sums and central moments up to order 3 of several variables that are observed together, for many columns at once, in
 * memory that does not depend on how many observations there are: what the interval of any linear combination of the
 * variables needs, also when its weights are known only at the end.
 *
 * A column's numbers are the sums of its variables, the moments of order 2 (aa, ab, …, bb, …) and, where asked for, those
 * of order 3 (aaa, aab, …). Observations are added relative to the first one, so that nothing cancels, and blocks are merged by the
 * pairwise formulas: the same order of merging gives the same bytes.
 */
export class JointMoments {
  private count = 0;
  private readonly sums: Float64Array;
  private readonly pivots: Float64Array;
  private readonly distances: Float64Array;

  constructor(
    columns: number,
    private readonly shape: JointShape,
  ) {
    this.sums = new Float64Array(columns * jointStride(shape));
    this.pivots = new Float64Array(columns * shape.variables);
    this.distances = new Float64Array(shape.variables);
  }

  /** Adds one observation; `values` has the variables of each column, one column after the other. */
  add(values: Float64Array): void {
    if (this.count === 0) this.pivots.set(values);
    this.count++;
    const {sums, pivots, distances, shape} = this;
    const {variables, order} = shape;
    const stride = jointStride(shape);
    const addProducts = order === 3 ? addTriples : addPairs;
    for (let from = 0, at = 0; at < sums.length; from += variables, at += stride) {
      let moved = false;
      for (let variable = 0; variable < variables; variable++) {
        const value = values[from + variable];
        if (value !== 0) sums[at + variable] += value;
        const distance = value - pivots[from + variable];
        distances[variable] = distance;
        if (distance !== 0) moved = true;
      }
      if (moved) addProducts(sums, at + variables, distances, variables);
    }
  }

  /** The central moments of what was added, in one array that can travel; nothing may be added afterwards. */
  take(): Float64Array {
    centre(this.sums, this.pivots, this.count, this.shape);
    return this.sums;
  }
}

/** Numbers kept of a column. */
export function jointStride({variables, order}: JointShape): number {
  const pairs = pairsOf(variables);
  return variables + pairs + (order === 3 ? (pairs * (variables + 2)) / 3 : 0);
}

const pairsOf = (variables: number): number => (variables * (variables + 1)) / 2;

/** Place of the moment ab among those of order 2, a ≤ b. */
const pairAt = (variables: number, a: number, b: number): number => a * variables - (a * (a - 1)) / 2 + b - a;

/** Adds the products of two distances. */
function addPairs(sums: Float64Array, at: number, distances: Float64Array, variables: number): void {
  let place = at;
  for (let a = 0; a < variables; a++) for (let b = a; b < variables; b++) sums[place++] += distances[a] * distances[b];
}

/** Adds the products of two and of three distances; what is zero is skipped. */
function addTriples(sums: Float64Array, at: number, distances: Float64Array, variables: number): void {
  let second = at;
  let third = at + pairsOf(variables);
  for (let a = 0; a < variables; a++) {
    const left = variables - a;
    const distance = distances[a];
    if (distance === 0) {
      second += left;
      third += pairsOf(left);
      continue;
    }
    for (let b = a; b < variables; b++) {
      const product = distance * distances[b];
      if (product === 0) {
        second++;
        third += variables - b;
        continue;
      }
      sums[second++] += product;
      for (let c = b; c < variables; c++) sums[third++] += product * distances[c];
    }
  }
}

/** Turns raw moments about the pivots into central moments, in place. */
function centre(sums: Float64Array, pivots: Float64Array, count: number, shape: JointShape): void {
  const {variables, order} = shape;
  const stride = jointStride(shape);
  const shift = new Float64Array(variables);
  for (let column = 0, at = 0; at < sums.length; column++, at += stride) {
    const seconds = at + variables;
    const pair = (a: number, b: number): number => seconds + pairAt(variables, a, b);
    for (let a = 0; a < variables; a++) shift[a] = sums[at + a] / count - pivots[column * variables + a];
    let third = seconds + pairsOf(variables);
    for (let a = 0; a < variables && order === 3; a++)
      for (let b = a; b < variables; b++)
        for (let c = b; c < variables; c++, third++)
          sums[third] +=
            2 * count * shift[a] * shift[b] * shift[c] -
            shift[a] * sums[pair(b, c)] -
            shift[b] * sums[pair(a, c)] -
            shift[c] * sums[pair(a, b)];
    for (let a = 0; a < variables; a++)
      for (let b = a; b < variables; b++) {
        const central = sums[pair(a, b)] - count * shift[a] * shift[b];
        sums[pair(a, b)] = a === b ? Math.max(0, central) : central;
      }
  }
}

/**
 * Adds the central moments of one set of observations to those of another, in place.
 *
 * @param into moments of `intoCount` observations; holds both sets' afterwards
 * @param from moments of `fromCount` observations of the same columns
 */
export function mergeJoint(
  into: Float64Array,
  intoCount: number,
  from: Float64Array,
  fromCount: number,
  shape: JointShape,
): void {
  if (fromCount === 0) return;
  if (intoCount === 0) {
    into.set(from);
    return;
  }
  const {variables, order} = shape;
  const stride = jointStride(shape);
  const count = intoCount + fromCount;
  const second = (intoCount * fromCount) / count;
  const third = (second * (intoCount - fromCount)) / count;
  const distance = new Float64Array(variables);
  const leaning = new Float64Array(pairsOf(variables));
  for (let at = 0; at < into.length; at += stride) {
    if (isEmpty(from, at, stride) && isEmpty(into, at, stride)) continue;
    const seconds = at + variables;
    for (let a = 0; a < variables; a++) distance[a] = from[at + a] / fromCount - into[at + a] / intoCount;
    for (let pair = 0; pair < leaning.length; pair++)
      leaning[pair] = (intoCount * from[seconds + pair] - fromCount * into[seconds + pair]) / count;
    let place = seconds + leaning.length;
    for (let a = 0; a < variables && order === 3; a++)
      for (let b = a; b < variables; b++)
        for (let c = b; c < variables; c++, place++)
          into[place] +=
            from[place] +
            distance[a] * distance[b] * distance[c] * third +
            distance[a] * leaning[pairAt(variables, b, c)] +
            distance[b] * leaning[pairAt(variables, a, c)] +
            distance[c] * leaning[pairAt(variables, a, b)];
    place = seconds;
    for (let a = 0; a < variables; a++)
      for (let b = a; b < variables; b++, place++) into[place] += from[place] + distance[a] * distance[b] * second;
    for (let a = 0; a < variables; a++) into[at + a] += from[at + a];
  }
}

function isEmpty(numbers: Float64Array, at: number, length: number): boolean {
  for (let index = at; index < at + length; index++) if (numbers[index] !== 0) return false;
  return true;
}

/** Central sums of a linear combination of a column's variables. */
export interface Combined {
  /** Σ (z − mean)² of z = Σ weight × variable. */
  readonly squares: number;
  /** Σ (z − mean)³; 0 where moments of order 3 are not kept. */
  readonly cubes: number;
  /** The sizes of what `squares` is added up of; far above it, `squares` is rounding. */
  readonly gross: number;
}

/**
 * Central sums of Σ weights[a] × variable a.
 *
 * @param at where the column's numbers begin
 */
export function combine(
  moments: Float64Array,
  at: number,
  {variables, order}: JointShape,
  weights: readonly number[],
): Combined {
  let second = at + variables;
  let third = second + pairsOf(variables);
  let squares = 0;
  let cubes = 0;
  let gross = 0;
  for (let a = 0; a < variables; a++) {
    for (let b = a; b < variables; b++) {
      const product = weights[a]! * weights[b]! * (a === b ? 1 : 2) * moments[second++];
      squares += product;
      gross += Math.abs(product);
      for (let c = b; c < variables && order === 3; c++) {
        const times = a === b && b === c ? 1 : a === b || b === c ? 3 : 6;
        cubes += times * weights[a]! * weights[b]! * weights[c]! * moments[third++];
      }
    }
  }
  return {squares: Math.max(0, squares), cubes, gross};
}
