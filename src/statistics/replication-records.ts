import type {Scenario} from '../scenario/scenario.js';
import type {BlockData} from './block.js';
import {planRecords} from './record-columns.js';
import {planRows} from './rows.js';

/** First line of replications.csv. */
export const RECORDS_HEADER = 'replication,scope,name,measure,numerator,denominator\n';

/**
 * Lines of replications.csv for the replications of a block, in order: one a scope and measure. A
 * name that holds a comma, quote or line break is quoted.
 *
 * @param further how many more numerators and denominators stand behind those that are written down
 * @returns text that ends with a line feed; empty when the block was gathered without records
 */
export function recordLines(scenario: Scenario, {first, replications, records}: BlockData, further = 0): string {
  if (records === null) return '';
  const columns = planRecords(planRows(scenario));
  const labels = columns.map(({scope, name, measure}) => `${scope},${quoted(name)},${measure}`);
  let text = '';
  for (let index = 0; index < replications; index++) {
    const from = index * (columns.length + further) * 2;
    labels.forEach((label, column) => {
      text += `${first + index},${label},${records[from + 2 * column]},${records[from + 2 * column + 1]}\n`;
    });
  }
  return text;
}

function quoted(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
