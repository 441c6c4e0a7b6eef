import type {JsonSchema} from './json-schema.js';
import {names, record, text, whole} from './results-schema.js';

const number = (description: string): JsonSchema => ({type: 'number', description});
const maybe = (description: string): JsonSchema => ({type: ['number', 'null'], description});
const SERVICE = {
  contactType: text('name of the contact type'),
  value: number('share answered in time'),
  low: maybe('low end of the 95 % interval; null where there is none'),
  high: maybe('high end of it'),
  target: number('share asked for'),
  verdict: text('met, missed, or too close to call'),
};
const service = record(SERVICE, 'service level of a contact type in the simulation');

const round = record(
  {
    status: {enum: ['optimal', 'feasible'], description: 'whether the least cost is proven within the gap asked for'},
    gap: maybe('how far above the least cost, at the most; null where nothing is proven'),
    agents: whole('people'),
    paidHours: number('of all'),
    pay: number('paid hours at their price'),
    missed: maybe('intervals and contact types that surely missed their objective; null: not simulated'),
    worst: {...record({...SERVICE, start: text('of the interval')}), type: ['object', 'null']},
    cuts: whole('intervals in which more agents were asked for afterwards'),
  },
  'one choice of shifts, and what the simulation said of it',
);

const cover = record(
  {
    start: text('of the interval'),
    needed: number('agents, by formula or file'),
    neededWithCuts: number('and with what simulations asked for'),
    onDuty: number('on average, breaks taken off'),
    fewest: number('in any part of the interval'),
    missing: number('on average'),
    byGroup: {type: 'object', description: 'agents on duty, by group'},
    service: {type: 'array', items: service, description: 'of contact types with an objective'},
  },
  'need and cover of one interval',
);

const shift = record(
  {
    agent: text('who'),
    group: text('agent group'),
    shift: text('kind of shift'),
    from: text('2026-11-23T08:00:00, on the clock of the site'),
    to: text('the same'),
    breaks: names('12:00-12:30'),
    paidHours: number('of this shift'),
  },
  "one day's work of one agent",
);

/** JSON Schema of `--format json` of `plimsoll schedule`, and of its schedule.json. */
export function scheduleJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll schedule',
    ...record(
      {
        format: {const: 'plimsoll-schedule', description: 'what this file is'},
        version: {const: 1, description: 'grows when a reader of this version would be misled'},
        program: text('version of the program that computed it'),
        scenario: record({
          name: text('name of the scenario'),
          startDate: text('first local day, 2026-11-23'),
          days: whole('consecutive days', 1),
          timezone: text('IANA time zone'),
          intervalSeconds: number('length of a reporting interval'),
          groups: names('agent groups in the order of the scenario'),
        }),
        seed: text('same scenario, seed and program version, same figures'),
        replications: whole('of the last simulation; 0: not simulated'),
        interrupted: {type: 'boolean', description: 'true after Ctrl-C'},
        status: {enum: ['optimal', 'feasible'], description: 'of the last choice'},
        unmended: {
          type: ['string', 'null'],
          description:
            'why no shifts were found for what the last simulation asked for, infeasible or timeout; null: it asked for nothing, or nobody looked',
        },
        gap: maybe('how far above the least cost, at the most; null where nothing is proven'),
        gapAsked: number('the gap that was asked for'),
        currency: {type: ['string', 'null'], description: 'ISO code of the currency; null: an hour costs 1'},
        cost: number('paid hours at their price'),
        agents: whole('people'),
        paidHours: number('of all'),
        hourCost: {type: 'object', description: 'what an agent hour costs, by group'},
        service: {type: 'array', items: service, description: 'over the horizon'},
        rounds: {type: 'array', items: round, description: 'choices of shifts, in order'},
        cover: {type: 'array', items: cover, description: 'by interval'},
        shifts: {type: 'array', items: shift, description: 'by agent, then by day'},
      },
      'Shifts that cover a requirement, and what a simulation says of them.',
    ),
  };
}
