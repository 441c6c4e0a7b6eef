import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {openJournal} from '../../../src/experiment/sweep/journal.js';
import {entryLine, headLine} from '../../../src/experiment/sweep/journal-lines.js';
import {programVersion} from '../../../src/experiment/program-version.js';
import {loadSweep, type WrittenSweep} from '../../../src/experiment/sweep/load-sweep.js';
import {openSweepStore, sweepKey} from '../../../src/experiment/sweep/store.js';
import {built} from '../../support/built.js';
import {HELP_LINE} from '../../support/help-line.js';
import {folderWith} from '../../support/scenario-text.js';
import {temporaryFolder} from '../../support/temporary-folder.js';

const {runSweep} = await built<typeof import('../../../src/experiment/sweep/sweep.js')>('experiment/sweep/sweep.js');

const HEAD = {key: 'key', program: '1.0.0'};

describe('a journal', () => {
  const file = join(temporaryFolder(), 'a.journal');
  const open = () => openJournal(file, HEAD, false);
  const write = (...lines: readonly string[]): void => writeFileSync(file, lines.join(''));
  const held = (): readonly unknown[] => {
    const {journal, lines} = open();
    journal.close();
    return lines.map(({entry}) => entry);
  };
  const line = (point: number, key = 'key'): string => entryLine(key, {point});

  it('has what was kept, without the line that a crash tore, and goes on after it', () => {
    write();
    const {journal} = open();
    journal.append({point: 0});
    journal.append({point: 1});
    journal.close();
    appendFileSync(file, line(2).slice(0, -3));
    const again = open();
    expect(again.lines.map(({entry}) => entry)).toEqual([{point: 0}, {point: 1}]);
    expect(again.damaged).toEqual([]);
    again.journal.append({point: 2});
    again.journal.close();
    expect(readFileSync(file, 'utf8')).toBe(headLine(HEAD) + line(0) + line(1) + line(2));
  });

  it.each([
    ['a flipped byte', line(1).replace('"point"', '"pomnt"')],
    ['a byte that is no text', `${line(1).slice(0, 20)}\u{fffd}${line(1).slice(21)}`],
    ['a line of another sweep', line(1, 'other')],
    ['an entry without its checksum', '{"point":1}\n'],
    ['garbage', 'garbage\n'],
    ['an empty line', '\n'],
  ])('takes out %s, names it, and keeps the others', (_what, broken) => {
    write(headLine(HEAD), line(0), broken, line(2));
    const {journal, damaged, lines} = open();
    journal.close();
    expect(damaged).toEqual([3]);
    expect(lines.map(({entry}) => entry)).toEqual([{point: 0}, {point: 2}]);
    expect(readFileSync(file, 'utf8')).toBe(headLine(HEAD) + line(0) + line(2));
  });

  it('notices every single byte that changes', () => {
    const whole = headLine(HEAD) + line(0) + line(1);
    for (let place = headLine(HEAD).length; place < whole.length; place++) {
      write(whole.slice(0, place), String.fromCharCode(whole.charCodeAt(place) ^ 1), whole.slice(place + 1));
      const found = held();
      expect(found.length).toBeLessThan(2);
      for (const entry of found) expect([{point: 0}, {point: 1}]).toContainEqual(entry);
    }
  });

  it('whose head is damaged is known by its lines; without any it is refused', () => {
    write(headLine(HEAD).replace('key', 'kay'), line(0));
    expect(held()).toEqual([{point: 0}]);
    expect(readFileSync(file, 'utf8')).toBe(headLine(HEAD) + line(0));
    write('{"key":"key"}\n', line(0, 'other'));
    expect(open).toThrow(/a\.journal: expected finished points as plimsoll sweep kept them/);
  });

  it('that was torn in its very first line begins anew', () => {
    write(headLine(HEAD).slice(0, 9));
    expect(held()).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(headLine(HEAD));
  });

  it.each([
    [{...HEAD, key: 'other'}, 'SWP003'],
    [{...HEAD, program: '0.9.0'}, 'SWP008'],
  ])('of %j is refused, and thrown away only when that is asked for', (head, code) => {
    write(headLine(head), line(0, head.key));
    expect(open).toThrow(expect.objectContaining({problems: [expect.objectContaining({code})]}));
    openJournal(file, HEAD, true).journal.close();
    expect(held()).toEqual([]);
  });
});

describe('a sweep that goes on from its journal', () => {
  const folder = folderWith({'help-line.yaml': HELP_LINE});
  const WRITTEN: WrittenSweep = {
    vary: ['agents.team.count=5..8:1'],
    design: 'grid',
    replications: 1,
    set: ['contacts.help.arrivals=4/h'],
  };

  it('ends with the same bytes, whatever happened to the journal in between', async () => {
    const {subject, search} = await loadSweep(join(folder, 'help-line.yaml'), WRITTEN);
    const key = await sweepKey(subject, search);
    const file = join(folder, 'sweep.journal');
    const sweep = async (): Promise<{readonly bytes: string; readonly damaged: readonly number[]}> => {
      const store = openSweepStore(folder, key, false);
      const found = await runSweep(subject, {search, store, workers: 'in-process'}).finally(() => store.close());
      return {bytes: JSON.stringify(found), damaged: store.damaged};
    };
    const undisturbed = await sweep();
    const whole = readFileSync(file);
    const lines = whole.toString().split(/(?<=\n)/);
    const [head, first, second, third, last] = lines as [string, string, string, string, string];
    const other = entryLine('another sweep', {point: 1, from: 0, replications: 1, rows: [], observations: []});
    const contradicting = entryLine(key, {point: 0, from: 0, replications: 1, rows: [], observations: []});
    const cases: readonly (readonly [string, readonly number[]])[] = [
      [head + first + second.slice(0, 200), []],
      [head + first.replace('serviceLevel', 'serviceLevek') + second + third + last, [2]],
      [head + other + first, [2]],
      [head + first + second + first, [4]],
      [head + first + contradicting + last, [2, 3]],
      [head, []],
    ];
    for (const [text, damaged] of cases) {
      writeFileSync(file, text);
      expect(await sweep()).toEqual({bytes: undisturbed.bytes, damaged});
    }
    expect(head).toBe(headLine({key, program: programVersion()}));
  });
});
