import {tQuantile} from '../../src/numeric/quantiles.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {CELL, type CellName} from '../../src/statistics/cells.js';
import {MEASURES} from '../../src/statistics/measures.js';
import {planStatistics, type StatisticsPlan} from '../../src/statistics/plan.js';
import type {ReplicationNumbers} from '../../src/statistics/block.js';
import type {Results} from '../../src/statistics/results.js';
import {cellOffset, foldRows} from '../../src/statistics/rows.js';
import {SECTIONS} from '../../src/statistics/sections.js';
import type {Expected, OracleCase, Place, Reading} from './case.js';
import {built} from '../support/built.js';
import {estimateBehind, ratioEstimate, score, type Estimate} from './score.js';

const {makeReplicator} = await built<typeof import('../../src/experiment/replicate.js')>('experiment/replicate.js');
const {Summary} = await built<typeof import('../../src/statistics/summary.js')>('statistics/summary.js');

/** A comparison is passed within so many standard errors. */
export const LIMIT = 4;
/** Nobody at all is as good as an expectation below this. */
const NEVER = 1e-3;

/** What does not vary (an abandonment after a constant patience) agrees to so much, relatively. */
const ROUNDING = 1e-9;

/** What the oracle says beside what was simulated. */
export interface Comparison {
  readonly figure: string;
  readonly exact: number;
  readonly simulated: number;
  /** Half of the 95 % interval of the simulation. */
  readonly halfWidth: number;
  /** Difference over its standard error, that of the oracle included, and corrected for skewness (score.ts). */
  readonly z: number;
}

/** Simulates the case and sets every figure beside its oracle. */
export async function compareCase({scenario, expected}: OracleCase): Promise<readonly Comparison[]> {
  const summary = new Summary(scenario);
  const plan = planStatistics(scenario);
  const counts = expected.map(({reading}) => ('counts' in reading ? new Counts(scenario, plan, reading) : null));
  const rows = new Float64Array(plan.rows.length);
  const {replications} = scenario.run;
  const replicate = makeReplicator(scenario, {openReplay: noLog});
  for (let replication = 0; replication < replications; replication++) {
    const output = await replicate(replication);
    summary.add(replication, output);
    if (counts.some(count => count !== null)) foldOnce(plan, output, rows);
    for (const count of counts) count?.add(rows);
  }
  const results = summary.results({program: 'test', asked: replications, interrupted: false});
  const student = tQuantile(0.975, replications - 1);
  return expected.map((one, index) => {
    const quantile = isPercentile(one.reading) ? tQuantile(0.975, SECTIONS - 1) : student;
    const estimate = counts[index]?.estimate() ?? estimateOf(results, one.reading, quantile);
    return compare(one, estimate, quantile);
  });
}

function compare({figure, exact, error = 0}: Expected, estimate: Estimate, student: number): Comparison {
  const difference = estimate.value - exact;
  const isCertain = estimate.error === 0 && Math.abs(difference) <= ROUNDING * exact;
  const never = estimate.value === 0 && exact < NEVER;
  return {
    figure,
    exact,
    simulated: estimate.value,
    halfWidth: estimate.error * student,
    z: never || isCertain ? 0 : score(estimate, exact, error),
  };
}

/** Percentiles have their interval from sections of the replications, not from each of them. */
const isPercentile = (reading: Reading): boolean =>
  'measure' in reading && MEASURES[reading.measure].making.kind === 'percentile';

/** A figure of the results, with what its interval tells. */
function estimateOf(results: Results, reading: Reading, student: number): Estimate {
  if (!('measure' in reading)) throw new Error('counts are not among the results');
  const {measure, at} = reading;
  const row = results.rows.find(
    candidate =>
      candidate.measure === measure &&
      candidate.scope === at.scope &&
      candidate.name === at.name &&
      candidate.interval === at.interval,
  );
  if (row === undefined) throw new Error(`the results have no ${measure} of ${at.scope} ${at.name}, ${at.interval}`);
  const {value, low, high} = row;
  if (low === null || high === null) throw new Error(`the results have no interval for ${measure}`);
  if (low > 0 && (high < 1 || MEASURES[measure].unit !== 'share')) return estimateBehind(value, [low, high], student);
  // the interval is cut to the figure's range: what is left on the other side tells its width
  return {value, error: Math.max(value - low, high - value) / student, skewness: 0};
}

/** Follows a ratio of counts, replication by replication; where the results have no such figure. */
class Counts {
  private readonly x: number[] = [];
  private readonly y: number[] = [];
  private readonly row: number;

  constructor(
    scenario: Scenario,
    plan: StatisticsPlan,
    private readonly reading: Extract<Reading, {counts: unknown}>,
  ) {
    this.row = rowOf(scenario, plan, reading.at);
  }

  add(rows: Float64Array): void {
    const sum = (cells: readonly CellName[]): number =>
      cells.reduce((total, cell) => total + rows[this.row + CELL[cell]], 0);
    this.x.push(sum(this.reading.counts));
    this.y.push(this.reading.over.length === 0 ? 1 : sum(this.reading.over));
  }

  estimate(): Estimate {
    return ratioEstimate(this.x, this.y);
  }
}

function rowOf({clock}: Scenario, {rows}: StatisticsPlan, {scope, name, interval}: Place): number {
  const index = rows.scopes.findIndex(candidate => candidate.scope === scope && candidate.name === name);
  const at = interval === null ? rows.layout.intervals + 1 : clock.intervalLabels.indexOf(interval);
  if (index < 0 || at < 0) throw new Error(`the scenario has no ${scope} ${name}, ${interval}`);
  return cellOffset(rows, index, at);
}

function foldOnce(plan: StatisticsPlan, numbers: ReplicationNumbers, rows: Float64Array): void {
  foldRows(plan.rows, numbers, rows);
}

const noLog = (): never => {
  throw new Error('no contact type comes from a log');
};
