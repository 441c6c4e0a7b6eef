import type {People} from './scenario.js';

/**
 * Handle-time factor of a new agent on a day of the horizon: half of what is left of the way to 1 in every half-life.
 *
 * @example learningFactor({agents: 1, starts: 1.4, halfLifeDays: 14, daysSinceHired: 0}, 14) // 1.2
 */
export function learningFactor(learning: People['learning'], day: number): number {
  if (learning === null) return 1;
  return 1 + (learning.starts - 1) * 0.5 ** ((learning.daysSinceHired + day) / learning.halfLifeDays);
}
