import {toldWithChange} from '../../base/replication-failure.js';
import type {Executor, Job} from '../../experiment/jobs.js';
import type {Scenario} from '../../scenario/scenario.js';
import {mergeMoments, momentsLength, type Columns} from '../../statistics/moments.js';
import {checksOf, figureOf, slackOf, type Check, type CheckFigure} from './checks.js';
import {cellCounts, withRoom, type Counts, type StaffingGrid} from './grid.js';
import type {StaffingObjective} from './objectives.js';

/** Consecutive replications: the streams of chance on which numbers of agents are tried. */
export interface Sample {
  readonly first: number;
  readonly replications: number;
}

/** What numbers of agents came to on one sample. */
export interface Trial {
  readonly counts: Counts;
  readonly replications: number;
  /** By check. */
  readonly figures: readonly (CheckFigure | null)[];
  /** By check, by part: numerator and denominator of each interval, of checks over the horizon. */
  readonly parts: readonly (readonly (readonly [number, number])[])[];
  /** By check: how much it is kept by; negative: broken. */
  readonly slack: Float64Array;
  /** Of each batch of replications: numerator and denominator of every check, by which trials on one sample are compared. */
  readonly batches: readonly Float64Array[];
}

/** Replications of one job: small enough for two cores to end at nearly the same time, and for batches to tell how sure a difference is. */
const JOB_REPLICATIONS = 10;

/** Agents of each group beyond those asked for that an engine has room for: a new engine takes long to be compiled. */
const SPARE = 10;

export interface TrialOptions {
  readonly executor: Executor;
  readonly signal: AbortSignal;
  /** Told how many replications have just been simulated. */
  readonly onFinished?: ((replications: number) => void) | undefined;
}

/** Thrown when whoever asked has gone: what is known so far still counts. */
export class Interrupted extends Error {}

/** Tries numbers of agents on samples: the same customers for all that are tried on the same sample. */
export class Trials {
  readonly checks: readonly Check[];
  private readonly columns: Columns;
  private readonly known = new Map<string, Trial>();
  private room: {readonly most: readonly number[]; readonly scenario: Scenario} | null = null;
  /** Replications simulated so far. */
  simulated = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly grid: StaffingGrid,
    objectives: readonly StaffingObjective[],
    private readonly options: TrialOptions,
  ) {
    const {columns, checks} = checksOf(scenario, objectives);
    this.columns = columns;
    this.checks = checks;
  }

  /** Tries several at once, so that all cores have work. What was tried before on this sample is remembered. */
  async of(candidates: readonly Counts[], sample: Sample): Promise<readonly Trial[]> {
    const keys = candidates.map(counts => keyOf(counts, sample));
    const fresh = candidates.filter((_, index) => !this.known.has(keys[index]) && keys.indexOf(keys[index]) === index);
    const trials = await this.simulate(fresh, sample);
    trials.forEach(trial => this.known.set(keyOf(trial.counts, sample), trial));
    return keys.map(key => this.known.get(key)!);
  }

  async one(counts: Counts, sample: Sample): Promise<Trial> {
    const [trial] = await this.of([counts], sample);
    return trial;
  }

  private async simulate(candidates: readonly Counts[], {first, replications}: Sample): Promise<readonly Trial[]> {
    const {executor, signal, onFinished} = this.options;
    const {columns} = this;
    const scenario = this.roomFor(candidates);
    const jobs: Job[] = [];
    const owners: number[] = [];
    candidates.forEach((counts, owner) => {
      const cells = cellCounts(this.grid, counts);
      for (let done = 0; done < replications; done += JOB_REPLICATIONS) {
        jobs.push({
          scenario,
          first: first + done,
          replications: Math.min(JOB_REPLICATIONS, replications - done),
          counts: cells,
          followed: columns,
        });
        owners.push(owner);
      }
    });
    const moments = candidates.map(() => new Float64Array(momentsLength(columns)));
    const batches: Float64Array[][] = candidates.map(() => []);
    const finished = candidates.map(() => 0);
    await executor
      .run(jobs, {
        signal,
        onFinished,
        onResult: (block, job) => {
          const owner = owners[job];
          batches[owner].push(this.sumsOf(block.moments));
          mergeMoments(moments[owner], finished[owner], block.moments, block.replications, 0);
          finished[owner] += block.replications;
        },
      })
      .catch((error: unknown) => {
        throw toldWithChange(error, 'numbers of agents that were tried');
      });
    if (signal.aborted || finished.some(count => count < replications)) throw new Interrupted();
    this.simulated += candidates.length * replications;
    return candidates.map((counts, owner) => this.trialOf(counts, moments[owner], replications, batches[owner]));
  }

  private sumsOf(moments: Float64Array): Float64Array {
    return Float64Array.from(
      {length: 2 * this.checks.length},
      (_, index) => moments[this.checks[index >> 1].at + (index & 1)],
    );
  }

  /** The scenario with room for all these numbers: the same one as before whenever it has enough. */
  private roomFor(candidates: readonly Counts[]): Scenario {
    const most = this.scenario.groups.map((_, group) =>
      candidates.reduce((highest, counts) => Math.max(highest, ...counts[group]), 0),
    );
    if (this.room === null || most.some((count, group) => count > this.room!.most[group])) {
      const roomy = most.map((count, group) => Math.max(this.room?.most[group] ?? 0, Math.ceil(count * 1.5) + SPARE));
      this.room = {most: roomy, scenario: withRoom(this.scenario, this.grid, roomy)};
    }
    return this.room.scenario;
  }

  private trialOf(
    counts: Counts,
    moments: Float64Array,
    replications: number,
    batches: readonly Float64Array[],
  ): Trial {
    const figures = this.checks.map(({at}) => figureOf(moments, replications, at));
    return {
      counts,
      replications,
      figures,
      parts: this.checks.map(({parts}) => parts.map(at => [moments[at], moments[at + 1]] as const)),
      slack: Float64Array.from(this.checks, (check, index) => slackOf(check, figures[index])),
      batches,
    };
  }
}

const keyOf = (counts: Counts, {first, replications}: Sample): string =>
  `${first}+${replications}:${counts.map(group => group.join(',')).join(';')}`;

/** Whether every objective holds. */
export const isFeasible = ({slack}: Trial): boolean => slack.every(value => value >= 0);
