import {userError, type Place} from '../../base/errors.js';
import {toldWithChange} from '../../base/replication-failure.js';
import {openExecutor} from '../../experiment/executor.js';
import {runScenario} from '../../experiment/run.js';
import {agentHourCost} from '../../scenario/agent-hour-cost.js';
import {needReplications} from '../../scenario/need-replications.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {Scheduling} from '../../scenario/scheduling.js';
import type {Results} from '../../statistics/results.js';
import type {SearchBoard} from '../optimise/board.js';
import type {ProgramSolution, SolveStatus} from '../optimise/program.js';
import {solveInThread} from '../optimise/solve-in-thread.js';
import {cellGrid, cellsOf, type CellGrid} from './cells.js';
import {checkSchedule, type CheckedSchedule} from './check.js';
import {coverOf} from './cover.js';
import {coveringProgram, type CoveringTask} from './covering-program.js';
import {cutsOf, strongest} from './cuts.js';
import {decodeSchedule, type ScheduledAgent} from './decode.js';
import {refuseImpossible, refuseShort, refuseUnsolved, type DemandPlaces} from './refusals.js';
import {neededByCell} from './needed-by-cell.js';
import {groupsOfType, requirementOf} from './needs.js';
import type {Requirement} from './requirement.js';
import {serviceOf, type ServiceFigure} from './service.js';
import {scheduledGroups, withSchedule} from './with-schedule.js';

/** A schedule with what it was made from and what a simulation says of it. */
export interface Schedule {
  readonly agents: readonly ScheduledAgent[];
  readonly grid: CellGrid;
  /** The last one, with what simulations asked for. */
  readonly requirement: Requirement;
  /** By cell: agents needed, of all groups together, before and after what simulations asked for. */
  readonly needed: readonly number[];
  readonly neededWithCuts: readonly number[];
  /** By group, by cell: agents on duty, added up from their timetables. */
  readonly cover: readonly (readonly number[])[];
  /** By cell: agents missing. */
  readonly shortage: readonly number[];
  /** By group: what an agent hour costs. */
  readonly hourCost: readonly number[];
  /** Paid hours at their price; null currency: an hour costs 1. */
  readonly pay: number;
  readonly rounds: readonly ScheduleRound[];
  /** Why no shifts were found for what the last simulation asked for; null: it asked for nothing, or nobody looked. */
  readonly unmended: 'infeasible' | 'timeout' | null;
  /** Of the schedule that is given; empty where nothing was simulated. */
  readonly service: readonly ServiceFigure[];
  readonly results: Results | null;
  /** Ctrl-C ended it before its time. */
  readonly interrupted: boolean;
}

/** One choice of shifts, and what the simulation said of it. */
export interface ScheduleRound {
  readonly status: 'optimal' | 'feasible';
  readonly gap: number | null;
  readonly agents: number;
  readonly paidHours: number;
  readonly pay: number;
  /** Intervals and contact types that surely missed their objective; null: not simulated. */
  readonly missed: number | null;
  /** The worst of them by how far it is off; null: none. */
  readonly worst: ServiceFigure | null;
  /** Intervals in which more agents were asked for afterwards. */
  readonly cuts: number;
}

/** What is being done, for who looks on. */
export type ScheduleStep =
  | {readonly kind: 'choose'; readonly round: number}
  | {readonly kind: 'simulate'; readonly round: number; readonly finished: number; readonly total: number};

export interface ScheduleOptions {
  /** Where problems with the demand stand; by default in the scenario of that name. */
  readonly places?: DemandPlaces | undefined;
  readonly workers?: number | 'in-process' | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly board?: SearchBoard | undefined;
  readonly onStep?: ((step: ScheduleStep) => void) | undefined;
}

type Solved = 'optimal' | 'feasible';

/** One choice of shifts. */
interface Choice extends CheckedSchedule {
  readonly agents: readonly ScheduledAgent[];
  readonly solution: ProgramSolution & {readonly status: Solved};
}

/**
 * Chooses shifts that cover the requirement at least cost, simulates the schedule, asks for more agents where contact
 * types miss their objectives, and chooses again, until none misses it or the rounds are over.
 *
 * @param scenario with a `scheduling` section
 * @returns null when it was stopped before any shifts were chosen; stopped later, the last schedule that was simulated
 * @throws UserError when no schedule can cover the requirement, with what would make it possible
 * @see docs/explanation/methods.md#shifts
 * @example
 * const scenario = await loadScenario('scenarios/day-of-shifts.yaml');
 * const schedule = await scheduleShifts(scenario);
 * console.log(schedule?.agents.length, schedule?.pay);
 */
export async function scheduleShifts(scenario: Scenario, options: ScheduleOptions = {}): Promise<Schedule | null> {
  needReplications([scenario], 'a schedule');
  const {scheduling} = scenario;
  if (scheduling === null) throw userError('SCD001', scenario.name, 'scheduling: shifts to choose from');
  if (scenario.clock.report === 'time-of-day')
    throw userError('SCD012', 'clock.report', 'calendar, since shifts are chosen for each day', 'time-of-day');
  const places = options.places ?? unknownPlaces(scenario);
  const first = firstTask(scenario, scheduling);
  refuseImpossible(scenario, first, places);
  const executor = openExecutor({workers: options.workers});
  const rounds: ScheduleRound[] = [];
  let task = first;
  let kept: {choice: Choice; service: readonly ServiceFigure[]; results: Results | null; task: CoveringTask} | null =
    null;
  let unmended: Schedule['unmended'] = null;
  try {
    for (let round = 1; ; round += 1) {
      options.onStep?.({kind: 'choose', round});
      const choice = await chooseShifts(scenario, task, {...options, places}, round);
      if (typeof choice === 'string') {
        if (options.signal?.aborted !== true) unmended = choice === 'timeout' ? 'timeout' : 'infeasible';
        break;
      }
      const results = scheduling.rounds === 0 ? null : await simulate(scenario, choice, executor, options, round);
      if (kept !== null && options.signal?.aborted === true) break;
      const whole = results !== null && !results.interrupted && results.replications.finished > 0;
      const service = whole ? serviceOf(scenario, results) : [];
      const missed = service.filter(({interval, verdict}) => interval !== null && verdict === 'missed');
      const cuts = whole
        ? cutsOf(scenario, service, choice.cover, task.groupsOfType, reach(scheduling, task.grid), task.grid, round)
        : [];
      rounds.push(roundOf(choice, whole ? missed : null, cuts.length));
      kept = {choice, service, results: whole ? results : null, task};
      if (cuts.length === 0 || round >= scheduling.rounds || options.signal?.aborted === true) break;
      task = {...task, requirement: {...task.requirement, rules: strongest([...task.requirement.rules, ...cuts])}};
    }
  } finally {
    await executor.close();
  }
  if (kept === null) return null;
  const {choice, service, results} = kept;
  return {
    agents: choice.agents,
    grid: first.grid,
    requirement: kept.task.requirement,
    needed: neededByCell(first.requirement, first.grid.cells),
    neededWithCuts: neededByCell(kept.task.requirement, first.grid.cells),
    cover: choice.cover,
    shortage: choice.shortage,
    hourCost: first.hourCost,
    pay: choice.pay,
    rounds,
    unmended,
    service,
    results,
    interrupted: options.signal?.aborted === true,
  };
}

/** A scenario that came from no file, or from one that nobody named. */
function unknownPlaces({name, scheduling}: Scenario): DemandPlaces {
  const at = (path: string): Place => ({file: name, line: null, column: null, path});
  return {
    shifts: at('scheduling.shifts'),
    headcount: at('scheduling.headcount'),
    timeLimit: at('scheduling.time-limit'),
    requirementFile: scheduling?.needsFile ?? null,
  };
}

function firstTask(scenario: Scenario, scheduling: Scheduling): CoveringTask {
  const {clock, groups} = scenario;
  const grid = cellGrid(scheduling, clock.dayStarts[clock.days]!);
  const scheduled = scheduledGroups(scenario);
  const fixed = coverOf(scenario, grid).map((cover, group) => (scheduled.has(group) ? cover.map(() => 0) : cover));
  return {
    scheduling,
    grid,
    days: clock.days,
    hourCost: groups.map(group => agentHourCost(scenario, group)),
    groupsOfType: groupsOfType(scenario),
    fixed,
    requirement: requirementOf(scenario, scheduling, grid),
  };
}

/** The cheapest shifts that cover it; how the search ended when it was stopped, or a later round cannot be solved: the one before stays. */
async function chooseShifts(
  scenario: Scenario,
  task: CoveringTask,
  options: ScheduleOptions & {readonly places: DemandPlaces},
  round: number,
): Promise<Choice | Exclude<SolveStatus, Solved>> {
  const {gap, seconds} = task.scheduling;
  const covering = coveringProgram(task);
  const search = {board: options.board, signal: options.signal};
  const solution = await solveInThread(covering.program, {gap, seconds}, search);
  const {status} = solution;
  if (status !== 'optimal' && status !== 'feasible') {
    if (round > 1 || options.signal?.aborted === true) return status;
    if (status === 'infeasible') await refuseShort(scenario, task, options);
    throw refuseUnsolved(options.places, seconds);
  }
  const names = scenario.groups.map(({name}) => name);
  const agents = decodeSchedule(covering, solution.values, names);
  return {...checkSchedule(scenario, task, covering, solution, agents), agents, solution: {...solution, status}};
}

async function simulate(
  scenario: Scenario,
  {agents}: Choice,
  executor: ReturnType<typeof openExecutor>,
  {signal, onStep}: ScheduleOptions,
  round: number,
): Promise<Results> {
  return runScenario(withSchedule(scenario, agents), {
    executor,
    signal,
    onProgress: ({finished, total}) => onStep?.({kind: 'simulate', round, finished, total}),
  }).catch((error: unknown) => {
    throw toldWithChange(error, 'shifts that were tried');
  });
}

function roundOf(
  {agents, pay, solution}: Choice,
  missed: readonly ServiceFigure[] | null,
  cuts: number,
): ScheduleRound {
  const worst = (missed ?? []).reduce<ServiceFigure | null>(
    (found, each) => (found === null || each.target - each.value > found.target - found.value ? each : found),
    null,
  );
  const paid = agents.flatMap(({shifts}) => shifts).reduce((sum, {paidSeconds}) => sum + paidSeconds, 0);
  return {
    status: solution.status,
    gap: solution.gap,
    agents: agents.length,
    paidHours: paid / 3600,
    pay,
    missed: missed === null ? null : missed.length,
    worst,
    cuts,
  };
}

/** Whether a shift of a group reaches a cell. */
function reach({shiftTypes}: Scheduling, grid: CellGrid): (group: number, cell: number) => boolean {
  const reached = new Set(
    shiftTypes.flatMap(({starts}) =>
      starts.flatMap(({group, from, to}) => cellsOf(from, to, grid).map(cell => `${group}/${cell}`)),
    ),
  );
  return (group, cell) => reached.has(`${group}/${cell}`);
}
