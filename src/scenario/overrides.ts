import {UserError} from '../base/errors.js';
import {suggest} from '../base/suggest.js';
import {parseFlagValue} from './parse.js';
import type {Problems} from './problems.js';
import {joinPath, valueAt} from './value.js';
import type {Entry, MapValue, Value} from './value.js';

/** Mappings whose keys are the user's own names: --set changes what exists and adds nothing. */
const NAMED_PARTS = new Set(['contacts', 'agents', 'queues', 'sites']);

/**
 * Applies overrides such as `agents.paris.count=24`, in their order.
 *
 * @returns the changed values; what cannot be applied becomes a problem
 */
export function applyOverrides(root: Value, overrides: readonly string[], problems: Problems): Value {
  return overrides.reduce((value, override) => applyOverride(value, override, problems), root);
}

/** Where an override stands, for messages. */
const flagOf = (override: string, flag = '--set'): string =>
  `${flag} ${override.length > 100 ? `${override.slice(0, 100)}…` : override}`;

/**
 * An error about overrides that were not written behind `--set`, told of the flag that was.
 *
 * @param flag `--vary`
 * @param overrides those that came of it, `agents.team.count=5`
 * @returns any other error as it is
 */
export function toldOfFlag(error: unknown, flag: string, overrides: readonly string[]): unknown {
  if (!(error instanceof UserError)) return error;
  const flags = new Map(overrides.map(override => [flagOf(override), flagOf(override, flag)]));
  return new UserError(
    error.problems.map(problem => ({
      ...problem,
      place: {...problem.place, file: flags.get(problem.place.file) ?? problem.place.file},
    })),
  );
}

function applyOverride(root: Value, override: string, problems: Problems): Value {
  const flag = flagOf(override);
  const fail = (path: string, expected: string, got: string | null, nearest: string | null = null): Value => {
    problems.add('SCN050', {file: flag, line: null, column: null, path}, expected, got, nearest);
    return root;
  };
  const mark = override.indexOf('=');
  const keys = override
    .slice(0, Math.max(0, mark))
    .trim()
    .split(/\.|\[(?=\d+\])/)
    .map(key => key.replace(/\]$/, ''));
  if (mark < 1 || keys.some(key => key === '') || keys.length > 20)
    return fail('', 'PATH=VALUE such as agents.paris.count=24', override);
  if (keys.some(key => ['__proto__', 'constructor', 'prototype'].includes(key)))
    return fail('', 'another name', override);
  const path = keys.reduce(joinPath, '');
  const before = problems.count;
  const value = parseFlagValue(override.slice(mark + 1), flag, path, problems);
  if (value === null || problems.count > before) return root;
  return setAt(root, keys, 0, value, fail) ?? root;
}

/** null after failing. */
function setAt(
  at: Value,
  keys: readonly string[],
  depth: number,
  value: Value,
  fail: (path: string, expected: string, got: string | null, nearest?: string | null) => unknown,
): Value | null {
  if (depth === keys.length) return value;
  const key = keys[depth]!;
  if (at.kind === 'list') {
    const index = /^\d+$/.test(key) ? Number(key) : -1;
    const item = at.items[index];
    if (item === undefined) return (fail(at.path, `the number of an item from 0 to ${at.items.length - 1}`, key), null);
    const changed = setAt(item, keys, depth + 1, value, fail);
    return changed && {...at, items: at.items.map((each, position) => (position === index ? changed : each))};
  }
  if (at.kind === 'scalar')
    return (
      fail(
        at.path,
        `a mapping that ${key} could be in, but the file says a single value; set ${at.path} as a whole`,
        at.text,
      ),
      null
    );
  const map: MapValue = at.kind === 'map' ? at : {...at, kind: 'map', entries: []};
  const old = valueAt(map, key);
  if (old === undefined && depth === 1 && NAMED_PARTS.has(keys[0]!)) {
    const names = map.entries.map(entry => entry.key.text);
    return (fail(joinPath(at.path, key), `one of ${names.join(', ')}`, key, suggest(key, names)), null);
  }
  const path = joinPath(at.path, key);
  const place = {source: value.source, offset: 0, path};
  const changed = setAt(old ?? {kind: 'empty', ...place}, keys, depth + 1, value, fail);
  if (changed === null) return null;
  const entry: Entry = {key: {kind: 'scalar', ...place, text: key}, value: changed};
  return {
    ...map,
    entries:
      old === undefined
        ? [...map.entries, entry]
        : map.entries.map(each => (each.key.text === key ? {...each, value: changed} : each)),
  };
}
