import type {Place, Problem} from '../../base/errors.js';
import {UserError} from '../../base/errors.js';
import type {Patience} from '../../analytic/patience.js';
import type {TargetName, Targets} from '../../analytic/targets.js';
import {Problems} from '../../scenario/problems.js';
import {distribution} from '../../scenario/schema/distribution.js';
import {FORMULA_NAMES, type Case, type Formula} from './case.js';
import {
  CASE_FIELDS,
  Unreadable,
  readArrivals,
  readNumber,
  readShare,
  readTarget,
  readTime,
  readTimes,
  type CaseFieldName,
} from './case-fields.js';
import type {ErlangProblemCode} from './problem-codes.js';

/** What was written for each flag or column. */
export type CaseTexts = Readonly<Partial<Record<CaseFieldName, string>>>;

/** Which of the four a formula is asked for, and what it needs to know. */
const TARGET_FIELDS: readonly CaseFieldName[] = [
  'target',
  'max-asa',
  'max-abandonment',
  'max-occupancy',
  'max-blocking',
];

/** Formulas that count in whole agents. */
const WHOLE: readonly Formula[] = ['x', 'chat', 'blend'];

const DEFAULT_THRESHOLD = 20;

/**
 * A case as it was written becomes one that can be computed, or everything that is wrong with it.
 *
 * @param placeOf where a field was written: a flag, or a cell of a grid
 * @example readCase('c', {arrivals: '100/30m', aht: '180s', agents: '14'}, name => ({file: `--${name}`, line: null, column: null, path: ''}))
 */
export function readCase(
  formula: Formula,
  texts: CaseTexts,
  placeOf: (name: CaseFieldName) => Place,
): {readonly given: Case | null; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const note = (
    code: ErlangProblemCode,
    name: CaseFieldName,
    expected: string,
    nearest: string | null = null,
  ): void => {
    problems.push({code, place: placeOf(name), expected, got: texts[name] ?? null, nearest});
  };
  /** The value of a field, null where it is not written or cannot be read. */
  const read = <T>(name: CaseFieldName, reader: (text: string) => T | Unreadable): T | null => {
    const text = texts[name];
    if (text === undefined || text.trim() === '') return null;
    const {formulas}: {readonly formulas: readonly Formula[]} = CASE_FIELDS[name];
    if (!formulas.includes(formula)) {
      note(
        'ERL004',
        name,
        `nothing, for ${FORMULA_NAMES[formula].name} does not use it (known to erlang ${formulas.join(', ')})`,
      );
      return null;
    }
    const value = reader(text);
    if (!(value instanceof Unreadable)) return value;
    note('ERL001', name, value.expected, value.nearest);
    return null;
  };
  const arrivals = read('arrivals', readArrivals);
  const interval = read('interval', text => readTime(text, '30m'));
  const load = read('load', text => readNumber(text, 0, false));
  const aht = read('aht', formula === 'chat' ? readTimes : text => oneTime(text));
  const agents = read('agents', text => readNumber(text, WHOLE.includes(formula) ? 1 : 0, WHOLE.includes(formula)));
  const target = read('target', readTarget);
  const threshold = read('threshold', text => readTime(text, '20s'));
  const lines = read('lines', text => readNumber(text, 1, true));
  const patience = read('patience', text => patienceOf(text, placeOf('patience'), problems));
  const keepIdle = read('keep-idle', text => readNumber(text, 0, true));
  const shrinkage = read('shrinkage', readShrinkage);
  const targets = targetsOf(target, {
    asa: read('max-asa', text => readTime(text, '30s')),
    abandonment: read('max-abandonment', text => readShare(text, true, true)),
    occupancy: read('max-occupancy', text => readShare(text, true, true)),
    blocking: read('max-blocking', text => readShare(text, true, true)),
  });
  const balking = read('balking', text => readShare(text, false, false)) ?? 0;
  const redial = read('redial', text => readShare(text, false, true)) ?? 0;
  const reconnect = read('reconnect', text => readShare(text, false, false)) ?? 0;
  if (arrivals !== null && arrivals.perSeconds === null && interval === null && problems.length === 0)
    note(
      'ERL001',
      'arrivals',
      'arrivals such as 100/30m, or a number together with --interval',
      `${texts.arrivals?.trim()}/30m`,
    );
  if (arrivals !== null && load !== null) note('ERL004', 'load', 'either arrivals or the load, not both');
  if (
    patience !== null &&
    patience.kind !== 'exponential' &&
    (formula === 'chat' || formula === 'blend' || lines !== null)
  )
    note('ERL001', 'patience', 'a mean such as "3m": this formula knows exponential patience only');
  if (lines !== null && balking > 0) note('ERL004', 'balking', 'nothing where lines are limited');
  if (lines !== null && agents !== null && agents > lines)
    note('ERL001', 'agents', `no more agents than the ${lines} lines`);
  if (keepIdle !== null && agents !== null && keepIdle > agents)
    note('ERL001', 'keep-idle', `at most the ${agents} agents`);
  const perSeconds = arrivals?.perSeconds ?? interval;
  const given: Case = {
    formula,
    // Erlang B in handle times, where only the load is known
    arrivalRate: load ?? (arrivals === null || perSeconds === null ? null : arrivals.contacts / perSeconds),
    countedIn: perSeconds,
    intervalSeconds: interval ?? (arrivals?.isInterval ? perSeconds : null),
    aht: load !== null ? [1] : aht,
    agents,
    threshold: target?.threshold ?? threshold ?? DEFAULT_THRESHOLD,
    definition: target?.definition ?? 'excludingAbandons',
    targets,
    patience,
    balking,
    lines,
    redial,
    reconnect,
    keepIdle: keepIdle ?? 0,
    shrinkage: shrinkage ?? [],
  };
  if (problems.length === 0) noteMissing(given, texts, note);
  return {given: problems.length === 0 ? given : null, problems};
}

/** One unknown at most, and a target to find it by. */
function noteMissing(
  {arrivalRate, aht, agents, targets, formula}: Case,
  texts: CaseTexts,
  note: (code: ErlangProblemCode, name: CaseFieldName, expected: string) => void,
): void {
  const missing = [
    ...(arrivalRate === null ? ['arrivals' as const] : []),
    ...(aht === null ? ['aht' as const] : []),
    ...(agents === null ? ['agents' as const] : []),
  ];
  if (missing.length > 1)
    note('ERL002', missing[0], `two of arrivals, aht and agents; ${missing.join(' and ')} are missing`);
  else if (missing.length === 1 && Object.keys(targets).length === 0) {
    const first = TARGET_FIELDS.find(name => (CASE_FIELDS[name].formulas as readonly Formula[]).includes(formula))!;
    note(
      'ERL003',
      first,
      `a target by which ${missing[0]} can be found, such as ${formula === 'b' ? '--max-blocking 1%' : "--target '80% in 20s'"}`,
    );
  } else if (missing[0] === 'aht' && arrivalRate === 0)
    note('ERL001', 'arrivals', 'arrivals above 0 where the handle time is looked for');
  else if (missing[0] === 'aht' && formula === 'chat' && texts.aht === undefined)
    note('ERL002', 'aht', 'handle times: for chat they cannot be what is asked for');
}

function targetsOf(
  target: ReturnType<typeof readTarget> | null,
  most: Readonly<Partial<Record<Exclude<TargetName, 'serviceLevel'>, number | null>>>,
): Targets {
  const caps = Object.entries(most).filter(([, value]) => value !== null);
  return {
    ...(target === null || target instanceof Unreadable ? {} : {serviceLevel: target}),
    ...(Object.fromEntries(caps) as Targets),
  };
}

function oneTime(text: string): readonly number[] | Unreadable {
  const time = readTime(text, '180s');
  return time instanceof Unreadable ? time : [time];
}

function readShrinkage(text: string): readonly number[] | Unreadable {
  const shares = text.split(/[,|]/).map(part => readShare(part, false, false));
  return shares.find(share => share instanceof Unreadable) ?? (shares as number[]);
}

/** As scenarios write it; files have no place here. */
function patienceOf(text: string, place: Place, problems: Problem[]): Patience | null {
  const found = new Problems();
  const source = {file: place.file, positionOf: null};
  const reading = {problems: found, includes: [], timezones: new Map(), currencies: new Map()};
  const value = distribution.read({kind: 'scalar', text, source, offset: 0, path: place.path}, reading);
  try {
    found.throwIfAny();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems.map(problem => ({...problem, place})));
    return null;
  }
  if (value === undefined || value.kind === 'file') {
    problems.push({
      code: 'ERL001',
      place,
      expected: 'a patience that needs no file, such as "3m" or "lognormal(3m, cv 1.5)"',
      got: text,
      nearest: null,
    });
    return null;
  }
  return value;
}
