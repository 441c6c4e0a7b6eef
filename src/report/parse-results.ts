import {UserError, userError, type Problem} from '../base/errors.js';
import type {Results} from '../statistics/results.js';
import {faultsOf, type Fault} from './json-schema.js';
import type {ReportProblemCode} from './problem-codes.js';
import {RESULTS_VERSION, resultsJsonSchema} from './results-schema.js';

/**
 * The text of a results.json as Results, checked against the published schema.
 *
 * @param file named in messages
 * @throws UserError OUT004 damaged, OUT005 of another program, OUT006 of a newer version
 */
export function parseResults(file: string, text: string): Results {
  const data = parseJson(file, text);
  const {format, version} = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  if (format !== 'plimsoll-results') {
    throw fail(
      'OUT005',
      file,
      'results of plimsoll, which begin with "format": "plimsoll-results"',
      typeof format === 'string' ? format : null,
    );
  }
  if (typeof version === 'number' && version > RESULTS_VERSION) {
    throw fail(
      'OUT006',
      file,
      `results of version ${RESULTS_VERSION}, the newest that this plimsoll reads`,
      `version ${version}`,
    );
  }
  const faults = faultsOf(resultsJsonSchema(), data);
  if (faults.length > 0) throw new UserError(faults.map(fault => problemOf(file, fault)));
  return data as Results;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const end = text.trimEnd();
    throw fail(
      'OUT004',
      file,
      'well-formed JSON',
      end === '' ? 'an empty file' : end.endsWith('}') ? (error as Error).message : 'a file that ends in the middle',
    );
  }
}

function problemOf(file: string, {path, expected, got}: Fault): Problem {
  const code: ReportProblemCode = 'OUT004';
  return {code, place: {file, line: null, column: null, path}, expected, got, nearest: null};
}

const fail = (code: ReportProblemCode, file: string, expected: string, got: string | null): UserError =>
  userError(code, file, expected, got);
