import type {Center} from '../center.js';
import {Index, Mark, Time} from '../contacts.js';
import {Duty, Outcome} from '../outcomes.js';
import {loseHandover} from './handover.js';

/** Tells the observer of a leg that ends now, and enters it in the books; the slot is still the caller's. */
export function recordLeg(center: Center, contact: number, outcome: number): void {
  const {contacts, agents} = center;
  const {times, marks} = contacts;
  times[(contact << Time.shift) | Time.endedAt] = center.floor.now;
  const byAgent = outcome === Outcome.answered || outcome === Outcome.unreached;
  const group = byAgent ? agents.groupOf(marks[(contact << Mark.shift) | Mark.agent]) : Index.NONE;
  center.books.end(marks[(contact << Mark.shift) | Mark.contactType], outcome);
  center.observer.legEnded(contacts, contact, outcome, group);
  if (center.model.hasWarmTransfers) loseHandover(center, contact, outcome);
}

/** Tells the observer of a stretch of an agent's paid time; an empty one is left out. */
export function recordDuty(center: Center, agent: number, duty: number, from: number, to: number): void {
  if (to <= from) return;
  const group = center.agents.groupOf(agent);
  if (duty !== Duty.break && duty !== Duty.setAside) {
    center.books.dutySeconds[group] += to - from;
    if (center.model.remembersTimes) center.memory.dutySeconds[agent] += to - from;
  }
  center.observer.dutyEnded(agent, group, duty, from, to);
}
