import {readdirSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {explanationText} from '../../../src/cli/explanation.js';
import {COMMAND_PROBLEMS} from '../../../src/cli/problem-codes.js';
import {REPORT_PROBLEMS} from '../../../src/report/problem-codes.js';
import {scenarioJsonSchema} from '../../../src/scenario/schema/json-schema.js';
import {SCENARIO_PROBLEMS} from '../../../src/scenario/schema/problem-codes.js';
import {scenarioReference} from '../../../src/scenario/schema/reference.js';
import {TRAFFIC_PROBLEMS} from '../../../src/traffic/problem-codes.js';

const SOURCES = resolve(import.meta.dirname, '../../../src');

/** Every code that the sources mention. */
function codesInSources(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.ts') && !name.endsWith('problem-codes.ts'))
    .flatMap(name => readFileSync(resolve(folder, name), 'utf8').match(pattern) ?? [])
    .map(quoted => quoted.slice(1, -1));
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly required?: readonly string[];
}

/** Paths of a value that a schema has no place for. */
function strangers(value: unknown, schema: Schema, path = ''): readonly string[] {
  const ways = (schema.anyOf ?? [schema]).flatMap(way => way.anyOf ?? [way]);
  if (Array.isArray(value)) {
    const items = ways.find(way => way.items !== undefined)?.items;
    return items === undefined ? [path] : value.flatMap((item, index) => strangers(item, items, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const found = ways
    .filter(way => way.properties !== undefined || typeof way.additionalProperties === 'object')
    .map(way =>
      Object.entries(value).flatMap(([key, inner]) => {
        const next =
          way.properties?.[key] ??
          (typeof way.additionalProperties === 'object' ? way.additionalProperties : undefined);
        return next === undefined ? [`${path}.${key}`] : strangers(inner, next, `${path}.${key}`);
      }),
    );
  return found.find(list => list.length === 0) ?? found[0] ?? [path];
}

describe('the JSON Schema', () => {
  it('has a place for everything the shipped scenarios say', () => {
    const folder = resolve(SOURCES, '../scenarios');
    for (const name of readdirSync(folder).filter(file => file.endsWith('.yaml'))) {
      const text = readFileSync(resolve(folder, name), 'utf8');
      expect(strangers(parse(text), scenarioJsonSchema()), name).toEqual([]);
    }
  });

  it('knows no key that the reader does not', () => {
    expect(strangers({contacts: {help: {arivals: '60/h'}}}, scenarioJsonSchema())).toEqual(['.contacts.help.arivals']);
    expect((scenarioJsonSchema() as Schema).required).toEqual(['contacts', 'agents']);
  });

  it('is plain data', () => expect(JSON.parse(JSON.stringify(scenarioJsonSchema()))).toEqual(scenarioJsonSchema()));
});

describe('the reference page', () => {
  it('has a line for every key, and says what a bare duration means', () => {
    const page = scenarioReference();
    for (const key of [
      'message-after',
      'local-first',
      'special-days',
      'within-day',
      'at-closing',
      'warm-up',
      'handle-time',
    ])
      expect(page).toContain(`| \`${key}\` |`);
    expect(page).toContain('A bare duration is the mean of an exponential');
    expect(page).not.toMatch(/undefined|\[object/);
  });

  it('has each mapping once', () => {
    const headings = scenarioReference().match(/^## .*$/gm)!;
    expect(new Set(headings).size).toBe(headings.length);
  });
});

describe('explanations', () => {
  it('exist for every code that a message can carry, and for no other', () => {
    expect([...new Set(codesInSources(SOURCES, /'SCN\d{3}'/g))].sort()).toEqual(Object.keys(SCENARIO_PROBLEMS).sort());
  });

  it('exist for the codes of every other part of the program', () => {
    const known = {...COMMAND_PROBLEMS, ...REPORT_PROBLEMS, ...TRAFFIC_PROBLEMS};
    for (const code of codesInSources(SOURCES, /'(CLI|OUT|LOG)\d{3}'/g)) expect(Object.keys(known)).toContain(code);
  });

  it('say what is wrong with an example of wrong and right', () => {
    const text = explanationText('SCN012', SCENARIO_PROBLEMS.SCN012);
    expect(text).toContain('SCN012: Not one of the possible words');
    expect(text).toContain('wrong\n    routing: {agent: longest-idel}');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});
