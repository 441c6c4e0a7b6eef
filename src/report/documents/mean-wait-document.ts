import type {MeanWaitFigures} from '../../planning/erlang/mean-wait.js';
import {MEAN_WAIT_NAMES} from '../../planning/erlang/mean-wait-names.js';
import type {MeanWaitSolution} from '../../planning/erlang/solve-mean-wait.js';
import type {Unit} from '../../statistics/results.js';
import {duration, human, percent} from '../numbers.js';
import {textCell, type Callout, type Cell, type Column, type Document} from './document.js';

/** Columns of the CSV, after those that were given. */
export const MEAN_WAIT_COLUMNS = [
  'class',
  'solved-for',
  'outcome',
  'arrivals-per-hour',
  'aht-seconds',
  'agents',
  'agents-needed',
  'offered-load',
  'wait-probability',
  'mean-wait-seconds',
  'target-met',
  'queue-length',
  'occupancy',
  'exact',
  'erlang-c-wait-seconds',
] as const;

/** The rows of a solution, one a class; one that says so where what is asked is out of reach. */
export function meanWaitRows(solution: MeanWaitSolution | null): readonly (readonly string[])[] {
  if (solution === null) return [MEAN_WAIT_COLUMNS.map(column => (column === 'outcome' ? 'out-of-reach' : ''))];
  const number = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(12))));
  const {unknown, figures, neededAgents} = solution;
  return figures.map((one, row) => [
    one.class === null ? '' : String(one.class),
    unknown,
    one.meanWaitSeconds === null ? 'unstable' : 'stable',
    number(ratesOf(solution)[row] * 3600),
    number(solution.case.aht),
    number(solution.case.agents),
    number(neededAgents),
    number(one.offeredLoad),
    number(one.waitProbability),
    number(one.meanWaitSeconds),
    solution.asked[row] === null ? '' : isMet(solution, row) ? 'yes' : 'no',
    number(one.queueLength),
    number(one.occupancy),
    one.exact ? 'yes' : 'no',
    number(one.erlangCWaitSeconds),
  ]);
}

const ratesOf = ({case: given}: MeanWaitSolution): readonly number[] =>
  given.formula === 'priority' ? given.arrivalRates : [given.arrivalRate];

/** What was solved for stands at the target, give or take a last digit. */
function isMet({unknown, figures, asked}: MeanWaitSolution, row: number): boolean {
  const {meanWaitSeconds} = figures[row];
  return unknown !== 'service' || (meanWaitSeconds !== null && meanWaitSeconds <= asked[row]! * (1 + 1e-9));
}

/** A case of a formula of mean waits, as a page. */
export function meanWaitDocument(solution: MeanWaitSolution, explain: boolean): Document {
  const {case: given, figures, asked} = solution;
  const {name, says, mistrust} = MEAN_WAIT_NAMES[given.formula];
  const [{erlangCWaitSeconds}] = figures;
  const cell = (value: number | null, unit: Unit): Cell =>
    value === null ? textCell(null) : {value, plusMinus: null, unit, tone: 'neutral', mark: null};
  const column = (heading: string, rank: number): Column => ({heading, short: heading, rank});
  const isAsked = asked.some(one => one !== null);
  return {
    title: `${name}: ${says}`,
    description: `AHT ${duration(given.aht)}, ${Number(given.agents.toPrecision(6))} agents`,
    headline: headlineOf(solution),
    callouts: calloutsOf(solution),
    tables: [
      {
        title: 'Waits',
        columns: [
          column('', 0),
          column('contacts an hour', 2),
          column('Erlangs up to here', 1),
          column('waits at all', 2),
          column('mean wait', 0),
          ...(isAsked ? [column('at most', 0)] : []),
          column('queue', 2),
          column('mean wait by Erlang C', 1),
        ],
        rows: figures.map((one, row) => [
          textCell(one.class === null ? 'all' : `class ${one.class}`),
          cell(ratesOf(solution)[row] * 3600, 'contacts'),
          cell(one.offeredLoad, 'erlangs'),
          cell(one.waitProbability, 'share'),
          cell(one.meanWaitSeconds, 'seconds'),
          ...(isAsked ? [cell(asked[row], 'seconds')] : []),
          cell(one.queueLength, 'contacts'),
          cell(erlangCWaitSeconds, 'seconds'),
        ]),
      },
    ],
    curves: [],
    notes: explain
      ? [
          `Offered load: contacts a second × handle time, ${Number(figures[figures.length - 1].offeredLoad.toPrecision(6))} Erlangs for ${Number(given.agents.toPrecision(6))} agents.`,
          ...SOLVED[solution.unknown],
          mistrust,
          'Formula and source: docs/explanation/methods.md, "Priorities and other laws".',
        ]
      : [mistrust, '--explain tells the way to these figures.'],
    data: {
      format: 'plimsoll-erlang-mean-wait',
      version: 1,
      given,
      solvedFor: solution.unknown,
      maxMeanWaitSeconds: asked,
      neededAgents: solution.neededAgents,
      figures,
    },
    rows: [],
  };
}

/** How what was not given was found. */
const SOLVED: Readonly<Record<MeanWaitSolution['unknown'], readonly string[]>> = {
  service: [],
  agents: ['Agents: the fewest with which no mean wait is longer than asked; with one fewer one of them is.'],
  arrivals: ['Arrivals: as many as come before a mean wait is longer than asked, by bisection.'],
  aht: ['Handle time: as long as it may be before a mean wait is longer than asked, by bisection.'],
};

function calloutsOf(solution: MeanWaitSolution): readonly Callout[] {
  const missed = solution.figures.flatMap((one, row) =>
    solution.asked[row] === null || isMet(solution, row) ? [] : [one.class === null ? '' : ` of class ${one.class}`],
  );
  return [
    ...missed.map((whose): Callout => ({
      tone: 'bad',
      mark: '✗',
      text: `The mean wait${whose} is longer than asked: ${solution.neededAgents === null ? 'no number of agents keeps it' : `it takes ${solution.neededAgents} agents`}.`,
    })),
    ...(solution.figures.some(({exact}) => !exact)
      ? [
          {
            tone: 'neutral' as const,
            mark: '≈',
            text: 'An approximation: good to 3 % at loads of 80 % and more, to 16 % at 50 %.',
          },
        ]
      : []),
  ];
}

function headlineOf(solution: MeanWaitSolution): string {
  const {figures, unknown, case: given} = solution;
  const waits = waitsOf(figures);
  switch (unknown) {
    case 'agents':
      return `${given.agents} ${given.agents === 1 ? 'agent is' : 'agents are'} needed; the mean wait is then ${waits}`;
    case 'arrivals': {
      const hourly = ratesOf(solution).reduce((sum, rate) => sum + rate, 0) * 3600;
      return `${Number(given.agents.toPrecision(6))} agents can take ${Number(hourly.toPrecision(4))} contacts an hour; the mean wait is then ${waits}`;
    }
    case 'aht':
      return `${Number(given.agents.toPrecision(6))} agents can bear a handle time of ${duration(given.aht)}; the mean wait is then ${waits}`;
    case 'service':
      return `The mean wait is ${waits}`;
  }
}

function waitsOf(figures: readonly MeanWaitFigures[]): string {
  const waits = figures.map(({class: level, meanWaitSeconds}) => {
    const wait = meanWaitSeconds === null ? 'without end' : human(meanWaitSeconds, 'seconds');
    return level === null ? wait : `${wait} in class ${level}`;
  });
  const [{waitProbability}] = figures;
  return `${waits.join(', ')}${waitProbability === null ? '' : `; ${percent(waitProbability)} wait at all`}.`;
}
