import {describe, expect, it} from 'vitest';
import type {GeneratedArrivals, Scenario} from '../../src/scenario/scenario.js';
import {helpLine, messagesOf, problemsOf, read} from '../support/scenario-text.js';
import type {Files} from '../support/scenario-text.js';

const HOUR = 3600;
const generated = (scenario: Scenario, source = 0): GeneratedArrivals =>
  scenario.contactTypes[0]!.arrivals[source] as GeneratedArrivals;
const segments = ({starts, ends, expected}: GeneratedArrivals): readonly (readonly number[])[] =>
  starts.map((start, index) => [start, ends[index]!, expected[index]!]);
const arrivalsOf = async (
  arrivals: string,
  {help = '', rest = '', files = {}}: {help?: string; rest?: string; files?: Files} = {},
) => segments(generated(await read(helpLine({arrivals, help, rest}), files)));
const total = (rows: readonly (readonly number[])[]): number =>
  rows.reduce((sum, [, , contacts]) => sum + contacts!, 0);

describe('a constant rate', () => {
  it('is one segment a day', async () => {
    expect(await arrivalsOf('60/h', {rest: 'clock: {days: 3}'})).toEqual([
      [0, 24 * HOUR, 1440],
      [24 * HOUR, 48 * HOUR, 1440],
      [48 * HOUR, 72 * HOUR, 1440],
    ]);
  });

  it('holds in open hours only', async () => {
    expect(await arrivalsOf('60/h', {help: 'open: 08:00-12:00, 13:00-18:00'})).toEqual([
      [8 * HOUR, 12 * HOUR, 240],
      [13 * HOUR, 18 * HOUR, 300],
    ]);
  });

  it('by the day is spread over the open hours', async () => {
    expect(await arrivalsOf('500/day', {help: 'open: 08:00-18:00'})).toEqual([[8 * HOUR, 18 * HOUR, 500]]);
    expect(await arrivalsOf('{per-day: 500}', {help: 'open: {tue: 08:00-18:00}', rest: 'clock: {days: 2}'})).toEqual([
      [32 * HOUR, 42 * HOUR, 500],
    ]);
  });

  it('brings more in a day of 25 hours, the same by the day', async () => {
    const clock = 'clock: {start: 2026-10-25, timezone: Europe/Paris}';
    expect(await arrivalsOf('60/h', {rest: clock})).toEqual([[0, 25 * HOUR, 1500]]);
    expect(await arrivalsOf('500/day', {rest: clock})).toEqual([[0, 25 * HOUR, 500]]);
  });

  it('over a night is cut at midnight, since busyness is drawn by day', async () => {
    expect(await arrivalsOf('60/h', {help: 'open: 22:00-06:00', rest: 'clock: {days: 2}'})).toEqual([
      [0, 6 * HOUR, 360],
      [22 * HOUR, 24 * HOUR, 120],
      [24 * HOUR, 30 * HOUR, 360],
      [46 * HOUR, 48 * HOUR, 120],
    ]);
  });
});

describe('days that differ', () => {
  it('by weekday, by factor, by date and by the volume of the run', async () => {
    const rest = 'clock: {start: 2026-12-24, days: 3}\nrun: {volume: 200%}';
    expect(
      (await arrivalsOf('{per-day: 100, weekdays: {fri: 50%, sat: 40%}, special-days: {2026-12-25: 20%}}', {rest})).map(
        ([, , contacts]) => contacts,
      ),
    ).toEqual([200, 20, 80]);
    expect(
      (await arrivalsOf('{by-weekday: {thu-fri: 300}}', {rest})).map(([start, , contacts]) => [start, contacts]),
    ).toEqual([
      [0, 600],
      [24 * HOUR, 600],
    ]);
  });
});

describe('a profile', () => {
  it('spreads a day in proportion to its weights', async () => {
    const rows = await arrivalsOf('{per-day: 100, profile: [0, 1, 3, 0]}');
    expect(rows).toEqual([
      [6 * HOUR, 12 * HOUR, 25],
      [12 * HOUR, 18 * HOUR, 75],
    ]);
  });

  it('from a CSV file keeps its own column', async () => {
    const rows = await arrivalsOf('{per-day: 90, profile: day.csv}', {
      files: {'day.csv': 'time;weight\n08:00;1,5\n08:30;3\n'},
    });
    expect(rows).toEqual([
      [8 * HOUR, 8.5 * HOUR, 30],
      [8.5 * HOUR, 9 * HOUR, 60],
    ]);
  });

  it('must divide the day, and have some weight', async () => {
    expect(
      (await problemsOf(helpLine({arrivals: '{per-day: 100, profile: [1, 2, 3, 4, 5, 6, 7]}'}))).map(({code}) => code),
    ).toEqual(['SCN014']);
    expect((await problemsOf(helpLine({arrivals: '{per-day: 100, profile: [0, 0]}'}))).map(({code}) => code)).toEqual([
      'SCN014',
    ]);
    expect((await problemsOf(helpLine({arrivals: '{rate: 100/h, profile: [1, 2]}'}))).map(({code}) => code)).toEqual([
      'SCN023',
    ]);
  });
});

describe('volumes by interval', () => {
  const volumes = (text: string) => ({files: {'v.csv': text}});

  it('come every day alike from clock times; equal neighbors are one segment', async () => {
    expect(await arrivalsOf('{by-interval: v.csv}', volumes('time,help\n08:00,10\n08:30,10\n09:00,4\n'))).toEqual([
      [8 * HOUR, 9 * HOUR, 20],
      [9 * HOUR, 9.5 * HOUR, 4],
    ]);
  });

  it('come on their own day from dates, in the time of the scenario', async () => {
    const rows = await arrivalsOf('{by-interval: v.csv}', {
      ...volumes('time,contacts\n2026-01-05 23:00,7\n2026-01-06T01:00:00+01:00,5\n'),
      rest: 'clock: {days: 2, interval: 60m}',
    });
    expect(rows).toEqual([
      [23 * HOUR, 24 * HOUR, 7],
      [24 * HOUR, 25 * HOUR, 5],
    ]);
  });

  it('keep their own segments when counts are exact', async () => {
    expect(
      await arrivalsOf('{by-interval: v.csv, counts: exact}', volumes('time,help\n08:00,10\n08:30,10\n')),
    ).toHaveLength(2);
  });

  it('arrive outside opening hours too', async () => {
    expect(
      total(
        await arrivalsOf('{by-interval: v.csv}', {
          ...volumes('time,help\n07:00,10\n08:00,10\n'),
          help: 'open: 08:00-09:00',
          rest: 'clock: {interval: 60m}',
        }),
      ),
    ).toBe(20);
  });

  it('lose the hour that spring skips, and never overlap', async () => {
    const everyHalfHour = `time,help\n${Array.from({length: 48}, (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'},${half + 1}`).join('\n')}`;
    const rows = await arrivalsOf('{by-interval: v.csv}', {
      ...volumes(everyHalfHour),
      rest: 'clock: {start: 2026-03-29, timezone: Europe/Paris}',
    });
    expect(rows).toHaveLength(46);
    rows.forEach(([start], index) => expect(start).toBe(index === 0 ? 0 : rows[index - 1]![1]));
  });

  it.each([
    [
      'an unknown column',
      'time,orders\n08:00,1\n',
      'center dir/v.csv:1: expected a column help or contacts, got "time, orders"',
    ],
    ['no column of times', 'hour,help\n08:00,1\n', 'v.csv:1: expected a column time, got "hour, help"'],
    [
      'a word for a number',
      'time,help\n08:00,1\n08:30,n/a\n',
      'v.csv:3: expected a number, 0 or more, as help, got "n/a"',
    ],
    ['a negative number', 'time,help\n08:00,-1\n', 'v.csv:2: expected a number, 0 or more, as help, got "-1"'],
    ['NaN', 'time,help\n08:00,NaN\n', 'v.csv:2: expected a number, 0 or more, as help, got "NaN"'],
    [
      'a time off the grid',
      'time,help\n08:00,1\n08:15,1\n',
      'v.csv:3: expected times on the grid of 30m that clock.interval gives, got "08:15"',
    ],
    ['times out of order', 'time,help\n08:30,1\n08:00,1\n', 'v.csv:3: expected rows in order of time, got "08:00"'],
    ['a time twice', 'time,help\n08:30,1\n08:30,1\n', 'v.csv:3: expected each time once, got "08:30"'],
    [
      'clock times and dates',
      'time,help\n08:30,1\n2026-01-05 09:00,1\n',
      'v.csv:3: expected clock times or dates, not both, got "2026-01-05 09:00"',
    ],
    ['a row too long', 'time,help\n08:00,1,5\n', 'v.csv:2: expected 2 cells as in the heading, got "3 cells"'],
    ['no rows', 'time,help\n', 'v.csv:1: expected rows below the heading'],
    ['nothing', '', 'v.csv:1: expected a CSV file with a first line that names its columns; the file is empty'],
  ])('are refused with %s, with file and line of the CSV', async (_, csv, message) => {
    expect(await messagesOf(helpLine({arrivals: '{by-interval: v.csv}'}), {'v.csv': csv})).toEqual([
      message.replace('center dir/', ''),
    ]);
  });

  it('are refused when all their dates are outside the horizon', async () => {
    expect(
      (
        await problemsOf(helpLine({arrivals: '{by-interval: v.csv}'}), {'v.csv': 'time,help\n2025-01-05 08:00,1\n'})
      ).map(({code}) => code),
    ).toEqual(['SCN037']);
  });
});

describe('busyness', () => {
  it('within the day cuts segments at intervals', async () => {
    const rest = 'traffic: {busyness: {cv: 12%, within-day: {cv: 8%, correlation: 0.6}}}';
    const scenario = await read(helpLine({rest}));
    expect(scenario.busyness).toEqual({cv: 0.12, withinDay: {cv: 0.08, correlation: 0.6}});
    expect(generated(scenario).starts).toHaveLength(48);
    expect(total(segments(generated(scenario)))).toBeCloseTo(1440, 9);
    expect(generated(await read(helpLine({arrivals: '{rate: 60/h, busyness: {cv: 12%}}'}))).busyness).toEqual({
      cv: 0.12,
      withinDay: null,
    });
  });
});

describe('bursts', () => {
  const clock = 'clock: {start: 2026-11-23, days: 2}';

  it('come beside the base, every day or once, with the volume of the run', async () => {
    const scenario = await read(
      helpLine({
        arrivals:
          '{rate: 6/h, bursts: {spot: {at: 20:15, contacts: 800, over: 20m}, once: {at: 2026-11-24 10:00, contacts: 50}}}',
        rest: clock,
      }),
      {},
      {volume: 0.5},
    );
    expect(scenario.contactTypes[0]!.arrivals.map(source => source.kind === 'generated' && source.name)).toEqual([
      'base',
      'spot',
      'once',
    ]);
    expect(segments(generated(scenario, 1))).toEqual([
      [20.25 * HOUR, 20.25 * HOUR + 1200, 400],
      [44.25 * HOUR, 44.25 * HOUR + 1200, 400],
    ]);
    expect(segments(generated(scenario, 2))).toEqual([[34 * HOUR, 34.5 * HOUR, 25]]);
  });

  it('may be all that comes', async () => {
    expect(
      (await read(helpLine({arrivals: '{bursts: {spot: {at: 20:15, contacts: 800}}}'}))).contactTypes[0]!.arrivals,
    ).toHaveLength(1);
  });

  it('longer than a day add up where they overlap', async () => {
    const rows = segments(
      generated(
        await read(
          helpLine({arrivals: '{rate: 6/h, bursts: {long: {at: 00:00, contacts: 36, over: 36h}}}', rest: clock}),
        ),
        1,
      ),
    );
    expect(rows).toEqual([
      [0, 24 * HOUR, 24],
      [24 * HOUR, 36 * HOUR, 24],
      [36 * HOUR, 48 * HOUR, 12],
    ]);
  });

  it('outside the horizon are refused', async () => {
    expect(
      (await problemsOf(helpLine({arrivals: '{rate: 6/h, bursts: {late: {at: 2027-01-01 10:00, contacts: 8}}}'}))).map(
        ({code}) => code,
      ),
    ).toEqual(['SCN037']);
  });
});

describe('a log to be replayed', () => {
  it('is named with how it is read', async () => {
    const scenario = await read(
      helpLine({
        arrivals: '{replay: log.csv, as: billing, jitter: 1s, use: [handle-time], delimiter: tab, decimal-comma: true}',
      }),
      {'log.csv': ''},
    );
    expect(scenario.contactTypes[0]!.arrivals).toEqual([
      {
        kind: 'replayed',
        file: expect.stringMatching(/^\/.*log\.csv$/),
        logName: 'billing',
        jitterSeconds: 1,
        use: ['handle-time'],
        delimiter: '\t',
        decimalComma: true,
      },
    ]);
    const plain = (await read(helpLine({arrivals: '{replay: log.csv}'}), {'log.csv': ''})).contactTypes[0]!.arrivals[0];
    expect(plain).toMatchObject({
      logName: 'help',
      jitterSeconds: 0,
      use: ['handle-time', 'patience', 'wrap-up'],
      delimiter: null,
      decimalComma: false,
    });
  });
});
