import {parseIsoDate} from '../base/dates.js';
import {parseClockRange, parseClockTime, SECONDS_PER_DAY} from '../base/units.js';
import type {Zone} from './clock.js';
import {columnOf} from './csv.js';
import type {Table} from './csv.js';
import {clip, momentOf} from './horizon.js';
import type {Horizon, Span} from './horizon.js';
import type {Problems} from './problems.js';
import type {AgentTimetable} from './scenario.js';

/** True when a schedule lists named agents with dates, so that it is a roster and no pattern of shifts. */
export const isRoster = (table: Table): boolean =>
  columnOf(table, 'agent') !== -1 && columnOf(table, 'agents', 'count') === -1;

/**
 * Reads a roster: one row for each stay of one agent, `agent, from, to` with dates and seconds, in any order. A column
 * `group` lets one file hold the rosters of several groups, a column `breaks` has clock times inside the stay.
 *
 * @returns a timetable for each agent with a stay inside the horizon, in order of name
 */
export function readRoster(
  table: Table,
  groupName: string,
  zone: Zone,
  horizon: Horizon,
  problems: Problems,
): readonly AgentTimetable[] {
  const [group, agent, from, to] = [
    columnOf(table, 'group'),
    columnOf(table, 'agent'),
    columnOf(table, 'from', 'start'),
    columnOf(table, 'to', 'end'),
  ];
  const breakColumns = table.columns.flatMap((name, index) => (/^breaks?$/.test(name) ? [index] : []));
  const note = (code: 'SCN033' | 'SCN034' | 'SCN036', line: number, expected: string, got: string): void =>
    problems.add(code, {file: table.file, line, column: null, path: ''}, expected, got);
  for (const [name, column] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (column === -1) note('SCN033', 1, `a column ${name}`, table.columns.join(', '));
  }
  if (Math.min(from, to) === -1) return [];
  const stays = new Map<string, Stay[]>();
  const before = problems.count;
  for (const {line, cells} of table.rows) {
    if (group !== -1 && cells[group] !== groupName) continue;
    const [start, end] = [momentAt(cells[from] ?? '', zone, horizon), momentAt(cells[to] ?? '', zone, horizon)];
    if (start === null || end === null)
      note('SCN034', line, 'dates and times such as 2026-11-23T08:00:00', `${cells[from] ?? ''} ${cells[to] ?? ''}`);
    else if (end <= start) note('SCN034', line, 'an end after the start', `${cells[from] ?? ''} ${cells[to] ?? ''}`);
    else {
      const name = cells[agent] ?? '';
      const text = breakColumns.map(index => cells[index] ?? '').join(' ');
      const breaks = breaksAt(text, cells[from] ?? '', [start, end], zone, horizon);
      if (breaks === null) note('SCN034', line, 'breaks inside the stay such as 12:00-12:30 15:00-15:15', text.trim());
      if (!stays.has(name)) stays.set(name, []);
      stays.get(name)!.push({from: start, to: end, line, breaks: breaks ?? []});
    }
    if (problems.count - before > 20) return [];
  }
  return [...stays]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, spells]) => {
      spells.sort((a, b) => a.from - b.from);
      spells.forEach((spell, index) => {
        if (index > 0 && spell.from < spells[index - 1]!.to)
          note('SCN036', spell.line, 'stays of one agent that do not overlap', name);
      });
      const inside = spells.flatMap(spell => {
        const span = clip([spell.from, spell.to], horizon);
        if (span === null) return [];
        const breaks = spell.breaks.map(pause => clip(pause, horizon)).filter(pause => pause !== null);
        return [{from: span[0], to: span[1], breaks}];
      });
      return inside.length === 0 ? [] : [{shifts: inside}];
    });
}

interface Stay {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly breaks: readonly Span[];
}

/** Breaks of a stay, in order; one whose clock time is before the start lies on the next day. null: not inside, or not after each other. */
function breaksAt(
  text: string,
  startText: string,
  [start, end]: Span,
  zone: Zone,
  horizon: Horizon,
): readonly Span[] | null {
  const parts = text.split(/[\s,;]+/).filter(part => part !== '' && part !== '-');
  if (parts.length === 0) return [];
  const [date, clock] = startText.trim().split(/T|\s+/);
  const [day, second] = [parseIsoDate(date ?? '')!, parseClockTime(clock ?? '')!];
  const spans = parts.map((part): Span | null => {
    const range = parseClockRange(part);
    if (range === null) return null;
    const later = range[0] < second ? SECONDS_PER_DAY : 0;
    return [momentOf(horizon, zone, day, range[0] + later), momentOf(horizon, zone, day, range[1] + later)];
  });
  const known = spans.filter(span => span !== null).sort((a, b) => a[0] - b[0]);
  const fit = known.every(([from, to], index) => from >= (known[index - 1]?.[1] ?? start) && to <= end);
  return known.length === parts.length && fit ? known : null;
}

/** Seconds from the start of the horizon of `2026-11-23T08:00:12`, on the wall clock of the zone. */
function momentAt(text: string, zone: Zone, horizon: Horizon): number | null {
  const [date, clock, ...rest] = text.trim().split(/T|\s+/);
  const day = parseIsoDate(date ?? '');
  const second = parseClockTime(clock ?? '');
  return day === null || second === null || rest.length > 0 ? null : momentOf(horizon, zone, day, second);
}
