import {userError} from '../../base/errors.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {FigureComparison} from '../../scenario/figure-comparison.js';
import type {FigureReference} from '../../scenario/figure-reference.js';
import {MEASURES} from '../../statistics/measures.js';
import {planRecords, type RecordColumn} from '../../statistics/record-columns.js';
import {planRows} from '../../statistics/rows.js';
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
 * @throws UserError SWP004 when a goal or the objective is no figure that a search can go by
 */
export async function runSweep(subject: SweepSubject, options: SweepOptions = {}): Promise<SweepResults> {
  const {base, points} = subject;
  const {search = null, store = {entries: [], keep: () => undefined}, program = programVersion()} = options;
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
    selection,
    rows: finished.flatMap(entry => entry?.rows ?? []),
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
  const jobs = points.flatMap(({scenario}) =>
    Array.from({length: blocks}, (_, block): Job => ({
      scenario,
      first: from + block * size,
      replications: Math.min(size, count - block * size),
      withRecords: true,
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
      observations.push(...observe(block));
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

type Observer = (block: GatheredBlock) => PointObservations[];

/** Reads what the search goes by off the records of each replication. */
function observerOf(scenario: Scenario, search: SweepSearch | null): Observer {
  if (search === null) return () => [];
  const columns = planRecords(planRows(scenario));
  const placeOf = (figure: FigureReference, text: string): number => {
    const place = columns.findIndex(column => isOf(column, figure));
    if (place >= 0) return place;
    const code: SweepProblemCode = 'SWP004';
    throw userError(code, 'plimsoll sweep', 'a mean or ratio (no percentile of waits) that every point has', text);
  };
  const goals = search.goals.map(({figure, text}) => placeOf(figure, text));
  const objective = search.objective === null ? null : placeOf(search.objective.figure, search.objective.text);
  return ({records, replications}) =>
    Array.from({length: replications}, (_, replication) => {
      const at = (place: number): Observation => {
        const index = 2 * (replication * columns.length + place);
        return [records![index]!, records![index + 1]!];
      };
      return {objective: objective === null ? null : at(objective), goals: goals.map(at)};
    });
}

const isOf = (column: RecordColumn, {measure, scope, name}: FigureReference): boolean =>
  column.measure === measure && column.scope === scope && column.name === name;

/** Half a percentage point, or one percent of what is asked for: closer to a goal than this is on it. */
const toleranceOf = ({figure, value}: SweepGoal): number =>
  MEASURES[figure.measure].unit === 'share' ? 0.005 : Math.max(1e-9, 0.01 * Math.abs(value));

function selectionTask(
  {base, points}: SweepSubject,
  {goals, objective, indifferentShare, most}: SweepSearch,
): SelectionTask {
  return {
    points: points.length,
    goals: goals.map((goal): SelectionGoal => ({
      text: goal.text,
      atLeast: goal.comparison === '>=' || goal.comparison === '>',
      value: goal.value,
      tolerance: toleranceOf(goal),
    })),
    direction: objective?.direction ?? null,
    objective: objective?.text ?? null,
    indifferentShare,
    firstStage: base.run.replications,
    most: Math.max(most, base.run.replications),
  };
}
