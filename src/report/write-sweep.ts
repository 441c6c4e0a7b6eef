import {join} from 'node:path';
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
 * Draws one figure of a sweep as PNG into a folder: a curve of one factor, a heat map of two, of more one for each
 * combination of the others. The canvas is loaded only here.
 *
 * @returns paths of the pictures; none where there is nothing to draw (sweep-chart.ts)
 * @throws UserError OUT001, OUT002
 */
export async function writeSweepCharts(
  folder: string,
  sweep: SweepResults,
  shown: FigureReference,
): Promise<readonly string[]> {
  const [{sweepConfigurations}, {configurationPainter}] = await Promise.all([
    import('./charts/sweep-chart.js'),
    import('./charts/draw.js'),
  ]);
  const configurations = sweepConfigurations(sweep, shown);
  if (configurations.length === 0) return [];
  assertWritableFolder(folder);
  const paint = configurationPainter();
  const paths: string[] = [];
  for (const [index, configuration] of configurations.entries()) {
    const path = join(folder, configurations.length === 1 ? 'sweep.png' : `sweep-${index + 1}.png`);
    writeAtomically(path, await paint(configuration));
    paths.push(path);
  }
  return paths;
}
