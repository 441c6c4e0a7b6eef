import {describe, expect, it} from 'vitest';
import {centerWith, constant} from '../support/center.js';
import {smallDay, type Caller} from '../support/small-day.js';
import {readJson} from './table.js';

interface Case {
  readonly deadline_intervals: number;
  readonly result: readonly {
    readonly arrivals: number;
    readonly capacity: number;
    readonly backlog_end_float: number;
    readonly within_deadline: number | null;
  }[];
}

/** Emails for one unit of the fluid that the table is worked out for. */
const PIECES = 60;
const INTERVAL = 1800;
const cases = readJson<{readonly deferred_fluid_fifo: readonly Case[]}>('stats_oracles.json').deferred_fluid_fifo;

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/**
 * The exact values are of a fluid; here it comes in pieces, evenly spread, and agents work on one piece after the other. So
 * nothing is drawn, and what differs is at most a piece or two.
 */
describe.each(cases)('deferred work due after $deadline_intervals intervals', ({deadline_intervals: deadline, result}) => {
  const ofOneAgent = result.map(({capacity}) => capacity).reduce(greatestCommonDivisor);
  const handle = INTERVAL / (ofOneAgent * PIECES);
  const intervals = result.length + 40;
  const callers = result.flatMap(({arrivals}, interval) =>
    Array.from(
      {length: arrivals * PIECES},
      (_, piece): Caller => ({
        type: 'mail',
        at: (interval + (piece + 0.5) / (arrivals * PIECES)) * INTERVAL,
        talk: handle,
      }),
    ),
  );
  const scenario = centerWith({
    types: {mail: {channel: 'email', talk: constant(handle)}},
    groups: {
      team: {
        skills: {mail: 1},
        staffing: {
          kind: 'counts',
          changes: result.map(({capacity}, interval) => ({at: interval * INTERVAL, agents: capacity / ofOneAgent})),
        },
      },
    },
    clock: {daySeconds: intervals * INTERVAL},
  });
  const {legs} = smallDay(scenario, callers);

  it.each(result.map((row, interval) => ({...row, interval})))(
    'interval $interval: backlog $backlog_end_float, in time $within_deadline',
    ({interval, arrivals, backlog_end_float: backlog, within_deadline: within}) => {
      const end = (interval + 1) * INTERVAL;
      const left = legs.filter(leg => leg.offeredAt < end && leg.end > end).length / PIECES;
      expect(Math.abs(left - backlog)).toBeLessThanOrEqual(2 / PIECES);
      const came = legs.filter(leg => leg.offeredAt < end && leg.offeredAt >= end - INTERVAL);
      expect(came).toHaveLength(arrivals * PIECES);
      if (within === null || arrivals === 0) return;
      const inTime = came.filter(leg => leg.end - leg.offeredAt <= deadline * INTERVAL + 1e-6).length;
      expect(Math.abs(inTime / came.length - within)).toBeLessThanOrEqual(2 / came.length);
    },
  );
});
