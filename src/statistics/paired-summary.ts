import {tQuantile} from '../numeric/quantiles.js';
import type {Scope, Unit} from './results.js';
import type {MeasureName} from '../scenario/schema/measures.js';
import {meanInterval, type Interval} from './intervals.js';
import {combine, jointStride} from './joint-moments.js';
import {MEASURES} from './measures.js';
import {PAIR_SHAPES, type FigurePlace, type PairedFigure, type PairKind, type PairPlan} from './pair-plan.js';
import {emptyPairedBlock, mergePaired, type PairedBlock} from './pairing.js';
import {sectionInterval} from './percentiles.js';
import {elapsedIn} from './rows.js';
import {REPLICATIONS_FOR_PERCENTILE_INTERVALS, SECTIONS} from './sections.js';
import type {Summary} from './summary.js';

/** Scatter so far below the size of what it is added up of is rounding. */
const ROUNDING = 1e-14;

/** One figure of both sides, and what their difference is worth. */
export interface PairedEstimate {
  /** null: nobody saw it on that side. */
  readonly base: number | null;
  readonly candidate: number | null;
  /** Candidate − weight × base; null where a side has none. */
  readonly difference: number | null;
  /** Of the difference, one observation a replication: for intervals and tests. null for percentiles and where a side has none. */
  readonly sample: PairedDifferenceSample | null;
}

export interface PairedDifferenceSample {
  readonly count: number;
  /** Σ (d − mean)² and Σ (d − mean)³ of the difference (of a ratio: linearised); cubes are 0 for figures of single intervals. */
  readonly squares: number;
  readonly cubes: number;
  /** What `squares` would be if base and candidate had met different customers. */
  readonly unpairedSquares: number;
  /** In how many replications the two differ at all. */
  readonly differing: number;
}

/** One line of a comparison. */
export interface DifferenceRow {
  readonly measure: MeasureName;
  readonly scope: Scope;
  readonly name: string;
  readonly interval: string | null;
  readonly base: number | null;
  readonly candidate: number | null;
  /** Candidate − base, with its 95 % interval. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
  /** How many times as many replications the same certainty would take without common random numbers; null where nothing varies. */
  readonly pairingSaves: number | null;
}

/**
 * Gathers a base and one candidate, simulated on the same replications, and works out their differences. Memory depends
 * on the scenarios' types, groups and intervals, never on replications.
 *
 * @see docs/explanation/methods.md#experiment-statistics: CRN paired differences
 */
export class PairedSummary {
  private readonly gathered: PairedBlock;
  private finished = 0;

  /**
   * @param base and candidate are given the same blocks of replications as this
   * @param plan of the pair of their scenarios
   */
  constructor(
    private readonly base: Summary,
    private readonly candidate: Summary,
    readonly plan: PairPlan,
  ) {
    this.gathered = emptyPairedBlock(this.plan);
  }

  /** Adds a block of replications, the next in order. */
  merge(block: PairedBlock, replications: number): void {
    mergePaired(this.gathered, this.finished, block, replications);
    this.finished += replications;
  }

  /** Every figure that at least one side saw; first those of the base, in the order of its results. */
  rows(): readonly DifferenceRow[] {
    if (this.finished === 0) return [];
    const student = this.finished > 1 ? tQuantile(0.975, this.finished - 1) : NaN;
    return this.plan.figures.flatMap(figure => {
      const {measure, scope, name, interval} = figure;
      const estimate = this.estimate(figure);
      if (!this.isWorthGiving(figure, estimate)) return [];
      const {base, candidate, difference, sample} = estimate;
      const [low, high] = (sample === null
        ? this.percentileInterval(figure, difference)
        : around(difference!, sample, student)) ?? [null, null];
      return [
        {
          measure,
          scope,
          name,
          interval,
          base,
          candidate,
          difference,
          low,
          high,
          unit: MEASURES[measure].unit,
          pairingSaves: savedBy(sample),
        },
      ];
    });
  }

  /**
   * One figure of both sides.
   *
   * @param weight of the base: 1.03 asks how much the candidate is above 103 % of the base
   */
  estimate(figure: PairedFigure, weight = 1): PairedEstimate {
    if (figure.kind === null) return this.percentiles(figure, weight);
    const {moments, differing} = this.gathered[figure.kind];
    const at = figure.column * jointStride(PAIR_SHAPES[figure.kind]);
    const estimate =
      PAIR_SHAPES[figure.kind].variables === 2
        ? this.mean(figure, moments, at, weight)
        : this.ratio(figure, moments, at, weight);
    if (estimate.weights === null) return {...estimate, difference: null, sample: null};
    const {base, candidate, weights} = estimate;
    return {
      base,
      candidate,
      difference: candidate! - weight * base!,
      sample: this.sampleOf(figure.kind, at, weights, differing[figure.column]),
    };
  }

  private sampleOf(kind: PairKind, at: number, {ours, theirs}: Weights, differing: number): PairedDifferenceSample {
    const shape = PAIR_SHAPES[kind];
    const {moments} = this.gathered[kind];
    const together = theirs.map((weight, variable) => weight - ours[variable]!);
    const {squares, cubes, gross} = combine(moments, at, shape, together);
    const isRounding = squares <= ROUNDING * gross;
    return {
      count: this.finished,
      squares: isRounding ? 0 : squares,
      cubes: isRounding ? 0 : cubes,
      unpairedSquares: combine(moments, at, shape, ours).squares + combine(moments, at, shape, theirs).squares,
      differing,
    };
  }

  /** Means a replication, over elapsed seconds where the measure is a rate. */
  private mean({measure, base, candidate}: PairedFigure, moments: Float64Array, at: number, weight: number): Estimated {
    const count = this.finished;
    const isRate = MEASURES[measure].making.kind === 'rate';
    const over = (place: FigurePlace | null, side: Summary): number => {
      if (place === null) return 0;
      return isRate ? elapsedIn(side.plan.rows, place.interval) : 1;
    };
    const [ours, theirs] = [over(base, this.base), over(candidate, this.candidate)];
    const sum = moments[at];
    return {
      base: ours === 0 ? null : sum / count / ours,
      candidate: theirs === 0 ? null : (sum + moments[at + 1]) / count / theirs,
      weights: ours === 0 || theirs === 0 ? null : {ours: [weight / ours, 0], theirs: [1 / theirs, 1 / theirs]},
    };
  }

  /** Ratios of sums; their residuals are linearised (the delta method). */
  private ratio({base, candidate}: PairedFigure, moments: Float64Array, at: number, weight: number): Estimated {
    const [x, y] = [moments[at], moments[at + 1]];
    const [x2, y2] = [x + moments[at + 2], y + moments[at + 3]];
    const ours = base !== null && y > 0 ? x / y : null;
    const theirs = candidate !== null && y2 > 0 ? x2 / y2 : null;
    if (ours === null || theirs === null) return {base: ours, candidate: theirs, weights: null};
    const [scale, scale2] = [(weight * this.finished) / y, this.finished / y2];
    return {
      base: ours,
      candidate: theirs,
      weights: {
        ours: [scale, -ours * scale, 0, 0],
        theirs: [scale2, -theirs * scale2, scale2, -theirs * scale2],
      },
    };
  }

  private percentiles(figure: PairedFigure, weight: number): PairedEstimate {
    const base = percentileOf(this.base, figure, figure.base);
    const candidate = percentileOf(this.candidate, figure, figure.candidate);
    return {
      base,
      candidate,
      difference: base === null || candidate === null ? null : candidate - weight * base,
      sample: null,
    };
  }

  /** From the differences of twenty sections of the replications, which both sides share. */
  private percentileInterval(
    {measure, scope, interval, base, candidate}: PairedFigure,
    difference: number | null,
  ): Interval | null {
    const {making} = MEASURES[measure];
    if (difference === null || interval !== null || making.kind !== 'percentile') return null;
    if (this.finished < REPLICATIONS_FOR_PERCENTILE_INTERVALS || (scope !== 'total' && scope !== 'contactType'))
      return null;
    const ours = this.base.waits.bySection(base!.scope, making.share);
    const theirs = this.candidate.waits.bySection(candidate!.scope, making.share);
    const differences = ours.flatMap((wait, section) => {
      const other = theirs[section] ?? null;
      return wait === null || other === null ? [] : [other - wait];
    });
    return sectionInterval(difference, differences, tQuantile(0.975, SECTIONS - 1));
  }

  /** The whole horizon always; an interval when it is counted, or something happened in it. */
  private isWorthGiving({interval, base, candidate}: PairedFigure, estimate: PairedEstimate): boolean {
    if (estimate.base === null && estimate.candidate === null) return false;
    if (interval === null || estimate.base || estimate.candidate) return true;
    const counted = (side: Summary, place: FigurePlace | null): boolean =>
      place !== null && elapsedIn(side.plan.rows, place.interval) > 0;
    return counted(this.base, base) || counted(this.candidate, candidate);
  }
}

/** Values of both sides and the weights that make each side's figure out of a column's variables. */
interface Estimated {
  readonly base: number | null;
  readonly candidate: number | null;
  /** null: a side has no figure. */
  readonly weights: Weights | null;
}

interface Weights {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

function percentileOf({waits, plan}: Summary, {measure}: PairedFigure, place: FigurePlace | null): number | null {
  const {making} = MEASURES[measure];
  if (place === null || making.kind !== 'percentile') return null;
  const estimate =
    place.interval > plan.rows.layout.intervals
      ? waits.overHorizon(place.scope, making.share, 0)
      : waits.inInterval(place.scope, place.interval, making.share);
  return estimate?.value ?? null;
}

/** Willink's interval set around the difference; null with one replication. */
function around(difference: number, {count, squares, cubes}: PairedDifferenceSample, student: number): Interval | null {
  const interval = meanInterval({count, mean: 0, squares, cubes}, student);
  return interval && [difference + interval[0], difference + interval[1]];
}

function savedBy(sample: PairedDifferenceSample | null): number | null {
  return sample === null || sample.squares === 0 ? null : sample.unpairedSquares / sample.squares;
}
