import {MEASURE_NAMES} from '../scenario/schema/measures.js';
import {COST_ITEMS} from '../statistics/cost-items.js';
import type {CostLine, PrecisionOutcome, ResultRow, Results, Scope, Unit} from '../statistics/results.js';
import type {JsonSchema} from './json-schema.js';

/** Version of the results that this program writes and reads. */
export const RESULTS_VERSION = 1;

/** Scopes and units of figures, as JSON has them. */
export const SCOPES: readonly Scope[] = ['total', 'channel', 'contactType', 'queue', 'group', 'site'];
export const UNITS: readonly Unit[] = ['count', 'seconds', 'share', 'erlangs', 'contacts', 'agents', 'money'];

export const text = (description: string): JsonSchema => ({type: 'string', description});
export const whole = (description: string, minimum = 0): JsonSchema => ({type: 'integer', minimum, description});
const number = (description: string): JsonSchema => ({type: 'number', description});
export const names = (description: string): JsonSchema => ({type: 'array', items: {type: 'string'}, description});

/** An object whose properties are always there, but for the optional ones; others may be added within a version. */
export const record = <Key extends string>(
  properties: Record<Key, JsonSchema>,
  description?: string,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema => ({
  type: 'object',
  ...(description === undefined ? {} : {description}),
  required: Object.keys(properties),
  properties: {...properties, ...optional},
});

const objective = record<keyof Results['scenario']['objectives'][number]>({
  contactType: text('name of the contact type'),
  share: {type: 'number', minimum: 0, maximum: 1, description: '0.8 of "80% in 20s"'},
  thresholdSeconds: {type: 'number', minimum: 0, description: '20 of "80% in 20s"'},
  definition: {
    enum: ['excluding-abandons', 'over-offered', 'over-answered', 'abandons-met'],
    description: 'over what the contacts answered in time are counted',
  },
});

export const scenario = record<Exclude<keyof Results['scenario'], 'currency' | 'daysCounted'>>(
  {
    name: text('name of the scenario'),
    description: {type: ['string', 'null'], description: 'what it is about'},
    startDate: text('first local day, 2026-11-23'),
    days: whole('consecutive days simulated, or of a batch', 1),
    timezone: text('IANA time zone'),
    intervalSeconds: {type: 'number', minimum: 1, description: 'length of a reporting interval'},
    objectives: {type: 'array', items: objective, description: 'one a contact type that has one'},
    contactTypes: names('in the order of the scenario'),
    groups: names('agent groups in the order of the scenario'),
    sites: names('in the order of the scenario'),
  },
  'what was simulated',
  {
    currency: text('ISO code of the currency of figures in money; absent where no price is known'),
    daysCounted: number('how many of the days were counted, where part of several is warm-up; absent: all'),
  },
);

const row = record<keyof ResultRow>(
  {
    measure: {enum: MEASURE_NAMES, description: 'which figure'},
    scope: {
      enum: SCOPES,
      description: 'whose figure: all together, a channel, contact type, queue, agent group or site',
    },
    name: text('name of the contact type, queue, ...; total for the total'),
    interval: {
      type: ['string', 'null'],
      description: 'start of the interval, "after close", or null for the whole horizon',
    },
    value: number('seconds, a share from 0 to 1, a mean number a replication, Erlangs, agents or money: see unit'),
    low: {type: ['number', 'null'], description: 'low end of the 95 % interval; null where there is none'},
    high: {type: ['number', 'null'], description: 'high end of the 95 % interval; null where there is none'},
    unit: {enum: UNITS, description: 'unit of value, low and high'},
  },
  'one figure; a figure nobody saw is absent',
);

const bin = record({
  from: number('seconds, included'),
  to: number('seconds, excluded'),
  count: {type: 'number', minimum: 0, description: 'contacts'},
});

const waits = record<keyof Results['waits'][number]>(
  {
    scope: {enum: ['total', 'contactType'], description: 'whose waits'},
    name: text('name of the contact type; total for the total'),
    bins: {type: 'array', items: bin, description: 'in order of wait; empty bins are left out'},
  },
  'waits of answered contacts',
);

const precision = record<keyof PrecisionOutcome>(
  {
    measure: {enum: MEASURE_NAMES, description: 'which figure'},
    scope: {enum: SCOPES, description: 'whose figure'},
    name: text('name of the contact type, queue, ...; total for the total'),
    unit: {enum: UNITS, description: 'unit of value and halfWidth'},
    asked: record({
      kind: {enum: ['absolute', 'relative'], description: 'in the unit of the figure, or as a share of it'},
      amount: {type: 'number', minimum: 0, description: 'half of the 95 % interval, at most'},
    }),
    value: {type: ['number', 'null'], description: 'the figure; null when nobody saw it'},
    halfWidth: {type: ['number', 'null'], description: 'half of the 95 % interval; null where there is none'},
    reached: {type: 'boolean', description: 'false where the budget of replications ended before'},
  },
  'a half-width that was asked for',
);

/** One line of what cost consists of. */
export const costLine = record<keyof CostLine>(
  {
    group: text('agent group'),
    site: {type: ['string', 'null'], description: 'its site'},
    item: {
      enum: COST_ITEMS,
      description: 'pay, support staff, licences, turnover, or a line of the contract of the site',
    },
    quantity: {
      type: ['number', 'null'],
      description: 'hours, minutes, contacts, seats × months; null where the amount follows from others',
    },
    rate: {type: ['number', 'null'], description: 'price of one of them'},
    amount: number('quantity × rate, over the horizon, as the mean of replications'),
  },
  'one line of what cost consists of',
);

/** What may be there in addition. */
const ADDITIONS = {
  batches: record<keyof NonNullable<Results['batches']>>(
    {daysEach: whole('days of a batch'), warmUpDays: whole('days before the first, which are not counted')},
    'only where one long run was cut into batches, which are then the replications',
  ),
  fingerprints: record<keyof NonNullable<Results['fingerprints']>>(
    {
      scenario: text('SHA-256 of everything that was simulated, but for seed and number of replications'),
      horizon: text('SHA-256 of days, time zone, intervals and warm-up'),
      contacts: text('SHA-256 of whatever generates contacts and says what they bring and do'),
    },
    'results with the same seed, program, horizon and contacts met the same customers',
  ),
  costs: {type: 'array', items: costLine, description: 'what cost consists of; only where it was asked for'},
  precision: {type: 'array', items: precision, description: 'half-widths asked for; only where some were'},
} as const satisfies Partial<Record<keyof Results, JsonSchema>>;

/** JSON Schema of `results.json` and of `--format json`. */
export function resultsJsonSchema(): JsonSchema {
  const results = record<Exclude<keyof Results, keyof typeof ADDITIONS>>(
    {
      format: {const: 'plimsoll-results', description: 'what this file is'},
      version: {const: RESULTS_VERSION, description: 'grows when a reader of this version would be misled'},
      program: text('version of the program that computed it'),
      scenario,
      seed: text('same scenario, seed and program version, same figures'),
      replications: record({
        asked: whole('independent repetitions asked for'),
        finished: whole('repetitions in the figures'),
      }),
      interrupted: {
        type: 'boolean',
        description: 'true after Ctrl-C: only the finished replications are in the figures',
      },
      contacts: whole('contacts simulated, over all replications'),
      warnings: names('what may spoil the result, and what mends it'),
      waits: {type: 'array', items: waits, description: 'histograms of waits'},
      rows: {type: 'array', items: row, description: 'every figure: measure by scope by interval'},
    },
    "What a scenario's simulation found.",
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll results',
    ...results,
    properties: {...results.properties, ...ADDITIONS},
  };
}
