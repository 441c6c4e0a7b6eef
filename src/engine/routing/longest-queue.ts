import type {FloorView} from '../floor.js';
import {bestContact} from './best-contact.js';
import type {ContactPolicy} from './policy.js';
import type {ContactTiers} from './tiers.js';

/** Takes the first contact of the queue in which the most contacts wait; equal: the one that came first. */
export function longestQueue(tiers: ContactTiers): ContactPolicy {
  return bestContact(tiers, (floor: FloorView, _, type) => floor.queueLengthOf(type));
}
