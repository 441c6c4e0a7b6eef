import type {FloorView} from '../floor.js';
import {bestContact} from './best-contact.js';
import type {ContactPolicy} from './policy.js';
import type {ContactTiers} from './tiers.js';

/**
 * Takes the contact that is the closest to the threshold of its objective, or the furthest past it: a chat due in 5 s
 * goes before a call due in 15 s; equal: the one that came first.
 *
 * @param thresholds by contact type, seconds
 */
export function earliestDue(tiers: ContactTiers, thresholds: Float64Array): ContactPolicy {
  return bestContact(tiers, (floor: FloorView, contact, type) => -(floor.offeredAt(contact) + thresholds[type]));
}
