import {checked} from './check.js';

/** Rounding up forgives so much, or 12.000000000000002 would become 13. */
const FORGIVEN = 1e-9;

/**
 * Agents rounded up to whole ones, once, at the end.
 *
 * @example wholeAgents(12.0000000001) // 12
 */
export const wholeAgents = (agents: number): number => Math.max(0, Math.ceil(agents - FORGIVEN));

/**
 * Share of paid time that is lost in all.
 *
 * @param shares losses, each from 0 to below 1
 * @param measured `on-remainder`: each was measured on the time that the one before left (training within time in the
 *   office), so they multiply; `on-paid-time`: all were measured on paid time, so they add up
 * @throws RangeError when a share is out of range, or nothing is left
 * @example combinedShrinkage([0.2, 0.1], 'on-remainder') // 0.28
 */
export function combinedShrinkage(shares: readonly number[], measured: 'on-remainder' | 'on-paid-time'): number {
  for (const share of shares) checked('shrinkage', share, 0, 1);
  const lost =
    measured === 'on-paid-time'
      ? shares.reduce((sum, share) => sum + share, 0)
      : 1 - shares.reduce((left, share) => left * (1 - share), 1);
  if (!(lost < 1)) throw new RangeError(`shrinkage: expected less than all time, got ${lost}`);
  return lost;
}

/**
 * Agents to schedule so that enough are at work: a fraction, not rounded.
 *
 * @param shrinkage share of paid time lost, from 0 to below 1
 * @throws RangeError when it is out of range
 * @see docs/explanation/methods.md#required-agents
 * @example scheduledAgents({agents: 14, shrinkage: 0.3}) // 20
 */
export function scheduledAgents({agents, shrinkage}: {readonly agents: number; readonly shrinkage: number}): number {
  checked('agents', agents, 0);
  return agents / (1 - combinedShrinkage([shrinkage], 'on-paid-time'));
}
