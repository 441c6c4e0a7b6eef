import type {DroppedReason} from './dropped-rows.js';
import type {ImportReport} from './import-csv.js';

/** An import's report as a page for the terminal. */
export function describeImport({
  file,
  out,
  rows,
  imported,
  dropped,
  mapping,
  unused,
  contactTypes,
  first,
  last,
  notes,
}: ImportReport): string {
  const left = rows - imported;
  return [
    `${file}: ${count(imported)} of ${count(rows)} rows imported${out === null ? '' : ` into ${out}`}${left === 0 ? '' : `, ${count(left)} left out`}`,
    ...(first === null ? [] : [`arrivals from ${first} to ${last}`]),
    '',
    'columns',
    ...mapping.map(
      ({column, from, because}) =>
        `  ${column.padEnd(13)}${from === null ? '–' : `${from}${because === null ? '' : `   (guessed: ${because})`}`}`,
    ),
    ...(unused.length === 0 ? [] : [`  not used     ${unused.join(', ')}`]),
    `  to change it: --map ${quoteForShell(
      mapping
        .filter(({from}) => from !== null)
        .map(({column, from}) => `${column}=${from}`)
        .join(', '),
    )}`,
    '',
    'contact types',
    ...contactTypes.slice(0, 12).map(({name, rows: number}) => `  ${name.padEnd(30)} ${count(number).padStart(10)}`),
    ...(contactTypes.length > 12 ? [`  and ${contactTypes.length - 12} more`] : []),
    ...describeDropped(dropped),
    ...(notes.length === 0 ? [] : ['', ...notes.map(note => `note: ${note}`)]),
  ].join('\n');
}

/** Rows left out, by reason, with the first lines of each. */
export function describeDropped(dropped: readonly DroppedReason[]): string[] {
  if (dropped.length === 0) return [];
  return [
    '',
    'rows left out',
    ...dropped.map(
      ({reason, rows, lines, example}) =>
        `  ${count(rows).padStart(8)}  ${reason}: line ${lines.join(', ')}${rows > lines.length ? ', …' : ''}${example === '' ? '' : `  (${example})`}`,
    ),
  ];
}

const count = (value: number): string => value.toLocaleString('en-US');

const quoteForShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
