import {describe, expect, it} from 'vitest';
import {faultsOf, type JsonSchema} from '../../src/report/json-schema.js';
import {parseResults} from '../../src/report/parse-results.js';
import {resultsJsonSchema} from '../../src/report/results-schema.js';
import {bankDay} from '../support/bank-day.js';

const results = bankDay();
/** The results as text, with the value at `rows.3.measure` changed, or taken out when it is undefined. */
function written(path: string, value: unknown): string {
  const copy: unknown = structuredClone(results);
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce((inner, key) => (inner as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return JSON.stringify(copy);
}

describe('the schema of results', () => {
  it('describes every key that results have', () => {
    const undescribed: string[] = [];
    const visit = (schema: JsonSchema | undefined, value: unknown, path: string): void => {
      if (schema === undefined) undescribed.push(path);
      else if (Array.isArray(value)) visit(schema.items, value[0], `${path}[]`);
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) visit(schema.properties?.[key], inner, `${path}.${key}`);
    };
    visit(resultsJsonSchema(), {...results, warnings: ['one']}, '');
    expect(undescribed).toEqual([]);
  });

  it('is itself plain JSON with a title and a draft', () => {
    const schema = resultsJsonSchema();
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  it.each([
    ['a share above one', 'scenario.objectives.0.share', 80, 'a number of at least 0 and at most 1'],
    ['an unknown measure', 'rows.3.measure', 'happiness', 'a known name such as created'],
    ['a missing value', 'rows.0.value', undefined, 'a number'],
    ['text for a number', 'rows.0.low', 'low', 'a number or null'],
    ['half a replication', 'replications.finished', 1.5, 'a whole number of at least 0'],
  ])('finds %s', (_, path, value, expected) => {
    expect(faultsOf(resultsJsonSchema(), JSON.parse(written(path, value)))).toMatchObject([{path, expected}]);
  });
});

describe('reading stored results', () => {
  it('gives back what was written, also with a byte order mark', () => {
    expect(parseResults('results.json', `\ufeff${JSON.stringify(results)}`)).toEqual(results);
  });

  it.each([
    ['an empty file', '', /^results\.json: expected well-formed JSON, got "an empty file"$/],
    ['a file cut short', JSON.stringify(results).slice(0, 500), /got "a file that ends in the middle"$/],
    ['another program', '{"name": "x", "version": "1.0.0"}', /expected results of plimsoll/],
    ['a list', '[]', /expected results of plimsoll/],
    ['null', 'null', /expected results of plimsoll/],
    [
      'a newer version',
      written('version', 2),
      /expected results of version 1, the newest that this plimsoll reads, got "version 2"$/,
    ],
    [
      'a damaged figure',
      written('rows.5.value', null),
      /^results\.json rows\.5\.value: expected a number, got "null"$/,
    ],
    ['no rows', written('rows', undefined), /^results\.json rows: expected a list$/],
  ])('refuses %s in words', (_, text, message) => {
    expect(() => parseResults('results.json', text)).toThrow(message);
  });

  it('lists at most ten faults of a damaged file', () => {
    const damaged = written(
      'rows',
      results.rows.map(row => ({...row, unit: 'furlongs'})),
    );
    expect(() => parseResults('results.json', damaged)).toThrow(/^(.+\n){9}.+$/);
  });

  it('reads results with keys added by a later program of the same version', () => {
    expect(() => parseResults('results.json', written('later', true))).not.toThrow();
  });
});
