import type {Scenario} from '../../scenario/scenario.js';
import type {TypeRequirement} from './answer.js';
import {dueWork, leastConstantAgents} from './deferred.js';
import {agentsByFormula, exactAgents, objectivesFor, type FormulaAnswer, type Station} from './formulas.js';
import type {StaffingGrid} from './grid.js';
import type {StaffingObjective} from './objectives.js';
import {transientRequirement} from './transient.js';
import {contactsByCell, type TypeWorkload} from './workload.js';

/**
 * What formulas ask for of every contact type alone, as if it had agents of its own.
 *
 * @param breathe called between intervals: lets others run, or throws to end the work
 */
export async function typeRequirements(
  scenario: Scenario,
  grid: StaffingGrid,
  workload: readonly TypeWorkload[],
  objectives: readonly StaffingObjective[],
  breathe: () => Promise<void>,
): Promise<readonly TypeRequirement[]> {
  const requirements: TypeRequirement[] = [];
  for (const type of workload) {
    if (type.kind === 'deferred') {
      requirements.push(deferredRequirement(scenario, grid, type));
      continue;
    }
    const erlangC = await stationary('erlang-c', scenario, grid, type, objectives, breathe);
    const several = type.kind === 'concurrent' && type.atOnce > 1;
    const erlangA =
      several || type.patience.some(patience => patience !== null)
        ? await stationary('erlang-a', scenario, grid, type, objectives, breathe)
        : null;
    const transient =
      type.kind === 'live'
        ? await transientRequirement(scenario, grid, type, objectives, (erlangA ?? erlangC).agents, breathe)
        : null;
    requirements.push(...[erlangC, erlangA, transient].filter(one => one !== null));
  }
  return requirements;
}

async function stationary(
  method: 'erlang-c' | 'erlang-a',
  scenario: Scenario,
  grid: StaffingGrid,
  type: TypeWorkload,
  objectives: readonly StaffingObjective[],
  breathe: () => Promise<void>,
): Promise<TypeRequirement> {
  const {objective} = scenario.contactTypes[type.type];
  const definition = objective?.definition ?? 'excluding-abandons';
  const asked = objectivesFor(scenario, type.type, objectives);
  const known = new Map<string, {readonly whole: FormulaAnswer | null; readonly exact: number | null}>();
  const answerAt = (interval: number) => {
    const station = stationOf(scenario, grid, type, interval);
    const key = JSON.stringify(station);
    const before = known.get(key);
    if (before !== undefined) return before;
    const whole = agentsByFormula(method, station, asked, definition);
    const answer = {whole, exact: whole && exactAgents(method, station, asked, definition, whole.agents)};
    known.set(key, answer);
    return answer;
  };
  const answers: ReturnType<typeof answerAt>[] = [];
  for (const interval of grid.intervals.keys()) {
    answers.push(answerAt(interval));
    await breathe();
  }
  return {
    method,
    contactType: type.name,
    agents: answers.map(({whole}) => whole?.agents ?? null),
    exact: answers.map(({exact}) => exact),
    binds: answers.map(({whole}) => whole?.binds ?? null),
  };
}

/** One contact type in one interval as formulas see it. */
export function stationOf(scenario: Scenario, grid: StaffingGrid, type: TypeWorkload, interval: number): Station {
  return {
    arrivalRate: type.contacts[interval] / grid.intervalSeconds,
    aht: type.aht[interval],
    threshold: scenario.contactTypes[type.type].thresholdSeconds,
    patience: type.patience[interval],
    seconds: grid.intervalSeconds,
    ...(type.kind === 'concurrent' && {chats: heldAtOnce(type)}),
  };
}

/** Handle time with one, two, … chats at once, as a multiple of that with one; the last told holds for more. */
const heldAtOnce = ({atOnce, byConcurrency}: TypeWorkload): readonly number[] =>
  Array.from({length: atOnce}, (_, index) => byConcurrency[Math.min(index, byConcurrency.length - 1)] ?? 1);

/** Deferred work: the least constant number in open hours that gets all of it done in time. */
function deferredRequirement(scenario: Scenario, grid: StaffingGrid, type: TypeWorkload): TypeRequirement {
  const contacts = contactsByCell(scenario.contactTypes[type.type], grid.intervalOfCell.length, grid.intervalSeconds);
  const due = dueWork(scenario, type.type, contacts, cell => type.aht[grid.intervalOfCell[cell]]);
  const least = leastConstantAgents(due, grid.intervalSeconds);
  const open = grid.intervals.map(() => false);
  due.open.forEach((share, cell) => (open[grid.intervalOfCell[cell]] ||= share > 0));
  const exact = open.map(isOpen => (isOpen ? least : 0));
  return {
    method: 'flow',
    contactType: type.name,
    agents: exact.map(agents => Math.ceil(agents - 1e-9)),
    exact,
    binds: exact.map(() => null),
  };
}
