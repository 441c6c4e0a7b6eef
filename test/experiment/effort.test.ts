import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {contactsExpected, secondsOf, WORTH_THREADS_SECONDS} from '../../src/experiment/effort.js';
import {centerWith, steady} from '../support/center.js';
import {temporaryFolder} from '../support/temporary-folder.js';
import {twoDesks} from '../support/two-desks.js';

const folder = temporaryFolder();

describe('how much work a run is', () => {
  it('counts the contacts that the rates promise', () => {
    expect(contactsExpected(twoDesks({}, 120))).toBeCloseTo(4 * 180, 9);
  });

  it('guesses the contacts of a log from its size, once a file, and leaves a missing one to its reader', () => {
    const file = join(folder, 'calls.csv');
    writeFileSync(file, 'x'.repeat(64_000));
    const log = (name: string, path: string) =>
      [
        {kind: 'replayed', file: path, logName: name, delimiter: null, decimalComma: false, jitterSeconds: 0, use: []},
      ] as const;
    const center = centerWith({
      types: {
        cards: {arrivals: log('cards', file)},
        loans: {arrivals: log('loans', file)},
        other: {arrivals: log('other', join(folder, 'none.csv'))},
      },
      groups: {},
    });
    expect(contactsExpected(center)).toBe(1000);
  });

  it('is not worth threads for a small day, and is for a long study of a large center', () => {
    const worth = (replications: number, perHour: number): boolean =>
      secondsOf(twoDesks({}, perHour), replications) > WORTH_THREADS_SECONDS;
    expect(worth(20, 60)).toBe(false);
    expect(worth(2000, 6000)).toBe(true);
    const large = centerWith({types: {cards: {arrivals: steady(100, 86_400)}}, groups: {}});
    expect(secondsOf(large, 1)).toBeGreaterThan(WORTH_THREADS_SECONDS);
  });
});
