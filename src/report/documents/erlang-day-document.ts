import {DAY_METHOD_WORDS, type Day, type DayByMethod, type DayFigures} from '../../planning/erlang/day.js';
import {definitionWords} from '../../planning/erlang/case-fields.js';
import {meanOf} from '../../scenario/schema/distribution.js';
import type {Unit} from '../../statistics/results.js';
import {duration, percent, roundPercent, threshold} from '../numbers.js';
import {textCell, type Callout, type Cell, type Column, type Document, type Table} from './document.js';

/** A day that was worked out by every method. */
export interface DayAnswer {
  readonly day: Day;
  readonly labels: readonly string[];
  readonly methods: readonly DayByMethod[];
}

/** A figure of an interval, how it is called and in which unit. */
type ShownFigure = keyof Omit<DayFigures, 'stable' | 'warnings'>;

const column = (heading: string, rank: number): Column => ({heading, short: heading, rank});

/** Columns of the CSV: a row an interval and method. */
export const DAY_COLUMNS = [
  'from',
  'method',
  'outcome',
  'agents',
  'load',
  'wait-probability',
  'service-level',
  'asa-seconds',
  'abandonment',
  'occupancy',
  'queue-length',
  'warnings',
] as const;

/**
 * A day that changes, method beside method, as a page.
 *
 * @param explain whether it is told what each method does, and where it is not to be trusted
 */
export function erlangDayDocument(answer: DayAnswer, explain: boolean): Document {
  const {day, labels, methods} = answer;
  const able = methods.filter(({unable}) => unable === null);
  return {
    title: 'Erlang: a day that changes, method beside method',
    description: inputText(answer),
    headline: headlineOf(answer, able),
    callouts: methods.map(one => trustOf(one, labels)),
    tables: [
      byInterval(answer, able, 'serviceLevel', 'share', `Service level (${definitionWords(day.definition)})`),
      byInterval(answer, able, 'asa', 'seconds', 'Average speed of answer'),
      ...(day.patience === null ? [] : [byInterval(answer, able, 'abandonment', 'share', 'Abandonment')]),
      ...(explain ? [byInterval(answer, able, 'load', 'erlangs', 'Erlangs that the formula is given')] : []),
    ],
    curves: [],
    notes: explain
      ? methods.map(({method}) => {
          const {name, does, mistrust} = DAY_METHOD_WORDS[method];
          return `${name}: ${does}. ${mistrust}`;
        })
      : [
          'A figure that is missing: by this method the queue of the interval would grow without end.',
          '--explain tells what each method does, and where it is not to be trusted.',
        ],
    data: {format: 'plimsoll-erlang-day', version: 1, ...answer},
    rows: rowsOf(answer),
    csvColumns: DAY_COLUMNS,
  };
}

function inputText({day: {intervalSeconds, aht, patience, threshold: within, arrivalRates}}: DayAnswer): string {
  const patient = patience === null ? 'nobody abandons' : `patience ${duration(meanOf(patience))} (${patience.kind})`;
  return `${arrivalRates.length} intervals of ${duration(intervalSeconds)}, AHT ${duration(aht)}, ${patient}, answered within ${threshold(within)}`;
}

/** What the first method, that to be trusted most, says of the day. */
function headlineOf({day, labels}: DayAnswer, able: readonly DayByMethod[]): string {
  const {method, intervals} = able[0];
  const {arrivalRates, share, threshold: within} = day;
  const {name} = DAY_METHOD_WORDS[method];
  const seen = intervals.flatMap(({serviceLevel}, interval) =>
    arrivalRates[interval] === 0 ? [] : [{level: serviceLevel ?? 0, interval}],
  );
  if (seen.length === 0) return 'Nobody calls.';
  const contacts = seen.reduce((sum, {interval}) => sum + arrivalRates[interval], 0);
  const level = seen.reduce((sum, {level: one, interval}) => sum + one * arrivalRates[interval], 0) / contacts;
  const worst = seen.reduce((least, one) => (one.level < least.level ? one : least));
  const missed =
    share === null ? '' : missedText(seen.filter(one => one.level < share - 1e-12).length, seen.length, share);
  return `By the ${name} method ${percent(level)} of the day's contacts are in time (${threshold(within)}), at the worst ${percent(worst.level)} at ${labels[worst.interval]}${missed}.`;
}

const missedText = (missed: number, of: number, share: number): string =>
  `; ${missed === 0 ? `every interval keeps ${roundPercent(share)}` : `${missed} of ${of} intervals ${missed === 1 ? 'misses' : 'miss'} ${roundPercent(share)}`}`;

/** A line a method: where something speaks against it, and what. */
function trustOf({method, unable, intervals}: DayByMethod, labels: readonly string[]): Callout {
  const {name} = DAY_METHOD_WORDS[method];
  if (unable !== null) return {tone: 'neutral', mark: '·', text: `${name}: no figures, for ${unable}.`};
  const doubtful = intervals.flatMap(({warnings}, interval) => (warnings.length > 0 ? [interval] : []));
  if (doubtful.length === 0) return {tone: 'neutral', mark: '✓', text: `${name}: nothing here speaks against it.`};
  const [first] = doubtful;
  const where =
    doubtful.length === intervals.length ? 'everywhere' : `in ${doubtful.length} of ${intervals.length} intervals`;
  return {
    tone: 'neutral',
    mark: '!',
    text: `${name}: not to be trusted ${where}; at ${labels[first]}: ${intervals[first].warnings.join('; ')}.`,
  };
}

function byInterval(
  {day, labels}: DayAnswer,
  able: readonly DayByMethod[],
  figure: ShownFigure,
  unit: Unit,
  title: string,
): Table {
  const {arrivalRates, agents, aht, share} = day;
  const cell = (value: number | null, of: Unit, tone: Cell['tone'] = 'neutral'): Cell =>
    value === null ? textCell(null) : {value, plusMinus: null, unit: of, tone, mark: null};
  return {
    title,
    columns: [
      column('from', 0),
      column('Erlangs', 2),
      column('agents', 1),
      ...able.map(({method}, rank) => column(DAY_METHOD_WORDS[method].name, rank === 0 ? 0 : rank + 2)),
    ],
    rows: labels.map((label, interval) => [
      textCell(label),
      cell(arrivalRates[interval] * aht, 'erlangs'),
      cell(agents[interval], 'agents'),
      ...able.map(({intervals}) => {
        const value = intervals[interval][figure];
        const judged = figure === 'serviceLevel' && share !== null && value !== null && arrivalRates[interval] > 0;
        return cell(value, unit, judged ? (value < share - 1e-12 ? 'bad' : 'good') : 'neutral');
      }),
    ]),
  };
}

function rowsOf({day, labels, methods}: DayAnswer): readonly object[] {
  return labels.flatMap((from, interval) =>
    methods
      .filter(({unable}) => unable === null)
      .map(({method, intervals}) => {
        const one = intervals[interval];
        return {
          from,
          method,
          outcome: one.stable ? 'stable' : 'unstable',
          agents: day.agents[interval],
          load: one.load,
          'wait-probability': one.waitProbability,
          'service-level': one.serviceLevel,
          'asa-seconds': one.asa,
          abandonment: one.abandonment,
          occupancy: one.occupancy,
          'queue-length': one.queueLength,
          warnings: one.warnings.join('; '),
        };
      }),
  );
}
