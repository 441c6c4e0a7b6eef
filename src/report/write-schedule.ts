import {join} from 'node:path';
import type {RosterShift} from '../planning/schedule/roster.js';
import type {Schedule} from '../planning/schedule/schedule.js';
import type {Scenario} from '../scenario/scenario.js';
import {fileNames} from './charts/results-charts.js';
import type {Document} from './documents/document.js';
import {coverRows} from './documents/schedule-cover.js';
import {coverCsv} from './formats/cover-csv.js';
import {icalendar} from './formats/icalendar.js';
import {renderJson} from './formats/json.js';
import {renderMarkdown} from './formats/markdown.js';
import {rosterCsv} from './formats/roster.js';
import {assertWritableFolder, writeAtomically} from './write.js';

/** Folders that a schedule is kept in; undefined: not asked for. */
export interface ScheduleFolders {
  readonly out?: string | undefined;
  readonly ical?: string | undefined;
  readonly charts?: string | undefined;
}

/**
 * Keeps a schedule: roster, cover, JSON and summary; a calendar for each agent; a chart of need and cover. The canvas is
 * loaded only for the chart.
 *
 * @throws UserError OUT001, OUT002
 */
export async function writeSchedule(
  {out, ical, charts}: ScheduleFolders,
  scenario: Scenario,
  schedule: Schedule,
  roster: readonly RosterShift[],
  document: Document,
): Promise<void> {
  const rows = coverRows(scenario, schedule);
  if (out !== undefined) {
    assertWritableFolder(out);
    writeAtomically(join(out, 'roster.csv'), rosterCsv(roster));
    writeAtomically(join(out, 'cover.csv'), coverCsv(scenario, rows));
    writeAtomically(join(out, 'summary.md'), renderMarkdown(document));
    writeAtomically(join(out, 'schedule.json'), renderJson(document.data));
  }
  if (ical !== undefined) {
    assertWritableFolder(ical);
    const agents = [...new Set(roster.map(({agent}) => agent))];
    fileNames(agents).forEach((name, index) => {
      const own = roster.filter(({agent}) => agent === agents[index]);
      writeAtomically(join(ical, `${name}.ics`), icalendar(own, scenario.name));
    });
  }
  if (charts !== undefined) {
    assertWritableFolder(charts);
    const [{scheduleChart}, {chartPainter}] = await Promise.all([
      import('./charts/schedule-chart.js'),
      import('./charts/draw.js'),
    ]);
    const {fileName, chart} = scheduleChart(scenario, rows);
    writeAtomically(join(charts, fileName), await chartPainter()(chart));
  }
}
