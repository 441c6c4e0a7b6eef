import {joinPath, valueAt, type MapValue, type Value} from './value.js';

/** One thing in which two scenario files differ. */
export interface WrittenDifference {
  /** `agents.offshore.count` */
  readonly path: string;
  /** As written; null: not there. */
  readonly base: string | null;
  readonly candidate: string | null;
}

/** What tells one scenario from another without changing what it simulates, or is taken from the base in a comparison. */
const NOT_COMPARED = new Set(['name', 'description', 'run.seed', 'run.replications', 'gates']);

/**
 * In what two scenario files differ, as written, by path: first in the order of the base, then what only the candidate
 * has. Name, description, seed and number of replications are left out.
 *
 * @example differencesOf(base, candidate) // [{path: 'agents.team.count', base: '6', candidate: '7'}]
 */
export function differencesOf(base: MapValue, candidate: MapValue): readonly WrittenDifference[] {
  return compare(base, candidate, '');
}

function compare(base: Value | undefined, candidate: Value | undefined, path: string): readonly WrittenDifference[] {
  if (NOT_COMPARED.has(path)) return [];
  const maps = [base, candidate].filter(value => value !== undefined);
  if (maps.every(value => value.kind === 'map') && maps.some(({entries}) => entries.length > 0)) {
    const keys = new Set(maps.flatMap(({entries}) => entries.map(({key}) => key.text)));
    const of = (value: Value | undefined, key: string) => (value?.kind === 'map' ? valueAt(value, key) : undefined);
    return [...keys].flatMap(key => compare(of(base, key), of(candidate, key), joinPath(path, key)));
  }
  if (base?.kind === 'list' && candidate?.kind === 'list' && isDeep(base.items) && isDeep(candidate.items)) {
    const length = Math.max(base.items.length, candidate.items.length);
    return Array.from({length}).flatMap((_, item) =>
      compare(base.items[item], candidate.items[item], `${path}[${item}]`),
    );
  }
  const [ours, theirs] = [base, candidate].map(value => (value === undefined ? null : flow(value)));
  return ours === theirs ? [] : [{path, base: ours ?? null, candidate: theirs ?? null}];
}

const isDeep = (items: readonly Value[]): boolean => items.some(({kind}) => kind === 'map' || kind === 'list');

/** A value on one line, as YAML's flow style has it. */
function flow(value: Value): string {
  if (value.kind === 'scalar') return value.text.replaceAll(/\s+/g, ' ');
  if (value.kind === 'list') return `[${value.items.map(flow).join(', ')}]`;
  return value.kind === 'map'
    ? `{${value.entries.map(({key, value: of}) => `${key.text}: ${flow(of)}`).join(', ')}}`
    : '';
}
