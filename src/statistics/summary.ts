import {normalQuantile, tQuantile} from '../numeric/quantiles.js';
import type {Scenario} from '../scenario/scenario.js';
import {Block, type BlockData, type ReplicationNumbers} from './block.js';
import type {Figure} from './figures.js';
import {cutToRange, meanInterval, ratioInterval, wilsonInterval} from './intervals.js';
import {MEASURES} from './measures.js';
import {mergeMoments, momentsLength, PAIR_STRIDE, SINGLE_STRIDE} from './moments.js';
import {SECTIONS} from './percentiles.js';
import {planStatistics, type StatisticsPlan} from './plan.js';
import {AFTER_CLOSE, type ResultRow, type Results} from './results.js';
import {chartBins, chartWidth} from './wait-chart.js';
import {WaitSums, type Estimate} from './wait-sums.js';
import {warningsOf} from './warnings.js';

/** What the results say of the run beside its figures. */
export interface RunFacts {
  readonly program: string;
  /** Replications asked for. */
  readonly asked: number;
  readonly interrupted: boolean;
  readonly warnings?: readonly string[];
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
  private readonly plan: StatisticsPlan;
  private readonly moments: Float64Array;
  private readonly waits: WaitSums;

  constructor(private readonly scenario: Scenario) {
    this.plan = planStatistics(scenario);
    this.moments = new Float64Array(momentsLength(this.plan.columns));
    this.waits = new WaitSums(this.plan.rows);
  }

  /** Adds one replication, the next in order. */
  add(replication: number, output: ReplicationNumbers): void {
    const block = new Block(this.plan, replication, 1, false);
    block.add(output);
    this.merge(block.take());
  }

  /** Adds a block of replications, the next in order. */
  merge(block: BlockData): void {
    if (block.replications === 0) return;
    mergeMoments(this.moments, this.finished, block.moments, block.replications, this.plan.columns.singles.length);
    this.waits.add(block);
    this.finished += block.replications;
    this.contacts += block.contacts;
  }

  /**
   * The results of what was added. Rows come by scope (total, channels, contact types, queues, groups, sites, each in the
   * scenario's order), within it the horizon, the intervals in order and after close, within that by measure in the order
   * of their names.
   */
  results({program, asked, interrupted, warnings = []}: RunFacts): Results {
    const {scenario} = this;
    const rows = this.rows();
    return {
      format: 'plimsoll-results',
      version: 1,
      program,
      scenario: describe(scenario),
      seed: scenario.run.seed,
      replications: {asked, finished: this.finished},
      interrupted,
      contacts: this.contacts,
      warnings: [...warnings, ...warningsOf(rows, this.finished)],
      waits: this.waitCharts(),
      rows,
    };
  }

  private rows(): readonly ResultRow[] {
    if (this.finished === 0) return [];
    const quantiles: Quantiles = {
      student: this.finished > 1 ? tQuantile(0.975, this.finished - 1) : NaN,
      sections: tQuantile(0.975, SECTIONS - 1),
      normal: normalQuantile(0.975),
    };
    const worthRows = this.rowsWorthGiving();
    return this.plan.figures.flatMap((figure): readonly ResultRow[] => {
      if (!worthRows(figure)) return [];
      const estimate = this.estimate(figure, quantiles);
      if (estimate === null) return [];
      const {scope, name} = this.plan.rows.scopes[figure.scope];
      const {unit} = MEASURES[figure.measure];
      const interval = cutToRange(estimate.interval, unit);
      return [
        {
          measure: figure.measure,
          scope,
          name,
          interval: this.intervalName(figure.interval),
          value: estimate.value,
          low: interval?.[0] ?? null,
          high: interval?.[1] ?? null,
          unit,
        },
      ];
    });
  }

  /** An interval has rows when part of it was counted (not all warm-up) or something happened in it; after close only then. */
  private rowsWorthGiving(): (figure: Figure) => boolean {
    const {rows, figures} = this.plan;
    const happened = new Uint8Array(rows.scopes.length * rows.rowsPerScope);
    for (const {measure, scope, interval, column} of figures) {
      const {kind} = MEASURES[measure].making;
      if (kind === 'percentile') continue;
      const at = kind === 'ratio' ? this.pairAt(column) : column * SINGLE_STRIDE;
      if (this.moments[at] !== 0) happened[scope * rows.rowsPerScope + interval] = 1;
    }
    return ({scope, interval}) =>
      interval > rows.layout.intervals ||
      happened[scope * rows.rowsPerScope + interval] === 1 ||
      this.elapsed(interval) > 0;
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
    return this.meanOf(figure, making.kind === 'count' ? 1 : this.elapsed(figure.interval), quantiles);
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
    const [sumX, sumY, xx, xy, yy, xxx, xxy, xyy, yyy] = this.moments.subarray(at, at + PAIR_STRIDE);
    if (!(sumY > 0)) return null;
    const value = sumX / sumY;
    if (this.finished < 2) return {value, interval: null};
    if (measure === 'objectiveMet') return {value, interval: wilsonInterval(sumX, sumY, normal)};
    return {
      value,
      interval: ratioInterval({count: this.finished, sumX, sumY, xx, xy, yy, xxx, xxy, xyy, yyy}, student),
    };
  }

  private pairAt(column: number): number {
    return this.plan.columns.singles.length * SINGLE_STRIDE + column * PAIR_STRIDE;
  }

  /** Counted seconds of an interval or of the horizon; none after close. */
  private elapsed(interval: number): number {
    const {elapsed, layout} = this.plan.rows;
    if (interval < layout.intervals) return elapsed[interval];
    return interval === layout.intervals ? 0 : elapsed.reduce((sum, seconds) => sum + seconds, 0);
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

function describe({name, description, clock, contactTypes, groups, sites}: Scenario): Results['scenario'] {
  return {
    name,
    description,
    startDate: clock.startDate,
    days: clock.days,
    timezone: clock.timezone,
    intervalSeconds: clock.intervalSeconds,
    objectives: contactTypes.flatMap(({name: contactType, objective}) =>
      objective === null ? [] : [{contactType, ...objective}],
    ),
    contactTypes: contactTypes.map(type => type.name),
    groups: groups.map(group => group.name),
    sites: sites.map(site => site.name),
  };
}
