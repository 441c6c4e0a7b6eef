import {Ansis} from 'ansis';
import type {Callout, Document} from '../documents/document.js';
import {curveLines} from './terminal-curve.js';
import {tableLines} from './terminal-table.js';
import {harmless, wrap} from './text-width.js';

/** What the page may count on where it is shown. */
export interface Page {
  /** Columns; no line is longer. At least 40. */
  readonly width: number;
  readonly color: boolean;
}

/** Longer lines of prose are hard to read, however wide the window. */
const WIDEST_PROSE = 110;

/** A page for a terminal that a director understands: the result in a sentence, what missed, figures, the day's curve. */
export function renderTerminal(document: Document, {width, color}: Page): string {
  const style = new Ansis(color ? 1 : 0);
  const prose = (text: string): string[] => wrap(harmless(text), Math.min(width, WIDEST_PROSE));
  const {title, description, headline, callouts, tables, curves, notes} = document;
  const sections = [
    [
      ...prose(title).map(line => style.bold(line)),
      ...(description === null ? [] : prose(description).map(line => style.dim(line))),
    ],
    prose(headline).map(line => style.bold(line)),
    callouts.flatMap(callout => calloutLines(callout, width, style)),
    ...tables.map(table => tableLines(table, width, style)),
    ...curves.map(curve => curveLines(curve, width, style)),
    notes.flatMap(prose).map(line => style.dim(line)),
  ];
  return `${sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`;
}

function calloutLines({tone, mark, text}: Callout, width: number, style: Ansis): string[] {
  const color = tone === 'bad' ? style.red : tone === 'good' ? style.green : style.yellow;
  const lines = wrap(harmless(text), Math.min(width, WIDEST_PROSE) - 2);
  return lines.map((line, place) => color(place === 0 ? `${mark} ${line}` : `  ${line}`));
}
