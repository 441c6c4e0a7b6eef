import {dirname, join} from 'node:path';
import type {FigureReference} from '../scenario/figure-reference.js';
import type {SweepResults} from '../statistics/sweep-results.js';
import {sweepDocument} from './documents/sweep-document.js';
import {renderCsv} from './formats/csv.js';
import {renderJson} from './formats/json.js';
import {assertWritableFolder, writeAtomically} from './write.js';

export {assertWritableFolder} from './write.js';

/**
 * Keeps a sweep in a folder: sweep.json and sweep.csv.
 *
 * @throws UserError OUT001, OUT002
 */
export function writeSweep(folder: string, sweep: SweepResults, shown: FigureReference): void {
  assertWritableFolder(folder);
  const {rows, csvColumns} = sweepDocument(sweep, shown);
  writeAtomically(join(folder, 'sweep.csv'), renderCsv(rows, csvColumns));
  writeAtomically(join(folder, 'sweep.json'), renderJson(sweep));
}

/**
 * Draws one figure of a sweep as PNG: a curve of one factor, a heat map of two. The canvas is loaded only here.
 *
 * @returns false where there is nothing to draw: more factors, or a Latin hypercube of two
 */
export async function writeSweepChart(file: string, sweep: SweepResults, shown: FigureReference): Promise<boolean> {
  const [{sweepConfiguration}, {configurationPainter}] = await Promise.all([
    import('./charts/sweep-chart.js'),
    import('./charts/draw.js'),
  ]);
  const configuration = sweepConfiguration(sweep, shown);
  if (configuration === null) return false;
  assertWritableFolder(dirname(file));
  writeAtomically(file, await configurationPainter()(configuration));
  return true;
}
