import type {FloorView} from '../floor.js';
import {bestContact} from './best-contact.js';
import type {ContactPolicy} from './policy.js';
import type {ContactTiers} from './tiers.js';

/**
 * Takes the contact whose wait times the weight of its contact type is the largest, among the contact types of the first
 * tier (priority, level) in which anyone waits; equal: the one that came first.
 */
export function longestWeightedWait(tiers: ContactTiers, weights: Float64Array): ContactPolicy {
  return bestContact(tiers, (floor: FloorView, contact, type) => floor.waitOf(contact) * weights[type]);
}
