import {readFileSync} from 'node:fs';

/** One line of a table of exact values: a number by column, or text where the column holds text. */
export interface Row {
  number(column: string): number;
  text(column: string): string;
}

/** The lines of a table in this folder, in its order. */
export function tableRows(file: string): readonly Row[] {
  const [header = '', ...lines] = readFileSync(new URL(file, import.meta.url), 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map(line => {
    const values = line.split(',');
    const text = (column: string): string => {
      const value = values[columns.indexOf(column)];
      if (value === undefined) throw new Error(`${file} has no column ${column}`);
      return value;
    };
    return {text, number: column => Number(text(column))};
  });
}

/** The line whose columns have these values. */
export function findRow(rows: readonly Row[], wanted: Readonly<Record<string, number>>): Row {
  const row = rows.find(candidate =>
    Object.entries(wanted).every(([column, value]) => Math.abs(candidate.number(column) - value) < 1e-9),
  );
  if (row === undefined) throw new Error(`no line has ${JSON.stringify(wanted)}`);
  return row;
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
}
