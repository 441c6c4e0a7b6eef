import {Estimator} from './announcements.js';
import {Index, Time, type Contacts} from './contacts.js';
import {expectedWait, type Crowd} from './expected-wait.js';
import type {RoutingMemory} from './routing-memory.js';

/** What it takes of a center to estimate a wait in every way. */
export interface EstimatingCrowd extends Crowd {
  readonly contacts: Contacts;
  readonly memory: RoutingMemory;
}

/**
 * Seconds that a contact of the type which comes now is expected to wait, by the estimator of the type.
 *
 * @returns Infinity when nobody with the skill is there, by queue length
 */
export function estimatedWait(crowd: EstimatingCrowd, type: number): number {
  const {model, memory} = crowd;
  switch (model.announcements.estimator[type] as Estimator) {
    case Estimator.lastWait:
      return memory.lastWait[model.queueOfType[type]];
    case Estimator.headOfLine:
      return headWait(crowd, model.queueOfType[type]);
    case Estimator.queueLength:
      return expectedWait(crowd, type);
  }
}

/** The same as it is announced: rounded up where the center speaks in whole minutes. */
export function announcedWait(crowd: EstimatingCrowd, type: number): number {
  const wait = estimatedWait(crowd, type);
  const step = crowd.model.announcements.step[type];
  return step === 0 ? wait : Math.max(1, Math.ceil(wait / step)) * step;
}

/** Seconds that the contact waiting longest in the queue has waited; 0 when nobody waits. */
function headWait({model, waiting, contacts, floor}: EstimatingCrowd, queue: number): number {
  let longest = 0;
  for (let type = 0; type < model.contactTypes; type++) {
    const head = waiting.head[type];
    if (head === Index.NONE || model.queueOfType[type] !== queue) continue;
    longest = Math.max(longest, floor.now - contacts.times[(head << Time.shift) | Time.offeredAt]);
  }
  return longest;
}
