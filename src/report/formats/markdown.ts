import type {Cell, Curve, Document, Series, Table} from '../documents/document.js';
import {ABSENT, human, withPlusMinus} from '../numbers.js';
import {harmless} from './text-width.js';
import {clockTime, worstOf} from './time-axis.js';

/** A page for a pull request or a wiki (GitHub's Markdown): sentence, what missed, tables, the day's extremes. */
export function renderMarkdown(document: Document): string {
  const {title, description, headline, callouts, tables, curves, notes} = document;
  const parts = [
    `# ${escaped(title)}`,
    description === null ? null : escaped(description),
    `**${escaped(headline)}**`,
    callouts.length === 0 ? null : callouts.map(({mark, text}) => `- ${mark} ${escaped(text)}`).join('\n'),
    ...tables.map(markdownTable),
    ...curves.map(extremes),
    notes.map(note => `<sub>${escaped(note)}</sub>`).join('<br>\n'),
  ];
  return `${parts.filter(part => part !== null && part !== '').join('\n\n')}\n`;
}

function markdownTable({title, columns, rows}: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const body = rows.map(row =>
    line(row.map((cell, place) => (row[0]?.value === 'total' && place === 0 ? '**total**' : markdownCell(cell)))),
  );
  return [
    `## ${escaped(title)}`,
    '',
    line(columns.map(({heading}) => escaped(heading))),
    line(columns.map((_, place) => (place === 0 ? '---' : '---:'))),
    ...body,
  ].join('\n');
}

function markdownCell({value, plusMinus, unit, mark}: Cell): string {
  const text =
    value === null
      ? ABSENT
      : typeof value === 'string'
        ? `${/^ */.exec(value)![0]}${escaped(value.trim())}`
        : withPlusMinus(value, plusMinus, unit, 'spaced');
  // what stands below something in a table is set in there as well
  const set = text.replace(/^ +/, '&emsp;');
  return mark === null ? set : `${mark} ${set}`;
}

/** The worst interval of each series: what a curve would have shown at a glance. */
function extremes({title, intervals, series}: Curve): string {
  const lines = series.flatMap(one => {
    const worst = worstOf(one);
    return worst === null
      ? []
      : [
          `| ${escaped(one.name)} | ${human(one.values[worst]!, one.unit)} | ${clockTime(intervals[worst]!)} | ${range(one)} |`,
        ];
  });
  return [`## ${escaped(title)}`, '', '| | worst | at | range |', '| --- | ---: | ---: | ---: |', ...lines].join('\n');
}

function range({values, unit}: Series): string {
  const seen = values.filter(value => value !== null);
  return `${human(Math.min(...seen), unit)} – ${human(Math.max(...seen), unit)}`;
}

const ENTITIES: Readonly<Record<string, string>> = {'<': '&lt;', '&': '&amp;'};

/** Text in which nothing of Markdown, of HTML or of GitHub (formulas, mentions) comes alive, on one line. */
function escaped(text: string): string {
  return harmless(text.replace(/\s+/g, ' '))
    .replace(/[\\|`*_[\]<>&~$]/g, character => ENTITIES[character] ?? `\\${character}`)
    .replace(/@(?=\w)/g, '@<!-- -->');
}
