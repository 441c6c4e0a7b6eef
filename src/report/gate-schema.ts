import type {CheckOutcome, GateOutcome, RuleOutcome} from '../experiment/gate/outcome.js';
import {MEASURE_NAMES} from '../scenario/schema/measures.js';
import type {JsonSchema} from './json-schema.js';
import {record, SCOPES, text, UNITS, whole} from './results-schema.js';

const VERDICT: JsonSchema = {enum: ['pass', 'fail', 'inconclusive'], description: 'what it came to'};
const orNull = (description: string): JsonSchema => ({type: ['number', 'null'], description});

const check = record<keyof CheckOutcome>(
  {
    figure: text('as rules write it'),
    measure: {enum: MEASURE_NAMES, description: 'which figure'},
    scope: {enum: SCOPES, description: 'whose figure'},
    name: text('name of the contact type, queue, ...; total for the total'),
    interval: {type: ['string', 'null'], description: 'start of the interval; null for the whole horizon'},
    unit: {enum: UNITS, description: 'unit of the figures; shares from 0 to 1'},
    kind: {enum: ['at-least', 'at-most', 'not-above', 'not-below', 'within'], description: 'what is asked'},
    limit: orNull('what it must keep to; null where a baseline is asked about'),
    margin: {type: ['object', 'null'], description: 'kind (absolute or relative) and amount about the baseline'},
    verdict: VERDICT,
    candidate: orNull('the figure; null when nobody saw it'),
    baseline: orNull('the figure of the baseline; null without one'),
    change: {
      type: ['object', 'null'],
      description: 'value, low and high: candidate less limit or baseline, 95 % interval',
    },
    nothingDiffers: {type: 'boolean', description: 'the figure is the same in every replication'},
    p: {type: 'number', minimum: 0, maximum: 1, description: 'p-value against the rule, after Holm'},
    because: {type: ['string', 'null'], description: 'why nothing can be said; null where something can'},
  },
  'one figure in one interval',
);

const rule = record<keyof RuleOutcome>(
  {
    rule: text('as written'),
    subject: text('what it is about, as written'),
    everyInterval: {type: 'boolean', description: 'whether it is asked of every interval'},
    file: text('where it is written'),
    line: {type: ['integer', 'null'], description: 'from 1'},
    column: {type: ['integer', 'null'], description: 'from 1'},
    verdict: VERDICT,
    checks: {type: 'array', items: check, description: 'what it was taken apart into'},
    because: {
      type: ['string', 'null'],
      description: 'why, where no figure says it: what is not the same under --exact',
    },
  },
  'one rule',
);

/** JSON Schema of `plimsoll gate --format json`. */
export function gateJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll gate',
    ...record<keyof GateOutcome>(
      {
        format: {const: 'plimsoll-gate', description: 'what this file is'},
        version: {const: 1, description: 'grows when a reader of this version would be misled'},
        program: text('version of the program that judged'),
        verdict: VERDICT,
        candidate: text('name of the scenario judged'),
        baseline: {
          type: ['object', 'null'],
          description: 'kind (scenario or stored), name and paired; null without one',
        },
        seed: text('same seed, same customers'),
        replications: whole('replications, or pairs of them'),
        alpha: {type: 'number', minimum: 0, maximum: 1, description: 'chance of any false alarm, at most'},
        looks: record({planned: whole('looks at the most'), done: whole('looks until it was decided')}),
        interrupted: {type: 'boolean', description: 'true after Ctrl-C'},
        notes: {type: 'array', items: {type: 'string'}, description: 'what whoever reads the verdict should know'},
        rules: {type: 'array', items: rule, description: 'in the order of the file'},
      },
      'What plimsoll gate found.',
    ),
  };
}
