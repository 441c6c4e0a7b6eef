import {MEASURE_NAMES} from '../scenario/schema/measures.js';
import type {PointVerdict, SweepPoint, SweepResults, SweepRow, SweepSelection} from '../statistics/sweep-results.js';
import type {JsonSchema} from './json-schema.js';
import {names, record, scenario, SCOPES, text, UNITS, whole} from './results-schema.js';

const maybe = (description: string): JsonSchema => ({type: ['number', 'null'], description});

const point = record<keyof SweepPoint>({
  point: whole('number of the point, from 1', 1),
  settings: names('one value a factor, in their order'),
  finished: {type: 'boolean', description: 'false after Ctrl-C where its turn had not come'},
});

const row = record<keyof SweepRow>({
  point: whole('which point', 1),
  measure: {enum: MEASURE_NAMES, description: 'which figure'},
  scope: {enum: SCOPES, description: 'whose figure'},
  name: text('name of the contact type, queue, ...; total for the total'),
  value: {type: 'number', description: 'over the whole horizon, in its unit'},
  low: maybe('low end of the 95 % interval; null where there is none'),
  high: maybe('high end of the 95 % interval; null where there is none'),
  unit: {enum: UNITS, description: 'unit of value, low and high'},
});

const verdict = record<keyof PointVerdict>({
  point: whole('which point', 1),
  feasible: {enum: ['yes', 'no', 'undecided'], description: 'whether the goals are met'},
  beaten: {type: 'boolean', description: 'given up because another that meets the goals is better'},
  replications: whole('replications that the search gave it'),
  objective: maybe('what is minimised or maximised, over those replications'),
  goals: {
    type: 'array',
    items: maybe('figure of a goal, over those replications'),
    description: 'in the order of the goals',
  },
});

const selection: JsonSchema = {
  ...record<keyof SweepSelection>(
    {
      goals: names('as written'),
      direction: {type: ['string', 'null'], description: 'minimise, maximise, or null without an objective'},
      objective: {type: ['string', 'null'], description: 'as written'},
      confidence: {type: 'number', description: 'probability that the pick is right', minimum: 0, maximum: 1},
      indifference: maybe('smallest difference of the objective that matters'),
      tolerances: {type: 'array', items: maybe('smallest distance that matters'), description: 'from each goal'},
      outcome: {enum: ['decided', 'none', 'undecided'], description: 'none: no point meets the goals'},
      best: {type: 'array', items: whole('point', 1), description: 'the pick, or who is still in the running'},
      verdicts: {type: 'array', items: verdict, description: 'one a point'},
    },
    'the search for the best point; null where none was asked for or it could not begin',
  ),
  type: ['object', 'null'],
};

/** JSON Schema of sweep.json and of `--format json` of `plimsoll sweep`. */
export function sweepJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll sweep',
    ...record<keyof SweepResults>(
      {
        format: {const: 'plimsoll-sweep', description: 'what this file is'},
        version: {const: 1, description: 'grows when a reader of this version would be misled'},
        program: text('version of the program that computed it'),
        scenario,
        design: {enum: ['grid', 'lhs'], description: 'full grid, or Latin hypercube'},
        factors: names('paths that are varied'),
        seed: text('all points meet the same customers'),
        replications: whole('of every point'),
        interrupted: {type: 'boolean', description: 'true after Ctrl-C: points are missing, or the search did not end'},
        points: {type: 'array', items: point, description: 'in the order of the design'},
        selection,
        rows: {type: 'array', items: row, description: 'every figure of the whole horizon at every finished point'},
      },
      'A scenario at many points.',
    ),
  };
}
