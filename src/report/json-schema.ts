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
  return [...visit(schema, value, atMost)].slice(0, atMost);
}

const NONE: readonly Fault[] = [];

/** Paths are put together on the way back, as most values have no fault and results may have half a million rows. */
function visit(schema: JsonSchema, value: unknown, atMost: number): readonly Fault[] {
  if (!conforms(schema, value)) return [{path: '', expected: describe(schema), got: shown(value)}];
  if (Array.isArray(value)) return schema.items === undefined ? NONE : visitItems(schema.items, value, atMost);
  return typeof value === 'object' && value !== null && schema.properties !== undefined
    ? visitProperties(schema, schema.properties, value as Record<string, unknown>, atMost)
    : NONE;
}

function visitItems(schema: JsonSchema, items: readonly unknown[], atMost: number): readonly Fault[] {
  const faults: Fault[] = [];
  for (let place = 0; place < items.length && faults.length < atMost; place++) {
    faults.push(...below(place, visit(schema, items[place], atMost)));
  }
  return faults;
}

function visitProperties(
  {required = []}: JsonSchema,
  properties: Readonly<Record<string, JsonSchema>>,
  value: Readonly<Record<string, unknown>>,
  atMost: number,
): readonly Fault[] {
  let faults = NONE;
  for (const key in properties) {
    const schema = properties[key]!;
    const there = Object.hasOwn(value, key);
    if (!there && !required.includes(key)) continue;
    const found = there ? visit(schema, value[key], atMost) : [{path: '', expected: describe(schema), got: null}];
    if (found.length > 0) faults = [...faults, ...below(key, found)];
  }
  return faults;
}

function below(key: string | number, faults: readonly Fault[]): readonly Fault[] {
  return faults.length === 0
    ? NONE
    : faults.map(fault => ({...fault, path: fault.path === '' ? String(key) : `${key}.${fault.path}`}));
}

/** Whether the value itself is of the right kind; what is inside it is looked at later. */
function conforms({type, const: only, enum: some, minimum, maximum}: JsonSchema, value: unknown): boolean {
  if (
    type !== undefined &&
    !(typeof type === 'string' ? isOfType(value, type) : type.some(one => isOfType(value, one)))
  )
    return false;
  if (only !== undefined && value !== only) return false;
  if (some !== undefined && !some.includes(value as string)) return false;
  return typeof value !== 'number' || (value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity));
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
