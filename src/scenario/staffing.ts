import {parseWeekdays, weekdayOf} from '../base/dates.js';
import {formatCount, parseClockTime, SECONDS_PER_DAY} from '../base/units.js';
import type {Zone} from './clock.js';
import {breaksInCells} from './break-cells.js';
import {cellNumber, columnOf, placeOfCell} from './csv.js';
import type {Table} from './csv.js';
import {clip, daysAround, momentOf} from './horizon.js';
import type {Horizon, Span} from './horizon.js';
import {readIntervalRows} from './interval-rows.js';
import type {Problems} from './problems.js';
import {isRoster, readRoster} from './roster.js';
import type {AgentTimetable, Staffing} from './scenario.js';
import {MOST_AGENTS} from './schema/agents.js';
import type {WrittenGroup} from './schema/agents.js';
import type {Include} from './schema/field.js';
import {placedBreaks} from './place-breaks.js';
import {deepest} from './value.js';
import type {Value} from './value.js';

/** Single shifts of a group over the whole horizon, at most. */
const MOST_SHIFTS = 2_000_000;

export interface StaffingContext {
  readonly horizon: Horizon;
  readonly groupName: string;
  /** Time zone of the site. */
  readonly zone: Zone;
  /** When the site is open; null: always. */
  readonly open: readonly Span[] | null;
  /** Day numbers on which nobody works unless a file names the date. */
  readonly holidays: ReadonlySet<number>;
  readonly tableOf: (include: Include) => Table | null;
  readonly problems: Problems;
}

/** Times that agents work, as read; seconds after midnight, `to` may lie on the next day. */
interface ShiftPattern {
  readonly agents: number;
  readonly from: number;
  readonly to: number;
  readonly days: readonly number[];
  readonly breaks: readonly Span[];
}

/** When the agents of a group are on duty. */
export function buildStaffing(written: WrittenGroup, context: StaffingContext): Staffing {
  if (written.count !== undefined) return constantStaffing(written.count, context);
  if (written['by-interval'] !== undefined) return intervalStaffing(written, written['by-interval'], context);
  const roster = written.schedule === undefined ? null : context.tableOf(written.schedule);
  if (roster !== null && isRoster(roster)) {
    return {
      kind: 'shifts',
      agents: readRoster(roster, context.groupName, context.zone, context.horizon, context.problems),
    };
  }
  const patterns =
    written.schedule === undefined
      ? writtenShifts(written, context.problems)
      : scheduledShifts(written.schedule, context);
  return shiftStaffing(patterns, written.here, context);
}

function constantStaffing(agents: number, {open, horizon}: StaffingContext): Staffing {
  if (open === null) return {kind: 'counts', changes: [{at: 0, agents}]};
  return changesOf(
    open.map(([from, to]) => ({from, to, agents})),
    horizon,
  );
}

function intervalStaffing(
  written: WrittenGroup,
  include: Include,
  {horizon, zone, groupName, holidays, tableOf, problems}: StaffingContext,
): Staffing {
  const table = tableOf(include);
  const names = written.column === undefined ? [groupName, 'agents'] : [written.column];
  const read = table && readIntervalRows(table, names, zone, horizon.clock.intervalSeconds, true, problems);
  if (read === null) return {kind: 'counts', changes: []};
  if (read.rows.some(({value}) => value > MOST_AGENTS))
    problems.add('SCN040', include.at, `at most ${formatCount(MOST_AGENTS)} agents in a group`, include.path);
  const days: readonly (number | null)[] = read.dated ? [null] : daysAround(horizon).filter(day => !holidays.has(day));
  const cells = days.flatMap(each =>
    read.rows.flatMap(({day, secondOfDay, value}) => {
      const on = day ?? each!;
      const inside = clip(
        [
          momentOf(horizon, zone, on, secondOfDay),
          momentOf(horizon, zone, on, Math.min(SECONDS_PER_DAY, secondOfDay + read.step)),
        ],
        horizon,
      );
      return inside === null ? [] : [{from: inside[0], to: inside[1], agents: value}];
    }),
  );
  if (cells.length === 0)
    problems.add(
      'SCN037',
      include.at,
      `rows between ${horizon.clock.dayDates[0]!} and ${horizon.clock.dayDates.at(-1)!}`,
      include.path,
    );
  return changesOf(cells, horizon);
}

/** Cells in order of time become changes; between them nobody is on duty. */
function changesOf(
  cells: readonly {readonly from: number; readonly to: number; readonly agents: number}[],
  {end}: Horizon,
): Staffing {
  const changes: {at: number; agents: number}[] = [];
  const change = (at: number, agents: number): void => {
    if (changes.length === 0 ? at > 0 : false) changes.push({at: 0, agents: 0});
    if (changes.at(-1)?.agents !== agents) changes.push({at, agents});
  };
  cells.forEach(({from, to, agents}, index) => {
    change(from, agents);
    if (to < end && cells[index + 1]?.from !== to) change(to, 0);
  });
  return {kind: 'counts', changes: changes.length === 0 ? [{at: 0, agents: 0}] : changes};
}

function writtenShifts(written: WrittenGroup, problems: Problems): readonly ShiftPattern[] {
  const patterns: ShiftPattern[] = [];
  for (const shift of written.shifts ?? []) {
    const {agents, from, to, days} = shift;
    const parts = placedBreaks(shift.breaks ?? [], agents).map(part =>
      patternOf(part.agents, from, to, days, part.breaks),
    );
    const fitting = parts.filter(pattern => pattern !== null);
    if (fitting.length < parts.length)
      problems.add('SCN014', deepest(shift.here, 'breaks'), 'breaks inside the shift, one after the other');
    else patterns.push(...fitting);
  }
  return patterns;
}

/** null when a break is outside the shift or overlaps another. */
function patternOf(
  agents: number,
  from: number,
  end: number,
  days: readonly number[],
  breaks: readonly Span[],
): ShiftPattern | null {
  const to = end <= from ? end + SECONDS_PER_DAY : end;
  const moved = breaks.map(([start, stop]): Span =>
    start < from ? [start + SECONDS_PER_DAY, stop + SECONDS_PER_DAY] : [start, stop],
  );
  moved.sort((a, b) => a[0] - b[0]);
  const fit = moved.every(
    ([start, stop], index) => start >= from && stop <= to && start < stop && start >= (moved[index - 1]?.[1] ?? from),
  );
  return fit ? {agents, from, to, days, breaks: moved} : null;
}

function scheduledShifts(include: Include, {tableOf, problems}: StaffingContext): readonly ShiftPattern[] {
  const table = tableOf(include);
  if (table === null) return [];
  const columns = {
    agents: columnOf(table, 'agents', 'count'),
    from: columnOf(table, 'from', 'start'),
    to: columnOf(table, 'to', 'end'),
    days: columnOf(table, 'days', 'day'),
  };
  for (const name of ['agents', 'from', 'to'] as const) {
    if (columns[name] === -1)
      problems.add(
        'SCN033',
        {file: table.file, line: 1, column: null, path: ''},
        `a column ${name}`,
        table.columns.join(', '),
      );
  }
  if (Math.min(columns.agents, columns.from, columns.to) === -1) return [];
  const breakColumns = table.columns.flatMap((name, index) => (/^breaks?([- ]?\d+)?$/.test(name) ? [index] : []));
  const patterns: ShiftPattern[] = [];
  for (const {line, cells} of table.rows) {
    const note = (expected: string, got: string): void =>
      problems.add('SCN034', {file: table.file, line, column: null, path: ''}, expected, got);
    const agents = cellNumber(table, cells[columns.agents] ?? '');
    const [from, to] = [parseClockTime(cells[columns.from] ?? ''), parseClockTime(cells[columns.to] ?? '')];
    const dayText = columns.days === -1 ? 'daily' : (cells[columns.days] ?? '');
    const days = parseWeekdays(dayText.trim() === '' ? 'daily' : dayText);
    const {breaks, fault} = breaksInCells(cells, breakColumns);
    if (agents === null || !Number.isInteger(agents) || agents < 0 || agents > MOST_AGENTS)
      note('a whole number of agents', cells[columns.agents] ?? '');
    else if (from === null || to === null)
      note('clock times such as 08:00', `${cells[columns.from] ?? ''} ${cells[columns.to] ?? ''}`);
    else if (days === null) note('days such as mon-fri', dayText);
    else if (fault !== null) problems.add('SCN034', placeOfCell(table, line, fault.column), fault.expected, fault.got);
    else {
      const parts = placedBreaks(breaks, agents).map(part => patternOf(part.agents, from, to, days, part.breaks));
      const fitting = parts.filter(pattern => pattern !== null);
      if (fitting.length < parts.length)
        problems.add(
          'SCN034',
          placeOfCell(table, line, breakColumns[0]!),
          'breaks inside the shift, one after the other',
          breakColumns.map(index => cells[index]).join(' '),
        );
      else patterns.push(...fitting);
    }
    if (problems.count > 20) break;
  }
  return patterns;
}

function shiftStaffing(
  patterns: readonly ShiftPattern[],
  at: Value,
  {horizon, zone, holidays, problems}: StaffingContext,
): Staffing {
  const total = patterns.reduce((sum, {agents}) => sum + agents, 0);
  if (total > MOST_AGENTS)
    problems.add('SCN040', at, `at most ${formatCount(MOST_AGENTS)} agents in a group`, String(total));
  if (patterns.length * horizon.clock.days > MOST_SHIFTS)
    problems.add(
      'SCN040',
      at,
      `at most ${formatCount(MOST_SHIFTS)} shifts over the horizon`,
      String(patterns.length * horizon.clock.days),
    );
  if (total > MOST_AGENTS || patterns.length * horizon.clock.days > MOST_SHIFTS) return {kind: 'shifts', agents: []};
  return {
    kind: 'shifts',
    agents: patterns.flatMap(pattern => {
      const timetable = timetableOf(pattern, horizon, zone, holidays);
      return timetable.shifts.length === 0 ? [] : Array.from({length: pattern.agents}, () => timetable);
    }),
  };
}

function timetableOf(
  {from, to, days, breaks}: ShiftPattern,
  horizon: Horizon,
  zone: Zone,
  holidays: ReadonlySet<number>,
): AgentTimetable {
  const shifts: AgentTimetable['shifts'][number][] = [];
  for (const day of daysAround(horizon)) {
    if (!days.includes(weekdayOf(day)) || holidays.has(day)) continue;
    const span = clip([momentOf(horizon, zone, day, from), momentOf(horizon, zone, day, to)], horizon);
    if (span === null) continue;
    const pauses = breaks.map(([start, stop]): Span | null => {
      const inside = clip([momentOf(horizon, zone, day, start), momentOf(horizon, zone, day, stop)], horizon);
      // who is on a break when the horizon ends, and not at the end of the shift, comes back
      return inside === null || stop === to
        ? inside
        : [inside[0], Math.max(inside[1], momentOf(horizon, zone, day, stop))];
    });
    shifts.push({from: span[0], to: span[1], breaks: pauses.filter(pause => pause !== null)});
  }
  return {shifts};
}
