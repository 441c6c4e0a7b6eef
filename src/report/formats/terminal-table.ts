import type {Ansis} from 'ansis';
import type {Cell, Column, Table} from '../documents/document.js';
import {ABSENT, withPlusMinus, type Density} from '../numbers.js';
import {cutTo, displayWidth, harmless, padLeft, padRight, wrap} from './text-width.js';

/** One way to set a table, from roomy to scarce. */
interface Setting {
  readonly density: Density;
  readonly headings: 'heading' | 'short';
  readonly gap: number;
  /** ± only in columns of at most this rank. */
  readonly plusMinusUpTo: number;
  /** Only columns of at most this rank. */
  readonly columnsUpTo: number;
  /** Names are cut to so many columns. */
  readonly nameColumns: number;
}

const ALL = 9;
const SETTINGS: readonly Setting[] = [
  {density: 'spaced', headings: 'heading', gap: 3, plusMinusUpTo: ALL, columnsUpTo: ALL, nameColumns: 40},
  {density: 'spaced', headings: 'short', gap: 2, plusMinusUpTo: ALL, columnsUpTo: ALL, nameColumns: 32},
  {density: 'tight', headings: 'short', gap: 2, plusMinusUpTo: ALL, columnsUpTo: ALL, nameColumns: 24},
  {density: 'tight', headings: 'short', gap: 2, plusMinusUpTo: 5, columnsUpTo: ALL, nameColumns: 24},
  {density: 'tight', headings: 'short', gap: 1, plusMinusUpTo: 5, columnsUpTo: ALL, nameColumns: 20},
  {density: 'tight', headings: 'short', gap: 1, plusMinusUpTo: 3, columnsUpTo: ALL, nameColumns: 18},
  {density: 'tight', headings: 'short', gap: 1, plusMinusUpTo: 0, columnsUpTo: ALL, nameColumns: 14},
  {density: 'tight', headings: 'short', gap: 1, plusMinusUpTo: 0, columnsUpTo: 5, nameColumns: 14},
  {density: 'tight', headings: 'short', gap: 1, plusMinusUpTo: 0, columnsUpTo: 4, nameColumns: 14},
];

/** A table no wider than `width`: a line a row in the roomiest setting that fits, else each row as a stack of lines. */
export function tableLines(table: Table, width: number, style: Ansis): string[] {
  const title = (said: string): string[] => {
    const lines = wrap(harmless(table.title), width).map(line => style.bold(line));
    const last = lines.pop() ?? '';
    return displayWidth(table.title + said) <= width || said === ''
      ? [...lines, last + style.dim(said)]
      : [...lines, last, style.dim(said.trim())];
  };
  for (const setting of SETTINGS) {
    const {table: kept, dropped} = upTo(table, setting.columnsUpTo);
    const tight = setTable(kept, setting);
    const room = width - widthsOf(tight.text).reduce(sum) - gaps(tight);
    if (room < 0) continue;
    // names may have what is left
    const set = setTable(kept, {...setting, nameColumns: setting.nameColumns + room});
    const said = dropped.length === 0 ? '' : ` (no room for ${dropped.join(', ')})`;
    return [...title(said), ...inLines(kept, set, style)];
  }
  return [...title(''), ...stacked(table, width, style)];
}

/** The table without the columns that give way. */
function upTo(table: Table, rank: number): {table: Table; dropped: string[]} {
  const stays = table.columns.map(column => column.rank <= rank);
  return {
    table: {
      ...table,
      columns: table.columns.filter((_, place) => stays[place]),
      rows: table.rows.map(row => row.filter((_, place) => stays[place])),
    },
    dropped: table.columns.filter((_, place) => !stays[place]).map(({short}) => short),
  };
}

interface SetTable {
  readonly text: readonly (readonly string[])[];
  /** By line of text: row of the table; the heading has none. */
  readonly rowOf: readonly number[];
  readonly gap: number;
}

const sum = (left: number, right: number): number => left + right;
const gaps = ({text, gap}: SetTable): number => ((text[0]?.length ?? 1) - 1) * gap;
const widthsOf = (text: readonly (readonly string[])[]): number[] =>
  (text[0] ?? []).map((_, place) => Math.max(...text.map(line => displayWidth(line[place]!))));

function setTable(
  {columns, rows, wholeNames}: Table,
  {density, headings, gap, plusMinusUpTo, nameColumns}: Setting,
): SetTable {
  const marked = rows.some(([first]) => first?.mark !== null);
  const body = rows.map(row => {
    const [name, ...figures] = row;
    const whole = name === undefined ? '' : cellText(name, density);
    const names = wholeNames === true ? wrap(whole, nameColumns) : [cutTo(whole, nameColumns)];
    const cells = figures.map((cell, index) =>
      cellText(columns[index + 1]!.rank > plusMinusUpTo ? {...cell, plusMinus: null} : cell, density),
    );
    return names.map((part, line) => [
      `${marked ? `${(line === 0 ? name?.mark : null) ?? ' '} ` : ''}${part}`,
      ...(line === 0 ? cells : cells.map(() => '')),
    ]);
  });
  const head = columns.map((column: Column, place) =>
    place === 0 && marked ? `  ${column[headings]}` : column[headings],
  );
  return {text: [head, ...body.flat()], rowOf: [-1, ...body.flatMap((lines, row) => lines.map(() => row))], gap};
}

function cellText({value, plusMinus, unit}: Cell, density: Density): string {
  if (value === null) return ABSENT;
  if (typeof value === 'number') return withPlusMinus(value, plusMinus, unit, density);
  return harmless(density === 'tight' ? value.replace(/(\d) (%|s|min|h)(?= |$)/g, '$1$2') : value);
}

function inLines({rows}: Table, {text, rowOf, gap}: SetTable, style: Ansis): string[] {
  const widths = widthsOf(text);
  return text.map((line, number) =>
    line
      .map((cell, place) => {
        const padded = place === 0 ? padRight(cell, widths[0]!) : padLeft(cell, widths[place]!);
        const row = rows[rowOf[number]!];
        return row === undefined ? style.dim(padded) : toned(padded, row, row[place]!, style);
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

function toned(text: string, [first]: readonly Cell[], {tone}: Cell, style: Ansis): string {
  if (tone === 'bad') return style.red.bold(text);
  if (tone === 'good') return style.green(text);
  return first?.value === 'total' ? style.bold(text) : text;
}

/** Each row under its name, a figure a line. */
function stacked({columns, rows}: Table, width: number, style: Ansis): string[] {
  const labelWidth = Math.max(...columns.slice(1).map(({heading}) => heading.length));
  return rows.flatMap(row => {
    const [first, ...others] = row;
    const name = cutTo(`${first!.mark === null ? '' : `${first!.mark} `}${cellText(first!, 'spaced')}`, width);
    const lines = others.map((cell, place) => {
      const text = cutTo(cellText(cell, 'spaced'), width - labelWidth - 4);
      return `  ${padRight(columns[place + 1]!.heading, labelWidth)}  ${toned(text, row, cell, style)}`;
    });
    return [toned(name, row, first!, style), ...lines];
  });
}
