import {centerWith, exponential} from '../support/center.js';
import type {Expected, Family, OracleCase, Place} from './case.js';
import {AHT} from './stationary.js';
import {tableRows, type Row} from './table.js';

const REPLICATIONS = 60;
/** Independent days in one replication, folded into one. */
const DAYS = 30;
/** A day ends with so long a time without arrivals, in mean handle times: the next one starts empty. */
const EMPTYING = 30;
/** A figure is compared where so many contacts make it. */
const ENOUGH = 200;

interface Curve {
  readonly name: string;
  /** One line an interval; those from a drop of the agents on are left out. */
  readonly rows: readonly Row[];
  /** Length of an interval in mean handle times. */
  readonly length: number;
  readonly isWhole: boolean;
}

function curvesOf(rows: readonly Row[]): readonly Curve[] {
  const keys = [...new Set(rows.map(row => `${row.text('profile')} ${row.text('dt_over_aht')}`))];
  return keys.map(key => {
    const own = rows.filter(row => `${row.text('profile')} ${row.text('dt_over_aht')}` === key);
    const drop = own.findIndex((row, index) => index > 0 && row.number('n') < own[index - 1].number('n'));
    return {
      name: own[0].text('profile'),
      rows: drop < 0 ? own : own.slice(0, drop),
      length: own[0].number('dt_over_aht'),
      isWhole: drop < 0,
    };
  });
}

function caseOf({name: profile, rows, length, isWhole}: Curve): OracleCase {
  const theta = rows[0].number('theta');
  const seconds = length * AHT;
  const perDay = rows.length + Math.ceil(EMPTYING / length);
  const starts = Array.from({length: DAYS}, (_, day) => rows.map((_, interval) => (day * perDay + interval) * seconds));
  const agents = rows.map(row => row.number('n'));
  const least = Math.min(...agents);
  const most = Math.max(...agents);
  const name = `${profile}: ${rows.length} intervals of ${length} AHT, ${least === most ? least : `${least} to ${most}`} agents, ${theta === 0 ? 'endless patience' : `patience ${Number((1 / theta).toPrecision(3))} AHT`}`;
  const scenario = centerWith({
    types: {
      calls: {
        stream: `day curves ${name}`,
        talk: exponential(AHT),
        ...(theta > 0 && {patience: exponential(AHT / theta)}),
        thresholdSeconds: 0,
        arrivals: [{
          kind: 'generated', name: 'base', counts: 'poisson', busyness: null,
          starts: starts.flat(),
          ends: starts.flat().map(start => start + seconds),
          expected: starts.flatMap(() => rows.map(row => row.number('lambda') * length)),
        }],
      },
    },
    groups: {
      team: {
        skills: {calls: 1},
        staffing: {kind: 'counts', changes: starts.flatMap(day => day.map((at, interval) => ({at, agents: agents[interval]})))},
      },
    },
    clock: {days: DAYS, daySeconds: perDay * seconds, intervalSeconds: seconds, report: 'time-of-day'},
    run: {replications: REPLICATIONS},
  });
  const expected = rows.flatMap((row, interval) => expectedOf(row, interval, length));
  // the queue is empty when the last interval ends, so everybody who will abandon has
  const whole = isWhole && theta > 0 && rows[rows.length - 1].number('E_queue_end') < 1e-6 ? [abandonedIn(rows)] : [];
  return {name, scenario, expected: [...expected, ...whole], slow: false};
}

function expectedOf(row: Row, interval: number, length: number): readonly Expected[] {
  const at: Place = {scope: 'total', name: 'total', interval: `interval ${interval}`};
  const contacts = row.number('lambda') * length * DAYS * REPLICATIONS;
  const delayed = row.number('P_delay_arrivals');
  const within = (figure: string): string => `${figure}, interval ${interval + 1}`;
  const occupancy = row.number('busy_avg') / row.number('n');
  const idle = (1 - occupancy) * row.number('n') * length * DAYS * REPLICATIONS;
  return [
    ...(delayed * contacts < ENOUGH
      ? []
      : [{figure: within('mean queue length'), exact: row.number('E_queue_avg'), reading: {measure: 'meanQueueLength', at}} as const]),
    ...(Math.min(delayed, 1 - delayed) * contacts < ENOUGH
      ? []
      : [{figure: within('answered at once'), exact: 1 - delayed, reading: {measure: 'serviceLevelOverOffered', at}} as const]),
    // idle time is counted in contacts that could have been handled in it
    ...(idle < ENOUGH ? [] : [{figure: within('occupancy'), exact: occupancy, reading: {measure: 'occupancy', at}} as const]),
  ];
}

function abandonedIn(rows: readonly Row[]): Expected {
  const sum = (column: string): number => rows.reduce((total, row) => total + row.number(column), 0);
  return {
    figure: 'abandonment over the day',
    exact: sum('abandon_rate_avg') / sum('lambda'),
    reading: {measure: 'abandonment', at: {scope: 'total', name: 'total', interval: null}},
  };
}

export const dayCurves: Family = {
  title: 'Days that rise and fall',
  source: 'nonstationary_mtmn_m.csv',
  about:
    'Arrival rates and agents change from interval to interval, every day begins empty; mean queue length, waiting and occupancy of each interval. ' +
    `Exact: uniformization of the Kolmogorov equations, 13 digits. ${DAYS * REPLICATIONS} days each.`,
  notCompared:
    'Intervals from the moment on in which there are fewer agents than before (of `lunchdip`, all but the first two): the table takes the contact away from an agent who goes, ' +
    'here agents finish the contact in hand. Abandonments by interval: the table counts them when they happen, the results when the contact was offered; ' +
    'they are compared over the whole day where its end leaves nobody waiting, and by interval they are the queue length times the patience rate. ' +
    'Waiting that fewer than 200 of the simulated contacts would meet.',
  cases: curvesOf(tableRows('nonstationary_mtmn_m.csv')).map(caseOf),
};
