import type {Scenario} from '../../scenario/scenario.js';
import type {Center} from '../center.js';
import {Mark, State, Time} from '../contacts.js';
import {DRAW} from '../model.js';
import {draw} from './draw.js';
import {scheduleNextStep} from './next-step.js';

/** Contacts of one type and age that wait when a replication begins. */
export interface BacklogBatch {
  readonly contactType: number;
  readonly contacts: number;
  readonly ageSeconds: number;
}

/** What waits when a replication begins, the oldest first, in an order that the order of declaration does not touch. */
export function backlogOf({contactTypes}: Scenario): readonly BacklogBatch[] {
  const name = (type: number): string => contactTypes[type].stream;
  return contactTypes
    .flatMap(({backlog}, contactType) => backlog.map(batch => ({contactType, ...batch})))
    .sort((a, b) => b.ageSeconds - a.ageSeconds || (name(a.contactType) < name(b.contactType) ? -1 : 1));
}

/** They wait, each for its age already. Their numbers end at 0: first attempts begin with 1. */
export function enterBacklog(center: Center, batches: readonly BacklogBatch[]): void {
  let number = -batches.reduce((sum, {contacts}) => sum + contacts, 0);
  const numberOfType = new Float64Array(center.model.contactTypes);
  for (const {contactType, contacts} of batches) numberOfType[contactType] -= contacts;
  for (const {contactType, contacts, ageSeconds} of batches) {
    for (let of = 0; of < contacts; of++) enter(center, contactType, ageSeconds, ++number, ++numberOfType[contactType]);
  }
}

function enter(center: Center, type: number, ageSeconds: number, number: number, originNumber: number): void {
  const {model, books, observer, waiting} = center;
  const contact = center.takeSlot();
  const {times, marks, createdAt} = center.contacts;
  const time = contact << Time.shift;
  marks[(contact << Mark.shift) | Mark.contactType] = type;
  marks[(contact << Mark.shift) | Mark.state] = State.waiting;
  times[time | Time.offeredAt] = createdAt[contact] = 0 - ageSeconds;
  times[time | Time.number] = number;
  times[time | Time.originNumber] = originNumber;
  times[time | Time.talk] = model.talk[type](draw(center, contact, DRAW.talk), 0);
  times[time | Time.wrapUp] = model.wrapUp[type]?.(draw(center, contact, DRAW.wrapUp), 0) ?? 0;
  times[time | Time.patienceEnd] = Infinity;
  if (model.hasObstacles) center.contacts.obstacle[contact] = draw(center, contact, DRAW.obstacle);
  books.beginWaiting(type);
  observer.waitsAtStart?.(type);
  waiting.append(contact);
  scheduleNextStep(center, contact);
}
