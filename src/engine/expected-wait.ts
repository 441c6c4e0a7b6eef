import type {Model} from './model.js';
import type {WaitingLists} from './waiting.js';

/** What it takes of a center to say how long a wait will be. */
export interface Crowd {
  readonly model: Model;
  readonly waiting: WaitingLists;
  /** By group: agents signed in who are not leaving, and how many of them are on a break or set aside. */
  readonly onDuty: Int32Array;
  readonly away: Int32Array;
  readonly floor: {readonly now: number};
}

/**
 * Seconds that a contact which joins the queue now is expected to wait, as a center would announce it: everyone before it
 * and itself must get an agent, and agents of its type get free at the rate of those on duty, breaks apart, over the mean handle time (who
 * holds several at once as often as that many get done); those who wait also leave at the rate of their patience. An agent with
 * several skills counts whole for each of them, busy with another or not: a center does not know what will come. Groups that
 * only join on a condition do not count.
 *
 * @returns Infinity when nobody with the skill is there
 * @see docs/explanation/methods.md#callbacks, Σ 1 ÷ (n µ + i θ) over i = 0 … waiting
 */
export function expectedWait({model, waiting, onDuty, away, floor}: Crowd, type: number): number {
  let served = 0;
  for (let group = 0; group < model.groups; group++) {
    const factor = model.handleTimeFactor[group * model.contactTypes + type];
    if (factor > 0 && model.joinsOnCondition[group] === 0)
      served += ((onDuty[group] - away[group]) * model.attention.pace[group * model.contactTypes + type]) / factor;
  }
  served /= model.meanHandle[type](floor.now);
  const leaving = 1 / (model.meanPatience[type]?.(floor.now) ?? Infinity);
  let wait = 0;
  for (let place = waiting.queueLength[model.queueOfType[type]]; place >= 0; place--)
    wait += 1 / (served + place * leaving);
  return wait;
}
