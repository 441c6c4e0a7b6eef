import type {StaffingAnswer} from '../../planning/staffing/answer.js';
import {MEASURES} from '../../statistics/measures.js';
import {STAFFING_COLUMNS, staffingRows} from '../formats/staffing-csv.js';
import {currencySign, human, quantity, thousands} from '../numbers.js';
import {textCell, type Callout, type Cell, type Column, type Document, type Table} from './document.js';
import {isSameDay, spanText, timeText} from './staffing-times.js';
import {methodName, objectiveText} from './staffing-words.js';

const column = (heading: string, short: string, rank: number): Column => ({heading, short, rank});

const plain = (value: number | null, unit: Cell['unit'], tone: Cell['tone'] = 'neutral'): Cell =>
  value === null ? textCell(null) : {value, plusMinus: null, unit, tone, mark: null};

/** What staffing found, as a page: how many are needed when, what binds, and with `explained` the way there. */
export function staffingDocument(answer: StaffingAnswer, explained: boolean): Document {
  const working = workingIntervals(answer);
  return {
    title: answer.scenario.name,
    description: answer.scenario.description,
    headline: headlineOf(answer),
    callouts: calloutsOf(answer),
    tables: [
      groupsTable(answer),
      objectivesTable(answer),
      ...(explained ? [stepsTable(answer), workloadTable(answer)] : []),
      intervalsTable(answer, working),
      ...(methodsOf(answer).length > 0 ? [methodsTable(answer, working)] : []),
    ],
    curves: [],
    notes: [...(explained ? stepNotes(answer) : []), ...notesOf(answer)],
    data: answer,
    rows: staffingRows(answer),
    csvColumns: STAFFING_COLUMNS,
  };
}

/** Places told by name where it is too close to call, at most. */
const MOST_CLOSE = 5;

/** Where the replications cannot tell whether one agent fewer would do. */
function closeText(
  answer: StaffingAnswer,
  places: NonNullable<StaffingAnswer['verification']>['tooCloseToCall'],
): string {
  if (places.length === 0) return '';
  const told = places.slice(0, MOST_CLOSE).map(({group, interval}) => {
    const index = answer.intervals.indexOf(interval);
    return `${group} ${spanText(answer, index, index)}`;
  });
  const more = places.length > MOST_CLOSE ? `, and ${places.length - MOST_CLOSE} more` : '';
  return ` Too close to call: ${told.join(', ')}${more}. One fewer there keeps every objective, but by so little that other days may say otherwise; more --replications tell.`;
}

/** Intervals in which somebody is needed or scheduled, or something comes. */
function workingIntervals({intervals, groups, workload}: StaffingAnswer): readonly number[] {
  const busy = (interval: number): boolean =>
    groups.some(({agents, scheduled}) => agents[interval] > 0 || scheduled[interval] > 0) ||
    workload.some(({contacts}) => contacts[interval] > 0);
  return intervals.map((_, interval) => interval).filter(busy);
}

function headlineOf(answer: StaffingAnswer): string {
  const {groups, interrupted, method} = answer;
  const hours = groups.reduce((sum, {agentHours}) => sum + agentHours, 0);
  const paidHours = groups.reduce((sum, group) => sum + group.paidHours, 0);
  const equivalents = groups.reduce((sum, group) => sum + group.fullTimeEquivalents, 0);
  const shrunk = paidHours > hours * (1 + 1e-9) ? ', shrinkage included' : '';
  return (
    `${quantity(Number(hours.toFixed(1)))} agent hours meet the objectives${interrupted ? ' on the days searched so far' : ''}, ` +
    `by ${methodName(answer, method)}${peakText(answer)}. ` +
    `That is ${quantity(Number(equivalents.toFixed(1)))} full-time agents${shrunk}.`
  );
}

/** How many agents are needed when most are: `: at the busiest, Mon 10:30, 27 agents`. */
function peakText(answer: StaffingAnswer): string {
  const {groups, intervals} = answer;
  const together = intervals.map((_, interval) => groups.reduce((sum, {agents}) => sum + agents[interval], 0));
  const most = Math.max(0, ...together);
  const peaks = together.flatMap((agents, interval) => (agents === most ? [interval] : []));
  const agents = `${thousands(most)} agent${most === 1 ? '' : 's'}`;
  if (most === 0) return '';
  if (peaks.length === together.filter(count => count > 0).length) return `: ${agents} all along`;
  const last = peaks[peaks.length - 1];
  const isOneSpan = last - peaks[0] === peaks.length - 1 && isSameDay(answer, peaks[0], last);
  return isOneSpan
    ? `: at the busiest, ${spanText(answer, peaks[0], last, true)}, ${agents}`
    : `: at the busiest ${agents}, first at ${timeText(intervals[peaks[0]], answer)}`;
}

function calloutsOf(answer: StaffingAnswer): readonly Callout[] {
  const {verification, warnings, method, why, interrupted} = answer;
  const callouts: Callout[] = [];
  if (interrupted)
    callouts.push({
      tone: 'neutral',
      mark: '≈',
      text: 'Interrupted: the best numbers so far, not verified on fresh replications; perhaps fewer agents are enough, perhaps more are needed.',
    });
  if (verification !== null) {
    const {replications, holds, least, tooCloseToCall} = verification;
    const close = closeText(answer, tooCloseToCall);
    if (holds)
      callouts.push({
        tone: 'good',
        mark: '✓',
        text:
          `Every objective holds on ${thousands(replications)} fresh replications` +
          `${least ? ', and no single agent can go without breaking one' : '. The search ended before it had tried every agent: some may be spare'}.${close}`,
      });
    else callouts.push({tone: 'bad', mark: '✗', text: 'Some objectives are missed on fresh replications; see below.'});
  }
  if (why !== null)
    callouts.push({tone: 'neutral', mark: '·', text: `By ${methodName(answer, method)}, since ${why}.`});
  return [...callouts, ...warnings.map((text): Callout => ({tone: 'neutral', mark: '!', text: `${text}.`}))];
}

/** One line a group: hours, people, what is scheduled. */
function groupsTable({groups, scenario, intervals}: StaffingAnswer): Table {
  const hours = scenario.intervalSeconds / 3600;
  const days = Math.max(1, Math.round((scenario.days * 86_400) / (intervals.length * scenario.intervalSeconds)));
  const scheduledHours = (row: readonly number[]): number =>
    row.reduce((sum, agents) => sum + agents, 0) * hours * days;
  const {currency} = scenario;
  const priced = currency !== undefined || groups.some(({costPerAgentHour}) => costPerAgentHour !== 1);
  const cost = currency === undefined ? 'cost' : `cost, ${currencySign(currency)}`;
  const sum = (of: (group: StaffingAnswer['groups'][number]) => number): number =>
    groups.reduce((total, group) => total + of(group), 0);
  const line = (
    name: string,
    of: (value: (group: StaffingAnswer['groups'][number]) => number) => number,
    most: number,
  ): Cell[] => {
    const gap = of(({scheduled, agentHours}) => scheduledHours(scheduled) - agentHours);
    return [
      textCell(name),
      plain(most, 'agents'),
      plain(
        of(group => group.agentHours),
        'count',
      ),
      plain(
        of(({scheduled}) => scheduledHours(scheduled)),
        'count',
      ),
      plain(gap, 'count', gap < -0.05 ? 'bad' : 'neutral'),
      plain(
        of(group => group.paidHours),
        'count',
      ),
      plain(
        of(group => group.fullTimeEquivalents),
        'agents',
      ),
      ...(priced
        ? [
            plain(
              of(group => group.agentHours * group.costPerAgentHour),
              'money',
            ),
          ]
        : []),
    ];
  };
  const rows = groups.map(group => line(group.group, value => value(group), Math.max(0, ...group.agents)));
  const peak = intervals.map((_, interval) => sum(({agents}) => agents[interval]));
  return {
    title: 'Agents needed',
    columns: [
      column('agent group', 'group', 0),
      column('at most', 'most', 0),
      column('agent hours', 'hours', 0),
      column('scheduled', 'sched.', 2),
      column('gap', 'gap', 1),
      column('paid hours', 'paid', 3),
      column('full-time', 'FTE', 0),
      ...(priced ? [column(cost, cost, 2)] : []),
    ],
    rows: groups.length === 1 ? rows : [...rows, line('total', sum, Math.max(0, ...peak))],
  };
}

/** One line an objective: where it is nearest to being missed. */
function objectivesTable(answer: StaffingAnswer): Table {
  const {objectives, verification, groups} = answer;
  return {
    title: 'Objectives',
    columns: [
      column('objective', 'objective', 0),
      column('tightest', 'tightest', 0),
      column('at', 'at', 1),
      column('binds in', 'binds', 2),
    ],
    rows: objectives.map((objective, index) => {
      const figures = verification?.figures.filter(figure => figure.objective === index) ?? [];
      const sign = objective.comparison === '>=' ? 1 : -1;
      const tightest = figures.reduce<(typeof figures)[number] | null>(
        (least, figure) => (least === null || sign * (figure.value - least.value) < 0 ? figure : least),
        null,
      );
      const binding = groups.reduce((sum, {binds}) => sum + binds.filter(one => one === index).length, 0);
      const missed = figures.some(({holds}) => !holds);
      const tone = tightest === null ? 'neutral' : missed ? 'bad' : 'good';
      return [
        textCell(objectiveText(objective), tone, tightest === null ? null : missed ? '✗' : '✓'),
        tightest === null
          ? textCell(null)
          : {
              value: tightest.value,
              plusMinus: (tightest.high - tightest.low) / 2,
              unit: MEASURES[objective.measure].unit,
              tone,
              mark: null,
            },
        textCell(tightest === null ? null : tightest.interval === null ? 'all' : timeText(tightest.interval, answer)),
        textCell(binding === 0 ? 'nowhere' : `${binding} interval${binding === 1 ? '' : 's'}`),
      ];
    }),
  };
}

/** The way from workload to people: each step and what it adds. */
function stepsTable(answer: StaffingAnswer): Table {
  const {steps, busiestInterval} = answer;
  const total = (of: 'agentHours' | 'busiest'): number => steps.reduce((sum, step) => sum + step[of], 0);
  const signed = (value: number, first: boolean): Cell =>
    textCell(`${first || value < -0.005 ? '' : '+'}${human(Number(value.toFixed(2)), 'count')}`.replace('-', '−'));
  return {
    title: 'From workload to people',
    columns: [
      column('step', 'step', 0),
      column('agent hours', 'hours', 0),
      column(busiestInterval === null ? 'agents' : `agents at ${timeText(busiestInterval, answer)}`, 'agents', 0),
    ],
    rows: [
      ...steps.map(({name, agentHours, busiest}, index) => [
        textCell(name),
        signed(agentHours, index === 0),
        signed(busiest, index === 0),
      ]),
      [textCell('total'), signed(total('agentHours'), true), signed(total('busiest'), true)],
    ],
  };
}

/** One line a contact type: what comes over the horizon. */
function workloadTable({workload, scenario, intervals}: StaffingAnswer): Table {
  const days = Math.max(1, Math.round((scenario.days * 86_400) / (intervals.length * scenario.intervalSeconds)));
  return {
    title: 'Workload',
    columns: [
      column('contact type', 'type', 0),
      column('contacts a day', 'contacts', 0),
      column('AHT', 'AHT', 0),
      column('most Erlangs', 'Erlangs', 0),
    ],
    rows: workload.map(({contactType, contacts, ahtSeconds, load}) => {
      const count = contacts.reduce((sum, one) => sum + one, 0);
      const work = contacts.reduce((sum, one, interval) => sum + one * ahtSeconds[interval], 0);
      return [
        textCell(contactType),
        plain((count * days) / scenario.days, 'count'),
        plain(count > 0 ? work / count : null, 'seconds'),
        plain(Math.max(0, ...load), 'erlangs'),
      ];
    }),
  };
}

/** One line an interval: what every group needs, together, what is scheduled. */
function intervalsTable(answer: StaffingAnswer, working: readonly number[]): Table {
  const {groups, workload, objectives} = answer;
  return {
    title: 'By interval',
    columns: [
      column('from', 'from', 0),
      column('Erlangs', 'Erl.', 3),
      ...groups.map(({group}) => column(group, group.slice(0, 12), groups.length > 1 ? 1 : 0)),
      ...(groups.length > 1 ? [column('together', 'all', 0)] : []),
      column('scheduled', 'sched.', 1),
      column('gap', 'gap', 1),
      column('binds', 'binds', 6),
    ],
    rows: mergedRows(answer, working, interval => {
      const needed = groups.reduce((sum, {agents}) => sum + agents[interval], 0);
      const scheduled = groups.reduce((sum, group) => sum + group.scheduled[interval], 0);
      const binding = [...new Set(groups.map(({binds}) => binds[interval]))].filter(one => one !== null);
      return [
        plain(
          workload.reduce((sum, {load}) => sum + load[interval], 0),
          'erlangs',
        ),
        ...groups.map(({agents}) => plain(agents[interval], 'agents')),
        ...(groups.length > 1 ? [plain(needed, 'agents')] : []),
        plain(scheduled, 'agents'),
        plain(scheduled - needed, 'agents', scheduled < needed ? 'bad' : 'neutral'),
        textCell(binding.length === 0 ? null : binding.map(one => shortly(objectives[one])).join(', ')),
      ];
    }),
  };
}

/** A line an interval; neighbours that say the same become one, `08:00-10:30`. */
function mergedRows(
  answer: StaffingAnswer,
  working: readonly number[],
  cellsOf: (interval: number) => readonly Cell[],
): Cell[][] {
  const rows: {readonly first: number; last: number; readonly cells: readonly Cell[]; readonly key: string}[] = [];
  for (const interval of working) {
    const cells = cellsOf(interval);
    const key = JSON.stringify(cells.map(({value}) => (typeof value === 'number' ? human(value, 'agents') : value)));
    const before = rows[rows.length - 1];
    const isNext = before?.key === key && before.last === interval - 1 && isSameDay(answer, before.first, interval);
    if (isNext) before.last = interval;
    else rows.push({first: interval, last: interval, cells, key});
  }
  return rows.map(({first, last, cells}) => [textCell(spanText(answer, first, last)), ...cells]);
}

const shortly = ({measure, name, scope}: StaffingAnswer['objectives'][number]): string =>
  scope === 'total' ? measure : `${measure} ${name}`;

/** A method and the agents that it asks for in all, by interval. */
interface MethodLevel {
  readonly name: string;
  readonly agents: readonly (number | null)[];
}

/** Formulas, each contact type alone and all added up, and beside them the answer where it is another. */
function methodsOf(answer: StaffingAnswer): readonly MethodLevel[] {
  const {types, workload, intervals, groups, method} = answer;
  const flows = types.filter(one => one.method === 'flow');
  const formulas = FORMULAS.flatMap(formula => {
    const own = workload.flatMap(({contactType}) => {
      const known = types.filter(one => one.contactType === contactType && one.method !== 'flow');
      // where nobody hangs up Erlang A is Erlang C
      return known.find(one => one.method === formula) ?? (formula === 'erlang-a' ? known[0] : undefined) ?? [];
    });
    if (!types.some(one => one.method === formula) || own.length + flows.length < workload.length) return [];
    const agents = intervals.map((_, interval) =>
      [...own, ...flows].reduce<number | null>((sum, one) => {
        const count = one.agents[interval];
        return sum === null || count === null ? null : sum + count;
      }, 0),
    );
    return [{name: methodName(answer, formula), agents}];
  });
  const found = {
    name: methodName(answer, method),
    agents: intervals.map((_, interval) => groups.reduce((sum, {agents}) => sum + agents[interval], 0)),
  };
  return method === 'simulation' ? [...formulas, found] : formulas;
}

const FORMULAS = ['erlang-c', 'erlang-a', 'transient'] as const;

/** Method beside method. */
function methodsTable(answer: StaffingAnswer, working: readonly number[]): Table {
  const methods = methodsOf(answer);
  const alone = answer.workload.length > 1 ? ': formulas take each contact type alone' : '';
  return {
    title: `Method by method${alone}`,
    columns: [column('from', 'from', 0), ...methods.map(({name}) => column(name, name, 1))],
    rows: mergedRows(answer, working, interval => methods.map(({agents}) => plain(agents[interval], 'agents'))),
  };
}

/** What each step is, in words. */
const stepNotes = ({steps}: StaffingAnswer): readonly string[] =>
  steps.map(({name, says}, index) => `${index + 1}. ${name[0]!.toUpperCase()}${name.slice(1)}: ${says}.`);

function notesOf(answer: StaffingAnswer): readonly string[] {
  const {method, verification, scenario, seed, program, groups} = answer;
  const fewDays = scenario.days < 5 ? ' Full-time agents: as if every day of the week were like this.' : '';
  const shrunk = groups.some(({paidHours, agentHours}) => paidHours > agentHours * (1 + 1e-9));
  const simulated =
    verification === null
      ? []
      : [
          `Searched on ${thousands(verification.searchedOn)} replications, tried on ${thousands(verification.replications)} fresh ones; the tightest figures are those of the last, with half of their 95 % interval.`,
        ];
  return [
    'Agent hours: agents available for contacts. Binds: the objective that one agent fewer breaks. Gap: scheduled − needed.',
    shrunk
      ? `Paid hours and full-time agents include shrinkage.${fewDays}`
      : `No shrinkage is known (agents.<group>.shrinkage): paid hours are agent hours.${fewDays}`,
    ...simulated,
    `${scenario.days === 1 ? scenario.startDate : `${scenario.days} days from ${scenario.startDate}`}, ${scenario.timezone}; ${methodName(answer, method)}, seed ${seed}, plimsoll ${program}.`,
  ];
}
