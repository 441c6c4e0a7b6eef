import {MEASURE_NAMES} from '../scenario/schema/measures.js';
import type {
  ComparedCandidate,
  Comparison,
  ComparisonRow,
  InputDifference,
  OneSided,
} from '../statistics/comparison.js';
import type {JsonSchema} from './json-schema.js';
import {names, record, scenario, SCOPES, text, UNITS, whole} from './results-schema.js';

const maybe = (type: 'number' | 'string', description: string): JsonSchema => ({type: [type, 'null'], description});

const difference = record<keyof InputDifference>({
  path: text('path in the scenario file, agents.team.count'),
  base: maybe('string', 'as written in the base; null where it does not stand there'),
  candidate: maybe('string', 'as written in the candidate; null where it does not stand there'),
});

const oneSided = record<keyof OneSided>({
  scope: {enum: SCOPES.filter(scope => scope !== 'total'), description: 'what it is'},
  name: text('its name'),
});

const candidate = record<keyof ComparedCandidate>({
  name: text('no two candidates have the same one'),
  scenario,
  changes: {type: 'array', items: difference, description: 'in what the files differ'},
  onlyInBase: {type: 'array', items: oneSided, description: 'contact types, groups, ... that only the base has'},
  onlyInCandidate: {
    type: 'array',
    items: oneSided,
    description: 'contact types, groups, ... that only the candidate has',
  },
});

const row = record<keyof ComparisonRow>({
  candidateName: text('which candidate'),
  measure: {enum: MEASURE_NAMES, description: 'which figure'},
  scope: {enum: SCOPES, description: 'whose figure'},
  name: text('name of the contact type, queue, ...; total for the total'),
  interval: maybe('string', 'start of the interval, "after close", or null for the whole horizon'),
  base: maybe('number', 'the figure in the base; null where nobody saw it'),
  candidate: maybe('number', 'the figure in the candidate; null where nobody saw it'),
  difference: maybe('number', 'candidate - base; null where a side has no figure'),
  low: maybe(
    'number',
    'low end of the 95 % interval of the difference, paired by replication; null where there is none',
  ),
  high: maybe('number', 'high end of it'),
  unit: {enum: UNITS, description: 'unit of the figures'},
  pairingSaves: maybe(
    'number',
    'how many times as many replications the same certainty would take on different customers; null where nothing varies',
  ),
});

/** JSON Schema of `--format json` of `plimsoll compare`. */
export function comparisonJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll comparison',
    ...record<keyof Comparison>(
      {
        format: {const: 'plimsoll-comparison', description: 'what this is'},
        version: {const: 1, description: 'grows when a reader of this version would be misled'},
        program: text('version of the program that computed it'),
        base: record({name: text('name of the base'), scenario}),
        candidates: {type: 'array', items: candidate, description: 'what is compared with the base, in order'},
        seed: text('of the base; all meet the same customers'),
        replications: record({
          asked: whole('repetitions of each asked for'),
          finished: whole('repetitions in the figures'),
        }),
        interrupted: {
          type: 'boolean',
          description: 'true after Ctrl-C: only the finished replications are in the figures',
        },
        warnings: names('what may spoil the comparison'),
        rows: {type: 'array', items: row, description: 'every figure: candidate by scope by interval by measure'},
      },
      'Scenarios side by side on the same customers.',
    ),
  };
}
