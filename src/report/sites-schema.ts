import type {SearchedMix, SitesComparison} from '../planning/sites/compare-sites.js';
import type {FrontierStep} from '../planning/sites/frontier.js';
import type {MixPoint} from '../planning/sites/mix-point.js';
import type {JsonSchema} from './json-schema.js';
import {costLine, record, text, whole} from './results-schema.js';

const number = (description: string): JsonSchema => ({type: 'number', description});
const share = (description: string): JsonSchema => ({type: 'number', minimum: 0, maximum: 1, description});
const maybe = (schema: JsonSchema): JsonSchema => ({...schema, type: ['object', 'null']});

const point = record<Exclude<keyof MixPoint, 'costs'>>(
  {
    mix: text('paris 70 %, tunis 30 %'),
    level: number("agents as a multiple of the scenario's, in agents of usual speed"),
    agents: whole('agents at once at the most, added up over groups'),
    costADay: number('in currency, over all futures of demand'),
    costADayPlusMinus: {type: ['number', 'null'], description: 'half of the 95 % interval; null where there is none'},
    costPerContact: number('of answered contacts'),
    costPerResolved: {type: ['number', 'null'], description: 'null where nothing is known of contacts that come back'},
    serviceLevel: share('over all futures of demand'),
    chance: share('of days on which the objectives are met, of the contact type that meets its own least often'),
    stressed: record<keyof MixPoint['stressed']>(
      {
        serviceLevel: share('answered in time'),
        occupancy: share('busy share of the time ready for contacts'),
        holds: {type: 'boolean', description: 'whether every objective is met and no site is busier than it bears'},
      },
      'at the 90th percentile of demand',
    ),
  },
  'one mix with so many agents',
  {costs: {type: 'array', items: costLine, description: 'what cost consists of; only with --explain'}},
);

const searched = record<keyof SearchedMix>({
  mix: text('its name'),
  level: number('agents, as a factor on those of the scenario'),
  agents: whole('the most there at once, added up over groups', 0),
  costADay: number('cost of a day'),
  serviceLevel: share('answered in time'),
  occupancy: share('busy share of the time ready for contacts'),
  holds: {type: 'boolean', description: 'whether every objective is met and no site is busier than it bears'},
});

const step = record<keyof FrontierStep>({
  point,
  costADayPerPoint: {
    type: ['number', 'null'],
    description: 'for one more percentage point of service level, from the step before; null: it is the first',
  },
});

/** JSON Schema of `--format json` of `plimsoll sites`. */
export function sitesJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plimsoll comparison of sites',
    ...record<keyof SitesComparison>(
      {
        format: {const: 'plimsoll-sites', description: 'what this file is'},
        version: {const: 1, description: 'grows when a reader of this version would be misled'},
        program: text('version of the program that computed it'),
        scenario: text('name of the scenario'),
        description: {type: ['string', 'null'], description: 'what it is about'},
        currency: text('ISO code of the currency of amounts'),
        days: whole('days of the horizon', 1),
        seed: text('same scenario, seed and program version, same figures'),
        replications: whole('of every mix, number of agents and volume', 1),
        demandCv: number('coefficient of variation of demand'),
        interrupted: {type: 'boolean', description: 'true after Ctrl-C: mixes that were not finished are left out'},
        asItIs: maybe(point),
        mixes: {
          type: 'array',
          items: record<keyof SitesComparison['mixes'][number]>({mix: text('its name'), holding: maybe(point)}),
          description:
            'of each mix the least agents with which it holds at the 90th percentile of demand; null: none do',
        },
        cheapest: {type: ['string', 'null'], description: 'the mix that holds at least cost; null: none does'},
        points: {type: 'array', items: point, description: 'all that was simulated at every quantile of demand'},
        searched: {
          type: 'array',
          items: searched,
          description: 'what the search for the least agents of each mix saw, at the 90th percentile of demand alone',
        },
        frontier: {type: 'array', items: step, description: 'what no other point, and no average of two, beats'},
      },
      'What the comparison of mixes of sites found.',
    ),
  };
}
