import {Ansis} from 'ansis';
import type {Place} from '../../base/errors.js';
import type {Finding} from '../../lint/finding.js';
import type {Page} from './terminal.js';
import {harmless, wrap} from './text-width.js';

/** A finding with its place in the file. */
export interface PlacedFinding extends Omit<Finding, 'path'> {
  readonly place: Place;
}

/** What was found in one file. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly PlacedFinding[];
}

/** Longer lines of prose are hard to read, however wide the window. */
const WIDEST = 110;

/** Findings for the terminal: each with its place, what is wrong and what to do; at the end the codes to ask about. */
export function findingsText(files: readonly FileFindings[], {width, color}: Page): string {
  const style = new Ansis(color ? 1 : 0);
  const prose = (text: string, indent: string): string[] =>
    wrap(harmless(text), Math.min(width, WIDEST) - indent.length).map(line => indent + line);
  const found = files.flatMap(({file, findings}) =>
    findings.length === 0
      ? [`${harmless(file)}: nothing found`]
      : findings.map(({code, place, says, mend}) =>
          [
            style.bold(harmless(`${placeText(place)}  ${code}`)),
            ...prose(`${says}.`, '  '),
            ...prose(`→ ${mend}`, '  ').map(line => style.dim(line)),
          ].join('\n'),
        ),
  );
  const codes = [...new Set(files.flatMap(({findings}) => findings.map(({code}) => code)))].sort();
  return [...found, ...(codes.length === 0 ? [] : [codes.map(code => `  plimsoll explain ${code}`).join('\n')])].join(
    '\n\n',
  );
}

/** `bank.yaml:31:5 contacts.loans.arrivals`. */
function placeText({file, line, column, path}: Place): string {
  const position = line === null ? '' : `:${line}${column === null ? '' : `:${column}`}`;
  return `${file}${position}${path === '' ? '' : ` ${path}`}`;
}
