import type {Results} from '../../statistics/results.js';

/** What must agree so that replication r of two runs meets the same customers. */
export type KnownBy = Pick<Results, 'program' | 'seed' | 'fingerprints'>;

/**
 * Why stored results cannot be paired with a run that is to come; nothing when they can.
 *
 * @example whyNotPairable({program, seed: '1', fingerprints}, {program, seed: '2', fingerprints}) // ['seed 1, not 2']
 */
export function whyNotPairable(stored: KnownBy, coming: KnownBy): readonly string[] {
  const reasons: string[] = [];
  if (stored.program !== coming.program) reasons.push(`plimsoll ${stored.program}, not ${coming.program}`);
  if (stored.seed !== coming.seed) reasons.push(`seed ${stored.seed}, not ${coming.seed}`);
  if (stored.fingerprints === undefined || coming.fingerprints === undefined)
    return [...reasons, 'no fingerprints, as older versions kept none'];
  if (stored.fingerprints.horizon !== coming.fingerprints.horizon)
    reasons.push('another horizon (days, time zone, interval or warm-up)');
  if (stored.fingerprints.contacts !== coming.fingerprints.contacts)
    reasons.push('other contacts (volumes, handle times, patience or what customers do)');
  return reasons;
}
