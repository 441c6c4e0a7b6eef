import {DUTY} from '../columns.js';
import type {Center} from '../center.js';
import {NONE} from '../contacts.js';

/** Writes a leg that ends now into the columns; the slot is still the caller's. */
export function recordLeg(center: Center, contact: number, outcome: number, waitEnd: number): void {
  const {legs, contacts, books} = center;
  const row = legs.length;
  const type = contacts.contactType[contact];
  const agent = contacts.agent[contact];
  legs.contactType[row] = type;
  legs.cause[row] = contacts.cause[contact];
  legs.outcome[row] = outcome;
  legs.agent[row] = agent;
  legs.group[row] = agent === NONE ? NONE : center.agents.group[agent];
  legs.overflowed[row] = contacts.stage[contact] > 0 ? 1 : 0;
  legs.transferTo[row] = contacts.transferTo[contact];
  legs.number[row] = contacts.number[contact];
  legs.leg[row] = contacts.leg[contact];
  legs.offeredAt[row] = contacts.offeredAt[contact];
  legs.waitEnd[row] = waitEnd;
  legs.serviceEnd[row] = center.floor.now;
  legs.work[row] = contacts.talk[contact] + contacts.wrapUp[contact];
  books.end(type, outcome);
  if (row + 1 === legs.offeredAt.length) {
    legs.length = row + 1;
    center.reader.readLegs(legs);
    legs.length = 0;
  } else legs.length = row + 1;
}

/** Writes a stretch of an agent's paid time into the columns; an empty one is left out. */
export function recordDuty(center: Center, agent: number, duty: number, from: number, to: number): void {
  if (to <= from) return;
  const {duties, agents, books} = center;
  const row = duties.length++;
  const group = agents.group[agent];
  duties.agent[row] = agent;
  duties.group[row] = group;
  duties.duty[row] = duty;
  duties.from[row] = from;
  duties.to[row] = to;
  if (duty !== DUTY.break) books.dutySeconds[group] += to - from;
  if (duties.length === duties.from.length) {
    center.reader.readDuties(duties);
    duties.length = 0;
  }
}
