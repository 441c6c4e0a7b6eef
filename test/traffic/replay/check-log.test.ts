import {describe, expect, it} from 'vitest';
import {parseIsoDate} from '../../../src/base/dates.js';
import {makeClock, UTC} from '../../../src/scenario/clock.js';
import {checkLog} from '../../../src/traffic/replay/check-log.js';
import type {LogCheck} from '../../../src/traffic/replay/check-log.js';
import {temporaryFile} from '../../support/temporary-folder.js';

const clock = makeClock(UTC, {
  firstDay: parseIsoDate('2026-11-23')!,
  days: 1,
  intervalSeconds: 1800,
  report: 'calendar',
});

const check = (content: string): Promise<LogCheck> =>
  checkLog(
    {
      file: temporaryFile('log.csv', content),
      delimiter: null,
      decimalComma: false,
      wanted: [{logName: 'orders', contactType: 0, use: []}],
    },
    clock,
  );

describe('checking a whole log', () => {
  it('has nothing to say about a log that fits', async () => {
    expect(await check('contact-type,arrived-at\norders,08:00:00\norders,09:00:00\n')).toMatchObject({
      rows: 2,
      replayed: 2,
      warnings: [],
    });
  });

  it('counts the rows outside the horizon, and says so', async () => {
    const {beforeHorizon, afterHorizon, warnings} = await check(
      'contact-type,arrived-at\norders,2026-11-22 08:00\norders,2026-11-23 08:00\norders,2026-11-24 08:00\norders,2026-11-25 08:00\n',
    );
    expect([beforeHorizon, afterHorizon]).toEqual([1, 2]);
    expect(warnings.join()).toContain('3 of 4 rows lie outside the horizon (1 before, 2 after)');
  });

  it('counts the rows of other contact types, and names them', async () => {
    const {otherTypes, warnings} = await check(
      'contact-type,arrived-at\norders,08:00\nfax,08:01\nfax,08:02\ntelex,08:03\n',
    );
    expect(otherTypes).toEqual([
      {name: 'fax', rows: 2},
      {name: 'telex', rows: 1},
    ]);
    expect(warnings.join()).toContain(
      '3 of 4 rows are of contact types that the scenario does not replay: "fax" (2), "telex" (1)',
    );
  });

  it('says that a log without rows brings nobody', async () => {
    expect((await check('contact-type,arrived-at\n')).warnings.join()).toContain('no contact will come');
  });

  it('refuses a fault behind the horizon too, with its line', async () => {
    await expect(
      check('contact-type,arrived-at\norders,08:00\norders,2026-11-25 08:00\norders,nonsense\n'),
    ).rejects.toThrow(/log\.csv:4 arrived-at/);
  });
});
