import {userError} from '../../base/errors.js';
import {needReplications} from '../../scenario/need-replications.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {FigureComparison} from '../../scenario/figure-comparison.js';
import type {FigureReference} from '../../scenario/figure-reference.js';
import {MEASURES} from '../../statistics/measures.js';
import {planRecords, type RecordColumn} from '../../statistics/record-columns.js';
import {contactsIn, contactsWithin} from '../../statistics/gates/percentile-ratios.js';
import {planRows} from '../../statistics/rows.js';
import {FINE} from '../../statistics/wait-histogram.js';
import {waitPlaceOf, type WaitPlace} from '../../statistics/wait-records.js';
import {
  selectBest,
  type Observation,
  type PointObservations,
  type SelectionGoal,
  type SelectionTask,
} from '../../statistics/selection.js';
import {describe, Summary} from '../../statistics/summary.js';
import type {SweepResults, SweepRow, SweepSelection} from '../../statistics/sweep-results.js';
import type {SweepProblemCode} from '../../scenario/sweep-problem-codes.js';
import {openExecutor, type Executor, type ExecutorOptions, type Job} from '../executor.js';
import type {GatheredBlock} from '../gather.js';
import {programVersion} from '../program-version.js';
import {startClock, type RunProgress} from '../progress.js';
import type {Settings} from './design.js';

/** One point that shall be simulated. */
export interface SweepTask {
  readonly settings: Settings;
  readonly scenario: Scenario;
}

/** A goal as it was written, and what it asks. */
export interface SweepGoal extends FigureComparison {
  readonly text: string;
}

/** What the best point is. */
export interface SweepSearch {
  readonly goals: readonly SweepGoal[];
  readonly objective: {
    readonly figure: FigureReference;
    readonly text: string;
    readonly direction: 'minimise' | 'maximise';
  } | null;
  /** Differences of the objective below this share do not matter. */
  readonly indifferentShare: number;
  /** Replications that one point may have. */
  readonly most: number;
}

/** What is kept of a point, or of further replications of one, when it is finished. */
export interface SweepEntry {
  /** From 0. */
  readonly point: number;
  /** Number of its first replication. */
  readonly from: number;
  readonly replications: number;
  /** Figures of the whole horizon; only of the first replications. */
  readonly rows: readonly SweepRow[];
  readonly observations: readonly PointObservations[];
}

/** Where finished work is kept, and found again. */
export interface SweepStore {
  readonly entries: readonly SweepEntry[];
  readonly keep: (entry: SweepEntry) => void;
}

export interface SweepOptions extends ExecutorOptions {
  readonly search?: SweepSearch | null | undefined;
  readonly store?: SweepStore | undefined;
  readonly executor?: Executor | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
  readonly program?: string | undefined;
}

/** What a sweep is of. */
export interface SweepSubject {
  /** Without any factor; seed and replications are its own. */
  readonly base: Scenario;
  readonly design: 'grid' | 'lhs';
  readonly factors: readonly string[];
  readonly points: readonly SweepTask[];
}

/**
 * Simulates all points of a sweep on the same customers, in one pool, and searches the best one where that is asked for.
 * What the store already has is not simulated again, and gives the same bytes.
 *
 * @throws UserError SWP004 when a goal or the objective is a figure that some point does not have, SWP005 an objective that is a percentile
 */
export async function runSweep(subject: SweepSubject, options: SweepOptions = {}): Promise<SweepResults> {
  const {base, points} = subject;
  const {search = null, store = {entries: [], keep: () => undefined}, program = programVersion()} = options;
  needReplications(
    points.map(({scenario}) => scenario),
    'a sweep',
  );
  const observers = points.map(({scenario}) => observerOf(scenario, search));
  const {replications} = base.run;
  const known = new Map(store.entries.map(entry => [`${entry.point} ${entry.from}`, entry]));
  const executor = options.executor ?? openExecutor({workers: options.workers});
  const clock = startClock(points.length * replications, options.onProgress);
  const simulate = async (wanted: readonly number[], from: number, count: number): Promise<boolean> => {
    const missing = wanted.filter(point => !known.has(`${point} ${from}`));
    await simulatePoints(
      missing.map(point => ({point, ...points[point]!, observe: observers[point]!})),
      from,
      count,
      {
        executor,
        signal: options.signal,
        split: Math.max(1, Math.ceil(LEAST_BLOCKS / wanted.length)),
        onFinished: clock.finish,
        onEntry(entry) {
          known.set(`${entry.point} ${from}`, entry);
          store.keep(entry);
        },
      },
    );
    return wanted.every(point => known.has(`${point} ${from}`));
  };
  const all = points.map((_, point) => point);
  let expected = points.length * replications;
  let selection: SweepSelection | null = null;
  try {
    clock.skip(store.entries.filter(({from}) => from === 0).length * replications);
    const whole = await simulate(all, 0, replications);
    if (search !== null && whole)
      selection = await selectBest(selectionTask(subject, search), async (wanted, from, count) => {
        expected += from > 0 ? wanted.length * count : 0;
        clock.expect(expected);
        if (!(await simulate(wanted, from, count))) return null;
        return wanted.map(point => known.get(`${point} ${from}`)!.observations);
      });
  } finally {
    if (options.executor === undefined) await executor.close();
  }
  const finished = all.map(point => known.get(`${point} 0`));
  const rows = finished.flatMap(entry => entry?.rows ?? []);
  return {
    format: 'plimsoll-sweep',
    version: 1,
    program,
    scenario: describe(base),
    design: subject.design,
    factors: subject.factors,
    seed: base.run.seed,
    replications,
    interrupted: finished.includes(undefined) || options.signal?.aborted === true,
    points: points.map(({settings}, point) => ({point: point + 1, settings, finished: finished[point] !== undefined})),
    selection: selection === null || search === null ? null : withPercentiles(selection, search, rows),
    rows,
  };
}

/** At least so many blocks at once, so that eight workers have something to do. */
const LEAST_BLOCKS = 16;

interface PointToSimulate extends SweepTask {
  readonly point: number;
  readonly observe: Observer;
}

/** Simulates replications of points, as one list of jobs, and hands over each point as it is finished, in order. */
async function simulatePoints(
  points: readonly PointToSimulate[],
  from: number,
  count: number,
  {
    executor,
    signal,
    split,
    onFinished,
    onEntry,
  }: {
    readonly executor: Executor;
    readonly signal: AbortSignal | undefined;
    /** Into how many blocks the replications of a point are cut. */
    readonly split: number;
    readonly onFinished: (replications: number) => void;
    readonly onEntry: (entry: SweepEntry) => void;
  },
): Promise<void> {
  const size = Math.ceil(count / split);
  const blocks = Math.ceil(count / size);
  const jobs = points.flatMap(({scenario, observe}) =>
    Array.from({length: blocks}, (_, block): Job => ({
      scenario,
      first: from + block * size,
      replications: Math.min(size, count - block * size),
      withRecords: true,
      waitPlaces: observe.waitPlaces,
    })),
  );
  let summary: Summary | null = null;
  let observations: PointObservations[] = [];
  await executor.run(jobs, {
    signal,
    onFinished,
    onResult(block: GatheredBlock, job) {
      const {point, settings: _, scenario, observe} = points[Math.floor(job / blocks)]!;
      if (job % blocks === 0) [summary, observations] = [new Summary(scenario), []];
      // after an interruption blocks may be missing
      if (summary === null || summary.finished !== block.first - from) return;
      summary.merge(block);
      observations.push(...observe.of(block));
      if (summary.finished < count) return;
      const rows = from > 0 ? [] : rowsOf(summary, point);
      onEntry({point, from, replications: count, rows, observations});
      summary = null;
    },
  });
}

function rowsOf(summary: Summary, point: number): readonly SweepRow[] {
  const {rows} = summary.results({program: '', asked: summary.finished, interrupted: false});
  return rows.flatMap(({interval, ...row}) => (interval === null ? [{point: point + 1, ...row}] : []));
}

/** What the search goes by, in each replication of one point. */
interface Observer {
  /** Whose waits a job brings along: those of goals that are percentiles. */
  readonly waitPlaces: readonly WaitPlace[];
  readonly of: (block: GatheredBlock) => PointObservations[];
}

/** Of one replication, in a block of `replications`. */
type Look = (block: GatheredBlock, replication: number) => Observation;

function observerOf(scenario: Scenario, search: SweepSearch | null): Observer {
  if (search === null) return {waitPlaces: [], of: () => []};
  const plan = planRows(scenario);
  const columns = planRecords(plan);
  const waitPlaces: WaitPlace[] = [];
  const ratioOf = (figure: FigureReference, text: string): Look => {
    const place = columns.findIndex(column => isOf(column, figure));
    if (place < 0) throw unsearchable('SWP004', 'a figure that every point has', text);
    return ({records}, replication) => {
      const index = 2 * (replication * columns.length + place);
      return [records![index]!, records![index + 1]!];
    };
  };
  // The percentile is at most so long where at least its share of contacts waits no longer.
  const waitsOf = ({figure, text, value}: SweepGoal): Look => {
    const place = waitPlaceOf(plan, figure, null);
    if (place === null) throw unsearchable('SWP004', 'a figure that every point has', text);
    const index = waitPlaces.push(place) - 1;
    return ({waitRecords}, replication) => {
      const waits = waitRecords[replication * waitPlaces.length + index]!;
      return [contactsWithin(FINE, waits, value), contactsIn(waits)];
    };
  };
  const {objective} = search;
  if (objective !== null && shareOf(objective.figure) !== null)
    throw unsearchable(
      'SWP005',
      'asa, a service level or another mean or ratio; a percentile may be a goal',
      objective.text,
    );
  const goals = search.goals.map(goal =>
    shareOf(goal.figure) === null ? ratioOf(goal.figure, goal.text) : waitsOf(goal),
  );
  const lookAt = objective === null ? null : ratioOf(objective.figure, objective.text);
  return {
    waitPlaces,
    of: block =>
      Array.from({length: block.replications}, (_, replication) => ({
        objective: lookAt?.(block, replication) ?? null,
        goals: goals.map(look => look(block, replication)),
      })),
  };
}

function unsearchable(code: SweepProblemCode, expected: string, got: string): Error {
  return userError(code, 'plimsoll sweep', expected, got);
}

/** The share of contacts that a percentile of waits is about; null: it is no percentile. */
function shareOf({measure}: FigureReference): number | null {
  const {making} = MEASURES[measure];
  return making.kind === 'percentile' ? making.share : null;
}

const isOf = (column: RecordColumn, {measure, scope, name}: FigureReference): boolean =>
  column.measure === measure && column.scope === scope && column.name === name;

/** Half a percentage point, or one percent of what is asked for: closer to a goal than this is on it. */
const toleranceOf = ({figure, value}: SweepGoal): number =>
  MEASURES[figure.measure].unit === 'share' ? 0.005 : Math.max(1e-9, 0.01 * Math.abs(value));

/** A goal as the search has it: a percentile becomes the share of contacts that wait no longer. */
function selectionGoal(goal: SweepGoal): SelectionGoal {
  const {text, comparison, value, figure} = goal;
  const atLeast = comparison === '>=' || comparison === '>';
  const share = shareOf(figure);
  return share === null
    ? {text, atLeast, value, tolerance: toleranceOf(goal)}
    : {text, atLeast: !atLeast, value: share, tolerance: Math.min(0.005, (1 - share) / 10)};
}

function selectionTask(
  {base, points}: SweepSubject,
  {goals, objective, indifferentShare, most}: SweepSearch,
): SelectionTask {
  return {
    points: points.length,
    goals: goals.map(selectionGoal),
    direction: objective?.direction ?? null,
    objective: objective?.text ?? null,
    indifferentShare,
    firstStage: base.run.replications,
    most: Math.max(most, base.run.replications),
  };
}

/** In place of the share of contacts that a percentile's goal went by: the percentile, over the replications that every point has. */
function withPercentiles(selection: SweepSelection, {goals}: SweepSearch, rows: readonly SweepRow[]): SweepSelection {
  const percentileAt = (point: number, {measure, scope, name}: FigureReference): number | null =>
    rows.find(row => row.point === point && row.measure === measure && row.scope === scope && row.name === name)
      ?.value ?? null;
  return {
    ...selection,
    verdicts: selection.verdicts.map(verdict => ({
      ...verdict,
      goals: verdict.goals.map((value, goal) => {
        const {figure} = goals[goal]!;
        return shareOf(figure) === null ? value : percentileAt(verdict.point, figure);
      }),
    })),
  };
}
