import type {Results} from '../../statistics/results.js';
import type {Document} from '../documents/document.js';
import {resultsDocument} from '../documents/results-document.js';
import {renderCsv} from './csv.js';
import {renderJson} from './json.js';
import {renderMarkdown} from './markdown.js';
import {renderTerminal, type Page} from './terminal.js';

/** What `--format` takes. */
export const FORMATS = ['terminal', 'json', 'csv', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * A document, or results, as text that ends with a newline.
 *
 * @param page how wide and whether in color; counts for `terminal` alone
 * @example render(results, 'terminal', {width: 100, color: true})
 */
export function render(subject: Document | Results, format: Format, page: Page): string {
  const document = 'tables' in subject ? subject : resultsDocument(subject);
  return RENDERERS[format](document, page);
}

const RENDERERS: Readonly<Record<Format, (document: Document, page: Page) => string>> = {
  terminal: renderTerminal,
  json: ({data}) => renderJson(data),
  csv: ({rows, csvColumns}) => renderCsv(rows, csvColumns),
  markdown: renderMarkdown,
};
