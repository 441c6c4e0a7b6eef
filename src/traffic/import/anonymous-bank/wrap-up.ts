import type {Observation} from '../kaplan-meier.js';
import {dayOf, skillKey} from './duty.js';
import type {DailySkills, DutySpell} from './duty.js';
import type {BankCall, BankType} from './read-calls.js';

/** The log rounds to seconds and starts a service up to two seconds before the queue is left. */
const ROUNDING = 3;

interface Waiting {
  readonly from: number;
  readonly to: number;
  readonly type: BankType;
}

/**
 * How long agents were not ready after a talk, measured where it can be: between two talks of one spell, while
 * customers whom the agent serves were waiting all the time.
 *
 * When customers wait until the next talk starts, the gap is the time to be ready again. When the queue empties before, the agent
 * may have become ready unseen: a lower bound. Gaps at whose start nobody waited say nothing.
 *
 * @returns one observation a gap, for a Kaplan-Meier curve
 */
export function measureWrapUp(
  calls: readonly BankCall[],
  spells: readonly DutySpell[],
  skills: DailySkills,
): readonly Observation[] {
  const queues = waitingByDay(calls);
  const observations: Observation[] = [];
  for (const {agent, calls: answered} of spells) {
    for (const [index, call] of answered.entries()) {
      const next = answered[index + 1];
      const day = dayOf(call.talkFrom);
      if (next === undefined || next.talkFrom < call.talkTo) continue;
      const until = waitedUntil(
        queues.get(day) ?? [],
        skills.get(skillKey(agent, day)) ?? [],
        call.talkTo,
        next.talkFrom,
      );
      if (until <= call.talkTo) continue;
      const seen = until >= next.talkFrom - ROUNDING;
      observations.push({seconds: (seen ? next.talkFrom : until) - call.talkTo, seen});
    }
  }
  return observations;
}

/** Customers in queue, by day, in order of arrival. */
function waitingByDay(calls: readonly BankCall[]): ReadonlyMap<number, Waiting[]> {
  const byDay = new Map<number, Waiting[]>();
  for (const {arrivedAt, wait, type} of calls) {
    if (wait === 0) continue;
    const day = dayOf(arrivedAt);
    if (!byDay.has(day)) byDay.set(day, []);
    byDay.get(day)!.push({from: arrivedAt, to: arrivedAt + wait, type});
  }
  for (const waiting of byDay.values()) waiting.sort((a, b) => a.from - b.from);
  return byDay;
}

/** Until when somebody of these types waited without a pause, from a moment on. */
function waitedUntil(queue: readonly Waiting[], types: readonly BankType[], from: number, to: number): number {
  let until = from;
  for (const waiting of queue) {
    if (waiting.from > Math.min(until + 1, to)) break;
    if (waiting.to > until && types.includes(waiting.type)) until = waiting.to;
  }
  return until;
}
