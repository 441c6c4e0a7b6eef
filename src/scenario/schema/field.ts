import {suggest} from '../../base/suggest.js';
import type {Problems} from '../problems.js';
import type {ListValue, MapValue, ScalarValue, Value} from '../value.js';
import type {ScenarioProblemCode} from './problem-codes.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A CSV file that the scenario names. */
export interface Include {
  readonly path: string;
  readonly at: Value;
  /** False for a log, which is only looked for: it is read row by row while the simulation runs. */
  readonly table: boolean;
}

/** What reading collects on its way. */
export interface Reading {
  readonly problems: Problems;
  readonly includes: Include[];
  readonly timezones: Map<string, Value>;
  /** ISO codes of the currencies in which amounts stand, with the first place of each. */
  readonly currencies: Map<string, Value>;
}

/**
 * One thing a scenario may say: how it is read, its JSON Schema and its words in messages and in the reference, from
 * one declaration. `read` reports what is wrong and then returns undefined.
 */
export interface Field<T> {
  /** Completes "expected …". */
  readonly expects: string;
  readonly json: JsonSchema;
  readonly read: (value: Value, reading: Reading) => T | undefined;
  /** Mappings inside, for the reference page. */
  readonly records: readonly RecordDeclaration[];
}

/** A mapping with known keys, as the reference page lists it. */
export interface RecordDeclaration {
  readonly title: string;
  readonly doc: string;
  readonly keys: Readonly<Record<string, Key<unknown>>>;
  readonly later: Readonly<Record<string, string>>;
}

/** One key of a mapping. */
export interface Key<T> {
  readonly field: Field<unknown>;
  /** One sentence for the reference and for editors. */
  readonly doc: string;
  readonly required: boolean;
  readonly fallback: T | undefined;
  /** The default in words; null: none. */
  readonly fallbackText: string | null;
}

/** Why a text is not what was expected. */
export class Rejected {
  constructor(
    readonly code: ScenarioProblemCode,
    readonly expected: string | null = null,
    readonly nearest: string | null = null,
  ) {}
}

/** A single text or number. `parse` gives undefined when the text is none of it, or says more with a `Rejected`. */
export function atom<T>(
  expects: string,
  json: JsonSchema,
  parse: (text: string, at: ScalarValue, reading: Reading) => T | Rejected | undefined,
): Field<T> {
  const read = (value: Value, reading: Reading): T | undefined => {
    if (value.kind !== 'scalar') return wrongKind(value, expects, reading);
    const parsed = parse(value.text, value, reading);
    if (parsed !== undefined && !(parsed instanceof Rejected)) return parsed;
    const {code, expected, nearest} = parsed instanceof Rejected ? parsed : new Rejected('SCN013');
    reading.problems.add(code, value, expected ?? expects, value.text, nearest);
    return undefined;
  };
  return {expects, json, read, records: []};
}

function wrongKind(value: Value, expects: string, {problems}: Reading): undefined {
  const got = {empty: 'nothing', list: 'a list', map: 'a mapping', scalar: ''}[value.kind];
  problems.add(
    value.kind === 'empty' ? 'SCN011' : 'SCN017',
    value,
    expects,
    value.kind === 'scalar' ? value.text : got,
  );
}

/** One word of a list; `later` names words of the language that this version cannot simulate. */
export function choice<const N extends string>(names: readonly N[], later: readonly string[] = []): Field<N> {
  const expects = names.length === 1 ? names[0]! : `one of ${names.map(shown).join(', ')}`;
  return atom<N>(expects, {enum: names}, text => {
    const found = names.find(name => name === text);
    if (found !== undefined) return found;
    if (later.includes(text)) return new Rejected('SCN015', `${expects} (${text} is not supported yet)`);
    return new Rejected('SCN012', expects, suggest(text, [...names, ...later]));
  });
}

/** A word as it is; a mark such as a comma in quotes. */
const shown = (name: string): string => (/^[a-z]/i.test(name) ? name : JSON.stringify(name));

/** A list of values alike. */
export function listOf<T>(item: Field<T>, expects: string): Field<readonly T[]> {
  const read = (value: Value, reading: Reading): readonly T[] | undefined => {
    if (value.kind !== 'list') return wrongKind(value, expects, reading);
    return readItems(value, item, reading);
  };
  return {expects, json: {type: 'array', items: item.json}, read, records: item.records};
}

function readItems<T>(value: ListValue, item: Field<T>, reading: Reading): readonly T[] {
  return value.items.map(element => item.read(element, reading)).filter(element => element !== undefined);
}

/** A name with what stands behind it. */
export interface Named<N, T> {
  readonly name: N;
  readonly key: ScalarValue;
  readonly value: T;
}

/** A mapping whose keys are names of the user's own, in order of declaration. */
export function mapOf<N, T>(name: Field<N>, item: Field<T>, expects: string): Field<readonly Named<N, T>[]> {
  const read = (value: Value, reading: Reading): readonly Named<N, T>[] | undefined => {
    if (value.kind !== 'map') return wrongKind(value, expects, reading);
    const found: Named<N, T>[] = [];
    for (const entry of value.entries) {
      const key = name.read(entry.key, reading);
      const inner = item.read(entry.value, reading);
      if (key !== undefined && inner !== undefined) found.push({name: key, key: entry.key, value: inner});
    }
    return found;
  };
  const propertyNames = 'enum' in name.json || 'pattern' in name.json ? {propertyNames: name.json} : {};
  return {
    expects,
    json: {type: 'object', ...propertyNames, additionalProperties: item.json},
    read,
    records: item.records,
  };
}

/** A thing that may be written in several ways, told apart by whether it is a text, a list or a mapping. */
export function either<S = never, L = never, M = never>(
  expects: string,
  ways: {readonly scalar?: Field<S>; readonly list?: Field<L>; readonly map?: Field<M>},
): Field<S | L | M> {
  const read = (value: Value, reading: Reading): S | L | M | undefined => {
    const way: Field<S | L | M> | undefined = value.kind === 'empty' ? undefined : ways[value.kind];
    return way === undefined ? wrongKind(value, expects, reading) : way.read(value, reading);
  };
  const fields = [ways.scalar, ways.list, ways.map].filter(field => field !== undefined);
  return {
    expects,
    json: {anyOf: fields.map(field => field.json)},
    read,
    records: fields.flatMap(field => field.records),
  };
}

/** The same text read into something else. */
export function mapped<A, B>(field: Field<A>, change: (value: A, at: Value) => B): Field<B> {
  const read = (value: Value, reading: Reading): B | undefined => {
    const inner = field.read(value, reading);
    return inner === undefined ? undefined : change(inner, value);
  };
  return {expects: field.expects, json: field.json, read, records: field.records};
}

/** A value together with its place, for what can be checked only later. */
export interface Placed<T> {
  readonly value: T;
  readonly at: Value;
}

export const placed = <T>(field: Field<T>): Field<Placed<T>> => mapped(field, (value, at) => ({value, at}));

/** A key that must be there. */
export const required = <T>(field: Field<T>, doc: string): Key<T> => ({
  field,
  doc,
  required: true,
  fallback: undefined,
  fallbackText: null,
});

/** A key that may be left out; `without` says what then holds. */
export const optional = <T>(field: Field<T>, doc: string, without: string | null = null): Key<T | undefined> => ({
  field,
  doc,
  required: false,
  fallback: undefined,
  fallbackText: without,
});

/** A key with a default. */
export const withDefault = <T>(field: Field<T>, fallback: T, fallbackText: string, doc: string): Key<T> => ({
  field,
  doc,
  required: false,
  fallback,
  fallbackText,
});

type Keys = Readonly<Record<string, Key<unknown>>>;

/** What a record is read into; `here` is the mapping itself. */
export type RecordOf<K extends Keys> = {readonly [N in keyof K]: K[N] extends Key<infer T> ? T : never} & {
  readonly here: MapValue;
};

/**
 * A mapping with known keys. An unknown key is a problem that names the nearest known one; a key in `later` belongs
 * to the language but not to this version.
 */
export function record<K extends Keys>(
  title: string,
  doc: string,
  keys: K,
  later: Readonly<Record<string, string>> = {},
): Field<RecordOf<K>> {
  const expects = `a mapping with ${Object.keys(keys).slice(0, 4).join(', ')}${Object.keys(keys).length > 4 ? ' …' : ''}`;
  const read = (value: Value, reading: Reading): RecordOf<K> | undefined => {
    if (value.kind !== 'map') return wrongKind(value, expects, reading);
    const result: Record<string, unknown> = {here: value};
    for (const [name, {fallback}] of Object.entries(keys)) result[name] = fallback;
    const present = new Set<string | null>();
    for (const {key, value: inner} of value.entries) {
      const known = Object.hasOwn(keys, key.text);
      if (known) result[key.text] = keys[key.text]!.field.read(inner, reading);
      // A mistyped key is one slip: what was meant is not missing as well.
      present.add(known ? key.text : reportUnknown(key, inner, keys, later, reading));
    }
    const missing = Object.keys(keys).filter(name => keys[name]!.required && !present.has(name));
    for (const name of missing) reading.problems.add('SCN011', value, `${name}: ${keys[name]!.field.expects}`);
    // A record with a hole goes no further: the problems are thrown before anything is built from it.
    return result as RecordOf<K>;
  };
  return {expects, json: recordSchema(keys), read, records: [{title, doc, keys, later}]};
}

/** Gives back the key that was probably meant. */
function reportUnknown(
  key: ScalarValue,
  value: Value,
  keys: Keys,
  later: Readonly<Record<string, string>>,
  {problems}: Reading,
): string | null {
  if (Object.hasOwn(later, key.text)) {
    problems.add('SCN015', key, `no ${key.text}, since ${later[key.text]} cannot be simulated yet`);
    return null;
  }
  const known = Object.keys(keys);
  const nearest = suggest(key.text, known) ?? suggest(key.text, Object.keys(later));
  // In {objective: 80% in 20s, over offered} YAML sees a second key, with nothing behind it.
  const hint = value.kind === 'empty' && nearest === null ? '; inside { } a text with a comma needs quotes' : '';
  problems.add('SCN010', key, `one of the keys ${known.join(', ')}${hint}`, key.text, nearest);
  return nearest;
}

function recordSchema(keys: Keys): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(keys).map(([name, {field, doc, fallbackText}]) => [
      name,
      {...field.json, description: fallbackText === null ? doc : `${doc} Default: ${fallbackText}.`},
    ]),
  );
  const needed = Object.keys(keys).filter(name => keys[name]!.required);
  return {type: 'object', properties, ...(needed.length > 0 ? {required: needed} : {}), additionalProperties: false};
}
