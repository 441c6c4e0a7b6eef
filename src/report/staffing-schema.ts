import {
  STAFFING_METHODS,
  type GroupRequirement,
  type StaffingAnswer,
  type StaffingStep,
  type StaffingVerification,
  type TypeRequirement,
  type VerifiedFigure,
} from '../planning/staffing/answer.js';
import {STAFFING_MEASURES, type StaffingObjective} from '../planning/staffing/objectives.js';
import type {JsonSchema, JsonType} from './json-schema.js';
import {names, record, SCOPES, text, whole} from './results-schema.js';

const amount = (description: string): JsonSchema => ({type: 'number', minimum: 0, description});
const either = (type: JsonType, description: string): JsonSchema => ({type: [type, 'null'], description});
const byInterval = (items: JsonSchema, description: string): JsonSchema => ({type: 'array', items, description});

const numbers = (description: string): JsonSchema => byInterval({type: 'number'}, `by interval: ${description}`);
const maybes = (description: string): JsonSchema =>
  byInterval({type: ['number', 'null']}, `by interval: ${description}`);
const wholes = (description: string): JsonSchema =>
  byInterval({type: 'integer', minimum: 0}, `by interval: ${description}`);
const places = (description: string): JsonSchema =>
  byInterval({type: ['integer', 'null'], minimum: 0}, `by interval: ${description}`);

const objective = record<keyof StaffingObjective>({
  measure: {enum: STAFFING_MEASURES, description: 'which figure'},
  scope: {enum: SCOPES, description: 'whose figure'},
  name: text('name of the contact type, group, ...; total for the total'),
  comparison: {enum: ['>=', '<='], description: 'at least, or at most, so much'},
  target: amount('in the unit of the measure: a share from 0 to 1, seconds'),
  over: {enum: ['interval', 'horizon'], description: 'it must hold in every interval, or over all of them together'},
});

const workload = record<keyof StaffingAnswer['workload'][number]>({
  contactType: text('name of the contact type'),
  kind: {enum: ['live', 'concurrent', 'deferred'], description: 'how such contacts are worked on'},
  contacts: numbers('contacts that reach the queue'),
  ahtSeconds: numbers('mean handle time in seconds'),
  load: numbers('Erlangs, one contact at a time'),
});

const type = record<keyof TypeRequirement>({
  method: {enum: [...STAFFING_METHODS.filter(one => one !== 'simulation'), 'flow'], description: 'which formula'},
  contactType: text('name of the contact type'),
  agents: maybes('whole agents for this type alone; null: the method knows no number that is enough'),
  exact: maybes('agents before rounding'),
  binds: places('number of the objective that one agent fewer breaks, counted from 0; null: none'),
});

const group = record<keyof GroupRequirement>({
  group: text('name of the agent group'),
  agents: wholes('agents available for contacts'),
  binds: places('number of the objective that one agent fewer breaks, counted from 0; null: none, or not looked for'),
  scheduled: numbers('agents that the scenario has on duty'),
  gap: numbers('scheduled - agents; below 0 too few'),
  inOffice: numbers('agents to be there, shrinkage in the office included'),
  paid: numbers('agents to be paid, all shrinkage included'),
  agentHours: amount('agent hours over the horizon'),
  paidHours: amount('paid hours over the horizon'),
  fullTimeEquivalents: amount('paid hours of a week over those of a full-time agent'),
  costPerAgentHour: amount("in the scenario's currency; 1 where no price is known"),
});

const figure = record<keyof VerifiedFigure>({
  objective: whole('number of the objective, counted from 0'),
  interval: either('string', 'start of the interval; null over the horizon'),
  value: {type: 'number', description: 'the figure on fresh replications'},
  low: {type: 'number', description: 'low end of its 95 % interval'},
  high: {type: 'number', description: 'high end of it'},
  holds: {type: 'boolean', description: 'whether it keeps the objective'},
});

const verification: JsonSchema = {
  ...record<keyof StaffingVerification>({
    searchedOn: whole('replications that were searched on'),
    replications: whole('fresh replications of the last look'),
    rounds: whole('looks at fresh replications'),
    holds: {type: 'boolean', description: 'every objective held'},
    least: {type: 'boolean', description: 'no single agent could go without breaking an objective'},
    tooCloseToCall: {
      type: 'array',
      items: record({group: text('name of the agent group'), interval: text('start of the interval')}),
      description: 'where one agent fewer keeps every objective, but by less than chance may take away',
    },
    figures: {type: 'array', items: figure, description: 'every figure that was looked at'},
  }),
  type: ['object', 'null'],
  description: 'what fresh replications said of the numbers; null: found by formula, or interrupted',
};

const step = record<keyof StaffingStep>({
  name: text('what is taken into account'),
  says: text('what was done, in words'),
  agentHours: {type: 'number', description: 'agent hours that it adds over the horizon; below 0: takes away'},
  busiest: {type: 'number', description: 'agents that it adds in the busiest interval'},
});

/** JSON Schema of `--format json` of `plimsoll staff`. */
export function staffingJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll staffing',
    ...record<keyof StaffingAnswer>(
      {
        format: {const: 'plimsoll-staffing', description: 'what this is'},
        version: {const: 1, description: 'grows when a reader of this version would be misled'},
        program: text('version of the program that computed it'),
        scenario: record<Exclude<keyof StaffingAnswer['scenario'], 'currency'>>(
          {
            name: text('name of the scenario'),
            description: either('string', 'what it is about'),
            startDate: text('first day, ISO'),
            days: whole('days simulated', 1),
            timezone: text('IANA name'),
            intervalSeconds: amount('length of an interval'),
          },
          'what was staffed',
          {currency: text('ISO code of the currency of costs; absent where no price is known')},
        ),
        seed: text('same seed, same numbers'),
        interrupted: {
          type: 'boolean',
          description: 'true after Ctrl-C: the best numbers found until then, not verified',
        },
        method: {enum: STAFFING_METHODS, description: 'how the requirement was found'},
        why: either('string', 'why by this method; null: it was asked for'),
        objectives: {type: 'array', items: objective, description: 'what must hold'},
        intervals: names('start of every interval; the lists by interval are in this order'),
        workload: {type: 'array', items: workload, description: 'what comes, by contact type'},
        types: {type: 'array', items: type, description: 'what formulas ask for of each contact type alone'},
        groups: {type: 'array', items: group, description: 'the requirement, by agent group'},
        verification,
        steps: {type: 'array', items: step, description: 'the way from workload to people; the steps add up'},
        busiestInterval: either('string', 'start of the interval with the most agents'),
        warnings: names('where a method, or an objective, is not to be trusted'),
      },
      'How many agents are needed, by interval and group, and why.',
    ),
  };
}
