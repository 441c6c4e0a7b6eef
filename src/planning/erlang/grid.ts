import type {Place, Problem} from '../../base/errors.js';
import {suggest} from '../../base/suggest.js';
import type {Case, Formula} from './case.js';
import {CASE_FIELD_NAMES, CASE_FIELDS, type CaseFieldName} from './case-fields.js';
import {readCase, type CaseTexts} from './read-case.js';
import type {Answer} from './answer.js';
import {solveCase} from './solve-case.js';

/** Columns that the calculator adds, in order. */
export const GRID_RESULTS = [
  'solved-for',
  'outcome',
  'arrivals-per-hour',
  'aht-seconds',
  'agents-needed',
  'agents-exact',
  'scheduled',
  'offered-load',
  'wait-probability',
  'service-level',
  'asa-seconds',
  'abandonment',
  'blocking',
  'occupancy',
  'queue-length',
  'targets-met',
  'binding',
  'warnings',
] as const;

/** A grid with its heading understood. */
export interface Grid {
  /** What the output's first line holds. */
  readonly header: readonly string[];
  /** One row: the cells of the output, or what is wrong with it. */
  solve(
    cells: readonly string[],
    line: number,
  ): {readonly cells: readonly string[]; readonly problems: readonly Problem[]};
}

/**
 * Understands the heading of a grid whose columns are named like the flags; those named with a leading # are copied.
 *
 * @param flags what stands on the command line: for cells that are empty, and columns that are missing
 */
export function openGrid(
  file: string,
  formula: Formula,
  header: readonly string[],
  flags: CaseTexts,
): {readonly grid: Grid | null; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const fields = header.map((written, i) => {
    const name = written.trim().toLowerCase();
    if (name.startsWith('#')) return null;
    const known = (CASE_FIELD_NAMES as readonly string[]).includes(name);
    const twice = header.findIndex(other => other.trim().toLowerCase() === name) !== i;
    if (known && !twice) return name as CaseFieldName;
    const expected = twice
      ? 'every column once'
      : `columns named like the flags of plimsoll erlang ${formula}, or with a leading # to be copied`;
    const formulas = CASE_FIELD_NAMES.filter(field =>
      (CASE_FIELDS[field].formulas as readonly Formula[]).includes(formula),
    );
    problems.push({
      code: 'ERL006',
      place: {file, line: 1, column: null, path: name},
      expected,
      got: written,
      nearest: known ? null : suggest(name, formulas),
    });
    return null;
  });
  if (problems.length > 0) return {grid: null, problems};
  const solve: Grid['solve'] = (cells, line) => {
    const texts: Partial<Record<CaseFieldName, string>> = {...flags};
    for (const [i, field] of fields.entries())
      if (field !== null && (cells[i] ?? '').trim() !== '') texts[field] = cells[i];
    const placeOf = (name: CaseFieldName): Place => ({file, line, column: null, path: name});
    if (cells.length !== header.length)
      return wrong({
        code: 'ERL001',
        place: {file, line, column: null, path: ''},
        expected: `${header.length} cells as in the heading`,
        got: `${cells.length} cells`,
        nearest: null,
      });
    const {given, problems: found} = readCase(formula, texts, placeOf);
    if (given === null) return {cells: [], problems: found};
    const answer = solveCase(given, {around: false});
    return {cells: [...cells, ...(answer === null ? outOfReach(given) : resultsOf(answer))], problems: []};
  };
  return {grid: {header: [...header, ...GRID_RESULTS], solve}, problems: []};
}

const wrong = (problem: Problem): {cells: readonly string[]; problems: readonly Problem[]} => ({
  cells: [],
  problems: [problem],
});

/** The cells of an answer; also what `--format csv` writes for one case. */
export function resultsOf(answer: Answer): string[] {
  const {given, unknown, outcome, arrivalRate, aht, neededAgents, exactAgents, scheduled, targets, binding, warnings} =
    answer;
  const figures = outcome.outcome === 'stable' ? outcome : null;
  const met = targets.length === 0 ? '' : targets.every(target => target.met) ? 'yes' : 'no';
  return [
    unknown,
    outcome.outcome,
    number(arrivalRate * 3600),
    number(aht[0]),
    number(unknown === 'agents' ? answer.agents : neededAgents),
    number(exactAgents),
    number(scheduled?.whole ?? null),
    number(outcome.offeredLoad),
    number(figures?.waitProbability ?? null),
    number(figures?.serviceLevel[given.definition] ?? null),
    number(figures?.asa ?? null),
    number(figures?.abandonment ?? null),
    number(figures?.blocking ?? null),
    number(figures?.occupancy ?? null),
    number(figures?.meanQueueLength ?? null),
    met,
    binding ?? '',
    warnings.map(({code}) => code).join(' '),
  ];
}

/** A row whose target nothing reaches: no mistake of the grid, so it says so and the next one follows. */
function outOfReach(given: Case): string[] {
  const unknown = given.agents === null ? 'agents' : given.arrivalRate === null ? 'arrivals' : 'aht';
  const blank = GRID_RESULTS.slice(2).map(() => '');
  blank[blank.length - 1] = 'ERL005';
  return [unknown, 'out-of-reach', ...blank];
}

/** Twelve digits; empty where there is no figure. */
const number = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(12))));
