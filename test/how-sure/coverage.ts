import {normalQuantile, tQuantile} from '../../src/numeric/quantiles.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {ratioOfSums, type Ratios} from '../../src/statistics/gates/contrast.js';
import {ratioInterval, wilsonInterval, type Interval, type PairedSample} from '../../src/statistics/intervals.js';
import {twoDesks} from '../support/two-desks.js';
import {observe, type SeenFigure} from './observe.js';

/** How often intervals held the truth. */
export interface Coverage {
  readonly figure: string;
  readonly replications: number;
  readonly studies: number;
  /** Share of studies whose interval held the truth: as results have it, and by plain Student (or Wald). */
  readonly held: number;
  readonly plain: number;
}

export const SIZES = [20, 50, 100, 200, 500] as const;
export const FIGURES = ['serviceLevel', 'asa', 'abandonment', 'objectiveMet(cards)'] as const;
/** Replications for the truth: with 500 in a study it adds a fortieth to the variance. */
export const TRUTH = 20_000;
const MOST_STUDIES = 1000;
const MOST_REPLICATIONS = 100_000;

/** Two desks on a day whose volume is the mean times a gamma factor of cv 0.32 (shape 10). */
export const busyDays = (seed: string): Scenario => ({
  ...twoDesks({seed}, 60),
  busyness: {cv: Math.sqrt(0.1), withinDay: null},
});

/** Measures coverage at every size, on studies that share no replication. */
export async function measureCoverage(): Promise<readonly Coverage[]> {
  const truth = await observe(busyDays('truth'), FIGURES, TRUTH);
  const seen = await observe(busyDays('studies'), FIGURES, MOST_REPLICATIONS);
  return FIGURES.flatMap((figure, index) => {
    const value = ratioOfSums(truth[index](0, TRUTH))!;
    const all = seen[index];
    const ofDays = figure.startsWith('objectiveMet');
    return SIZES.map(replications => coverageOf(figure, all, value, replications, ofDays));
  });
}

function coverageOf(figure: string, all: SeenFigure, truth: number, replications: number, ofDays: boolean): Coverage {
  const studies = Math.min(MOST_STUDIES, Math.floor(MOST_REPLICATIONS / replications));
  let held = 0;
  let plain = 0;
  for (let study = 0; study < studies; study++) {
    const ratios = all(study * replications, (study + 1) * replications);
    const sample = sampleOf(ratios);
    const student = tQuantile(0.975, replications - 1);
    const normal = normalQuantile(0.975);
    held += holds(ofDays ? wilsonInterval(sample.sumX, sample.sumY, normal) : ratioInterval(sample, student), truth);
    plain += holds(ratioInterval({...sample, xxx: 0, xxy: 0, xyy: 0, yyy: 0}, student), truth);
  }
  return {figure, replications, studies, held: held / studies, plain: plain / studies};
}

const holds = (interval: Interval | null, truth: number): number =>
  interval !== null && interval[0] <= truth && truth <= interval[1] ? 1 : 0;

function sampleOf({numerators, denominators}: Ratios): PairedSample {
  const count = numerators.length;
  let sumX = 0;
  let sumY = 0;
  for (let index = 0; index < count; index++) {
    sumX += numerators[index];
    sumY += denominators[index];
  }
  const central = {xx: 0, xy: 0, yy: 0, xxx: 0, xxy: 0, xyy: 0, yyy: 0};
  for (let index = 0; index < count; index++) {
    const x = numerators[index] - sumX / count;
    const y = denominators[index] - sumY / count;
    central.xx += x * x;
    central.xy += x * y;
    central.yy += y * y;
    central.xxx += x * x * x;
    central.xxy += x * x * y;
    central.xyy += x * y * y;
    central.yyy += y * y * y;
  }
  return {count, sumX, sumY, ...central};
}
