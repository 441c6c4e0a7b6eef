import {createHash} from 'node:crypto';
import {render} from '../../src/report/formats/render.js';
import type {ResultRow, Results} from '../../src/statistics/results.js';

/** Versions of the JavaScript engine may differ in the digits beyond. */
const SIGNIFICANT_DIGITS = 9;

/**
 * Results as a page that shows in a `diff` what moved: the page that a user sees, every figure of the whole horizon, and
 * for each interval a digest of its figures; all at nine significant digits.
 */
export function goldenPage(results: Results): string {
  const intervals = [...new Set(results.rows.map(({interval}) => interval))].filter((interval) => interval !== null);
  const rowsOf = (interval: string | null): string[] => results.rows.filter((row) => row.interval === interval).map(lineOf);
  return [
    render({...results, program: ''}, 'terminal', {width: 100, color: false}),
    `contacts: ${results.contacts}`,
    `waits: ${digest(results.waits.map((waits) => JSON.stringify(waits)))}`,
    '',
    'measure,scope,name,value,low,high,unit',
    ...rowsOf(null),
    '',
    'interval,figures,digest',
    ...intervals.map((interval) => `${interval},${rowsOf(interval).length},${digest(rowsOf(interval))}`),
    '',
  ].join('\n');
}

function lineOf({measure, scope, name, value, low, high, unit}: ResultRow): string {
  return [measure, scope, name, rounded(value), rounded(low), rounded(high), unit].join();
}

function rounded(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

function digest(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
