import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {describeImport} from '../../../src/traffic/import/describe-import.js';
import {importCsv} from '../../../src/traffic/import/import-csv.js';
import type {ImportOptions, ImportReport} from '../../../src/traffic/import/import-csv.js';
import {temporaryFile} from '../../support/temporary-folder.js';

interface Imported {
  readonly report: ImportReport;
  readonly log: string[];
}

async function importing(content: string, options: Partial<ImportOptions> = {}): Promise<Imported> {
  const file = temporaryFile('export.csv', content);
  const out = join(dirname(file), 'log.csv');
  const report = await importCsv(file, {
    map: null,
    out,
    delimiter: null,
    decimalComma: false,
    dateOrder: null,
    timeFormat: null,
    write: () => undefined,
    ...options,
  });
  return {report, log: readFileSync(out, 'utf8').trimEnd().split('\n')};
}

describe('importing an export', () => {
  it('sorts the rows by arrival and keeps the order of those in the same second', async () => {
    const {log} = await importing(
      'Start,Queue,Talk\n2026-11-24 08:00:00,c,3\n2026-11-23 08:00:01,b,2\n2026-11-23 08:00:00,a,1\n2026-11-23 08:00:00,z,1\n',
    );
    expect(log).toEqual([
      'contact-type,arrived-at,handle-time,patience,wrap-up',
      'a,2026-11-23T08:00:00,1,,',
      'z,2026-11-23T08:00:00,1,,',
      'b,2026-11-23T08:00:01,2,,',
      'c,2026-11-24T08:00:00,3,,',
    ]);
  });

  it('adds talk and wrap-up, joins date and time, and reads decimal commas and European dates', async () => {
    const {log} = await importing(
      'Datum;Uhrzeit;Warteschlange;Gespräch;Nacharbeit\r\n23.11.2026;08:00:00;Rechnung;1.200,5;0:00:30\r\n',
      {
        map: 'arrived-at=Datum+Uhrzeit, contact-type=Warteschlange, handle-time=Gespräch+Nacharbeit, wrap-up=Nacharbeit',
        decimalComma: true,
      },
    );
    expect(log[1]).toBe('Rechnung,2026-11-23T08:00:00,1230.5,,30');
  });

  it('measures a duration between two times, also past midnight', async () => {
    const {log} = await importing('Start,Answered,End,Queue\n23:58:00,23:59:00,0:04:00,a\n', {
      map: 'handle-time=End-Answered',
    });
    expect(log[1]).toBe('a,23:58:00,300,,');
  });

  it('keeps the offset of a stamp, and sorts by the instant', async () => {
    const {log} = await importing('Start,Queue\n2026-11-23T08:00:00+01:00,late\n2026-11-23T08:30:00+02:00,early\n');
    expect(log.slice(1)).toEqual(['early,2026-11-23T08:30:00+02:00,,,', 'late,2026-11-23T08:00:00+01:00,,,']);
  });

  it('leaves out what cannot be replayed, with the line and the reason', async () => {
    const {report, log} = await importing(
      'Start,End,Queue\n2026-11-23 08:00,2026-11-23 08:05,a\nyesterday,2026-11-23 08:05,a\n,2026-11-23 08:05,a\n2026-11-23 08:00,2026-11-23 07:59,a\n2026-11-23 08:00,2026-11-23 08:05,\n2026-11-23 08:01,2026-11-23 07:59,a\n',
      {map: 'handle-time=End-Start'},
    );
    expect(log).toHaveLength(2);
    expect(report.dropped.map(({reason, rows, lines}) => [reason, rows, lines])).toEqual([
      ['a contact that ends before it starts', 2, [5, 7]],
      ['an arrival time that cannot be read', 1, [3]],
      ['no arrival time', 1, [4]],
      ['no contact type', 1, [6]],
    ]);
    expect(describeImport(report)).toContain('a contact that ends before it starts: line 5, 7');
  });

  it('keeps the first lines of each reason alone, and the count', async () => {
    const {report} = await importing(
      `Start,Queue\n2026-11-23 08:00,a\n${'nonsense,a\n'.repeat(50)}2026-11-23 08:01,a\n${'2026-11-23 08:02,a\n'.repeat(60)}`,
    );
    expect(report.dropped).toEqual([
      {
        reason: 'an arrival time that cannot be read',
        rows: 50,
        lines: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        example: 'nonsense',
      },
    ]);
  });

  it('leaves a duration open where nothing was recorded', async () => {
    const {log} = await importing('Start,Queue,Talk,ACW\n2026-11-23 08:00,a,-,\n2026-11-23 08:01,a,20,\n');
    expect(log.slice(1)).toEqual(['a,2026-11-23T08:00:00,,,', 'a,2026-11-23T08:01:00,20,,']);
  });

  it('takes one type for all rows', async () => {
    const {log} = await importing('Start\n2026-11-23 08:00\n', {map: 'contact-type="help, line"'});
    expect(log[1]).toBe('"help, line",2026-11-23T08:00:00,,,');
  });

  it('shows the mapping, and how to change it', async () => {
    const {report} = await importing('Call Start,Queue,Talk,Agent\n2026-11-23 08:00,a,20,Ann\n');
    expect(report.unused).toEqual(['Agent']);
    expect(describeImport(report)).toContain("--map 'contact-type=Queue, arrived-at=Call Start, handle-time=Talk'");
  });

  it('refuses dates that can be read both ways, until it is told', async () => {
    const content = 'Start,Queue\n03/04/2026 08:00,a\n';
    await expect(importing(content)).rejects.toThrow(/say --date-order dmy .* got "03\/04\/2026 08:00"/);
    expect((await importing(content, {dateOrder: 'mdy'})).log[1]).toBe('a,2026-03-04T08:00:00,,,');
    expect((await importing(content, {dateOrder: 'dmy'})).log[1]).toBe('a,2026-04-03T08:00:00,,,');
  });

  it('looks through the whole file for a date that settles the order', async () => {
    const {log, report} = await importing(`Start,Queue\n${'03/04/2026 08:00,a\n'.repeat(700)}13/04/2026 08:00,a\n`);
    expect(log[1]).toBe('a,2026-04-03T08:00:00,,,');
    expect(report.notes.join()).toContain('day first');
  });

  it('asks for a mapping when it cannot tell the columns', async () => {
    await expect(importing('a,b\n1,2\n')).rejects.toThrow(/arrived-at: expected a column[\s\S]*contact-type="calls"/);
  });

  it('hands the log over piece by piece when there is no file to write', async () => {
    let text = '';
    const file = temporaryFile('export.csv', 'Start,Queue\n2026-11-23 08:00,a\n');
    await importCsv(file, {
      map: null,
      out: null,
      delimiter: null,
      decimalComma: false,
      dateOrder: null,
      timeFormat: null,
      write: piece => {
        text += piece;
      },
    });
    expect(text).toBe('contact-type,arrived-at,handle-time,patience,wrap-up\na,2026-11-23T08:00:00,,,\n');
  });
});

describe('writing the log', () => {
  it('leaves the old one whole when the import fails, and nothing beside it', async () => {
    const file = temporaryFile('export.csv', 'a,b\n1,2\n');
    const out = join(dirname(file), 'log.csv');
    writeFileSync(out, 'old');
    await expect(
      importCsv(file, {
        map: null,
        out,
        delimiter: null,
        decimalComma: false,
        dateOrder: null,
        timeFormat: null,
        write: () => undefined,
      }),
    ).rejects.toThrow();
    expect(readFileSync(out, 'utf8')).toBe('old');
    expect(readdirSync(dirname(file)).sort()).toEqual(['export.csv', 'log.csv']);
  });

  it('says so when the folder is missing or the name is that of a folder', async () => {
    const content = 'Start,Queue\n2026-11-23 08:00,a\n';
    const file = temporaryFile('export.csv', content);
    mkdirSync(join(dirname(file), 'folder'));
    const options = {
      map: null,
      delimiter: null,
      decimalComma: false,
      dateOrder: null,
      timeFormat: null,
      write: () => undefined,
    } as const;
    await expect(importCsv(file, {...options, out: join(dirname(file), 'missing', 'log.csv')})).rejects.toThrow(
      /no such folder/,
    );
    await expect(importCsv(file, {...options, out: join(dirname(file), 'folder')})).rejects.toThrow(/got "a folder"/);
    expect(existsSync(join(dirname(file), 'missing'))).toBe(false);
  });

  it('leaves no temporary file behind', async () => {
    const file = temporaryFile('export.csv', 'Start,Queue\n2026-11-23 08:00,a\n');
    await importCsv(file, {
      map: null,
      out: join(dirname(file), 'log.csv'),
      delimiter: null,
      decimalComma: false,
      dateOrder: null,
      timeFormat: null,
      write: () => undefined,
    });
    expect(readdirSync(dirname(file)).sort()).toEqual(['export.csv', 'log.csv']);
  });

  it('leaves everything as it was when it is interrupted', async () => {
    const file = temporaryFile('export.csv', 'Start,Queue\n2026-11-23 08:00,a\n');
    const signal = AbortSignal.abort(new Error('interrupted'));
    const options = {
      map: null,
      out: join(dirname(file), 'log.csv'),
      delimiter: null,
      decimalComma: false,
      dateOrder: null,
      timeFormat: null,
    } as const;
    await expect(importCsv(file, {...options, write: () => undefined, signal})).rejects.toThrow('interrupted');
    expect(readdirSync(dirname(file))).toEqual(['export.csv']);
  });
});
