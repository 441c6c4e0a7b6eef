import {normalQuantile} from '../numeric/normal.js';
import type {Scenario} from '../scenario/scenario.js';
import type {RecordColumn} from './record-columns.js';

/** Independent batches are warned of in this share of runs. */
const FALSE_ALARM = 0.01;

/**
 * What to say of batches that depend on each other: their intervals are then too short. Looks at the mean wait of each
 * contact type, and how each batch goes with the next.
 *
 * @param columns what stands in the records of a batch, as numerator and denominator
 * @param records batch by batch
 * @returns one warning, or none
 */
export function correlationWarnings(
  {run, contactTypes}: Scenario,
  columns: readonly RecordColumn[],
  records: readonly number[],
): readonly string[] {
  const batches = records.length / (2 * columns.length);
  if (run.batchMeans === null || batches < 2) return [];
  const waits = columns.flatMap(({scope, name, measure}, column) =>
    scope === 'contactType' && measure === 'meanWait' ? [{name, column}] : [],
  );
  const correlations = waits.map(({name, column}) => ({
    name,
    correlation: lagOneCorrelation(
      Array.from({length: batches}, (_, batch) => {
        const at = 2 * (batch * columns.length + column);
        return [records[at]!, records[at + 1]!] as const;
      }),
    ),
  }));
  const worst = correlations.sort((a, b) => b.correlation - a.correlation)[0];
  // the largest of several is larger by chance
  const bound = normalQuantile(1 - FALSE_ALARM / contactTypes.length) / Math.sqrt(batches);
  if (worst === undefined || worst.correlation <= bound) return [];
  const {daysEach} = run.batchMeans;
  return [
    `batches of ${daysEach === 1 ? 'one day' : `${daysEach} days`} depend on each other (mean wait of ${worst.name}: correlation ` +
      `${worst.correlation.toFixed(2)} from one to the next), so intervals are too short; more clock.days make longer ones`,
  ];
}

/**
 * Correlation of the ratio in each batch with that in the next: of the residuals x − (Σx ÷ Σy) y.
 *
 * @param pairs numerator x and denominator y of each batch, in order
 * @returns from −1 to 1; 0 where nothing varies
 */
export function lagOneCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const [sumX, sumY] = pairs.reduce<readonly [number, number]>(([ofX, ofY], [x, y]) => [ofX + x, ofY + y], [0, 0]);
  if (!(sumY > 0)) return 0;
  const residuals = pairs.map(([x, y]) => x - (sumX / sumY) * y);
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  if (squares === 0) return 0;
  return residuals.slice(1).reduce((sum, residual, batch) => sum + residual * residuals[batch]!, 0) / squares;
}
