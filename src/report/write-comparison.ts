import {join} from 'node:path';
import type {MeasureName} from '../scenario/schema/measures.js';
import type {Comparison} from '../statistics/comparison.js';
import {comparisonDocument} from './documents/comparison-document.js';
import {renderCsv} from './formats/csv.js';
import {renderJson} from './formats/json.js';
import {renderMarkdown} from './formats/markdown.js';
import {assertWritableFolder, writeAtomically} from './write.js';

export {assertWritableFolder} from './write.js';

/**
 * Keeps a comparison in a folder: comparison.json, differences.csv and summary.md.
 *
 * @throws UserError OUT001, OUT002
 */
export function writeComparison(folder: string, comparison: Comparison): void {
  assertWritableFolder(folder);
  const document = comparisonDocument(comparison);
  writeAtomically(join(folder, 'differences.csv'), renderCsv(document.rows, document.csvColumns));
  writeAtomically(join(folder, 'summary.md'), renderMarkdown(document));
  writeAtomically(join(folder, 'comparison.json'), renderJson(comparison));
}

/** Figures of which the differences are drawn, and how the pictures are called. */
const DRAWN: readonly (readonly [MeasureName, string])[] = [
  ['serviceLevel', 'service-level-differences.png'],
  ['abandonment', 'abandonment-differences.png'],
  ['asa', 'wait-differences.png'],
];

/**
 * Draws a comparison as PNG into a folder: differences by contact type with their intervals, and the service level through
 * the day. What the comparison does not hold is left out. The canvas is loaded only here.
 *
 * @returns paths of the pictures, in the order drawn
 * @throws UserError OUT001, OUT002
 */
export async function writeComparisonCharts(folder: string, comparison: Comparison): Promise<string[]> {
  assertWritableFolder(folder);
  const [{differenceConfiguration}, {comparisonLevels}, {configurationOf}, {configurationPainter}] = await Promise.all([
    import('./charts/difference-chart.js'),
    import('./charts/comparison-chart.js'),
    import('./charts/configuration.js'),
    import('./charts/draw.js'),
  ]);
  const levels = comparisonLevels(comparison);
  const pictures = [
    ...DRAWN.map(([measure, name]) => [name, differenceConfiguration(comparison, measure)] as const),
    ['service-level-over-the-day.png', levels === null ? null : configurationOf(levels)] as const,
  ];
  const paint = configurationPainter();
  const paths: string[] = [];
  for (const [name, configuration] of pictures) {
    if (configuration === null) continue;
    const path = join(folder, name);
    writeAtomically(path, await paint(configuration));
    paths.push(path);
  }
  return paths;
}
