import type {MeasureName, Scope} from '../../scenario/schema/measures.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {CostLine, ResultRow, Results} from '../../statistics/results.js';

/** What one simulation says about a mix. */
export interface Outcome {
  /** Over the horizon. */
  readonly cost: number;
  readonly costPlusMinus: number | null;
  readonly offered: number;
  readonly answered: number;
  readonly resolved: number;
  readonly serviceLevel: number;
  readonly occupancy: number;
  readonly chance: number;
  /** Every objective is met over the horizon, and no site is busier than it bears. */
  readonly holds: boolean;
  /** What cost consists of; empty where nobody asked. */
  readonly costs: readonly CostLine[];
}

/** Shares such as 0.8 are not exact. */
const LENIENCE = 1e-12;

export function outcomeOf(scenario: Scenario, {rows, costs}: Results): Outcome {
  const whole = rows.filter(({interval}) => interval === null);
  const row = (measure: MeasureName, scope: Scope = 'total', name = 'total'): ResultRow | null =>
    whole.find(each => each.measure === measure && each.scope === scope && each.name === name) ?? null;
  const value = (measure: MeasureName): number => row(measure)?.value ?? 0;
  const cost = row('cost');
  const perResolved = row('costPerResolved')?.value;
  const judged = scenario.contactTypes.filter(({objective}) => objective !== null);
  const met = judged.every(({name, objective}) => {
    const reached = row('serviceLevel', 'contactType', name)?.value;
    return reached === undefined || reached >= objective!.share - LENIENCE;
  });
  const bearable = scenario.sites.every(({name, occupancy}) => {
    const busy = row('occupancy', 'site', name)?.value;
    return occupancy === null || busy === undefined || busy <= occupancy + LENIENCE;
  });
  return {
    cost: cost?.value ?? 0,
    costPlusMinus: cost === null || cost.low === null || cost.high === null ? null : (cost.high - cost.low) / 2,
    offered: value('offered'),
    answered: value('answered'),
    resolved: perResolved === undefined ? 0 : value('cost') / perResolved,
    serviceLevel: value('serviceLevel'),
    occupancy: value('occupancy'),
    chance: judged.reduce((least, {name}) => Math.min(least, row('objectiveMet', 'contactType', name)?.value ?? 1), 1),
    holds: met && bearable,
    costs: costs ?? [],
  };
}
