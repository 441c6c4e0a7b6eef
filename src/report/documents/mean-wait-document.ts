import type {MeanWaitCase, MeanWaitFigures} from '../../planning/erlang/mean-wait.js';
import {MEAN_WAIT_NAMES} from '../../planning/erlang/mean-wait-names.js';
import type {Unit} from '../../statistics/results.js';
import {duration, human, percent} from '../numbers.js';
import {textCell, type Cell, type Column, type Document} from './document.js';

/** Columns of the CSV, after those that were given. */
export const MEAN_WAIT_COLUMNS = [
  'class',
  'outcome',
  'offered-load',
  'wait-probability',
  'mean-wait-seconds',
  'queue-length',
  'occupancy',
  'exact',
  'erlang-c-wait-seconds',
] as const;

/** The cells of one row of figures. */
export function meanWaitCells(one: MeanWaitFigures): readonly string[] {
  const number = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(12))));
  return [
    one.class === null ? '' : String(one.class),
    one.meanWaitSeconds === null ? 'unstable' : 'stable',
    number(one.offeredLoad),
    number(one.waitProbability),
    number(one.meanWaitSeconds),
    number(one.queueLength),
    number(one.occupancy),
    one.exact ? 'yes' : 'no',
    number(one.erlangCWaitSeconds),
  ];
}

/** A case of a formula of mean waits, as a page. */
export function meanWaitDocument(given: MeanWaitCase, figures: readonly MeanWaitFigures[], explain: boolean): Document {
  const {name, says, mistrust} = MEAN_WAIT_NAMES[given.formula];
  const [{erlangCWaitSeconds}] = figures;
  const cell = (value: number | null, unit: Unit): Cell =>
    value === null ? textCell(null) : {value, plusMinus: null, unit, tone: 'neutral', mark: null};
  const column = (heading: string, rank: number): Column => ({heading, short: heading, rank});
  return {
    title: `${name}: ${says}`,
    description: `AHT ${duration(given.aht)}, ${given.agents} agents`,
    headline: headlineOf(figures),
    callouts: figures.some(({exact}) => !exact)
      ? [
          {
            tone: 'neutral',
            mark: '≈',
            text: 'An approximation: good to 3 % at loads of 80 % and more, to 16 % at 50 %.',
          },
        ]
      : [],
    tables: [
      {
        title: 'Waits',
        columns: [
          column('', 0),
          column('Erlangs up to here', 1),
          column('waits at all', 2),
          column('mean wait', 0),
          column('queue', 2),
          column('mean wait by Erlang C', 1),
        ],
        rows: figures.map(one => [
          textCell(one.class === null ? 'all' : `class ${one.class}`),
          cell(one.offeredLoad, 'erlangs'),
          cell(one.waitProbability, 'share'),
          cell(one.meanWaitSeconds, 'seconds'),
          cell(one.queueLength, 'contacts'),
          cell(erlangCWaitSeconds, 'seconds'),
        ]),
      },
    ],
    curves: [],
    notes: explain
      ? [
          `Offered load: contacts a second × handle time, ${Number(figures[figures.length - 1].offeredLoad.toPrecision(6))} Erlangs for ${given.agents} agents.`,
          mistrust,
          'Formula and source: docs/explanation/methods.md, "Priorities and other laws".',
        ]
      : [mistrust, '--explain tells the way to these figures.'],
    data: {format: 'plimsoll-erlang-mean-wait', version: 1, given, figures},
    rows: [],
  };
}

function headlineOf(figures: readonly MeanWaitFigures[]): string {
  const waits = figures.map(({class: level, meanWaitSeconds}) => {
    const wait = meanWaitSeconds === null ? 'without end' : human(meanWaitSeconds, 'seconds');
    return level === null ? wait : `${wait} in class ${level}`;
  });
  const [{waitProbability}] = figures;
  return `The mean wait is ${waits.join(', ')}${waitProbability === null ? '' : `; ${percent(waitProbability)} wait at all`}.`;
}
