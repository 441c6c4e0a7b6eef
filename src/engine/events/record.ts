import {Trait} from '../agents.js';
import {Duty, Outcome} from '../columns.js';
import type {Center} from '../center.js';
import {Index, Mark, Time} from '../contacts.js';

/** Writes a leg that ends now into the columns; the slot is still the caller's. */
export function recordLeg(center: Center, contact: number, outcome: number): void {
  const {legs} = center;
  const {times, marks} = center.contacts;
  const {now} = center.floor;
  const row = legs.length;
  const time = contact * Time.stride;
  const mark = contact * Mark.stride;
  const type = marks[mark + Mark.contactType];
  legs.contactType[row] = type;
  legs.cause[row] = marks[mark + Mark.cause];
  legs.outcome[row] = outcome;
  legs.overflowed[row] = marks[mark + Mark.stage] > 0 ? 1 : 0;
  legs.transferTo[row] = marks[mark + Mark.transferTo];
  legs.number[row] = times[time + Time.number];
  legs.leg[row] = marks[mark + Mark.leg];
  legs.offeredAt[row] = times[time + Time.offeredAt];
  legs.serviceEnd[row] = now;
  legs.work[row] = times[time + Time.talk] + times[time + Time.wrapUp];
  if (outcome === Outcome.answered) {
    const agent = marks[mark + Mark.agent];
    legs.agent[row] = agent;
    legs.group[row] = center.agents.traits[agent * Trait.stride + Trait.group];
    legs.waitEnd[row] = times[time + Time.answeredAt];
  } else {
    legs.agent[row] = Index.NONE;
    legs.group[row] = Index.NONE;
    legs.waitEnd[row] = now;
  }
  center.books.end(type, outcome);
  legs.length = row + 1;
  if (row + 1 === legs.offeredAt.length) {
    center.reader.readLegs(legs);
    legs.length = 0;
  }
}

/** Writes a stretch of an agent's paid time into the columns; an empty one is left out. */
export function recordDuty(center: Center, agent: number, duty: number, from: number, to: number): void {
  if (to <= from) return;
  const {duties, agents, books} = center;
  const row = duties.length++;
  const group = agents.groupOf(agent);
  duties.agent[row] = agent;
  duties.group[row] = group;
  duties.duty[row] = duty;
  duties.from[row] = from;
  duties.to[row] = to;
  if (duty !== Duty.break) books.dutySeconds[group] += to - from;
  if (duties.length === duties.from.length) {
    center.reader.readDuties(duties);
    duties.length = 0;
  }
}
