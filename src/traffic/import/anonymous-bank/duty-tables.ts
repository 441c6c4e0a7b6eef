import {isoDate} from '../../../base/dates.js';
import {SECONDS_PER_DAY} from '../../../base/units.js';
import {dayOf, skillKey} from './duty.js';
import type {DailySkills, DutySpell} from './duty.js';
import type {BankType} from './read-calls.js';

/** Agents who serve the same types, and when each is on duty. */
export interface SkillGroup {
  /** `ps-ne-nw`: the types that its agents serve. */
  readonly name: string;
  readonly types: readonly BankType[];
  readonly spells: readonly DutySpell[];
}

/** One group for each set of types; an agent who serves other types on another day counts in another group that day. */
export function groupBySkills(spells: readonly DutySpell[], skills: DailySkills): readonly SkillGroup[] {
  const groups = new Map<string, {types: readonly BankType[]; spells: DutySpell[]}>();
  for (const spell of spells) {
    const types = skills.get(skillKey(spell.agent, dayOf(spell.from))) ?? [];
    const name = types.join('-').toLowerCase();
    const group = groups.get(name) ?? {types, spells: []};
    group.spells.push(spell);
    groups.set(name, group);
  }
  return [...groups]
    .map(([name, group]) => ({name, ...group}))
    .sort((a, b) => b.spells.length - a.spells.length || (a.name < b.name ? -1 : 1));
}

/** `1999-02-01T07:02:47`, a second of the bank's clock. */
export function stampOf(seconds: number): string {
  const second = seconds - dayOf(seconds) * SECONDS_PER_DAY;
  const clock = [second / 3600, (second % 3600) / 60, second % 60]
    .map(part => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
  return `${isoDate(dayOf(seconds))}T${clock}`;
}

/** Who was on duty when, to the second: `group,agent,from,to`. */
export function dutyTable(groups: readonly SkillGroup[]): string {
  const rows = groups.flatMap(({name, spells}) => spells.map(({agent, from, to}) => ({name, agent, from, to})));
  rows.sort((a, b) => a.from - b.from || (a.agent < b.agent ? -1 : 1));
  return table(
    ['group', 'agent', 'from', 'to'],
    rows.map(({name, agent, from, to}) => [name, agent, stampOf(from), stampOf(to)]),
  );
}

/** Agents on duty in each interval, the time average rounded to whole agents: `time` and one column a group. */
export function agentsByInterval(
  groups: readonly SkillGroup[],
  intervalSeconds: number,
  firstDay: number,
  days: number,
): string {
  const start = firstDay * SECONDS_PER_DAY;
  const intervals = (days * SECONDS_PER_DAY) / intervalSeconds;
  const present = groups.map(({spells}) => presence(spells, start, intervals, intervalSeconds));
  const rows = Array.from({length: intervals}, (_, interval) => [
    stampOf(start + interval * intervalSeconds).slice(0, 16),
    ...present.map(seconds => String(Math.round(seconds[interval]! / intervalSeconds))),
  ]);
  return table(['time', ...groups.map(({name}) => name)], rows);
}

/** Seconds that agents were on duty in each interval, added up over agents. */
function presence(
  spells: readonly DutySpell[],
  start: number,
  intervals: number,
  intervalSeconds: number,
): Float64Array {
  const seconds = new Float64Array(intervals);
  for (const {from, to} of spells) {
    const first = Math.max(0, Math.floor((from - start) / intervalSeconds));
    for (let interval = first; interval < intervals && start + interval * intervalSeconds < to; interval += 1) {
      const begin = start + interval * intervalSeconds;
      seconds[interval]! += Math.max(0, Math.min(to, begin + intervalSeconds) - Math.max(from, begin));
    }
  }
  return seconds;
}

/** A CSV file of cells that need no quotes. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map(cells => `${cells.join(',')}\n`).join('');
