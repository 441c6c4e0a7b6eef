import {parseDuration} from '../base/units.js';
import {cellNumber, columnOf} from './csv.js';
import type {Table} from './csv.js';
import type {Problems} from './problems.js';
import type {Distribution, VaryingDistribution} from './scenario.js';
import type {WrittenDistribution, WrittenVarying} from './schema/distribution.js';
import type {Include} from './schema/field.js';

/** A written distribution with its file read; null after noting what is wrong. */
export function completeDistribution(
  written: WrittenDistribution,
  tableOf: (include: Include) => Table | null,
  problems: Problems,
): Distribution | null {
  if (written.kind !== 'file') return written;
  const table = tableOf(written.include);
  if (table === null) return null;
  return written.form === 'empirical' ? empirical(table, problems) : kaplanMeier(table, problems);
}

/** The same for one that varies over the day; its steps without place. */
export function completeVarying(
  written: WrittenVarying,
  tableOf: (include: Include) => Table | null,
  problems: Problems,
): VaryingDistribution | null {
  const steps = written.map(({fromOfDay, distribution}) => ({
    fromOfDay,
    distribution: completeDistribution(distribution, tableOf, problems),
  }));
  return steps.every((step): step is VaryingDistribution[number] => step.distribution !== null) ? steps : null;
}

/** A column of times in seconds; null after noting the first bad cell. */
function timesOf(table: Table, column: number, problems: Problems): readonly number[] | null {
  const times: number[] = [];
  for (const {line, cells} of table.rows) {
    const cell = cells[column] ?? '';
    const seconds = cellNumber(table, cell) ?? parseDuration(cell);
    if (seconds === null || seconds < 0) {
      problems.add(
        'SCN034',
        {file: table.file, line, column: null, path: ''},
        'a time in seconds, or a duration such as 3m',
        cell,
      );
      return null;
    }
    times.push(seconds);
  }
  if (times.length === 0)
    problems.add('SCN032', {file: table.file, line: 1, column: null, path: ''}, 'rows below the heading');
  return times.length === 0 ? null : times;
}

function empirical(table: Table, problems: Problems): Distribution | null {
  const column = Math.max(0, columnOf(table, 'seconds', 'time', 'value', 'handle-time', 'patience'));
  const times = timesOf(table, column, problems);
  return times && {kind: 'empirical', values: [...times].sort((a, b) => a - b)};
}

/** Either a curve that is given, or the product-limit estimate of waits of which some ended by abandoning. */
function kaplanMeier(table: Table, problems: Problems): Distribution | null {
  const [time, survival, abandoned] = [
    columnOf(table, 'time', 'seconds', 'wait'),
    columnOf(table, 'survival'),
    columnOf(table, 'abandoned', 'event'),
  ];
  if (time === -1 || (survival === -1 && abandoned === -1)) {
    problems.add(
      'SCN033',
      {file: table.file, line: 1, column: null, path: ''},
      'columns time and survival, or time and abandoned',
      table.columns.join(', '),
    );
    return null;
  }
  const times = timesOf(table, time, problems);
  if (times === null) return null;
  const column = survival === -1 ? abandoned : survival;
  const values: number[] = [];
  for (const {line, cells} of table.rows) {
    const value = cellNumber(table, cells[column] ?? '');
    const right = value !== null && (survival === -1 ? value === 0 || value === 1 : value >= 0 && value <= 1);
    if (!right) {
      problems.add(
        'SCN034',
        {file: table.file, line, column: null, path: ''},
        survival === -1 ? '1 for abandoned, 0 for answered' : 'a share from 0 to 1',
        cells[column] ?? '',
      );
      return null;
    }
    values.push(value);
  }
  return survival === -1 ? productLimit(times, values) : checkedCurve(table, times, values, problems);
}

function checkedCurve(
  table: Table,
  times: readonly number[],
  survival: readonly number[],
  problems: Problems,
): Distribution | null {
  for (let index = 1; index < times.length; index += 1) {
    if (times[index]! > times[index - 1]! && survival[index]! <= survival[index - 1]!) continue;
    problems.add(
      'SCN036',
      {file: table.file, line: table.rows[index]!.line, column: null, path: ''},
      'rising times and falling survival',
      `${times[index]!} ${survival[index]!}`,
    );
    return null;
  }
  return {kind: 'kaplan-meier', times, survival};
}

/**
 * Kaplan-Meier estimate: at each time the survivors shrink by the share of those still waiting who abandon.
 *
 * @see Kaplan and Meier 1958; at equal times abandonments count before answers
 */
function productLimit(times: readonly number[], abandoned: readonly number[]): Distribution {
  const order = times.map((_, index) => index).sort((a, b) => times[a]! - times[b]!);
  const steps: {time: number; survival: number}[] = [];
  let survival = 1;
  for (let first = 0; first < order.length;) {
    const time = times[order[first]!]!;
    let next = first;
    let events = 0;
    while (next < order.length && times[order[next]!] === time) {
      events += abandoned[order[next]!]!;
      next += 1;
    }
    if (events > 0) {
      survival *= 1 - events / (order.length - first);
      steps.push({time, survival});
    }
    first = next;
  }
  return {kind: 'kaplan-meier', times: steps.map(({time}) => time), survival: steps.map(step => step.survival)};
}
