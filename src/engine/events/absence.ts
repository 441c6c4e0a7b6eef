import {Doing, Trait} from '../agents.js';
import type {Center} from '../center.js';
import {Index} from '../contacts.js';
import {Duty} from '../outcomes.js';

/** The agent does not come to the shift that begins now. */
export function missShift({absences, agents, floor, model}: Center, agent: number): void {
  if (model.paysAbsence[agents.groupOf(agent)] === 1) absences.since[agent] = floor.now;
}

/** The shift that the agent has missed, if it has missed it, is over: it is paid. */
export function endMissedShift(center: Center, agent: number): void {
  const {absences, agents, floor} = center;
  const from = absences.since[agent];
  if (from < 0) return;
  absences.since[agent] = -1;
  // nobody is paid twice who is still there from the shift before
  if (agents.traits[(agent << Trait.shift) | Trait.doing] === Doing.signedOut)
    tell(center, agent, agents.groupOf(agent), from, floor.now);
}

/** The agent has gone home from an earlier shift: from now on the one that it misses is paid. */
export function missFromNowOn({absences, floor}: Center, agent: number): void {
  if (absences.since[agent] >= 0) absences.since[agent] = floor.now;
}

/** So many of a group told by numbers are missing from now on; those missing until now are paid. */
export function missSomeOf(center: Center, group: number, missing: number): void {
  const {absences, floor, model} = center;
  if (model.paysAbsence[group] === 0) return;
  for (let each = 0; each < absences.missing[group]; each++)
    tell(center, Index.NONE, group, absences.missingSince[group], floor.now);
  absences.missing[group] = missing;
  absences.missingSince[group] = floor.now;
}

/** The horizon is over: nobody misses anything past it. */
export function endAbsences(center: Center): void {
  const {agents, floor, model} = center;
  floor.now = model.horizon;
  for (let agent = 0; agent < agents.count; agent++) endMissedShift(center, agent);
  for (let group = 0; group < model.groups; group++) missSomeOf(center, group, 0);
}

function tell({observer}: Center, agent: number, group: number, from: number, to: number): void {
  if (to > from) observer.dutyEnded(agent, group, Duty.absence, from, to);
}
