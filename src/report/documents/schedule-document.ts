import type {RosterShift} from '../../planning/schedule/roster.js';
import type {Schedule} from '../../planning/schedule/schedule.js';
import type {ServiceFigure} from '../../planning/schedule/service.js';
import type {Scenario} from '../../scenario/scenario.js';
import {amount, percent, quantity, roundPercent, thousands} from '../numbers.js';
import {clockTime, dayOf, shortDay} from '../formats/time-axis.js';
import type {Callout, Curve, Document, Series} from './document.js';
import {scheduleData} from './schedule-data.js';
import {coverRows, staffedRows, type CoverRow} from './schedule-cover.js';
import {agentsTable, coverTable, roundsTable, serviceTable, shiftsTables} from './schedule-tables.js';

/** What a schedule costs and covers, as a page: a sentence, what is missed, shifts, cover, service, the rounds that led there. */
export function scheduleDocument(
  scenario: Scenario,
  schedule: Schedule,
  roster: readonly RosterShift[],
  program: string,
): Document {
  const rows = coverRows(scenario, schedule);
  return {
    title: `${scenario.name}: shifts`,
    description: scenario.description,
    headline: headlineOf(scenario, schedule),
    callouts: calloutsOf(scenario, schedule, rows),
    tables: [
      ...shiftsTables(scenario, schedule),
      agentsTable(scenario, schedule),
      coverTable(scenario, schedule, rows),
      ...(schedule.service.length === 0 ? [] : [serviceTable(scenario, schedule)]),
      roundsTable(scenario, schedule),
    ],
    curves: [coverCurve(scenario, rows)],
    notes: notesOf(scenario, schedule),
    data: scheduleData(scenario, schedule, roster, rows, program),
    rows: [],
  };
}

function headlineOf(scenario: Scenario, schedule: Schedule): string {
  const last = schedule.rounds.at(-1)!;
  const cost = scenario.currency === null ? '' : ` for ${amount(schedule.pay, scenario.currency)}`;
  const proven =
    last.gap === null
      ? 'the best that was found'
      : last.gap < 0.00005
        ? 'no cheaper schedule covers the requirement'
        : `at most ${percent(last.gap, 2)} above the least cost`;
  const days = scenario.clock.days;
  return `${plural(last.agents, 'agent')}, ${quantity(last.paidHours)} paid hours over ${plural(days, 'day')}${cost}: ${proven}.`;
}

const plural = (count: number, word: string): string => `${thousands(count)} ${word}${count === 1 ? '' : 's'}`;

function calloutsOf(scenario: Scenario, schedule: Schedule, rows: readonly CoverRow[]): readonly Callout[] {
  const callouts: Callout[] = [];
  const short = rows.filter(({missing}) => missing > 0);
  if (short.length > 0) {
    const hours = short.reduce((sum, {missing}) => sum + missing, 0) * (scenario.clock.intervalSeconds / 3600);
    callouts.push({
      tone: 'bad',
      mark: '✗',
      text: `${quantity(hours)} agent hours that are needed are left uncovered, as their price allows; first at ${momentText(scenario, short[0]!.start)}.`,
    });
  }
  callouts.push(...serviceCallouts(scenario, schedule), ...unmendedCallouts(scenario, schedule));
  if (schedule.rounds.at(-1)!.status === 'feasible')
    callouts.push({
      tone: 'neutral',
      mark: '≈',
      text: `The search was stopped before the gap asked for (${percent(scenario.scheduling!.gap, 2)}) was proven: more time may find cheaper shifts (--time-limit).`,
    });
  return callouts;
}

/** Why what is missed was not mended. */
function unmendedCallouts({scheduling}: Scenario, {unmended, rounds}: Schedule): readonly Callout[] {
  if (unmended === null) return [];
  const asked = `The simulation asked for more agents in ${plural(rounds.at(-1)!.cuts, 'interval')}`;
  const text =
    unmended === 'timeout'
      ? `${asked}, but no shifts that have them were found in ${quantity(scheduling!.seconds)} s: more time may find some (--time-limit).`
      : `${asked}, but no shifts within the head counts have them: more agents, or shifts that start at other times, would.`;
  return [{tone: 'bad', mark: '✗', text}];
}

function serviceCallouts(scenario: Scenario, {service, interrupted, unmended}: Schedule): readonly Callout[] {
  if (service.length === 0)
    return [
      {
        tone: 'neutral',
        mark: '≈',
        text: interrupted
          ? 'Stopped before the schedule was simulated: whether it meets the objectives is not known.'
          : 'Not simulated: whether the schedule meets the objectives is not known.',
      },
    ];
  const missed = service.filter(({interval, verdict}) => interval !== null && verdict === 'missed');
  if (missed.length === 0)
    return [{tone: 'good', mark: '✓', text: 'In simulation no interval surely misses its objective.'}];
  return missed
    .slice(0, 5)
    .map((figure): Callout => ({tone: 'bad', mark: '✗', text: missText(scenario, figure)}))
    .concat(
      missed.length > 5
        ? [
            {
              tone: 'bad',
              mark: '✗',
              text: `and ${missed.length - 5} more intervals${unmended === null ? '; more rounds may mend them (--rounds)' : ''}.`,
            },
          ]
        : [],
    );
}

function missText(scenario: Scenario, {contactType, interval, value, target}: ServiceFigure): string {
  const at = momentText(scenario, scenario.clock.intervalLabels[interval!]!);
  return `${scenario.contactTypes[contactType]!.name} misses its objective at ${at}: ${percent(value)} answered in time, ${roundPercent(target)} asked.`;
}

/** `09:30`, with its day where there are several. */
export function momentText({clock}: Scenario, start: string): string {
  return clock.days === 1 || dayOf(start) === '' ? clockTime(start) : `${shortDay(dayOf(start))} ${clockTime(start)}`;
}

function coverCurve({clock}: Scenario, rows: readonly CoverRow[]): Curve {
  const staffed = staffedRows(rows);
  const series = (name: string, values: readonly number[], worst: Series['worst']): Series => ({
    name,
    unit: 'agents',
    values,
    low: values.map(() => null),
    high: values.map(() => null),
    together: 'mean',
    weights: values.map(() => 1),
    objective: null,
    worst,
  });
  return {
    title: clock.days === 1 ? 'Through the day' : 'Through the days',
    intervals: staffed.map(({start}) => start),
    intervalSeconds: clock.intervalSeconds,
    series: [
      series(
        'needed',
        staffed.map(each => each.neededWithCuts),
        'highest',
      ),
      series(
        'on duty',
        staffed.map(each => each.onDuty),
        'highest',
      ),
      series(
        'above the need',
        staffed.map(each => Math.max(0, each.onDuty - each.neededWithCuts)),
        'highest',
      ),
    ],
  };
}

function notesOf({currency, scheduling, run}: Scenario, {requirement, service}: Schedule): readonly string[] {
  const kinds = new Set([...requirement.rules, ...requirement.typeNeeds].map(({source}) => source.kind));
  return [
    ...(kinds.has('file') ? [`Needed: agents as ${scheduling!.needsFile ?? 'the file'} asks for.`] : []),
    ...(kinds.has('formula')
      ? [
          'Needed: agents by Erlang A in each interval, contact types that share agents pooled; a lower bound that the simulation raises.',
        ]
      : []),
    ...(kinds.has('simulation')
      ? ['Needed also: what simulations of earlier rounds asked for, where objectives were missed.']
      : []),
    ...(service.length === 0
      ? []
      : [
          `Service: ${plural(run.replications, 'replication')} of the scenario with these shifts, seed ${run.seed}; ✓ and ✗ are sure at 95 %, ≈ is too close to call.`,
        ]),
    ...(currency === null ? ['No site has a pay: an agent hour costs 1, so that least cost is least paid hours.'] : []),
  ];
}
