import {kindOf} from '../../scenario/channels.js';
import type {Scenario} from '../../scenario/scenario.js';
import {BusinessHours} from '../business-hours.js';
import type {FloorView} from '../floor.js';
import {bestContact} from './best-contact.js';
import type {ContactPolicy} from './policy.js';
import type {ContactTiers} from './tiers.js';

/**
 * Takes the contact that is the closest to the threshold of its objective, or the furthest past it: a chat due in 5 s
 * goes before a call due in 15 s; equal: the one that came first. Email is due within business hours.
 */
export function earliestDue(tiers: ContactTiers, scenario: Scenario): ContactPolicy {
  const {contactTypes} = scenario;
  const thresholds = Float64Array.from(contactTypes, ({thresholdSeconds}) => thresholdSeconds);
  const deferred = Uint8Array.from(contactTypes, ({channel}) => (kindOf(channel) === 'deferred' ? 1 : 0));
  const hours = new BusinessHours(scenario);
  return bestContact(tiers, (floor: FloorView, contact, type) =>
    deferred[type] === 1
      ? -hours.after(type, floor.offeredAt(contact), thresholds[type])
      : -(floor.offeredAt(contact) + thresholds[type]),
  );
}
