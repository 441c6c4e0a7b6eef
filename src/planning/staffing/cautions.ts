import {erlangC} from '../../analytic/erlang-c.js';
import {throughputWarnings} from '../../scenario/attention.js';
import {kindOf} from '../../scenario/channels.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {GroupRequirement, StaffingMethod, TypeRequirement} from './answer.js';
import type {StaffingGrid} from './grid.js';
import type {StaffingObjective} from './objectives.js';
import {replays, type TypeWorkload} from './workload.js';

/** What cautions look at. */
export interface CautionsInput {
  readonly scenario: Scenario;
  readonly grid: StaffingGrid;
  readonly workload: readonly TypeWorkload[];
  readonly objectives: readonly StaffingObjective[];
  readonly types: readonly TypeRequirement[];
  readonly groups: readonly GroupRequirement[];
  readonly method: StaffingMethod;
}

/** Erlang C multiplies small errors of its load by so much that nothing is left of the answer. */
const TOO_FULL = 0.95;
/** A cap on occupancy from so much on asks for queues in a small group. */
const HIGH_OCCUPANCY = 0.85;
const SMALL_GROUP = 10;

/** Where a method lies, or an objective asks for what cannot be had: sentences for the reader. */
export function cautionsOf(input: CautionsInput): readonly string[] {
  return [
    ...erlangC95(input),
    ...formulaWithout(input),
    ...outOfReach(input),
    ...highOccupancy(input),
    ...abandonersOnly(input),
    ...twiceShrunk(input),
    ...throughputWarnings(input.scenario),
    ...deferredAtTheEnd(input),
  ];
}

function erlangC95({types, workload, method}: CautionsInput): readonly string[] {
  return types.flatMap(({method: formula, contactType, agents}) => {
    const type = workload.find(({name}) => name === contactType);
    if (formula !== 'erlang-c' || type === undefined) return [];
    const full = agents.filter(
      (count, interval) => count !== null && count > 0 && type.load[interval] / count > TOO_FULL,
    );
    if (full.length === 0 || (method !== 'erlang-c' && type.patience.every(one => one !== null))) return [];
    return [
      `${contactType}: Erlang C staffs ${full.length} interval${full.length === 1 ? '' : 's'} to more than ${TOO_FULL * 100} % load, where its waits depend on the last percent of the forecast; do not rely on it there`,
    ];
  });
}

function formulaWithout({scenario, method}: CautionsInput): readonly string[] {
  if (method === 'simulation') return [];
  const found: string[] = [];
  const named = (holds: (type: Scenario['contactTypes'][number]) => boolean): string =>
    scenario.contactTypes
      .filter(holds)
      .map(({name}) => name)
      .join(', ');
  const patient = method === 'erlang-c' ? named(({patience}) => patience !== null) : '';
  if (patient !== '')
    found.push(
      `${patient}: customers hang up, and Erlang C takes them to wait for ever: it asks for more agents than needed`,
    );
  if (scenario.groups.some(({skills}) => skills.length > 1))
    found.push('groups serve several contact types, and a formula looks at each alone: it misses what pooling saves');
  const concurrent = method === 'erlang-a' ? '' : named(({channel}) => kindOf(channel) === 'concurrent');
  if (concurrent !== '')
    found.push(`${concurrent}: a formula takes one chat at a time; agents who hold several need fewer`);
  const again = named(({redial, comesBack, callback}) => redial !== null || comesBack !== null || callback !== null);
  if (again !== '') found.push(`${again}: contacts that come again are in no formula`);
  return found;
}

function outOfReach({types, objectives, workload}: CautionsInput): readonly string[] {
  const unanswered = types.flatMap(({method, contactType, agents}) =>
    agents.includes(null)
      ? [
          `${contactType}: ${method} finds no number of agents that meets the objectives in ${agents.filter(count => count === null).length} intervals`,
        ]
      : [],
  );
  const alone = workload.flatMap(type => {
    const level = objectives.find(
      ({measure, scope, name}) => measure === 'serviceLevel' && scope === 'contactType' && name === type.name,
    );
    if (level === undefined || type.kind !== 'live') return [];
    const single = type.load.filter(load => load > 0 && load < 1 && oneIsEnough(load, type, level.target));
    return single.length === 0
      ? []
      : [
          `${type.name}: in ${single.length} interval${single.length === 1 ? '' : 's'} a single agent already exceeds the objective; the step to the next whole agent is larger than what is asked`,
        ];
  });
  return [...unanswered, ...alone];
}

function oneIsEnough(load: number, type: TypeWorkload, target: number): boolean {
  const aht = type.aht.find(seconds => seconds > 0) ?? 1;
  const outcome = erlangC({arrivalRate: load / aht, aht, agents: 1, threshold: 0});
  return outcome.outcome === 'stable' && outcome.serviceLevel.overOffered >= target;
}

function highOccupancy({objectives, groups}: CautionsInput): readonly string[] {
  return objectives.flatMap(({measure, scope, name, target, comparison}) => {
    if (measure !== 'occupancy' || comparison !== '<=' || target < HIGH_OCCUPANCY) return [];
    const small = groups.filter(
      ({group, agents}) => (scope !== 'group' || group === name) && Math.max(...agents) < SMALL_GROUP,
    );
    return small.map(
      ({group}) =>
        `${group}: an occupancy of ${Math.round(target * 100)} % is more than so small a group can have while its calls are answered in time; the service level decides`,
    );
  });
}

/** Patience that was taken from those who gave up alone is far too short. */
function abandonersOnly({scenario}: CautionsInput): readonly string[] {
  return scenario.contactTypes.flatMap(({name, patience}) =>
    patience?.some(({distribution}) => distribution.kind === 'empirical') === true
      ? [
          `${name}: patience is a list of waits; if these are the waits of those who abandoned, customers are taken for far less patient than they are (use Kaplan-Meier, which counts the answered as well)`,
        ]
      : [],
  );
}

function twiceShrunk({scenario}: CautionsInput): readonly string[] {
  return scenario.groups.flatMap(({name, shrinkage, people}) =>
    shrinkage !== null && people !== null && (people.absence > 0 || people.adherence !== null)
      ? [`${name}: absence or adherence is simulated and shrinkage is added: what stands in both is counted twice`]
      : [],
  );
}

function deferredAtTheEnd({scenario, workload, grid}: CautionsInput): readonly string[] {
  const end = grid.intervalOfCell.length * grid.intervalSeconds;
  return workload
    .filter(({kind, type}) => kind === 'deferred' && scenario.contactTypes[type].thresholdSeconds * 2 > end)
    .map(
      ({name}) =>
        `${name}: much of what comes is due after the end of the horizon and asks for nobody in it; take more days (clock.days)`,
    );
}

/** Whether a contact type is replayed, so that formulas know only what a simulation measured. */
export const isMeasured = ({contactTypes}: Scenario): boolean => contactTypes.some(replays);
