import {parseIsoDate} from '../base/dates.js';
import {parseClockTime, SECONDS_PER_DAY} from '../base/units.js';
import type {Zone} from './clock.js';
import {breaksInCells} from './break-cells.js';
import {columnOf, placeOfCell} from './csv.js';
import type {Table} from './csv.js';
import {clip, momentOf} from './horizon.js';
import type {Horizon, Span} from './horizon.js';
import type {Problems} from './problems.js';
import {placedBreaks} from './place-breaks.js';
import type {AgentTimetable} from './scenario.js';
import type {WrittenBreak} from './schema/breaks.js';

/** True when a schedule lists named agents with dates, so that it is a roster and no pattern of shifts. */
export const isRoster = (table: Table): boolean =>
  columnOf(table, 'agent') !== -1 && columnOf(table, 'agents', 'count') === -1;

/**
 * Reads a roster: one row for each stay of one agent, `agent, from, to` with dates and seconds, in any order. A column
 * `group` lets one file hold the rosters of several groups, a column `breaks` has clock times inside the stay, or windows over
 * which the agents with the same stay and the same breaks are spread in order of name.
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
  const written: WrittenStay[] = [];
  const before = problems.count;
  for (const {line, cells} of table.rows) {
    if (group !== -1 && cells[group] !== groupName) continue;
    const [start, end] = [momentAt(cells[from] ?? '', zone, horizon), momentAt(cells[to] ?? '', zone, horizon)];
    if (start === null || end === null)
      note('SCN034', line, 'dates and times such as 2026-11-23T08:00:00', `${cells[from] ?? ''} ${cells[to] ?? ''}`);
    else if (end <= start) note('SCN034', line, 'an end after the start', `${cells[from] ?? ''} ${cells[to] ?? ''}`);
    else {
      const {breaks, fault} = breaksInCells(cells, breakColumns);
      if (fault !== null) problems.add('SCN034', placeOfCell(table, line, fault.column), fault.expected, fault.got);
      const text = breakColumns.map(index => cells[index] ?? '').join(' ');
      written.push({
        ...{name: cells[agent] ?? '', start: cells[from] ?? '', from: start, to: end, line},
        ...{text: text.trim(), breaks: fault === null ? breaks : []},
      });
    }
    if (problems.count - before > 20) return [];
  }
  const stays = new Map<string, Stay[]>();
  for (const {stay, placed} of withBreaksPlaced(written)) {
    const breaks = breaksAt(placed, stay, zone, horizon);
    if (breaks === null)
      problems.add(
        'SCN034',
        placeOfCell(table, stay.line, breakColumns[0]!),
        'breaks inside the stay, one after the other, such as 12:00-12:30 15:00-15:15',
        stay.text,
      );
    if (problems.count - before > 20) return [];
    if (!stays.has(stay.name)) stays.set(stay.name, []);
    stays.get(stay.name)!.push({from: stay.from, to: stay.to, line: stay.line, breaks: breaks ?? []});
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

/** A row of a roster. */
interface WrittenStay {
  readonly name: string;
  /** As written, date and clock time. */
  readonly start: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** The cells of its breaks as written. */
  readonly text: string;
  readonly breaks: readonly WrittenBreak[];
}

/** Gives those with the same stay and the same breaks times in the windows, in order of name; the rows in their order. */
function withBreaksPlaced(
  stays: readonly WrittenStay[],
): readonly {readonly stay: WrittenStay; readonly placed: readonly Span[]}[] {
  const alike = new Map<string, WrittenStay[]>();
  for (const stay of stays) {
    const key = JSON.stringify([stay.from, stay.to, stay.breaks]);
    const same = alike.get(key);
    if (same === undefined) alike.set(key, [stay]);
    else same.push(stay);
  }
  const placed = new Map<WrittenStay, readonly Span[]>();
  for (const group of alike.values()) {
    const ordered = [...group].sort((a, b) => (a.name < b.name ? -1 : 1));
    const places = placedBreaks(ordered[0]!.breaks, ordered.length).flatMap(part =>
      Array.from({length: part.agents}, () => part.breaks),
    );
    ordered.forEach((stay, index) => placed.set(stay, places[index]!));
  }
  return stays.map(stay => ({stay, placed: placed.get(stay)!}));
}

/** Breaks of a stay, in order; one whose clock time is before the start lies on the next day. null: not inside, or not after each other. */
function breaksAt(
  placed: readonly Span[],
  {start: startText, from: start, to: end}: WrittenStay,
  zone: Zone,
  horizon: Horizon,
): readonly Span[] | null {
  const [date, clock] = startText.trim().split(/T|\s+/);
  const [day, second] = [parseIsoDate(date ?? '')!, parseClockTime(clock ?? '')!];
  const spans = placed
    .map((range): Span => {
      const later = range[0] < second ? SECONDS_PER_DAY : 0;
      return [momentOf(horizon, zone, day, range[0] + later), momentOf(horizon, zone, day, range[1] + later)];
    })
    .sort((a, b) => a[0] - b[0]);
  const fit = spans.every(([from, to], index) => from >= (spans[index - 1]?.[1] ?? start) && to <= end);
  return fit ? spans : null;
}

/** Seconds from the start of the horizon of `2026-11-23T08:00:12`, on the wall clock of the zone. */
function momentAt(text: string, zone: Zone, horizon: Horizon): number | null {
  const [date, clock, ...rest] = text.trim().split(/T|\s+/);
  const day = parseIsoDate(date ?? '');
  const second = parseClockTime(clock ?? '');
  return day === null || second === null || rest.length > 0 ? null : momentOf(horizon, zone, day, second);
}
