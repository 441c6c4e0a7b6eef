import {isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument} from 'yaml';
import type {Node, ParsedNode} from 'yaml';
import type {Problems} from './problems.js';
import {joinPath} from './value.js';
import type {Entry, ScalarValue, Source, Value} from './value.js';

/** Characters of a scenario file, at most. */
const MOST_CHARACTERS = 1_000_000;
/** Values after aliases are followed, at most. */
const MOST_VALUES = 100_000;
const DEEPEST = 60;
const MOST_SYNTAX_PROBLEMS = 10;
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** Stands for a comma inside `lognormal(4m, cv 0.9)`, where YAML would see two entries of a `{…}` or `[…]`. */
const COMMA = '\u{E000}';

/**
 * Reads YAML 1.2 (so JSON too) into values that know their place. Duplicate keys, aliases that multiply, names such
 * as `__proto__` and broken syntax become problems.
 *
 * @param what stands in such a file, for who gives an empty one
 * @returns null when the text cannot be read at all
 */
export function parseText(
  text: string,
  file: string,
  problems: Problems,
  what = 'a scenario with contacts and agents',
): Value | null {
  const lines = new LineCounter();
  return parseWith(text, lines, {file, positionOf: offset => lines.linePos(offset)}, '', problems, what);
}

/** The same for the value of a flag, which has no lines. */
export function parseFlagValue(text: string, flag: string, path: string, problems: Problems): Value | null {
  return parseWith(text, new LineCounter(), {file: flag, positionOf: null}, path, problems, 'a value');
}

function parseWith(
  text: string,
  lines: LineCounter,
  source: Source,
  path: string,
  problems: Problems,
  what: string,
): Value | null {
  const fail = (code: 'SCN002' | 'SCN003' | 'SCN005' | 'SCN006', offset: number, expected: string): null => {
    const position = lines.lineStarts.length > 0 ? source.positionOf?.(offset) : null;
    problems.add(
      code,
      {file: source.file, line: position?.line ?? null, column: position?.col ?? null, path},
      expected,
    );
    return null;
  };
  if (text.length > MOST_CHARACTERS)
    return fail('SCN002', 0, 'a scenario of at most 1 MB; volumes and logs belong into CSV files');
  const document = parseSafely(protectCommas(text), lines);
  if (document === null) return fail('SCN005', 0, `values nested at most ${DEEPEST} levels deep`);
  if (document.errors.length > 0) {
    for (const error of document.errors.slice(0, MOST_SYNTAX_PROBLEMS))
      fail(
        'SCN003',
        error.pos[0],
        error.code === 'MULTIPLE_DOCS'
          ? 'one scenario in a file, not several YAML documents'
          : `well-formed YAML: ${plainWords(error.message)}`,
      );
    return null;
  }
  if (document.contents === null)
    return source.positionOf === null
      ? {kind: 'empty', source, offset: 0, path}
      : fail('SCN006', 0, `${what}; the file is empty`);
  return new Converter(source, problems).convert(document.contents, path, 0);
}

function parseSafely(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | null {
  try {
    return parseDocument(text, {
      lineCounter,
      uniqueKeys: false,
      prettyErrors: false,
      version: '1.2',
      schema: 'core',
      logLevel: 'error',
    });
  } catch (error) {
    // The parser recurses; only nesting beyond all reason exhausts the stack.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Same length before and after, so that places stay right. */
function protectCommas(text: string): string {
  const readable = text.replace(/^\u{FEFF}/u, '').replaceAll(/\r(?!\n)/g, '\n');
  return readable.replaceAll(/[a-z]\([^()\n"'#[\]{}]{0,200}\)/g, call => call.replaceAll(',', COMMA));
}

const restoreCommas = (text: string): string => text.replaceAll(COMMA, ',');

/** The parser's message without its final stop and upper-case start. */
const plainWords = (message: string): string => {
  const words = restoreCommas(message).replace(/\.$/, '').replaceAll(/\s+/g, ' ').slice(0, 160);
  return words.charAt(0).toLowerCase() + words.slice(1);
};

class Converter {
  readonly #source: Source;
  readonly #problems: Problems;
  readonly #anchors = new Map<string, Node>();
  #values = 0;
  #stopped = false;

  constructor(source: Source, problems: Problems) {
    this.#source = source;
    this.#problems = problems;
  }

  convert(node: Node | ParsedNode | null, path: string, depth: number): Value {
    const offset = node?.range?.[0] ?? 0;
    const here = {source: this.#source, offset, path};
    const empty: Value = {kind: 'empty', ...here};
    this.#values += 1;
    if (this.#stopped || node === null) return empty;
    if (this.#values > MOST_VALUES || depth > DEEPEST) {
      this.#stopped = true;
      const limit =
        depth > DEEPEST
          ? `values nested at most ${DEEPEST} levels deep`
          : `at most ${MOST_VALUES} values once aliases are followed`;
      this.#problems.add('SCN005', empty, limit);
      return empty;
    }
    if (isAlias(node)) return this.#followAlias(node.source, empty, depth);
    const value = this.#convertPlain(node, empty, depth);
    // Only now: an alias inside its own anchor would never end.
    if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, node);
    return value;
  }

  #followAlias(name: string, at: Value, depth: number): Value {
    const target = this.#anchors.get(name);
    if (target !== undefined) return this.convert(target, at.path, depth + 1);
    this.#problems.add('SCN003', at, `an anchor &${name} before the alias *${name}`);
    return at;
  }

  #convertPlain(node: Node, at: Value, depth: number): Value {
    const here = {source: at.source, offset: at.offset, path: at.path};
    if (isSeq<Node>(node)) {
      return {
        kind: 'list',
        ...here,
        items: node.items.map((item, index) => this.convert(item, `${at.path}[${index}]`, depth + 1)),
      };
    }
    if (isMap<Node, Node | null>(node)) {
      const entries: Entry[] = [];
      const seen = new Set<string>();
      for (const pair of node.items) {
        const key = this.#key(pair.key, at);
        if (key === null) continue;
        if (seen.has(key.text)) this.#problems.add('SCN004', key, 'each key once', key.text);
        seen.add(key.text);
        const value =
          pair.value === null
            ? {kind: 'empty' as const, source: key.source, offset: key.offset, path: key.path}
            : this.convert(pair.value, key.path, depth + 1);
        entries.push({key, value: value.kind === 'empty' ? {...value, offset: key.offset} : value});
      }
      return {kind: 'map', ...here, entries};
    }
    if (!isScalar(node) || node.value === null) return at;
    return {kind: 'scalar', ...here, text: scalarText(node)};
  }

  #key(node: Node, map: Value): ScalarValue | null {
    const offset = node.range?.[0] ?? map.offset;
    const text = isScalar(node) ? scalarText(node) : null;
    const key: ScalarValue = {
      kind: 'scalar',
      source: this.#source,
      offset,
      path: text === null ? map.path : joinPath(map.path, text),
      text: text ?? '',
    };
    if (text === null) this.#problems.add('SCN003', key, 'a plain name as a key');
    else if (FORBIDDEN_NAMES.has(text)) this.#problems.add('SCN007', key, 'another name', text);
    else return key;
    return null;
  }
}

/** What the user wrote: `1.50` stays `1.50`, and `007` is not 7. */
function scalarText(node: {readonly value: unknown; readonly source?: string}): string {
  return restoreCommas(typeof node.value === 'string' ? node.value : (node.source ?? String(node.value)));
}
