import type {Clock, Scenario} from '../../scenario/scenario.js';
import {openCsv} from '../import/csv-rows.js';
import type {CsvRows} from '../import/csv-rows.js';
import type {ReplayRequest} from '../replay-reader.js';
import {makeArrivalReader} from './horizon-seconds.js';
import {findLogColumns} from './log-columns.js';
import {readLogRow, rowError} from './log-row.js';
import type {LogRow, RowReading} from './log-row.js';
import {unknownTypes, zoneOf} from './open-replay.js';

/** What a whole log holds, seen from one scenario. */
export interface LogCheck {
  readonly file: string;
  readonly rows: number;
  /** Rows that will be replayed. */
  readonly replayed: number;
  readonly beforeHorizon: number;
  readonly afterHorizon: number;
  /** Rows of contact types that the scenario does not replay, by name; the most frequent first. */
  readonly otherTypes: readonly {readonly name: string; readonly rows: number}[];
  /** The same as sentences: what a planner should know before trusting the replay. */
  readonly warnings: readonly string[];
}

/** Names beyond so many are counted together, so that a file with a name a row does not fill the memory. */
const MOST_NAMES = 1000;
const OTHERS = '(others)';

/**
 * Reads a log from end to end, as `plimsoll validate` does.
 *
 * @throws UserError at the first row that cannot be replayed (with its line), or LOG009 when no row is of a type asked for
 */
export async function checkLog(request: ReplayRequest, clock: Clock): Promise<LogCheck> {
  const {file, delimiter, decimalComma} = request;
  const csv = await openCsv(file, {delimiter, lines: true});
  try {
    const reading: RowReading = {
      columns: findLogColumns(file, csv.header),
      decimalComma,
      readArrival: makeArrivalReader(clock, await zoneOf(clock)),
      severalDays: clock.days > 1,
    };
    return await scan(csv, reading, request, clock.dayStarts[clock.days]!);
  } finally {
    csv.close();
  }
}

async function scan(csv: CsvRows, reading: RowReading, request: ReplayRequest, end: number): Promise<LogCheck> {
  const wanted = new Set(request.wanted.map(type => type.logName));
  const row: LogRow = {contactType: '', arrivedAt: 0, handle: NaN, wrapUp: NaN, patience: NaN};
  const others = new Map<string, number>();
  let [rows, matched, before, after, previous] = [0, 0, 0, 0, -Infinity];
  for (let batch = await csv.next(); batch.length > 0; batch = await csv.next()) {
    for (const {cells, line} of batch) {
      const fault = readLogRow(cells, previous, reading, row);
      if (fault !== null) throw rowError(request.file, line, fault);
      previous = row.arrivedAt;
      rows += 1;
      if (!wanted.has(row.contactType)) countName(others, row.contactType);
      else {
        matched += 1;
        if (row.arrivedAt < 0) before += 1;
        else if (row.arrivedAt >= end) after += 1;
      }
    }
  }
  const otherTypes = [...others].map(([name, count]) => ({name, rows: count})).sort((a, b) => b.rows - a.rows);
  if (matched === 0 && rows > 0)
    throw unknownTypes(
      request.file,
      otherTypes.map(({name}) => name),
      [...wanted],
    );
  const check = {
    file: request.file,
    rows,
    replayed: matched - before - after,
    beforeHorizon: before,
    afterHorizon: after,
    otherTypes,
  };
  return {...check, warnings: warningsOf(check)};
}

function countName(counts: Map<string, number>, name: string): void {
  const key = counts.has(name) || counts.size < MOST_NAMES ? name : OTHERS;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function warningsOf({
  file,
  rows,
  replayed,
  beforeHorizon,
  afterHorizon,
  otherTypes,
}: Omit<LogCheck, 'warnings'>): string[] {
  const warnings: string[] = [];
  const outside = beforeHorizon + afterHorizon;
  if (rows === 0) warnings.push(`${file}: the log has a heading and no rows, so no contact will come`);
  if (outside > 0) {
    warnings.push(
      `${file}: ${outside} of ${outside + replayed} rows lie outside the horizon (${beforeHorizon} before, ${afterHorizon} after) and are left out; clock.start and clock.days say what is inside`,
    );
  }
  if (otherTypes.length > 0) {
    const names = otherTypes
      .slice(0, 8)
      .map(({name, rows: count}) => `${JSON.stringify(name)} (${count})`)
      .join(', ');
    const sum = otherTypes.reduce((total, {rows: count}) => total + count, 0);
    warnings.push(
      `${file}: ${sum} of ${rows} rows are of contact types that the scenario does not replay: ${names}${otherTypes.length > 8 ? ', …' : ''}`,
    );
  }
  return warnings;
}

/** Every log that a scenario replays, read from end to end; none when it replays none. */
export async function checkLogs(scenario: Scenario): Promise<readonly LogCheck[]> {
  const requests = new Map<string, ReplayRequest>();
  for (const [contactType, {arrivals}] of scenario.contactTypes.entries()) {
    for (const source of arrivals) {
      if (source.kind !== 'replayed') continue;
      const {file, delimiter, decimalComma, logName, use} = source;
      const sofar = requests.get(file)?.wanted ?? [];
      requests.set(file, {file, delimiter, decimalComma, wanted: [...sofar, {logName, contactType, use}]});
    }
  }
  const checks: LogCheck[] = [];
  for (const request of requests.values()) checks.push(await checkLog(request, scenario.clock));
  return checks;
}
