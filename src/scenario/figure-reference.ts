import {UserError} from '../base/errors.js';
import type {Place} from '../base/errors.js';
import {suggest} from '../base/suggest.js';
import type {FigureProblemCode} from './figure-problem-codes.js';
import type {MeasureName, Scope, Unit} from './schema/measures.js';

/** One figure of a scenario's results: a measure of one scope. `name` is `total` for the total. */
export interface FigureReference {
  readonly measure: MeasureName;
  readonly scope: Scope;
  readonly name: string;
}

/** What figures a scenario has; statistics/figure-catalogue.ts makes it. */
export interface FigureCatalogue {
  /** Measures of the scenario's results. */
  readonly measures: ReadonlyMap<
    MeasureName,
    {readonly unit: Unit; readonly better: 'higher' | 'lower' | 'neither'; readonly scopes: readonly Scope[]}
  >;
  readonly names: Readonly<Record<Scope, readonly string[]>>;
  /** Contact types that have an objective: only these have `objectiveMet`. */
  readonly withObjective: readonly string[];
}

/** What may stand before a name, and the scope it means. */
const SCOPE_WORDS: Readonly<Record<string, Scope>> = {
  type: 'contactType',
  'contact-type': 'contactType',
  contactType: 'contactType',
  channel: 'channel',
  queue: 'queue',
  group: 'group',
  agents: 'group',
  site: 'site',
};

/** The word that stands before a name of each scope. */
const WORD_OF: Readonly<Record<Scope, string>> = {
  total: 'total',
  contactType: 'type',
  channel: 'channel',
  queue: 'queue',
  group: 'group',
  site: 'site',
};

const THING: Readonly<Record<Scope, string>> = {
  total: 'the total',
  contactType: 'a contact type',
  channel: 'a channel',
  queue: 'a queue',
  group: 'an agent group',
  site: 'a site',
};

const FORM = 'a figure such as serviceLevel(orders), occupancy(site paris) or asa';
const DAY_MEETS = /^P\s*\(\s*day meets objective\s*(?:,([^()]*))?\)$/i;
const MOST_NAMED = 12;

/**
 * Reads one figure: `serviceLevel(orders)`, `occupancy(site paris)`, `asa` (of all together), and
 * `P(day meets objective, orders)` for objectiveMet(orders).
 *
 * @param at where the text stands, for messages
 * @throws UserError FIG001 no such measure here, FIG002 no such name, FIG003 several things have the name
 * @example parseFigure('serviceLevel(orders)', place, catalogue) // {measure: 'serviceLevel', scope: 'contactType', name: 'orders'}
 */
export function parseFigure(text: string, at: Place, catalogue: FigureCatalogue): FigureReference {
  const figures = parseFigures(text, at, catalogue);
  const [only, another] = figures;
  if (only !== undefined && another === undefined) return only;
  throw problem('FIG001', at, 'one figure, not several', text, figureText(only!));
}

/**
 * Reads one figure or several: beside those of `parseFigure`, `asa(each queue)` is the figure of every queue, and
 * `P(day meets objective)` that of every contact type with an objective.
 *
 * @returns at least one figure
 * @throws UserError as parseFigure
 */
export function parseFigures(text: string, at: Place, catalogue: FigureCatalogue): readonly FigureReference[] {
  const days = DAY_MEETS.exec(text.trim().slice(0, 300));
  if (days !== null) return figuresOf('objectiveMet', days[1]?.trim() || 'each type', text, at, catalogue);
  const parts = /^([\w-]+)\s*(?:\(\s*([^()]*?)\s*\))?$/.exec(text.trim().slice(0, 300));
  if (parts === null) throw problem('FIG001', at, FORM, text);
  const name = parts[2] === '' || parts[2] === 'total' ? undefined : parts[2];
  return figuresOf(measureOf(parts[1]!, at, catalogue), name, text, at, catalogue);
}

/**
 * A figure as it is written: the shortest that says which one is meant is not looked for, a contact type stands alone.
 *
 * @example figureText({measure: 'occupancy', scope: 'site', name: 'paris'}) // 'occupancy(site paris)'
 */
export function figureText({measure, scope, name}: FigureReference): string {
  if (scope === 'total') return measure;
  return `${measure}(${scope === 'contactType' ? name : `${WORD_OF[scope]} ${name}`})`;
}

function measureOf(word: string, at: Place, {measures}: FigureCatalogue): MeasureName {
  const names = [...measures.keys()];
  const found = names.find(name => name === word);
  if (found !== undefined) return found;
  const listed = names.filter(name => name === 'serviceLevel' || name === 'asa' || name === 'abandonment');
  const expected = `a measure of this scenario (${listed.join(', ')} …; docs/reference/measures.md has them all)`;
  throw problem('FIG001', at, expected, word, suggest(word.replaceAll('-', ''), names));
}

function figuresOf(
  measure: MeasureName,
  written: string | undefined,
  text: string,
  at: Place,
  catalogue: FigureCatalogue,
): readonly FigureReference[] {
  const {scopes} = catalogue.measures.get(measure)!;
  if (written === undefined) {
    if (scopes.includes('total')) return [{measure, scope: 'total', name: 'total'}];
    throw problem('FIG002', at, `${measure} of ${scopes.map(scope => THING[scope]).join(' or ')}`, text);
  }
  const {each, scope, name} = scoped(written);
  if (scope !== null && !scopes.includes(scope))
    throw problem('FIG002', at, `${measure} of ${listOf(scopes)}, not of ${THING[scope]}`, text);
  if (each && scope !== null) {
    const found = namesOf(measure, scope, catalogue).map(one => ({measure, scope, name: one}));
    if (found.length > 0) return found;
    throw problem('FIG002', at, `another figure: this scenario has not one ${WORD_OF[scope]} with ${measure}`, text);
  }
  return [{measure, ...namedThing(measure, scope === null ? scopes : [scope], name, text, at, catalogue)}];
}

/** `site paris`, `each queue` or a name alone. */
function scoped(written: string): {readonly each: boolean; readonly scope: Scope | null; readonly name: string} {
  const words = /^(\S+)\s+(.+)$/.exec(written);
  if (words !== null) {
    const [, first, rest] = words as unknown as readonly [string, string, string];
    if ((first === 'each' || first === 'every') && Object.hasOwn(SCOPE_WORDS, rest))
      return {each: true, scope: SCOPE_WORDS[rest]!, name: ''};
    if (Object.hasOwn(SCOPE_WORDS, first)) return {each: false, scope: SCOPE_WORDS[first]!, name: rest};
  }
  return {each: false, scope: null, name: written};
}

function namedThing(
  measure: MeasureName,
  scopes: readonly Scope[],
  name: string,
  text: string,
  at: Place,
  catalogue: FigureCatalogue,
): {readonly scope: Scope; readonly name: string} {
  const named = scopes.filter(scope => scope !== 'total');
  const having = named.filter(scope => namesOf(measure, scope, catalogue).includes(name));
  // A contact type that is in no other queue has one of its own, which nobody named.
  const meant = having.includes('contactType') ? having.filter(scope => scope !== 'queue') : having;
  if (meant.length === 1) return {scope: meant[0]!, name};
  if (meant.length > 1) {
    const ways = meant.map(scope => figureWith(measure, scope, name)).join(' or ');
    throw problem('FIG003', at, `${ways}, since several things are called ${name}`, text);
  }
  const known = named.flatMap(scope => namesOf(measure, scope, catalogue));
  if (named.length === 0) throw problem('FIG002', at, `${measure} alone, of all together`, text);
  const listed = [...new Set(known)];
  const expected = `the name of ${listOf(named)} with ${measure} (${
    listed.length === 0
      ? 'there are none'
      : listed.slice(0, MOST_NAMED).join(', ') + (listed.length > MOST_NAMED ? ' …' : '')
  })`;
  throw problem('FIG002', at, expected, name, suggest(name, known));
}

const figureWith = (measure: MeasureName, scope: Scope, name: string): string =>
  `${measure}(${WORD_OF[scope]} ${name})`;

const listOf = (scopes: readonly Scope[]): string => scopes.map(scope => THING[scope]).join(' or ');

const namesOf = (measure: MeasureName, scope: Scope, {names, withObjective}: FigureCatalogue): readonly string[] =>
  measure === 'objectiveMet' && scope === 'contactType' ? withObjective : names[scope];

function problem(
  code: FigureProblemCode,
  place: Place,
  expected: string,
  got: string | null,
  nearest: string | null = null,
): UserError {
  return new UserError([{code, place, expected, got: got === null ? null : got.trim().slice(0, 80), nearest}]);
}
