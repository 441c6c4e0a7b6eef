import type {ResultRow} from '../../statistics/results.js';

const RESULT_COLUMNS: readonly (keyof ResultRow)[] = [
  'measure',
  'scope',
  'name',
  'interval',
  'value',
  'low',
  'high',
  'unit',
];

/** Rows as CSV, by default those of results: one header line, quotes after RFC 4180 and only where needed; what is absent is empty. Lines end with a line feed, as in replications.csv. */
export function renderCsv(rows: readonly object[], columns: readonly string[] = RESULT_COLUMNS): string {
  const line = (row: object): string => {
    const cells = row as Readonly<Record<string, string | number | null>>;
    return columns.map(column => csvField(cells[column] ?? null)).join(',');
  };
  return [columns.join(','), ...rows.map(line), ''].join('\n');
}

/** Rows of one of several scenarios, which stand under one header line: the name of the scenario comes first. */
export function renderCsvPart(scenario: string, rows: readonly ResultRow[], withHeader: boolean): string {
  const text = renderCsv(
    rows.map(row => ({scenario, ...row})),
    ['scenario', ...RESULT_COLUMNS],
  );
  return withHeader ? text : text.slice(text.indexOf('\n') + 1);
}

/** One field; text with a comma, a quote or a line break is quoted. */
export function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
