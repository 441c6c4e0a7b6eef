import type {ResultRow} from '../../statistics/results.js';

const COLUMNS = ['measure', 'scope', 'name', 'interval', 'value', 'low', 'high', 'unit'] as const;

/** Result rows as CSV: one header line, quotes after RFC 4180 and only where needed; what is absent is empty. Lines end with a line feed, as in replications.csv. */
export function renderCsv(rows: readonly ResultRow[]): string {
  return [COLUMNS.join(','), ...rows.map(row => COLUMNS.map(column => csvField(row[column])).join(',')), ''].join('\n');
}

/** One field; text with a comma, a quote or a line break is quoted. */
export function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
