import type {Place} from '../base/errors.js';

/** The text a value was read from, and where its lines begin. */
export interface Source {
  /** As the user named it. */
  readonly file: string;
  /** Line and column of an offset, from 1; null where the source has no lines (a flag). */
  readonly positionOf: ((offset: number) => {readonly line: number; readonly col: number}) | null;
}

interface Located {
  readonly source: Source;
  /** Characters from the start of the text. */
  readonly offset: number;
  /** Where in the scenario: `contacts.orders.patience`. */
  readonly path: string;
}

/** What stands in a scenario file, with its place; not yet understood. */
export type Value = ScalarValue | EmptyValue | ListValue | MapValue;

/** A text or a number; `text` is what the user wrote. */
export interface ScalarValue extends Located {
  readonly kind: 'scalar';
  readonly text: string;
}

/** A key with nothing behind it. */
export interface EmptyValue extends Located {
  readonly kind: 'empty';
}

export interface ListValue extends Located {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

export interface MapValue extends Located {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

/** `key` is a scalar so that a message can point at the key itself. */
export interface Entry {
  readonly key: ScalarValue;
  readonly value: Value;
}

/** Where a value stands, as messages show it. */
export function placeOf(value: Value): Place {
  const position = value.source.positionOf?.(value.offset) ?? null;
  return {file: value.source.file, line: position?.line ?? null, column: position?.col ?? null, path: value.path};
}

/** The value behind a key of a mapping, or undefined. */
export function valueAt(map: MapValue, key: string): Value | undefined {
  return map.entries.find(entry => entry.key.text === key)?.value;
}

/** The deepest value that exists along a path of keys; for pointing at what a message is about. */
export function deepest(value: Value, ...keys: readonly string[]): Value {
  let found = value;
  for (const key of keys) {
    const next = found.kind === 'map' ? valueAt(found, key) : undefined;
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

/** A path one step deeper; names that are no plain word are quoted. */
export function joinPath(path: string, key: string): string {
  const step = /^[\p{L}\p{N}_-]+$/u.test(key) ? key : JSON.stringify(key);
  return path === '' ? step : `${path}.${step}`;
}
