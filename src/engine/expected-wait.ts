import type {Model} from './model.js';
import type {WaitingLists} from './waiting.js';

/** What it takes of a center to say how long a wait will be. */
export interface Crowd {
  readonly model: Model;
  readonly waiting: WaitingLists;
  /** By group: agents signed in. */
  readonly onDuty: Int32Array;
  readonly floor: {readonly now: number};
}

/**
 * Seconds that a contact which joins the queue now is expected to wait, as a center would announce it: everyone before it
 * and itself must get an agent, and agents of its type get free at the rate of those signed in over the mean handle time;
 * those who wait also leave at the rate of their patience. Groups that only join on a condition do not count.
 *
 * @returns Infinity when nobody with the skill is signed in
 * @see docs/explanation/methods.md#callbacks, Σ 1 ÷ (n µ + i θ) over i = 0 … waiting
 */
export function expectedWait({model, waiting, onDuty, floor}: Crowd, type: number): number {
  let served = 0;
  for (let group = 0; group < model.groups; group++) {
    const factor = model.handleTimeFactor[group * model.contactTypes + type];
    if (factor > 0 && model.joinsOnCondition[group] === 0) served += onDuty[group] / factor;
  }
  served /= model.meanHandle[type](floor.now);
  const leaving = 1 / (model.meanPatience[type]?.(floor.now) ?? Infinity);
  let wait = 0;
  for (let place = waiting.queueLength[model.queueOfType[type]]; place >= 0; place--)
    wait += 1 / (served + place * leaving);
  return wait;
}
