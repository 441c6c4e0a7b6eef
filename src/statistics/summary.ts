import {SECONDS_PER_DAY} from '../base/units.js';
import {normalQuantile, tQuantile} from '../numeric/quantiles.js';
import {throughputWarnings} from '../scenario/attention.js';
import type {Scenario} from '../scenario/scenario.js';
import {observedScenario} from './observed-scenario.js';
import {addInto, Block, type BlockData, type ReplicationNumbers} from './block.js';
import {costLines, type CostLine} from './cost-lines.js';
import {elapsedIn} from './rows.js';
import {figuresOf, type Figure} from './figures.js';
import {cutToRange, meanInterval, ratioInterval, wilsonInterval} from './intervals.js';
import {MEASURES} from './measures.js';
import {mergeMoments, momentsLength, PAIR_STRIDE, SINGLE_STRIDE} from './moments.js';
import {SECTIONS} from './sections.js';
import {planStatistics, type StatisticsPlan} from './plan.js';
import {AFTER_CLOSE, type ResultRow, type Results} from './results.js';
import {chartBins, chartWidth} from './wait-chart.js';
import {WaitSums, type Estimate} from './wait-sums.js';
import {warningsOf} from './warnings.js';

/** What the results say of the run beside its figures. */
export interface RunFacts {
  readonly program: string;
  /** Replications, or batches, asked for. */
  readonly asked: number;
  readonly interrupted: boolean;
  readonly warnings?: readonly string[];
  readonly fingerprints?: Results['fingerprints'];
}

/** The 97.5 % quantiles that intervals need. */
interface Quantiles {
  readonly student: number;
  readonly sections: number;
  readonly normal: number;
}

/**
 * Gathers the replications of one scenario, in order, and works out its results. Memory depends on the scenario's types,
 * groups and intervals, never on contacts or replications.
 */
export class Summary {
  /** Replications merged so far. */
  finished = 0;
  /** Contacts simulated so far. */
  contacts = 0;
  readonly plan: StatisticsPlan;
  readonly waits: WaitSums;
  private readonly moments: Float64Array;
  /** Sums of what cost consists of, where blocks have them. */
  private costs: Float64Array | null = null;

  constructor(readonly scenario: Scenario) {
    this.plan = planStatistics(scenario);
    this.moments = new Float64Array(momentsLength(this.plan.columns));
    this.waits = new WaitSums(this.plan.rows);
  }

  /** Adds one replication, the next in order. */
  add(replication: number, output: ReplicationNumbers): void {
    const block = new Block(this.plan, replication, 1);
    block.add(output);
    this.merge(block.take());
  }

  /** Adds a block of replications, the next in order. */
  merge(block: BlockData): void {
    if (block.replications === 0) return;
    mergeMoments(this.moments, this.finished, block.moments, block.replications, this.plan.columns.singles.length);
    this.waits.add(block);
    if (block.costs !== null) this.addCosts(block.costs);
    this.finished += block.replications;
    this.contacts += block.contacts;
  }

  /**
   * The results of what was added. Rows come by scope (total, channels, contact types, queues, groups, sites, each in the
   * scenario's order), within it the horizon, the intervals in order and after close, within that by measure in the order
   * of their names.
   */
  results({program, asked, interrupted, warnings = [], fingerprints}: RunFacts): Results {
    const {scenario} = this;
    const {batchMeans} = scenario.run;
    const rows = this.rows();
    const costs = this.costLines();
    return {
      format: 'plimsoll-results',
      version: 1,
      program,
      scenario: describe(observedScenario(scenario)),
      ...(fingerprints === undefined ? {} : {fingerprints}),
      seed: scenario.run.seed,
      replications: {asked, finished: this.finished},
      ...(batchMeans === null ? {} : {batches: {daysEach: batchMeans.daysEach, warmUpDays: batchMeans.warmUpDays}}),
      interrupted,
      contacts: this.contacts,
      warnings: [...warnings, ...throughputWarnings(scenario), ...warningsOf(rows, this.finished)],
      ...(costs === null ? {} : {costs}),
      waits: this.waitCharts(),
      rows,
    };
  }

  private addCosts(costs: Float64Array): void {
    this.costs ??= new Float64Array(costs.length);
    addInto(this.costs, 0, costs);
  }

  /** What cost consists of; null where it was not asked for. */
  private costLines(): readonly CostLine[] | null {
    const plan = this.plan.rows.costs;
    return this.costs === null || plan === null ? null : costLines(this.scenario, plan, this.costs, this.finished);
  }

  private rows(): readonly ResultRow[] {
    if (this.finished === 0) return [];
    const quantiles: Quantiles = {
      student: this.finished > 1 ? tQuantile(0.975, this.finished - 1) : NaN,
      sections: tQuantile(0.975, SECTIONS - 1),
      normal: normalQuantile(0.975),
    };
    const figures = figuresOf(this.plan.rows);
    const worthRow = this.rowsWorthGiving(figures);
    const rows: ResultRow[] = [];
    for (const figure of figures) {
      if (worthRow[this.rowOf(figure)] === 0) continue;
      const estimate = this.estimate(figure, quantiles);
      if (estimate === null) continue;
      const {scope, name} = this.plan.rows.scopes[figure.scope];
      const {unit} = MEASURES[figure.measure];
      const interval = this.intervalName(figure.interval);
      const [low, high] = cutToRange(estimate.interval, unit) ?? [null, null];
      rows.push({measure: figure.measure, scope, name, interval, value: estimate.value, low, high, unit});
    }
    return rows;
  }

  /**
   * Which rows are given, 1 or 0 by rowOf: the horizon, every interval of which part was counted (not all warm-up), and
   * others, such as after close, when something happened in them.
   */
  private rowsWorthGiving(figures: readonly Figure[]): Uint8Array {
    const {rows} = this.plan;
    const worth = new Uint8Array(rows.scopes.length * rows.rowsPerScope);
    const always = Array.from(
      {length: rows.rowsPerScope},
      (_, interval) => elapsedIn(this.plan.rows, interval) > 0 || interval > rows.layout.intervals,
    );
    for (const figure of figures) {
      const row = this.rowOf(figure);
      if (worth[row] === 1) continue;
      if (always[figure.interval] || this.happened(figure)) worth[row] = 1;
    }
    return worth;
  }

  private rowOf({scope, interval}: Figure): number {
    return scope * this.plan.rows.rowsPerScope + interval;
  }

  /** Whether the numerator of a figure was ever anything but zero. */
  private happened({measure, column}: Figure): boolean {
    const {kind} = MEASURES[measure].making;
    if (kind === 'percentile') return false;
    return this.moments[kind === 'ratio' ? this.pairAt(column) : column * SINGLE_STRIDE] !== 0;
  }

  private intervalName(interval: number): string | null {
    const {intervals} = this.plan.rows.layout;
    if (interval > intervals) return null;
    return interval === intervals ? AFTER_CLOSE : this.scenario.clock.intervalLabels[interval];
  }

  private estimate(figure: Figure, quantiles: Quantiles): Estimate | null {
    const {making} = MEASURES[figure.measure];
    if (making.kind === 'ratio') return this.ratioOf(figure, quantiles);
    if (making.kind === 'percentile') {
      return figure.interval > this.plan.rows.layout.intervals
        ? this.waits.overHorizon(figure.scope, making.share, quantiles.sections)
        : this.waits.inInterval(figure.scope, figure.interval, making.share);
    }
    return this.meanOf(figure, making.kind === 'count' ? 1 : elapsedIn(this.plan.rows, figure.interval), quantiles);
  }

  /** Mean a replication of a single, over a constant. */
  private meanOf({column}: Figure, divisor: number, {student}: Quantiles): Estimate | null {
    if (divisor === 0) return null;
    const at = column * SINGLE_STRIDE;
    const mean = this.moments[at] / this.finished / divisor;
    const squares = this.moments[at + 1] / divisor ** 2;
    const cubes = this.moments[at + 2] / divisor ** 3;
    return {value: mean, interval: meanInterval({count: this.finished, mean, squares, cubes}, student)};
  }

  private ratioOf({measure, column}: Figure, {student, normal}: Quantiles): Estimate | null {
    const at = this.pairAt(column);
    const {moments, finished: count} = this;
    const sumX = moments[at];
    const sumY = moments[at + 1];
    if (!(sumY > 0)) return null;
    const value = sumX / sumY;
    if (count < 2) return {value, interval: null};
    if (measure === 'objectiveMet') return {value, interval: wilsonInterval(sumX, sumY, normal)};
    const sample = {
      count,
      sumX,
      sumY,
      xx: moments[at + 2],
      xy: moments[at + 3],
      yy: moments[at + 4],
      xxx: moments[at + 5],
      xxy: moments[at + 6],
      xyy: moments[at + 7],
      yyy: moments[at + 8],
    };
    return {value, interval: ratioInterval(sample, student)};
  }

  private pairAt(column: number): number {
    return this.plan.columns.singles.length * SINGLE_STRIDE + column * PAIR_STRIDE;
  }

  private waitCharts(): Results['waits'] {
    const width = chartWidth(this.waits.pooled(0));
    return this.plan.rows.scopes.flatMap(({scope, name}, index) =>
      scope === 'total' || scope === 'contactType'
        ? [{scope, name, bins: chartBins(this.waits.pooled(index), width)}]
        : [],
    );
  }
}

/** What was simulated, for the reader of its figures. */
export function describe({
  name,
  description,
  clock,
  currency,
  contactTypes,
  groups,
  sites,
  run,
}: Scenario): Results['scenario'] {
  const warmUpDays = clock.days > 1 ? run.warmUpSeconds / SECONDS_PER_DAY : 0;
  return {
    name,
    description,
    startDate: clock.startDate,
    days: clock.days,
    ...(warmUpDays === 0 ? {} : {daysCounted: clock.days - warmUpDays}),
    timezone: clock.timezone,
    intervalSeconds: clock.intervalSeconds,
    ...(currency === null ? {} : {currency}),
    objectives: contactTypes.flatMap(({name: contactType, objective}) =>
      objective === null ? [] : [{contactType, ...objective}],
    ),
    contactTypes: contactTypes.map(type => type.name),
    groups: groups.map(group => group.name),
    sites: sites.map(site => site.name),
  };
}
