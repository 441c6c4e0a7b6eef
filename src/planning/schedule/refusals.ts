import {UserError, type Place, type Problem} from '../../base/errors.js';
import {formatClockTime, formatDuration} from '../../base/units.js';
import type {Scenario} from '../../scenario/scenario.js';
import {clockText} from '../../scenario/wall-time.js';
import {solveInThread, type SearchOptions} from '../optimise/solve-in-thread.js';
import {coveringProgram, type CoveringTask} from './covering-program.js';
import {impossibleDemands, type ImpossibleDemand, type NearestShift} from './impossible.js';

/** Where problems with what is asked for stand. */
export interface DemandPlaces {
  /** `scheduling.shifts` in the scenario. */
  readonly shifts: Place;
  readonly headcount: Place;
  /** `scheduling.time-limit`. */
  readonly timeLimit: Place;
  /** The requirement file as messages name it; null: there is none. */
  readonly requirementFile: string | null;
}

/** @throws UserError when agents are needed at hours that no shift covers; each with the change that would cover them */
export function refuseImpossible(scenario: Scenario, task: CoveringTask, places: DemandPlaces): void {
  const {requirement, scheduling, groupsOfType, fixed, grid} = task;
  if (requirement.rules.length + requirement.typeNeeds.length === 0)
    throw new UserError([
      problem(
        'SCD009',
        places.shifts,
        'contacts with an objective, or scheduling.requirement: a file of agents needed',
      ),
    ]);
  if (scheduling.understaffing !== null) return;
  const impossible = impossibleDemands(requirement, scheduling, groupsOfType, fixed, grid);
  if (impossible.length > 0) throw new UserError(impossible.map(demand => problemOf(demand, scenario, places)));
}

function problemOf(demand: ImpossibleDemand, scenario: Scenario, places: DemandPlaces): Problem {
  const {source, groups, from, to, agents} = demand;
  const names = groups.map(group => scenario.groups[group]!.name).join(' or ');
  const place =
    source.kind === 'file' && places.requirementFile !== null
      ? {file: places.requirementFile, line: source.line, column: null, path: ''}
      : places.shifts;
  const ways = [
    ...(demand.before === null ? [] : [laterText(demand.before, scenario)]),
    ...(demand.after === null ? [] : [earlierText(demand.after, scenario)]),
  ];
  const nearest = ways.length === 0 ? `no kind of shift has ${names} on duty at all` : ways.join(', or ');
  return problem(
    'SCD006',
    place,
    `a shift of ${names} that covers ${spanText(scenario, from, to)}, where ${Math.ceil(agents)} ${
      agents > 1 ? 'agents are' : 'agent is'
    } needed; ${nearest}; or a price for hours left uncovered (scheduling.understaffing)`,
  );
}

function laterText({type, start, missingSeconds}: NearestShift, {scheduling}: Scenario): string {
  const name = scheduling!.shiftTypes[type]!.name;
  const end = formatClockTime((start.startOfDay + (start.to - start.from)) % 86_400);
  return `${name} would have to reach ${formatDuration(missingSeconds)} further than ${end}: starts until ${formatClockTime(
    (start.startOfDay + missingSeconds) % 86_400,
  )}, or a length of ${formatDuration(start.to - start.from + missingSeconds)}`;
}

function earlierText({type, start, missingSeconds}: NearestShift, {scheduling}: Scenario): string {
  const name = scheduling!.shiftTypes[type]!.name;
  const earliest = formatClockTime((((start.startOfDay - missingSeconds) % 86_400) + 86_400) % 86_400);
  return `${name} would have to start at ${earliest} instead of ${formatClockTime(start.startOfDay % 86_400)}`;
}

const spanText = ({clock}: Scenario, from: number, to: number): string =>
  `${clockText(clock, from)} to ${clockText(clock, to)}`;

/**
 * Says where and how many agents are missing at least, when limits on agents leave too few.
 *
 * @throws UserError always
 */
export async function refuseShort(
  scenario: Scenario,
  task: CoveringTask,
  {places, signal}: SearchOptions & {readonly places: DemandPlaces},
): Promise<never> {
  const free = {
    ...task,
    hourCost: task.hourCost.map(() => 0),
    scheduling: {...task.scheduling, overstaffing: {factor: 0}},
  };
  const covering = coveringProgram(free, 1);
  const {values} = await solveInThread(covering.program, {gap: 0.02, seconds: task.scheduling.seconds}, {signal});
  const short = covering.shortages
    .map(({variable, cell, groups}) => ({agents: values[variable] ?? 0, cell, groups}))
    .filter(({agents}) => agents > 1e-6)
    .sort((a, b) => b.agents - a.agents || a.cell - b.cell);
  const hours = short.reduce((sum, {agents}) => sum + agents, 0) * (task.grid.cellSeconds / 3600);
  const worst = short[0];
  const where =
    worst === undefined
      ? ''
      : `, most of them for ${worst.groups.map(group => scenario.groups[group]!.name).join(' or ')} at ${clockText(
          scenario.clock,
          worst.cell * task.grid.cellSeconds,
        )} (${Math.ceil(worst.agents - 1e-6)})`;
  throw new UserError([
    problem(
      'SCD007',
      places.headcount,
      `enough agents: with headcount, at-least, at-most, days and days-a-week as they are, ${
        worst === undefined
          ? 'no choice of shifts holds'
          : `at least ${Number(hours.toFixed(1))} agent hours stay uncovered${where}`
      }; allow more, or a price for hours left uncovered (scheduling.understaffing)`,
    ),
  ]);
}

/** No schedule was found in the time. */
export const refuseUnsolved = (places: DemandPlaces, seconds: number): UserError =>
  new UserError([
    problem(
      'SCD008',
      places.timeLimit,
      `a schedule found within ${formatDuration(seconds)}: more time, a wider gap or fewer kinds of shifts`,
    ),
  ]);

const problem = (code: string, place: Place, expected: string): Problem => ({
  code,
  place,
  expected,
  got: null,
  nearest: null,
});
