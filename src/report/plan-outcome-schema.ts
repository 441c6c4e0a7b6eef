import type {FanMonth} from '../planning/headcount/fan.js';
import type {PlanResult} from '../planning/headcount/make-plan.js';
import type {PlanTotal, TeamResult, WorkloadNeed} from '../planning/headcount/plan-team.js';
import type {PlanCost, PlanMonth} from '../planning/headcount/plan.js';
import type {JsonSchema} from './json-schema.js';
import {names, record, text} from './results-schema.js';

const number = (description: string): JsonSchema => ({type: 'number', description});

const cost = record<keyof PlanCost>(
  {
    people: number('planned heads × cost of a head'),
    overtime: number('pay of overtime'),
    timeOff: number('what unpaid time off saves; 0 or below'),
    hiring: number('of those who join'),
    training: number('of those who join'),
    outsourcing: number('of what outsourcing covers'),
    total: number('all of it'),
  },
  'cost of the month by what it is for',
);

const month = record<keyof PlanMonth>({
  month: text('2027-03'),
  starting: number('heads; planned = starting - attrition + hires + transfers'),
  attrition: number('heads that leave'),
  hires: number('heads that join'),
  transfers: number('heads that come from, or go to, elsewhere'),
  planned: number('heads at the end'),
  opened: number('heads of the class opened in this month, who join after the lead time'),
  productive: number('FTE that planned heads are worth'),
  net: number('the same net of shrinkage'),
  required: number('FTE that the work takes, net of shrinkage'),
  overUnder: number('net - required'),
  overtime: number('FTE covered by overtime'),
  outsourced: number('FTE covered by outsourcing'),
  timeOff: number('FTE given back'),
  short: number('FTE that nobody covers'),
  cost,
  cash: number('paid in this month'),
});

const fan = record<keyof FanMonth>({
  month: text('2027-03'),
  heads: {
    type: 'array',
    items: {type: 'number'},
    description: 'heads needed at the 5, 10, 25, 50, 75, 90 and 95 % quantiles of work',
  },
  covered: {type: 'number', minimum: 0, maximum: 1, description: 'probability that planned heads cover the work'},
});

const months: JsonSchema = {type: 'array', items: month, description: 'in order'};
const fans: JsonSchema = {type: ['array', 'null'], items: fan, description: 'null: the plan tells no uncertainty'};

const total = record<keyof PlanTotal>({
  cost: number('of all months'),
  cash: number('paid within the plan'),
  owed: number('work of the plan that is paid after its end'),
  short: number('FTE-months that nobody covers'),
  hires: number('heads that join'),
  leavers: number('heads that leave'),
});

const chosen: JsonSchema = {enum: ['given', 'optimised', 'none'], description: 'where the classes come from'};

const workload = record<keyof WorkloadNeed>({
  name: {type: ['string', 'null'], description: 'null: the plan names none'},
  share: {type: 'number', minimum: 0, maximum: 1, description: 'of all these contacts'},
  contacts: {
    type: ['array', 'null'],
    items: {type: 'number'},
    description: "this team's contacts by month; null: FTE were told",
  },
  required: {type: 'array', items: {type: 'number'}, description: 'FTE by month, net of shrinkage'},
});

const team = record<keyof TeamResult>({
  name: {type: ['string', 'null'], description: 'null: the plan names no teams'},
  chosen,
  gap: {type: ['number', 'null'], description: 'proven distance from the least cost; null where none is proven'},
  workloads: {type: 'array', items: workload, description: 'what it serves'},
  months,
  fan: fans,
  total,
});

/** JSON Schema of `--format json` of `plimsoll plan`. */
export function planOutcomeJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll headcount plan, worked out',
    ...record<keyof PlanResult>(
      {
        format: {const: 'plimsoll-plan', description: 'what this file is'},
        version: {const: 1, description: 'grows when a reader of this version would be misled'},
        name: text('name of the plan'),
        description: {type: ['string', 'null'], description: 'what it is about'},
        currency: {
          type: ['string', 'null'],
          description: 'ISO code of the currency of amounts; null where none is told',
        },
        chosen,
        gap: {
          type: ['number', 'null'],
          description: 'proven distance from the least cost, where it is largest; null where none is proven',
        },
        months: {...months, description: 'of all teams together, in order'},
        fan: fans,
        total,
        teams: {type: 'array', items: team, description: 'one without a name where the plan has no teams'},
        warnings: names('what stays uncovered, and what would cover it'),
      },
      'A headcount plan, month by month.',
    ),
  };
}
