import {floorWith, transientStep, type Floor} from '../../analytic/transient-queue.js';
import type {Scenario} from '../../scenario/scenario.js';
import {meanOf} from '../../scenario/schema/distribution.js';
import type {TypeRequirement} from './answer.js';
import {brokenBy, objectivesFor} from './formulas.js';
import type {StaffingGrid} from './grid.js';
import type {StaffingObjective} from './objectives.js';
import type {TypeWorkload} from './workload.js';

/** Erlangs up to which the exact day is quick enough to be shown beside the others. */
const MOST_ERLANGS = 60;
/** Agents beyond the number of the interval before, at most, before an objective is taken to be out of reach. */
const MOST_STEPS = 200;

/**
 * The fewest agents interval by interval with the queue that the intervals before have left (M_t/M/n_t+M, exact for exponential
 * handle times and patience).
 *
 * @param near by interval: where to begin to look
 * @param breathe called between intervals: lets others run, or throws to end the work
 * @returns null where the load is so large that it would take long
 * @see docs/explanation/methods.md#a-day-that-changes
 */
export async function transientRequirement(
  scenario: Scenario,
  grid: StaffingGrid,
  type: TypeWorkload,
  objectives: readonly StaffingObjective[],
  near: readonly (number | null)[],
  breathe: () => Promise<void>,
): Promise<TypeRequirement | null> {
  if (type.load.some(load => load > MOST_ERLANGS)) return null;
  const asked = objectivesFor(scenario, type.type, objectives);
  const definition = scenario.contactTypes[type.type].objective?.definition ?? 'excluding-abandons';
  const agents: (number | null)[] = [];
  const binds: (number | null)[] = [];
  let floor: Floor = floorWith(0);
  for (const interval of grid.intervals.keys()) {
    await breathe();
    const contacts = type.contacts[interval];
    if (contacts === 0 || type.aht[interval] === 0) {
      floor = floorWith(0);
      agents.push(0);
      binds.push(null);
      continue;
    }
    const patience = type.patience[interval];
    const stretch = {
      seconds: grid.intervalSeconds,
      arrivalRate: contacts / grid.intervalSeconds,
      aht: type.aht[interval],
      threshold: scenario.contactTypes[type.type].thresholdSeconds,
      ...(patience !== null && {patience: meanOf(patience)}),
    };
    const start = floor;
    const broken = (count: number): number | null =>
      brokenBy(asked, definition, contacts, threshold => {
        const {figures} = transientStep(start, {...stretch, agents: count, threshold: threshold ?? stretch.threshold});
        return {...figures, abandonment: figures.abandonment ?? 0, meanWait: figures.meanWait ?? Infinity};
      });
    let count = near[interval] ?? Math.ceil(type.load[interval]);
    let binding = broken(count);
    const last = count + MOST_STEPS;
    if (binding === null)
      for (let below = count > 0 ? broken(count - 1) : 0; ; below = broken(count - 1)) {
        binding = below;
        if (below !== null || count === 1) break;
        count--;
      }
    else for (let now: number | null = binding; now !== null && count < last; now = broken(++count)) binding = now;
    const reached = count < last;
    agents.push(reached ? count : null);
    binds.push(reached ? binding : null);
    floor = transientStep(start, {...stretch, agents: count}).floor;
  }
  return {method: 'transient', contactType: type.name, agents, exact: agents, binds};
}
