import type {Results} from '../../statistics/results.js';
import {agentsTable, contactsTable, sitesTable} from './tables.js';
import {calloutsOf} from './callouts.js';
import {COST_LINES_NOTE, costLinesTable} from './cost-lines-table.js';
import {costTables} from './cost-tables.js';
import {dayCurve} from './day-curve.js';
import type {Document} from './document.js';
import {figuresOf, TOTAL} from './figures.js';
import {headlineOf} from './headline.js';
import {notesOf} from './notes.js';
import {daysCounted} from './days-counted.js';

/** What a simulation found, as a page: a sentence, what missed its objective, contacts, agents, the day's curve. */
export function resultsDocument(results: Results): Document {
  const {scenario} = results;
  const figures = figuresOf(results.rows);
  const curve = dayCurve(results, figures, TOTAL);
  const sites = sitesTable(results, figures);
  return {
    title: results.scenario.name,
    description: results.scenario.description,
    headline: headlineOf(results, figures),
    callouts: calloutsOf(results, figures),
    tables: [
      contactsTable(results, figures),
      agentsTable(results, figures),
      ...(sites === null ? [] : [sites]),
      ...costTables(results, figures),
      ...(results.costs === undefined
        ? []
        : [costLinesTable('Where cost comes from', results.costs, scenario.currency!, daysCounted(scenario))]),
    ],
    curves: curve === null ? [] : [curve],
    notes: [...notesOf(results, figures), ...(results.costs === undefined ? [] : [COST_LINES_NOTE])],
    data: results,
    rows: results.rows,
  };
}
