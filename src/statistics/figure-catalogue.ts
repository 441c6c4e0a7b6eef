import type {FigureCatalogue} from '../scenario/figure-reference.js';
import type {Scenario} from '../scenario/scenario.js';
import type {Scope} from '../scenario/schema/measures.js';
import {MEASURES, measuresOf} from './measures.js';
import {scopesOf} from './scopes.js';

/**
 * What figures the results of a scenario have, for who reads the names of figures.
 *
 * @example parseFigure('serviceLevel(orders)', place, figureCatalogue(scenario))
 */
export function figureCatalogue(scenario: Scenario): FigureCatalogue {
  const scopes = scopesOf(scenario);
  const names = (wanted: Scope): readonly string[] =>
    scopes.filter(({scope}) => scope === wanted).map(({name}) => name);
  return {
    measures: new Map(measuresOf(scenario).map(name => [name, MEASURES[name]])),
    names: {
      total: names('total'),
      channel: names('channel'),
      contactType: names('contactType'),
      queue: names('queue'),
      group: names('group'),
      site: names('site'),
    },
    withObjective: scenario.contactTypes.filter(({objective}) => objective !== null).map(({name}) => name),
  };
}
