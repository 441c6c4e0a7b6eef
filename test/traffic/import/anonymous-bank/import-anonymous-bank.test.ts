import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {checkLogs} from '../../../../src/traffic/replay/check-log.js';
import {describeBankImport} from '../../../../src/traffic/import/anonymous-bank/describe-bank-import.js';
import {importAnonymousBank} from '../../../../src/traffic/import/anonymous-bank/import-anonymous-bank.js';
import type {BankImportReport} from '../../../../src/traffic/import/anonymous-bank/import-anonymous-bank.js';
import {loadScenario} from '../../../../src/scenario/load.js';
import {bankLog} from '../../../support/bank-log.js';
import type {MadeUpCall} from '../../../support/bank-log.js';
import {temporaryFile, temporaryFolder} from '../../../support/temporary-folder.js';

const DAY: readonly MadeUpCall[] = [
  {at: '8:00:00', talk: ['7:59:59', '8:03:00']},
  {at: '8:05:00', outcome: 'PHANTOM'},
  {at: '8:02:00', queueTo: '8:03:21', talk: ['8:03:20', '8:05:00'], priority: 2},
  {at: '8:04:00', queueTo: '8:04:30', outcome: 'HANG', server: 'NO_SERVER', type: 'NW'},
  {at: '8:06:00', outcome: 'HANG', server: 'NO_SERVER'},
  {at: '8:04:10', queueTo: '8:05:10', talk: ['8:05:10', '8:06:00'], type: 'NW'},
  {at: '9:00:00', talk: ['9:00:00', '9:01:00'], date: '990302'},
];

async function importing(calls: readonly MadeUpCall[] = DAY): Promise<{report: BankImportReport; out: string}> {
  const out = join(temporaryFolder(), 'bank');
  return {
    out,
    report: await importAnonymousBank(temporaryFile('march.txt', bankLog(calls)), {
      out,
      breakAfter: 900,
      intervalSeconds: 1800,
    }),
  };
}

const linesOf = (folder: string, file: string): string[] =>
  readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');

describe('importing the log of the Anonymous Bank', () => {
  it('writes the calls that wanted an agent in order of arrival, with what happened to them', async () => {
    const {out} = await importing();
    expect(linesOf(out, 'log.csv')).toEqual([
      'contact-type,arrived-at,handle-time,patience,wrap-up,waited,outcome,priority',
      'PS,1999-03-01T08:00:00,181,,,0,answered,0',
      'PS,1999-03-01T08:02:00,100,,,81,answered,2',
      'NW,1999-03-01T08:04:00,,30,,30,abandoned,0',
      'NW,1999-03-01T08:04:10,50,,,60,answered,0',
      'PS,1999-03-02T09:00:00,60,,,0,answered,0',
    ]);
  });

  it('lists every row it dropped with its line and the reason', async () => {
    const {out, report} = await importing();
    expect(linesOf(out, 'dropped.csv')).toEqual([
      'line,reason',
      '3,"a virtual call (PHANTOM)"',
      '6,"hung up in the voice response unit, before queueing"',
    ]);
    expect(report.rows - report.imported).toBe(2);
  });

  it('writes who was on duty, the talk times, the wrap-up and the patience', async () => {
    const {out} = await importing();
    expect(linesOf(out, 'duty.csv').slice(1)).toEqual([
      'ps-nw,ANN,1999-03-01T07:59:59,1999-03-01T08:06:00',
      'ps-nw,ANN,1999-03-02T09:00:00,1999-03-02T09:01:00',
    ]);
    expect(linesOf(out, 'handle-PS.csv')).toEqual(['seconds', '181', '100', '60']);
    expect(linesOf(out, 'wrap-up.csv')).toEqual(['time,survival', '10,0.5', '20,0']);
    expect(linesOf(out, 'patience-NW.csv')).toEqual(['time,survival', '30,0.5', '60,0']);
    expect(existsSync(join(out, 'patience-PS.csv'))).toBe(false);
  });

  it('tells what happened', async () => {
    const {report} = await importing();
    expect(report.observed).toEqual({
      contacts: 5,
      answered: 4,
      abandoned: 1,
      meanWait: 34.2,
      asa: 35.25,
      meanWaitOfQueued: 57,
    });
    expect(describeBankImport(report)).toContain('mean wait 34.2 s of all, 35.3 s of the answered');
  });

  it('writes a scenario that loads, and a log that it can replay to the last row', async () => {
    const {out} = await importing();
    const scenario = await loadScenario(join(out, 'scenario.yaml'));
    expect(scenario.clock).toMatchObject({startDate: '1999-03-01', days: 2, timezone: 'Asia/Jerusalem'});
    expect(scenario.contactTypes.map(({name, patience}) => [name, patience === null])).toEqual([
      ['PS', true],
      ['NW', false],
    ]);
    const [check] = await checkLogs(scenario);
    expect(check).toMatchObject({rows: 5, replayed: 5, warnings: []});
  });

  it('refuses a file that is no such log, and writes nothing', async () => {
    const out = join(temporaryFolder(), 'bank');
    await expect(
      importAnonymousBank(temporaryFile('x.txt', 'a\tb\n1\t2\n'), {out, breakAfter: 900, intervalSeconds: 1800}),
    ).rejects.toThrow(/17 columns/);
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });
});
