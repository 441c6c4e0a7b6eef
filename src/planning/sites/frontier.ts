import type {MixPoint} from './mix-point.js';

/** A point of the frontier, and what the step to it costs. */
export interface FrontierStep {
  readonly point: MixPoint;
  /** For one more percentage point of service level, from the step before; null: it is the first. */
  readonly costADayPerPoint: number | null;
}

/**
 * The points that neither another one nor an average of two beats in cost and service, from the cheapest on: the upper
 * left edge of the convex hull. Along it every further point of service costs more than the one before.
 *
 * @see Andrew, Information Processing Letters 9 (1979) 216-219, the monotone chain
 */
export function frontierOf(points: readonly MixPoint[]): readonly FrontierStep[] {
  const hull: MixPoint[] = [];
  for (const point of [...points].sort((a, b) => a.costADay - b.costADay || b.serviceLevel - a.serviceLevel)) {
    if (hull.length > 0 && point.serviceLevel <= hull.at(-1)!.serviceLevel) continue;
    while (hull.length > 1 && pricePerPoint(hull.at(-2)!, hull.at(-1)!) >= pricePerPoint(hull.at(-1)!, point))
      hull.pop();
    hull.push(point);
  }
  return hull.map((point, index) => ({
    point,
    costADayPerPoint: index === 0 ? null : pricePerPoint(hull[index - 1]!, point),
  }));
}

const pricePerPoint = (from: MixPoint, to: MixPoint): number =>
  (to.costADay - from.costADay) / (100 * (to.serviceLevel - from.serviceLevel));
