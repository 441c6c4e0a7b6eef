import {basename, join} from 'node:path';
import {SECONDS_PER_DAY} from '../../../base/units.js';
import {userError} from '../../../base/errors.js';
import {openCsv} from '../csv-rows.js';
import {DroppedRows} from '../dropped-rows.js';
import type {DroppedReason} from '../dropped-rows.js';
import {meanSurvival, survivalOf} from '../kaplan-meier.js';
import type {SurvivalCurve} from '../kaplan-meier.js';
import {makeFolder, writeWhole} from '../write-file.js';
import {agentsByInterval, dutyTable, groupBySkills, stampOf, table} from './duty-tables.js';
import {dayOf, inferDuty, inferSkills} from './duty.js';
import {observe, observedTable} from './observed.js';
import type {Observed} from './observed.js';
import {BANK_COLUMNS, BANK_TYPES, readBankCall} from './read-calls.js';
import type {BankCall, BankType} from './read-calls.js';
import {scenarioYaml} from './scenario-yaml.js';
import {measureWrapUp} from './wrap-up.js';

export interface BankImportOptions {
  /** Folder for all that is written; made where missing. */
  readonly out: string;
  /** Seconds without an answered call after which an agent counts as away. */
  readonly breakAfter: number;
  /** Grain of the table of agents by interval, seconds. */
  readonly intervalSeconds: number;
}

/** What the import found; `--format json` as it stands. */
export interface BankImportReport {
  readonly format: 'plimsoll-import-anonymous-bank';
  readonly version: 1;
  readonly file: string;
  readonly out: string;
  readonly rows: number;
  readonly imported: number;
  readonly dropped: readonly DroppedReason[];
  /** Rows that are odd and yet imported. */
  readonly odd: readonly DroppedReason[];
  readonly observed: Observed;
  readonly types: readonly {
    readonly name: BankType;
    readonly contacts: number;
    readonly meanWait: number;
    readonly abandonment: number;
    readonly meanPatience: number | null;
  }[];
  readonly agents: number;
  readonly spells: number;
  readonly agentHours: number;
  readonly skillGroups: readonly {readonly name: string; readonly spells: number}[];
  /** Time between talks while customers wait, seconds; null: never seen. */
  readonly wrapUp: {
    readonly mean: number;
    readonly median: number;
    readonly observations: number;
    readonly censored: number;
  } | null;
  readonly files: readonly string[];
}

/**
 * Turns a month of the Anonymous Bank's log into a contact log, the rows it dropped, who was on duty, wrap-up, patience and a
 * scenario that replays it; all in one folder, the scenario last.
 *
 * @throws UserError LOG001 to LOG004 when the file is no such log, LOG012 when the folder cannot be written
 */
export async function importAnonymousBank(
  file: string,
  {out, breakAfter, intervalSeconds}: BankImportOptions,
): Promise<BankImportReport> {
  makeFolder(out);
  const {calls, rows, dropped, odd, droppedLines} = await readBankLog(file);
  if (calls.length === 0)
    throw userError('LOG002', file, 'at least one call that wanted an agent', `${rows} rows without one`);
  const spells = inferDuty(calls, breakAfter);
  const skills = inferSkills(calls);
  const groups = groupBySkills(spells, skills);
  const gaps = measureWrapUp(calls, spells, skills);
  const wrapUp = survivalOf(gaps);
  const types = BANK_TYPES.filter(type => calls.some(call => call.type === type));
  const patience = new Map(types.map(type => [type, survivalOf(waitsOf(calls, type))]));
  const firstDay = dayOf(calls[0]!.arrivedAt);
  const days = dayOf(calls.at(-1)!.arrivedAt) - firstDay + 1;

  const files: [string, string][] = [
    ['log.csv', logTable(calls)],
    ['dropped.csv', table(['line', 'reason'], droppedLines)],
    ['duty.csv', dutyTable(groups)],
    ['agents-by-interval.csv', agentsByInterval(groups, intervalSeconds, firstDay, days)],
    ['observed.csv', observedTable(calls)],
    ...types.map((type): [string, string] => [`handle-${type}.csv`, handleTable(calls, type)]),
    ...[...patience].flatMap(([type, curve]): [string, string][] =>
      curve === null ? [] : [[`patience-${type}.csv`, survivalTable(curve)]],
    ),
    ...(wrapUp === null ? [] : [['wrap-up.csv', survivalTable(wrapUp)] as [string, string]]),
    [
      'scenario.yaml',
      scenarioYaml({
        source: basename(file),
        firstDay,
        days,
        types,
        patient: types.filter(type => patience.get(type) === null),
        wrapUp: wrapUp !== null,
        groups,
        breakAfter,
      }),
    ],
  ];
  for (const [name, text] of files) writeWhole(join(out, name), text);

  return {
    format: 'plimsoll-import-anonymous-bank',
    version: 1,
    file,
    out,
    rows,
    imported: calls.length,
    dropped: dropped.list(),
    odd: odd.list(),
    observed: observe(calls),
    types: types.map(name => summaryOf(name, calls, patience.get(name)!)),
    agents: new Set(spells.map(({agent}) => agent)).size,
    spells: spells.length,
    agentHours: spells.reduce((sum, {from, to}) => sum + to - from, 0) / 3600,
    skillGroups: groups.map(({name, spells: {length}}) => ({name, spells: length})),
    wrapUp:
      wrapUp === null
        ? null
        : {
            mean: meanSurvival(wrapUp),
            median: wrapUp.times[wrapUp.survival.findIndex(share => share <= 0.5)]!,
            observations: gaps.length,
            censored: gaps.filter(({seen}) => !seen).length,
          },
    files: files.map(([name]) => join(out, name)),
  };
}

interface BankLog {
  /** In order of arrival. */
  readonly calls: readonly BankCall[];
  readonly rows: number;
  readonly dropped: DroppedRows;
  readonly odd: DroppedRows;
  readonly droppedLines: readonly (readonly string[])[];
}

async function readBankLog(file: string): Promise<BankLog> {
  const csv = await openCsv(file, {delimiter: '\t', lines: true});
  const calls: BankCall[] = [];
  const dropped = new DroppedRows();
  const odd = new DroppedRows();
  const droppedLines: string[][] = [];
  let rows = 0;
  try {
    if (csv.header.join(' ') !== BANK_COLUMNS.join(' ')) {
      throw userError(
        'LOG004',
        file,
        `the ${BANK_COLUMNS.length} columns of the Anonymous Bank (${BANK_COLUMNS.join(', ')})`,
        csv.header.join(', ').slice(0, 200),
      );
    }
    for (let batch = await csv.next(); batch.length > 0; batch = await csv.next()) {
      for (const {cells, line} of batch) {
        rows += 1;
        const call = readBankCall(cells, line);
        if ('dropped' in call) {
          dropped.add(call.dropped, line, `call ${cells[1] ?? ''}`);
          droppedLines.push([String(line), `"${call.dropped}"`]);
        } else {
          calls.push(call);
          if (call.oddity !== null) odd.add(call.oddity, line, `call ${cells[1] ?? ''}`);
        }
      }
    }
  } finally {
    csv.close();
  }
  calls.sort((a, b) => a.arrivedAt - b.arrivedAt || a.line - b.line);
  return {calls, rows, dropped, odd, droppedLines};
}

/** Waits of those who queued: an abandonment where they hung up, a lower bound of patience where they were answered. */
const waitsOf = (calls: readonly BankCall[], type: BankType): {seconds: number; seen: boolean}[] =>
  calls
    .filter(call => call.type === type && call.wait > 0)
    .map(({wait, answered}) => ({seconds: wait, seen: !answered}));

/**
 * The log to replay, with two columns more than a replay reads: what happened to each call. Patience is known of those who
 * hung up alone, so the scenario draws it for all: taking the known ones as recorded and drawing the others would bring too many who hang up.
 */
function logTable(calls: readonly BankCall[]): string {
  return table(
    ['contact-type', 'arrived-at', 'handle-time', 'patience', 'wrap-up', 'waited', 'outcome', 'priority'],
    calls.map(({type, arrivedAt, answered, talkFrom, talkTo, wait, priority}) => [
      type,
      stampOf(arrivedAt),
      answered ? String(talkTo - talkFrom) : '',
      answered ? '' : String(wait),
      '',
      String(wait),
      answered ? 'answered' : 'abandoned',
      String(priority),
    ]),
  );
}

/** Talk times, from which those of customers who hung up are drawn; services of 0 s say nothing. */
const handleTable = (calls: readonly BankCall[], type: BankType): string =>
  table(
    ['seconds'],
    calls
      .filter(call => call.type === type && call.talkTo > call.talkFrom)
      .map(({talkFrom, talkTo}) => [String(talkTo - talkFrom)]),
  );

const survivalTable = ({times, survival}: SurvivalCurve): string =>
  table(
    ['time', 'survival'],
    times.map((time, index) => [String(time), String(Number(survival[index]!.toPrecision(12)))]),
  );

function summaryOf(
  name: BankType,
  calls: readonly BankCall[],
  patience: SurvivalCurve | null,
): BankImportReport['types'][number] {
  const {contacts, meanWait, abandoned} = observe(calls.filter(call => call.type === name));
  return {
    name,
    contacts,
    meanWait,
    abandonment: abandoned / contacts,
    meanPatience: patience === null ? null : meanSurvival(patience),
  };
}

export const DEFAULT_BREAK_AFTER = 15 * 60;
export const DEFAULT_INTERVAL = SECONDS_PER_DAY / 48;
