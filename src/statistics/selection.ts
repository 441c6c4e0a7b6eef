import {errorConstants, kimNelson, allowance} from './kim-nelson.js';
import type {PointVerdict, SweepSelection} from './sweep-results.js';

/** Numerator and denominator of a figure in one replication. */
export type Observation = readonly [numerator: number, denominator: number];

/** What one replication of one point says: of the objective, where there is one, and of each goal. */
export interface PointObservations {
  readonly objective: Observation | null;
  readonly goals: readonly Observation[];
}

/** A goal: the figure shall be at least, or at most, so much. */
export interface SelectionGoal {
  readonly text: string;
  readonly atLeast: boolean;
  readonly value: number;
  /** Distances below this do not matter, > 0. */
  readonly tolerance: number;
}

export interface SelectionTask {
  readonly points: number;
  readonly goals: readonly SelectionGoal[];
  readonly direction: 'minimise' | 'maximise' | null;
  readonly objective: string | null;
  /** Differences of the objective below this share of its middle value over all points do not matter. */
  readonly indifferentShare: number;
  /** Replications of each point to begin with, at least 2. */
  readonly firstStage: number;
  /** Replications that one point may have. */
  readonly most: number;
}

const ALPHA = 0.05;

/** Where one point stands in the search. */
interface Runner {
  readonly point: number;
  readonly observations: PointObservations[];
  readonly goals: GoalState[];
  active: boolean;
  beaten: boolean;
}

interface GoalState {
  met: boolean | null;
  /** Of the distance from the goal, from the first stage; set then. */
  variance: number;
  scale: number;
}

/**
 * Finds the best point that meets the goals, so that noise does not pick the winner: after a first stage of all points,
 * those that miss a goal, and those that are worse than one that meets them, are given up as soon as that is shown;
 * the others get more replications. A goal is judged as a comparison with a known number, points are compared in pairs
 * on common random numbers; half of the 5 % of error goes to each (Kim and Nelson, ACM TOMACS 11 (2001) 251-273).
 *
 * @param more asks for that many further replications of these points (numbers from 0), from a number on; null when
 *   they are not to be had, since the user wants to end
 * @see docs/explanation/methods.md#experiment-statistics
 */
export async function selectBest(
  task: SelectionTask,
  more: (
    points: readonly number[],
    from: number,
    replications: number,
  ) => Promise<readonly (readonly PointObservations[])[] | null>,
): Promise<SweepSelection> {
  const runners = Array.from({length: task.points}, (_, point): Runner => ({
    point,
    observations: [],
    goals: task.goals.map(() => ({met: null, variance: 0, scale: 1})),
    active: true,
    beaten: false,
  }));
  const search = new Search(task, runners);
  for (let done = 0; done < task.most && !search.isOver();) {
    const active = runners.filter(runner => runner.active);
    const count = Math.min(task.firstStage, task.most - done);
    const found = await more(
      active.map(({point}) => point),
      done,
      count,
    );
    if (found === null) break;
    active.forEach((runner, index) => runner.observations.push(...found[index]!));
    if (done === 0) search.begin();
    done += count;
    search.judge();
  }
  return search.result();
}

class Search {
  private indifference: number | null = null;
  /** Variances of differences between two points, from the first stage. */
  private readonly variances = new Map<string, number>();
  private begun = false;

  constructor(
    private readonly task: SelectionTask,
    private readonly runners: readonly Runner[],
  ) {}

  isOver(): boolean {
    if (!this.begun) return false;
    const left = this.runners.filter(({active}) => active);
    if (left.length === 0) return true;
    if (!left.every(meetsAll)) return false;
    return this.task.objective === null || left.every(runner => this.ties(runner, left[0]!));
  }

  /** After the first stage: variances and what differences matter. */
  begin(): void {
    this.begun = true;
    for (const runner of this.runners)
      runner.goals.forEach((state, goal) => {
        const denominators = runner.observations.map(({goals}) => goals[goal]![1]);
        state.scale = mean(denominators) || 1;
        state.variance = varianceOf(this.distances(runner, goal));
      });
    if (this.task.objective === null) return;
    const values = this.runners.map(runner => Math.abs(objectiveOf(runner) ?? 0)).sort((a, b) => a - b);
    this.indifference = this.task.indifferentShare * (values[Math.floor(values.length / 2)]! || 1);
    for (const one of this.runners)
      for (const other of this.runners)
        if (one.point < other.point) {
          const variance = varianceOf(pairwise(linearised(one), linearised(other)));
          this.variances.set(
            `${one.point} ${other.point}`,
            isDust(Math.sqrt(variance), objectiveOf(one)) ? 0 : variance,
          );
        }
  }

  judge(): void {
    const {goals, firstStage, points} = this.task;
    const share = this.task.objective === null || goals.length === 0 ? ALPHA : ALPHA / 2;
    const constants = goals.length === 0 ? null : errorConstants(share / (points * goals.length), firstStage);
    for (const runner of this.runners.filter(({active}) => active)) {
      runner.goals.forEach((state, goal) => {
        if (state.met !== null || constants === null) return;
        const distances = this.distances(runner, goal);
        const room = allowance(constants, distances.length, state.variance, goals[goal]!.tolerance);
        const distance = mean(distances);
        if (Math.abs(distance) >= room) state.met = distance >= 0;
      });
      if (runner.goals.some(({met}) => met === false)) runner.active = false;
    }
    if (this.task.objective !== null && points > 1)
      this.eliminate(kimNelson({systems: points, firstStage, alpha: share}));
  }

  /** Gives up who is behind one that meets the goals. */
  private eliminate(constants: ReturnType<typeof kimNelson>): void {
    const active = this.runners.filter(runner => runner.active);
    const sign = this.task.direction === 'maximise' ? -1 : 1;
    const behind = active.filter(one =>
      active.some(other => {
        if (other === one || !meetsAll(other)) return false;
        const [mine, theirs] = [objectiveOf(one), objectiveOf(other)];
        if (theirs === null) return false;
        if (mine === null) return true;
        const room = allowance(constants, one.observations.length, this.varianceOfPair(one, other), this.indifference!);
        return sign * (mine - theirs) > room && !isDust(mine - theirs, theirs);
      }),
    );
    for (const runner of behind) Object.assign(runner, {active: false, beaten: true});
  }

  result(): SweepSelection {
    const {goals, direction, objective} = this.task;
    const sign = direction === 'maximise' ? -1 : 1;
    const left = this.runners.filter(({active}) => active);
    const best = this.begun
      ? [...left].sort(
          (a, b) => sign * ((objectiveOf(a) ?? Infinity) - (objectiveOf(b) ?? Infinity)) || a.point - b.point,
        )
      : [];
    return {
      goals: goals.map(({text}) => text),
      direction,
      objective,
      confidence: 1 - ALPHA,
      indifference: this.indifference,
      tolerances: goals.map(({tolerance}) => tolerance),
      outcome: !this.isOver() ? 'undecided' : left.length === 0 ? 'none' : 'decided',
      best: best.map(({point}) => point + 1),
      verdicts: this.runners.map(verdictOf),
    };
  }

  /** How far above its goal each replication lies, per unit of the figure; below zero: misses it. */
  private distances(runner: Runner, goal: number): number[] {
    const {atLeast, value} = this.task.goals[goal]!;
    const {scale} = runner.goals[goal]!;
    return runner.observations.map(({goals}) => {
      const [numerator, denominator] = goals[goal]!;
      const above = (numerator - value * denominator) / scale;
      return atLeast ? above : -above;
    });
  }

  private varianceOfPair(one: Runner, other: Runner): number {
    const [low, high] = one.point < other.point ? [one, other] : [other, one];
    return this.variances.get(`${low.point} ${high.point}`) ?? 0;
  }

  /** Equally good in every replication. */
  private ties(one: Runner, other: Runner): boolean {
    const [mine, theirs] = [objectiveOf(one), objectiveOf(other)];
    if (one === other || mine === null || theirs === null) return mine === theirs;
    return this.varianceOfPair(one, other) === 0 && isDust(mine - theirs, theirs);
  }
}

const meetsAll = ({goals}: Runner): boolean => goals.every(({met}) => met === true);

/** The objective over all replications of a point: a ratio of sums; null when nobody saw it. */
function objectiveOf({observations}: Runner): number | null {
  return ratioOf(observations.map(({objective}) => objective ?? [0, 0]));
}

function ratioOf(observations: readonly Observation[]): number | null {
  let [numerator, denominator] = [0, 0];
  for (const [x, y] of observations) {
    numerator += x;
    denominator += y;
  }
  return denominator > 0 ? numerator / denominator : null;
}

/** The objective's value in each replication, linearised where it is a ratio. */
function linearised(runner: Runner): number[] {
  const ratio = objectiveOf(runner) ?? 0;
  const pairs = runner.observations.map(({objective}) => objective ?? ([0, 0] as const));
  const scale = mean(pairs.map(([, y]) => y)) || 1;
  return pairs.map(([x, y]) => ratio + (x - ratio * y) / scale);
}

/** So small beside the value that it is nothing but rounding. */
const isDust = (size: number, value: number | null): boolean => Math.abs(size) <= 1e-10 * Math.abs(value ?? 0);

const pairwise = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, index) => value - other[index]!);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOf(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

function verdictOf(runner: Runner): PointVerdict {
  const {point, goals, beaten, observations} = runner;
  return {
    point: point + 1,
    feasible: goals.some(({met}) => met === false) ? 'no' : meetsAll(runner) ? 'yes' : 'undecided',
    beaten,
    replications: observations.length,
    objective: objectiveOf(runner),
    goals: goals.map((_, goal) => ratioOf(observations.map(({goals: of}) => of[goal]!))),
  };
}
