import {suggest} from '../base/suggest.js';
import {SECONDS_PER_DAY, SECONDS_PER_HOUR} from '../base/units.js';
import {columnOf} from './csv.js';
import type {Table} from './csv.js';
import {clip, daysAround, momentOf} from './horizon.js';
import type {Horizon} from './horizon.js';
import {readIntervalRows} from './interval-rows.js';
import type {Problems} from './problems.js';
import type {Need} from './scheduling.js';

/**
 * Reads agents needed by interval: a row for each interval and group (`start, group, agents`), or a column `time` and
 * one column a group. A group may be an agent group or a contact type; clock times hold on every day of the horizon.
 *
 * @returns needs inside the horizon above 0; null after noting what is wrong
 */
export function readNeeds(
  table: Table,
  groups: readonly string[],
  contactTypes: readonly string[],
  horizon: Horizon,
  problems: Problems,
): readonly Need[] | null {
  const before = problems.count;
  const needs = columnsOf(table, [...groups, ...contactTypes], problems).flatMap(({name, rows, line}) => {
    const [group, contactType] = [groups.indexOf(name), contactTypes.indexOf(name)];
    if (group === -1 && contactType === -1) {
      const known = [...groups, ...contactTypes];
      problems.add(
        'SCD004',
        {file: table.file, line, column: null, path: ''},
        `an agent group or a contact type (${known.join(', ')})`,
        name,
        suggest(name, known),
      );
      return [];
    }
    const whose = group === -1 ? {group: null, contactType} : {group, contactType: null};
    return needsOf(rows, horizon, problems).map(need => ({...need, ...whose}));
  });
  if (problems.count > before) return null;
  if (needs.length === 0)
    problems.add(
      'SCN037',
      {file: table.file, line: null, column: null, path: ''},
      `agents needed between ${horizon.clock.dayDates[0]!} and ${horizon.clock.dayDates.at(-1)!}`,
    );
  return needs;
}

/** The file taken apart by group: each with columns time and agents, and the line of its first row. */
function columnsOf(
  table: Table,
  known: readonly string[],
  problems: Problems,
): readonly {readonly name: string; readonly line: number; readonly rows: Table}[] {
  const [start, group, agents] = [
    columnOf(table, 'start', 'time', 'interval'),
    columnOf(table, 'group'),
    columnOf(table, 'agents', 'count'),
  ];
  const place = {file: table.file, line: 1, column: null, path: ''};
  if (start === -1) problems.add('SCN033', place, 'a column start', table.columns.join(', '));
  if (start === -1) return [];
  const of = (rows: Table['rows'], value: number): Table => ({
    ...table,
    columns: ['time', 'agents'],
    rows: rows.map(({line, cells}) => ({line, cells: [(cells[start] ?? '').replace(/^T/, ''), cells[value] ?? '']})),
  });
  if (group !== -1) {
    if (agents === -1) problems.add('SCN033', place, 'a column agents', table.columns.join(', '));
    if (agents === -1) return [];
    const names = [...new Set(table.rows.map(({cells}) => cells[group] ?? ''))];
    return names.map(name => {
      const rows = table.rows.filter(({cells}) => (cells[group] ?? '') === name);
      return {name, line: rows[0]!.line, rows: of(rows, agents)};
    });
  }
  return table.columns.flatMap((column, index) => {
    if (index === start) return [];
    const name = known.find(each => each.toLowerCase() === column) ?? column;
    return [{name, line: 1, rows: of(table.rows, index)}];
  });
}

function needsOf(table: Table, horizon: Horizon, problems: Problems): readonly Omit<Need, 'group' | 'contactType'>[] {
  const read = readIntervalRows(table, ['agents'], horizon.zone, horizon.clock.intervalSeconds, false, problems);
  if (read === null) return [];
  // hours in which nobody is needed are often left out, so that rows far apart say nothing of how long each holds
  const step = read.step <= SECONDS_PER_HOUR ? read.step : horizon.clock.intervalSeconds;
  const days: readonly (number | null)[] = read.dated ? [null] : daysAround(horizon);
  return days.flatMap(each =>
    read.rows.flatMap(({day, secondOfDay, value, line}) => {
      const on = day ?? each!;
      const inside = clip(
        [
          momentOf(horizon, horizon.zone, on, secondOfDay),
          momentOf(horizon, horizon.zone, on, Math.min(SECONDS_PER_DAY, secondOfDay + step)),
        ],
        horizon,
      );
      return inside === null || value === 0 ? [] : [{line, from: inside[0], to: inside[1], agents: value}];
    }),
  );
}
