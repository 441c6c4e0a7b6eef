import {join} from 'node:path';
import type {StaffingAnswer} from '../planning/staffing/answer.js';
import {fileNames} from './charts/results-charts.js';
import {renderJson} from './formats/json.js';
import {byIntervalCsv, staffingCsv} from './formats/staffing-csv.js';
import {assertWritableFolder, writeAtomically} from './write.js';

/**
 * Keeps what staffing found in a folder: staffing.json, requirement.csv for `plimsoll schedule`, and for every group a file
 * that its scenario reads as `by-interval`.
 *
 * @throws UserError OUT001, OUT002
 */
export function writeStaffing(folder: string, answer: StaffingAnswer): void {
  const byInterval = join(folder, 'by-interval');
  assertWritableFolder(byInterval);
  const names = fileNames(answer.groups.map(({group}) => group));
  answer.groups.forEach(({agents}, group) =>
    writeAtomically(join(byInterval, `${names[group]!}.csv`), byIntervalCsv(answer.intervals, agents)),
  );
  writeAtomically(join(folder, 'requirement.csv'), staffingCsv(answer));
  writeAtomically(join(folder, 'staffing.json'), renderJson(answer));
}

/**
 * Draws load, requirement by each method and what is scheduled into a folder.
 *
 * @returns paths of the pictures
 * @throws UserError OUT001, OUT002
 */
export async function writeStaffingCharts(folder: string, answer: StaffingAnswer): Promise<string[]> {
  assertWritableFolder(folder);
  const [{staffingCharts}, {chartPainter}] = await Promise.all([
    import('./charts/staffing-charts.js'),
    import('./charts/draw.js'),
  ]);
  const paint = chartPainter();
  const paths: string[] = [];
  for (const {fileName, chart} of staffingCharts(answer)) {
    const path = join(folder, fileName);
    writeAtomically(path, await paint(chart));
    paths.push(path);
  }
  return paths;
}
