import {normalQuantile} from '../../numeric/normal.js';
import type {Scenario} from '../../scenario/scenario.js';

/** Quantiles of demand at which mixes are simulated: middles of five equally likely parts. The last is the 90th percentile. */
export const DEMAND_QUANTILES = [0.1, 0.3, 0.5, 0.7, 0.9] as const;
/** Where a mix must hold. */
export const STRESS_QUANTILE = 0.9;

/**
 * Factor on all volume at a quantile of demand, lognormal with mean 1.
 *
 * @param cv coefficient of variation of demand
 * @example volumeFactor(0, 0.9) // 1
 */
export function volumeFactor(cv: number, quantile: number): number {
  const sigma = Math.sqrt(Math.log(1 + cv * cv));
  return Math.exp(sigma * normalQuantile(quantile) - (sigma * sigma) / 2);
}

/** The scenario with so many times the generated contacts. */
export function withVolume(scenario: Scenario, factor: number): Scenario {
  return {
    ...scenario,
    contactTypes: scenario.contactTypes.map(type => ({
      ...type,
      arrivals: type.arrivals.map(source =>
        source.kind === 'replayed' ? source : {...source, expected: source.expected.map(contacts => contacts * factor)},
      ),
    })),
  };
}
