/** The part of JSON Schema (draft 2020-12) that the published schemas of results use. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/** Where a value is not what a schema says. */
export interface Fault {
  /** `rows.12.value`; empty for the value itself. */
  readonly path: string;
  readonly expected: string;
  /** What stood there, short; null when nothing did. */
  readonly got: string | null;
}

/**
 * What of a value a schema does not allow, in order of appearance.
 *
 * @param atMost stops after so many: a damaged file need not be listed whole
 */
export function faultsOf(schema: JsonSchema, value: unknown, atMost = 10): Fault[] {
  const faults: Fault[] = [];
  visit(schema, value, '', faults, atMost);
  return faults.slice(0, atMost);
}

function visit(schema: JsonSchema, value: unknown, path: string, faults: Fault[], atMost: number): void {
  if (faults.length >= atMost) return;
  const expected = expectation(schema, value);
  if (expected !== null) {
    faults.push({path, expected, got: shown(value)});
    return;
  }
  const below = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(value)) {
    if (schema.items !== undefined)
      for (const [place, item] of value.entries()) visit(schema.items, item, below(place), faults, atMost);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const key of schema.required ?? []) {
    if (!Object.hasOwn(value, key))
      faults.push({path: below(key), expected: describe(schema.properties?.[key] ?? {}), got: null});
  }
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    if (Object.hasOwn(value, key)) visit(inner, (value as Record<string, unknown>)[key], below(key), faults, atMost);
  }
}

/** What was expected of the value itself; null when it conforms. */
function expectation(schema: JsonSchema, value: unknown): string | null {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const conforms =
    (types.length === 0 || types.some(type => isOfType(value, type))) &&
    (schema.const === undefined || value === schema.const) &&
    (schema.enum === undefined || schema.enum.includes(value as string)) &&
    (typeof value !== 'number' || (value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity)));
  return conforms ? null : describe(schema);
}

function describe({type, const: only, enum: some, minimum, maximum}: JsonSchema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (some !== undefined) return some.length > 8 ? `a known name such as ${some[0]}` : `one of ${some.join(', ')}`;
  const types =
    type === undefined
      ? 'a value'
      : [type]
          .flat()
          .map(one => WORDS[one])
          .join(' or ');
  const least = minimum === undefined ? '' : ` of at least ${minimum}`;
  return `${types}${least}${maximum === undefined ? '' : ` and at most ${maximum}`}`;
}

const WORDS: Readonly<Record<JsonType, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

function isOfType(value: unknown, type: JsonType): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
