import type {FloorView} from '../floor.js';
import {bestContact} from './best-contact.js';
import type {ContactPolicy} from './policy.js';
import type {ContactTiers} from './tiers.js';

/**
 * Takes the contact with the lowest priority number after taking off the points that it gained by waiting, so that no
 * contact waits for ever behind more important ones; equal: the one that came first.
 *
 * @param priorities by contact type
 * @param ageing by contact type, points gained in each second
 */
export function priorityWithAgeing(tiers: ContactTiers, priorities: Float64Array, ageing: Float64Array): ContactPolicy {
  return bestContact(
    tiers,
    (floor: FloorView, contact, type) => floor.waitOf(contact) * ageing[type] - priorities[type],
  );
}
