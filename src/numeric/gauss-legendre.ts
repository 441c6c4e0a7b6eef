/** Half of the nodes of the 20-point Gauss-Legendre rule on [−1, 1]; the other half is their mirror image. */
export const GAUSS_NODES: readonly number[] = [
  0.0765265211334973337546404, 0.2277858511416450780804962, 0.3737060887154195606725482, 0.510867001950827098004364,
  0.6360536807265150254528367, 0.7463319064601507926143051, 0.8391169718222188233945291, 0.9122344282513259058677524,
  0.9639719272779137912676661, 0.9931285991850949247861224,
];

/** Weights of `GAUSS_NODES`, each of a node and of its mirror image. */
export const GAUSS_WEIGHTS: readonly number[] = [
  0.1527533871307258506980843, 0.1491729864726037467878287, 0.1420961093183820513292983, 0.1316886384491766268984945,
  0.1181945319615184173123774, 0.1019301198172404350367501, 0.0832767415767047487247581, 0.0626720483341090635695065,
  0.040601429800386941331004, 0.017614007139152118311862,
];

/**
 * Integral of a smooth function over an interval, by the 20-point Gauss-Legendre rule: exact for polynomials up to degree 39.
 *
 * @see Abramowitz and Stegun 25.4.30 and table 25.4
 * @example gaussLegendre(Math.exp, 0, 1) // e − 1
 */
export function gaussLegendre(f: (x: number) => number, from: number, to: number): number {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  let sum = 0;
  for (let i = 0; i < GAUSS_NODES.length; i++) {
    const offset = half * GAUSS_NODES[i];
    sum += GAUSS_WEIGHTS[i] * (f(middle - offset) + f(middle + offset));
  }
  return half * sum;
}
