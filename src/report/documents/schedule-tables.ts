import {formatClockTime} from '../../base/units.js';
import type {ScheduledAgent} from '../../planning/schedule/decode.js';
import type {Schedule} from '../../planning/schedule/schedule.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {Unit} from '../../statistics/results.js';
import {currencySign} from '../numbers.js';
import {clockTime, dayOf, shortDay} from '../formats/time-axis.js';
import {textCell, type Cell, type Column, type Table, type Tone} from './document.js';
import {staffedRows, type CoverRow} from './schedule-cover.js';
import {judge} from './verdict.js';

const numberCell = (
  value: number | null,
  unit: Unit = 'count',
  tone: Tone = 'neutral',
  mark: string | null = null,
): Cell => ({
  value,
  plusMinus: null,
  unit,
  tone,
  mark,
});

const column = (heading: string, rank = 0, short = heading): Column => ({heading, short, rank});

const DAYS_A_WEEK = 7;

/** A table for each week: a line for each start of a shift of a group, with how many start then on each day. */
export function shiftsTables(scenario: Scenario, {agents}: Schedule): readonly Table[] {
  const weeks = Math.max(1, Math.ceil(scenario.clock.days / DAYS_A_WEEK));
  return Array.from({length: weeks}, (_, week) => shiftsTable(scenario, agents, week, weeks));
}

function shiftsTable(
  {groups, scheduling, clock}: Scenario,
  agents: readonly ScheduledAgent[],
  week: number,
  weeks: number,
): Table {
  const dates = clock.dayDates.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK);
  const keys = new Map<
    string,
    {readonly agent: ScheduledAgent; readonly startOfDay: number; readonly perDay: number[]; paidSeconds: number}
  >();
  for (const agent of agents) {
    for (const {day, startOfDay, paidSeconds} of agent.shifts) {
      if (Math.floor(day / DAYS_A_WEEK) !== week) continue;
      const key = `${agent.group} ${agent.type} ${startOfDay}`;
      if (!keys.has(key)) keys.set(key, {agent, startOfDay, perDay: dates.map(() => 0), paidSeconds: 0});
      const line = keys.get(key)!;
      line.perDay[day % DAYS_A_WEEK]! += 1;
      line.paidSeconds += paidSeconds;
    }
  }
  const lines = [...keys.values()].sort(
    (a, b) => a.agent.group - b.agent.group || a.agent.type - b.agent.type || a.startOfDay - b.startOfDay,
  );
  const several = groups.length > 1;
  return {
    title:
      clock.days === 1 ? 'Shifts' : `Shifts, agents by day${weeks === 1 ? '' : `: week of ${shortDay(dates[0]!)}`}`,
    columns: [
      column('shift'),
      ...(several ? [column('group', 1)] : []),
      column('hours'),
      ...(clock.days === 1
        ? [column('agents')]
        : dates.map(date => column(shortDay(date), 0, shortDay(date).slice(0, 3)))),
      column('paid hours', 2, 'paid h'),
    ],
    rows: lines.map(({agent, startOfDay, perDay, paidSeconds}) => {
      const {name, lengthSeconds} = scheduling!.shiftTypes[agent.type]!;
      const clockOf = (second: number): string => formatClockTime(second % 86_400);
      return [
        textCell(name),
        ...(several ? [textCell(groups[agent.group]!.name)] : []),
        textCell(`${clockOf(startOfDay)}–${clockOf(startOfDay + lengthSeconds)}`),
        ...perDay.map(count => numberCell(count)),
        numberCell(paidSeconds / 3600),
      ];
    }),
  };
}

/** Agents, hours and cost by group. */
export function agentsTable({groups, currency, scheduling}: Scenario, {agents, hourCost}: Schedule): Table {
  const factorOf = ({type}: ScheduledAgent): number => scheduling!.shiftTypes[type]!.costFactor;
  const sign = currency === null ? '' : currencySign(currency);
  const rows = groups.flatMap(({name}, group) => {
    const own = agents.filter(agent => agent.group === group);
    if (own.length === 0) return [];
    const hoursOf = (agent: ScheduledAgent): number =>
      agent.shifts.reduce((sum, {paidSeconds}) => sum + paidSeconds, 0) / 3600;
    const hours = own.reduce((sum, agent) => sum + hoursOf(agent), 0);
    const pay = own.reduce((sum, agent) => sum + hoursOf(agent) * hourCost[group]! * factorOf(agent), 0);
    return [{name, agents: own.length, hours, price: hourCost[group]!, pay}];
  });
  const line = (name: string, count: number, hours: number, price: number | null, pay: number): Cell[] => [
    textCell(name),
    numberCell(count),
    numberCell(hours),
    ...(currency === null ? [] : [numberCell(price, 'money'), numberCell(pay, 'money')]),
  ];
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    title: 'Agents and cost',
    columns: [
      column('agent group', 0, 'group'),
      column('agents'),
      column('paid hours'),
      ...(currency === null ? [] : [column(`an hour, ${sign}`, 1, `${sign}/h`), column(`cost, ${sign}`, 0, sign)]),
    ],
    rows: [
      ...rows.map(({name, agents: count, hours, price, pay}) => line(name, count, hours, price, pay)),
      ...(rows.length > 1
        ? [
            line(
              'total',
              sum(row => row.agents),
              sum(row => row.hours),
              null,
              sum(row => row.pay),
            ),
          ]
        : []),
    ],
  };
}

/** Need and cover: by interval of a day, by day of several. */
export function coverTable(scenario: Scenario, schedule: Schedule, rows: readonly CoverRow[]): Table {
  return scenario.clock.days === 1 ? dayTable(scenario, schedule, staffedRows(rows)) : daysTable(scenario, rows);
}

function dayTable({contactTypes}: Scenario, {service}: Schedule, rows: readonly CoverRow[]): Table {
  const types = contactTypes.flatMap(({name}, index) =>
    service.some(({contactType, interval}) => contactType === index && interval !== null) ? [{name, index}] : [],
  );
  return {
    title: 'Need, cover and service by interval',
    columns: [
      column('from'),
      column('needed'),
      column('on duty'),
      column('above', 2),
      ...types.map(({name}) => column(`${name} in time`, 1, name)),
    ],
    rows: rows.map(({start, neededWithCuts, onDuty, missing, service: figures}) => [
      textCell(clockTime(start)),
      numberCell(neededWithCuts, 'agents'),
      numberCell(onDuty, 'agents', missing > 0 ? 'bad' : 'neutral', missing > 0 ? '✗' : null),
      numberCell(Math.max(0, onDuty - neededWithCuts), 'agents'),
      ...types.map(({index}) => {
        const figure = figures.find(({contactType}) => contactType === index);
        if (figure === undefined) return numberCell(null, 'share');
        const {tone, mark} = judge(figure, figure.target);
        return numberCell(figure.value, 'share', tone, mark);
      }),
    ]),
  };
}

function daysTable({clock}: Scenario, rows: readonly CoverRow[]): Table {
  const hours = clock.intervalSeconds / 3600;
  const sum = (some: readonly CoverRow[], of: (row: CoverRow) => number): number =>
    some.reduce((total, row) => total + of(row), 0);
  const lines = clock.dayDates.map(date => ({date, own: rows.filter(({start}) => dayOf(start) === date)}));
  const line = (name: string, some: readonly CoverRow[]): Cell[] => {
    const missing = sum(some, row => row.missing) * hours;
    const missed = sum(some, row => row.service.filter(({verdict}) => verdict === 'missed').length);
    return [
      textCell(name),
      numberCell(sum(some, row => row.neededWithCuts) * hours),
      numberCell(sum(some, row => row.onDuty) * hours),
      numberCell(sum(some, row => Math.max(0, row.onDuty - row.neededWithCuts)) * hours),
      numberCell(missing, 'count', missing > 0 ? 'bad' : 'neutral', missing > 0 ? '✗' : null),
      numberCell(Math.max(0, ...some.map(row => row.onDuty)), 'agents'),
      numberCell(missed, 'count', missed > 0 ? 'bad' : 'neutral', missed > 0 ? '✗' : null),
    ];
  };
  return {
    title: 'Need and cover by day, agent hours',
    columns: [
      column('day'),
      column('needed'),
      column('on duty'),
      column('above', 1),
      column('missing', 1),
      column('most at once', 2, 'most'),
      column('objectives missed', 0, 'missed'),
    ],
    rows: [...lines.map(({date, own}) => line(shortDay(date), own)), line('total', rows)],
  };
}

/** Service over the horizon, and in how many intervals each contact type meets what is asked. */
export function serviceTable({contactTypes}: Scenario, {service}: Schedule): Table {
  const rows = contactTypes.flatMap(({name}, index) => {
    const own = service.filter(({contactType}) => contactType === index);
    const whole = own.find(({interval}) => interval === null);
    if (whole === undefined) return [];
    const inside = own.filter(({interval}) => interval !== null);
    const {tone, mark} = judge(whole, whole.target);
    const count = (verdict: string): number => inside.filter(each => each.verdict === verdict).length;
    return [
      [
        textCell(name),
        numberCell(whole.target, 'share'),
        numberCell(whole.value, 'share', tone, mark),
        numberCell(count('met')),
        numberCell(count('close')),
        numberCell(count('missed'), 'count', count('missed') > 0 ? 'bad' : 'neutral'),
      ],
    ];
  });
  return {
    title: 'Service in simulation',
    columns: [
      column('contact type', 0, 'type'),
      column('asked'),
      column('answered in time', 0, 'in time'),
      column('intervals met', 1, 'met'),
      column('too close', 1, 'close'),
      column('missed', 1),
    ],
    rows,
  };
}

/** How the schedule was come to, round by round. */
export function roundsTable({currency, contactTypes, clock}: Scenario, {rounds}: Schedule): Table {
  const sign = currency === null ? '' : currencySign(currency);
  return {
    title: 'Rounds: shifts chosen, simulated, more agents asked for',
    columns: [
      column('round'),
      column('agents'),
      column('paid hours', 1, 'paid h'),
      ...(currency === null ? [] : [column(`cost, ${sign}`, 0, sign)]),
      column('above least', 1, 'gap'),
      column('missed', 0),
      column('worst', 3),
    ],
    rows: rounds.map(({agents, paidHours, pay, gap, missed, worst}, index) => [
      textCell(String(index + 1)),
      numberCell(agents),
      numberCell(paidHours),
      ...(currency === null ? [] : [numberCell(pay, 'money')]),
      numberCell(gap, 'share'),
      numberCell(missed),
      textCell(
        worst === null
          ? null
          : `${contactTypes[worst.contactType]!.name} ${Math.round(worst.value * 100)} % at ${worstAt(clock.intervalLabels[worst.interval!]!, clock.days)}`,
      ),
    ]),
  };
}

const worstAt = (start: string, days: number): string =>
  days === 1 ? clockTime(start) : `${shortDay(dayOf(start))} ${clockTime(start)}`;
