import type {FigureReference} from '../../scenario/figure-reference.js';
import type {MeasureName} from '../../scenario/schema/measures.js';
import {MEASURES} from '../../statistics/measures.js';
import type {ResultRow} from '../../statistics/results.js';
import type {PointVerdict, SweepResults, SweepRow, SweepSelection} from '../../statistics/sweep-results.js';
import {human, quantity, thousands} from '../numbers.js';
import {textCell, type Callout, type Cell, type Column, type Document, type Table, type Tone} from './document.js';
import {figureCell, TOTAL} from './figures.js';

/** With more points the page leaves the list of points to CSV and JSON. */
const MOST_LISTED = 60;
/** With more columns than this a map is too wide for a page. */
const WIDEST_MAP = 12;
/** Signs of the bar of the highest value. */
const LONGEST_BAR = 24;

/** The rows of one figure, by point. */
export type FigureByPoint = ReadonlyMap<number, SweepRow>;

/** What a sweep found, as a page: the best point, a map or curve of one figure, the points. */
export function sweepDocument(sweep: SweepResults, shown: FigureReference): Document {
  const found = figureByPoint(sweep, shown);
  const map = mapTable(sweep, shown, found) ?? barTable(sweep, shown, found);
  const list = sweep.points.length <= MOST_LISTED ? pointsTable(sweep) : null;
  return {
    title: `${sweep.scenario.name}: ${sweep.points.length} points`,
    description: `${sweep.factors.join(' by ')}${sweep.design === 'lhs' ? ', Latin hypercube' : ''}`,
    headline: headlineOf(sweep, shown, found),
    callouts: calloutsOf(sweep),
    tables: [map, list].filter(table => table !== null),
    curves: [],
    notes: notesOf(sweep, list === null),
    data: sweep,
    rows: sweep.rows.map(row => {
      const settings = sweep.points[row.point - 1]!.settings;
      return {...row, ...Object.fromEntries(sweep.factors.map((factor, index) => [factor, settings[index]!]))};
    }),
    csvColumns: ['point', ...sweep.factors, 'measure', 'scope', 'name', 'value', 'low', 'high', 'unit'],
  };
}

/** A figure in words: `service level of help`, `wait that 90 % stay under, help`. */
export function figureTitle({measure, scope, name}: FigureReference): string {
  const {label, making} = MEASURES[measure];
  if (scope === 'total') return label;
  // "stay under of help" is no English
  return making.kind === 'percentile' ? `${label}, ${name}` : `${label} of ${name}`;
}

/** The rows of one figure, by point. */
export function figureByPoint({rows}: SweepResults, {measure, scope, name}: FigureReference): FigureByPoint {
  return new Map(
    rows
      .filter(row => row.measure === measure && row.scope === scope && row.name === name)
      .map(row => [row.point, row]),
  );
}

const column = (heading: string, short: string, rank: number): Column => ({heading, short, rank});

const asResult = (row: SweepRow | undefined): ResultRow | null => (row === undefined ? null : {...row, interval: null});

/** How a point came out of the search, as color and sign. */
function standing(
  selection: SweepSelection | null,
  point: number,
): {readonly tone: Tone; readonly mark: string | null} {
  const verdict = selection?.verdicts[point - 1];
  if (selection === null || verdict === undefined) return {tone: 'neutral', mark: null};
  if (selection.outcome === 'decided' && selection.best.includes(point)) return {tone: 'good', mark: '★'};
  if (selection.goals.length === 0) return {tone: 'neutral', mark: verdict.beaten ? null : '≈'};
  return SIGNS[verdict.feasible];
}

const SIGNS: Readonly<Record<PointVerdict['feasible'], {readonly tone: Tone; readonly mark: string}>> = {
  yes: {tone: 'neutral', mark: '✓'},
  no: {tone: 'bad', mark: '✗'},
  undecided: {tone: 'neutral', mark: '≈'},
};

/** Two factors of a grid as a map: the first downwards, the second across. null where it would be none. */
function mapTable(
  {factors, design, points, selection}: SweepResults,
  shown: FigureReference,
  found: FigureByPoint,
): Table | null {
  if (factors.length !== 2 || design !== 'grid') return null;
  const values = [0, 1].map(factor => [...new Set(points.map(({settings}) => settings[factor]!))]);
  const [down, across] = values as [string[], string[]];
  if (across.length > WIDEST_MAP) return null;
  const rows = down.map(first => [
    textCell(first),
    ...across.map(second => {
      const point = points.find(({settings}) => settings[0] === first && settings[1] === second)!.point;
      const row = found.get(point);
      const {tone, mark} = standing(selection, point);
      const value = row === undefined ? '–' : human(row.value, row.unit);
      return textCell(mark === null ? value : `${value} ${mark}`, tone);
    }),
  ]);
  return {
    title: `${figureTitle(shown)}: ${factors[0]} down, ${factors[1]} across`,
    columns: [column(factors[0]!, '', 0), ...across.map(value => column(value, value, 0))],
    rows,
  };
}

/** One factor as a curve of bars; null where there are several. */
function barTable(
  {factors, points, selection, design}: SweepResults,
  shown: FigureReference,
  found: FigureByPoint,
): Table | null {
  if (factors.length !== 1) return null;
  const highest = Math.max(...[...found.values()].map(({value}) => value), 0);
  // a Latin hypercube has its points in no order, and of few values some twice
  const once = new Map(points.map(point => [point.settings[0]!, point]));
  const amount = ([value]: readonly [string, unknown]): number => Number.parseFloat(value);
  const inOrder = [...once]
    .sort((a, b) => (design === 'lhs' ? amount(a) - amount(b) || 0 : 0))
    .map(([, point]) => point);
  return {
    title: `${figureTitle(shown)} by ${factors[0]}`,
    columns: [
      column(factors[0]!, factors[0]!, 0),
      column(figureTitle(shown), figureTitle(shown), 0),
      column('', '', 2),
    ],
    rows: inOrder.map(({point, settings}) => {
      const row = found.get(point);
      const {tone, mark} = standing(selection, point);
      const bar = row === undefined || highest === 0 ? '' : '█'.repeat(Math.round((LONGEST_BAR * row.value) / highest));
      return [
        textCell(settings[0]!, tone, mark),
        figureCell(asResult(row), tone),
        textCell(bar.padEnd(LONGEST_BAR, '·')),
      ];
    }),
  };
}

/** Figures of the list of points, each with its heading. */
const LISTED: readonly (readonly [MeasureName, string, string])[] = [
  ['serviceLevel', 'service level', 'in time'],
  ['abandonment', 'abandonment', 'abandon'],
  ['asa', 'ASA', 'ASA'],
  ['occupancy', 'occupancy', 'occup.'],
  ['agents', 'agents', 'agents'],
  ['cost', 'cost', 'cost'],
];

/** A figure that is the same in every replication, without its ± 0. */
const withoutNothing = (cell: Cell): Cell => (cell.plusMinus === 0 ? {...cell, plusMinus: null} : cell);

function pointsTable(sweep: SweepResults): Table {
  const {factors, points, selection} = sweep;
  const listed = LISTED.map(([measure, heading, short]) => ({
    heading,
    short,
    found: figureByPoint(sweep, {measure, ...TOTAL}),
  })).filter(({found}) => found.size > 0);
  return {
    title: 'Points',
    columns: [
      column('point', '#', 0),
      ...factors.map(factor => column(factor, factor.split('.').at(-1) ?? factor, 0)),
      ...listed.map(({heading, short}, place) => column(heading, short, place)),
    ],
    rows: points.map(({point, settings}) => {
      const {tone, mark} = standing(selection, point);
      return [
        textCell(String(point), tone, mark),
        ...settings.map(value => textCell(value)),
        ...listed.map(({found}): Cell => withoutNothing(figureCell(asResult(found.get(point))))),
      ];
    }),
  };
}

/** The best point in one sentence, or the range of the figure where none was asked for. */
function headlineOf(sweep: SweepResults, shown: FigureReference, found: FigureByPoint): string {
  const {selection} = sweep;
  if (selection !== null) return selectionHeadline(sweep, selection);
  const rows = [...found.values()].sort((a, b) => a.value - b.value);
  const [lowest, highest] = [rows[0], rows.at(-1)];
  if (lowest === undefined || highest === undefined) return `No point has ${figureTitle(shown)}.`;
  const at = ({value, unit, point}: SweepRow): string => `${human(value, unit)} at ${settingsOf(sweep, point)}`;
  return `${figureTitle(shown)} goes from ${at(lowest)} to ${at(highest)}.`;
}

/** `agents.team.count=7, run.volume=110%` */
export function settingsOf({factors, points}: SweepResults, point: number): string {
  const {settings} = points[point - 1]!;
  return factors.map((factor, index) => `${factor}=${settings[index]!}`).join(', ');
}

function selectionHeadline(sweep: SweepResults, selection: SweepSelection): string {
  const {outcome, best, goals, direction, objective, verdicts} = selection;
  const wanted = goals.join(' and ');
  if (outcome === 'none') return `No point meets ${wanted}.`;
  const [first] = best;
  if (first === undefined) return 'The search for the best point could not begin.';
  const {objective: value} = verdicts[first - 1]!;
  const amount = objective === null || value === null ? '' : `: ${objective} ${quantity(Number(value.toPrecision(6)))}`;
  const what =
    objective === null
      ? `Points that meet ${wanted}`
      : `${direction === 'minimise' ? 'Least' : 'Most'} ${objective}${wanted === '' ? '' : ` with ${wanted}`}`;
  if (outcome === 'undecided') return `Not decided yet; ahead is ${settingsOf(sweep, first)}${amount}.`;
  if (objective === null) return `${what}: ${best.length} of ${sweep.points.length}.`;
  const others = best.length > 1 ? `, and ${best.length - 1} more as good` : '';
  return `${what}: ${settingsOf(sweep, first)}${others}${amount}.`;
}

function calloutsOf(sweep: SweepResults): Callout[] {
  const {interrupted, points, selection} = sweep;
  const left = points.filter(({finished}) => !finished).length;
  const neutral = (text: string): Callout => ({tone: 'neutral', mark: '!', text});
  const running = selection?.outcome === 'undecided' ? selection.best.length : 0;
  return [
    ...(interrupted
      ? [
          neutral(
            `interrupted: ${points.length - left} of ${points.length} points are finished and kept; the same command goes on from there`,
          ),
        ]
      : []),
    ...(running > 0 && !interrupted
      ? [
          neutral(
            `replications ran out with ${running} points still in the running (${selection!.best.slice(0, 5).join(', ')}${running > 5 ? ' …' : ''}); --max-replications gives more`,
          ),
        ]
      : []),
  ];
}

function notesOf({selection, replications, seed, program, scenario}: SweepResults, unlisted: boolean): string[] {
  const given = selection?.verdicts.reduce((sum, verdict) => sum + verdict.replications, 0);
  return [
    ...(unlisted ? ['The points one by one: --format csv or json, or the files in --out.'] : []),
    ...(selection === null
      ? []
      : [
          `★ the pick, ✓ meets the goals, ✗ misses one, ≈ not told (given up because another is better, or out of replications). Closer to a goal than half a point (1 % where it is no share${selection.goals.some(goal => /^\s*waitP/i.test(goal)) ? '; of a percentile half a point of the contacts' : ''}) counts as on it. The pick is right with a probability of ${quantity(100 * selection.confidence)} % where nothing else is within the tolerance${selection.indifference === null ? '' : ` (${quantity(Number(selection.indifference.toPrecision(3)))})`}; the search took ${thousands(given ?? 0)} replications.`,
        ]),
    'All points meet the same customers. Figures and ± are of the replications that every point has.',
    `${scenario.startDate}, ${scenario.timezone}; ${thousands(replications)} replications a point, seed ${seed}, plimsoll ${program}.`,
  ];
}
