import {BANK_TYPES} from './read-calls.js';
import type {BankCall, BankType} from './read-calls.js';

/** An unbroken stay of one agent at the desk: from the first talk to the end of the last, no gap longer than a break. */
export interface DutySpell {
  readonly agent: string;
  readonly from: number;
  readonly to: number;
  /** Calls answered in it, in order. */
  readonly calls: readonly BankCall[];
}

/**
 * Who was at the desk when, told from who answered when. The log records no duty: an agent counts as there from the
 * first talk to the end of the last, unless no call was answered for longer than `breakAfter`.
 *
 * @param breakAfter seconds without an answered call after which the agent counts as away
 */
export function inferDuty(calls: readonly BankCall[], breakAfter: number): readonly DutySpell[] {
  const spells: DutySpell[] = [];
  for (const [agent, answered] of callsByAgent(calls)) {
    let current: BankCall[] = [];
    let until = -Infinity;
    const close = (): void => {
      if (current.length > 0) spells.push({agent, from: current[0]!.talkFrom, to: until, calls: current});
    };
    for (const call of answered) {
      if (call.talkFrom - until > breakAfter) {
        close();
        current = [];
        until = -Infinity;
      }
      current.push(call);
      until = Math.max(until, call.talkTo);
    }
    close();
  }
  return spells.sort((a, b) => a.from - b.from || (a.agent < b.agent ? -1 : 1));
}

function callsByAgent(calls: readonly BankCall[]): ReadonlyMap<string, BankCall[]> {
  const byAgent = new Map<string, BankCall[]>();
  for (const call of calls) {
    if (call.agent === null) continue;
    const sofar = byAgent.get(call.agent);
    if (sofar === undefined) byAgent.set(call.agent, [call]);
    else sofar.push(call);
  }
  for (const answered of byAgent.values()) answered.sort((a, b) => a.talkFrom - b.talkFrom || a.line - b.line);
  return byAgent;
}

/** The civil day of a second on the bank's clock, days since 1970. */
export const dayOf = (seconds: number): number => Math.floor(seconds / 86_400);

/** Which types an agent served on a day; key `agent day`. */
export type DailySkills = ReadonlyMap<string, readonly BankType[]>;

export const skillKey = (agent: string, day: number): string => `${agent} ${day}`;

/** Never seen, and yet expected so often that chance alone would explain it in fewer than one case of twenty. */
const SURPRISE = 0.05;

/**
 * Which types each agent could serve on each day.
 *
 * A type answered that day is a skill. One not answered that day, but on another day of the month, is a skill too unless
 * its absence would surprise: when the agent's calls that day would have brought, in proportion to all answered calls of the
 * day, so many of it that seeing none has a probability below 5 % (Poisson).
 */
export function inferSkills(calls: readonly BankCall[]): DailySkills {
  const ever = new Map<string, Set<BankType>>();
  const byDay = new Map<number, Counts>();
  const byAgentDay = new Map<string, {agent: string; day: number; counts: Counts}>();
  for (const {agent, type, talkFrom, arrivedAt} of calls.filter(call => call.answered)) {
    if (agent === null) continue;
    const day = dayOf(talkFrom === 0 ? arrivedAt : talkFrom);
    const key = skillKey(agent, day);
    if (!ever.has(agent)) ever.set(agent, new Set());
    ever.get(agent)!.add(type);
    if (!byDay.has(day)) byDay.set(day, noCounts());
    if (!byAgentDay.has(key)) byAgentDay.set(key, {agent, day, counts: noCounts()});
    byDay.get(day)![type] += 1;
    byAgentDay.get(key)!.counts[type] += 1;
  }
  return new Map(
    [...byAgentDay].map(([key, {agent, day, counts}]) => {
      const all = byDay.get(day)!;
      const share = sum(counts) / sum(all);
      return [
        key,
        BANK_TYPES.filter(
          type => counts[type] > 0 || (ever.get(agent)!.has(type) && Math.exp(-all[type] * share) > SURPRISE),
        ),
      ];
    }),
  );
}

type Counts = Record<BankType, number>;

const noCounts = (): Counts => Object.fromEntries(BANK_TYPES.map(type => [type, 0])) as Counts;

const sum = (counts: Counts): number => BANK_TYPES.reduce((total, type) => total + counts[type], 0);
