import {userError} from '../../base/errors.js';
import {tQuantile} from '../../numeric/quantiles.js';
import type {Executor} from '../../experiment/jobs.js';
import {agentHourCost} from '../../scenario/agent-hour-cost.js';
import {needReplications} from '../../scenario/need-replications.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {
  GroupRequirement,
  StaffingAnswer,
  StaffingMethod,
  StaffingVerification,
  TypeRequirement,
} from './answer.js';
import type {StaffingLimits} from './bounds.js';
import {cautionsOf, isMeasured} from './cautions.js';
import {gridOf, scheduledOf, type Counts, type StaffingGrid} from './grid.js';
import {measureWorkload} from './measured.js';
import {methodFor} from './method.js';
import type {StaffingObjective} from './objectives.js';
import type {StaffingProblemCode} from './problem-codes.js';
import {withShrinkage} from './shrink.js';
import {staffBySimulation, type SearchStage, type SimulatedStaffing} from './simulated.js';
import {stepsOf} from './steps.js';
import {Interrupted, type Trials} from './trials.js';
import {typeRequirements} from './type-requirements.js';
import type {Verification} from './verify.js';
import {workloadOf, type TypeWorkload} from './workload.js';

export interface StaffOptions {
  /** What must hold. */
  readonly objectives: readonly StaffingObjective[];
  readonly executor: Executor;
  readonly signal: AbortSignal;
  readonly program: string;
  /** null: the one that the scenario calls for. */
  readonly method?: StaffingMethod | null | undefined;
  /** Replications of the sample that is searched on; else as many as intervals need. */
  readonly replications?: number | undefined;
  /** By group: cost of an agent hour, else that of the scenario; least and most agents whenever it works. */
  readonly limits?: Partial<StaffingLimits> | undefined;
  /** Called where this thread works for long, so that others can run: where Ctrl-C is heard. */
  readonly onStep?: (() => Promise<void>) | undefined;
  readonly onStage?: ((stage: SearchStage, round: number) => void) | undefined;
  readonly onFinished?: ((replications: number) => void) | undefined;
}

/** Agents in one group at one time, at most. */
const MOST_AGENTS = 10_000;

/**
 * Agents needed by interval and group so that every objective holds: by formulas side by side, and by the simulation where
 * the scenario calls for it.
 *
 * @throws UserError STF001 nothing is asked, STF003 a formula has no answer, STF005 no numbers are enough; Interrupted when it
 * ended before there were numbers that keep every objective
 * @example await staffScenario(scenario, {objectives: objectivesOf(scenario, 'interval'), executor, signal, program: '1'})
 */
export async function staffScenario(scenario: Scenario, options: StaffOptions): Promise<StaffingAnswer> {
  const {objectives, executor, signal, program} = options;
  if (objectives.length === 0) throw problem('STF001', 'an objective, in the scenario or by --objective');
  needReplications([scenario], 'staffing');
  const grid = gridOf(scenario);
  const measured = isMeasured(scenario) ? await measureWorkload(scenario, executor, signal) : null;
  const workload = workloadOf(scenario, grid, measured);
  const chosen = methodFor(scenario, objectives);
  const method = options.method ?? chosen.method;
  const breathe = async (): Promise<void> => {
    await options.onStep?.();
    if (signal.aborted) throw new Interrupted();
  };
  const types = await typeRequirements(scenario, grid, workload, objectives, breathe);
  const limits: StaffingLimits = {
    cost: options.limits?.cost ?? scenario.groups.map(group => agentHourCost(scenario, group)),
    least: options.limits?.least ?? scenario.groups.map(() => 0),
    most: options.limits?.most ?? scenario.groups.map(() => MOST_AGENTS),
  };
  const replications = options.replications ?? replicationsFor(workload);
  const found =
    method === 'simulation'
      ? await staffBySimulation(scenario, grid, workload, objectives, limits, {
          executor,
          signal,
          replications,
          breathe,
          onStage: options.onStage,
          onFinished: options.onFinished,
        })
      : null;
  if (found?.verification?.stuck === true) throw notMet(scenario, grid, objectives, found.verification, found.trials);
  const counts = found?.counts ?? countsByFormula(scenario, grid, method, types, objectives, limits);
  const groups = groupRequirements(scenario, grid, counts, limits, bindingOf(found, scenario, types, method, grid));
  const {steps, busiest} = stepsOf({
    grid,
    workload,
    types,
    counts,
    bound: found?.bound ?? null,
    formula: method === 'simulation' ? null : method,
    paid: withShrinkage(scenario, grid, counts),
  });
  return {
    format: 'plimsoll-staffing',
    version: 1,
    program,
    scenario: {
      name: scenario.name,
      description: scenario.description,
      startDate: scenario.clock.startDate,
      days: scenario.clock.days,
      timezone: scenario.clock.timezone,
      intervalSeconds: scenario.clock.intervalSeconds,
      ...(scenario.currency !== null && {currency: scenario.currency}),
    },
    seed: scenario.run.seed,
    interrupted: found !== null && found.verification === null,
    method,
    why: (options.method ?? null) === null ? chosen.why : null,
    objectives,
    intervals: grid.intervals,
    workload: workload.map(({name, kind, contacts, aht, load}) => ({
      contactType: name,
      kind,
      contacts,
      ahtSeconds: aht,
      load,
    })),
    types,
    groups,
    verification:
      found === null || found.verification === null
        ? null
        : verificationOf(scenario, grid, found.verification, found.trials, replications),
    steps,
    busiestInterval: grid.intervals[busiest] ?? null,
    warnings: cautionsOf({scenario, grid, workload, objectives, types, groups, method}),
  };
}

const problem = (code: StaffingProblemCode, expected: string, got: string | null = null): Error =>
  userError(code, 'staff', expected, got);

/** Contacts of a type in an interval that the search shall see; the limits of the replications for it. */
const WANTED_CONTACTS = 5000;
const [FEWEST, MOST] = [60, 1000];
/** One agent more among many moves a service level little, so many agents take more days to tell chance from need. */
const REPLICATIONS_AN_ERLANG = 3;

/** Replications that a scenario is searched on where nobody says how many. */
export const replicationsOf = (scenario: Scenario): number => replicationsFor(workloadOf(scenario, gridOf(scenario)));

/** So many replications that what is judged by interval is known to about what one agent is worth. */
function replicationsFor(workload: readonly TypeWorkload[]): number {
  const live = workload.filter(({kind}) => kind !== 'deferred');
  const contacts = median(live.flatMap(type => type.contacts.filter(count => count > 0))) ?? WANTED_CONTACTS;
  const load = Math.max(0, ...live.map(type => median(type.load.filter(erlangs => erlangs > 0)) ?? 0));
  const wanted = Math.max(WANTED_CONTACTS / contacts, load * REPLICATIONS_AN_ERLANG);
  return Math.min(MOST, Math.max(FEWEST, Math.ceil(wanted)));
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** Numbers of a formula: of each contact type for the group that has it at its best level. */
function countsByFormula(
  scenario: Scenario,
  grid: StaffingGrid,
  method: StaffingMethod,
  types: readonly TypeRequirement[],
  objectives: readonly StaffingObjective[],
  {least}: StaffingLimits,
): Counts {
  const unknown = objectives.find(({measure}) => measure === 'objectiveMet');
  if (unknown !== undefined) throw problem('STF003', 'an objective that formulas know', unknown.measure);
  const counts = scenario.groups.map(() => grid.intervals.map(() => 0));
  scenario.contactTypes.forEach(({name}, type) => {
    const requirement = requirementBy(types, name, method);
    const group = preferredGroup(scenario, type);
    if (requirement === null || group === null) return;
    requirement.agents.forEach((agents, interval) => {
      if (agents === null)
        throw problem('STF003', `objectives that ${method} can reach for ${name} at ${grid.intervals[interval]}`);
      counts[group][interval] += agents;
    });
  });
  return counts.map((row, group) =>
    row.map((agents, interval) => (grid.cells[group][interval] > 0 ? Math.max(agents, least[group]) : 0)),
  );
}

/** What a method asks for of a contact type: flows of deferred types, Erlang C where there is no patience to know of. */
function requirementBy(
  types: readonly TypeRequirement[],
  name: string,
  method: StaffingMethod,
): TypeRequirement | null {
  const own = types.filter(({contactType}) => contactType === name);
  return own.find(one => one.method === method || one.method === 'flow') ?? own[0] ?? null;
}

function preferredGroup({groups}: Scenario, type: number): number | null {
  let best: number | null = null;
  let level = Infinity;
  groups.forEach(({skills}, group) => {
    const skill = skills.find(({contactType}) => contactType === type);
    if (skill !== undefined && skill.level < level) [best, level] = [group, skill.level];
  });
  return best;
}

type Binding = readonly (readonly (number | null)[])[];

/** By group, by interval: the objective that one agent fewer breaks. */
function bindingOf(
  found: SimulatedStaffing | null,
  scenario: Scenario,
  types: readonly TypeRequirement[],
  method: StaffingMethod,
  grid: StaffingGrid,
): Binding {
  if (found !== null) {
    const {checks} = found.trials;
    if (found.verification === null) return found.counts.map(row => row.map(() => null));
    return found.verification.binding.map(row => row.map(check => (check === null ? null : checks[check].objective)));
  }
  return scenario.groups.map((_, group) =>
    grid.intervals.map((__, interval) => {
      const own = scenario.contactTypes.filter((___, type) => preferredGroup(scenario, type) === group);
      const binding = own.map(({name}) => requirementBy(types, name, method)?.binds[interval] ?? null);
      return binding.find(objective => objective !== null) ?? null;
    }),
  );
}

function groupRequirements(
  scenario: Scenario,
  grid: StaffingGrid,
  counts: Counts,
  {cost}: StaffingLimits,
  binding: Binding,
): readonly GroupRequirement[] {
  const scheduled = scheduledOf(scenario, grid);
  const {inOffice, paid} = withShrinkage(scenario, grid, counts);
  const {days} = scenario.clock;
  // five or six days are the week of a center that closes
  const weeks = days >= 5 && days <= 7 ? 1 : days / 7;
  return scenario.groups.map(({name, fullTimeSeconds}, group): GroupRequirement => {
    const hours = (row: readonly number[]): number =>
      row.reduce((sum, agents, interval) => sum + agents * grid.cells[group][interval], 0) *
      (grid.intervalSeconds / 3600);
    const paidHours = hours(paid[group]);
    return {
      group: name,
      agents: counts[group],
      binds: binding[group],
      scheduled: scheduled[group],
      gap: scheduled[group].map((agents, interval) => agents - counts[group][interval]),
      inOffice: inOffice[group],
      paid: paid[group],
      agentHours: hours(counts[group]),
      paidHours,
      fullTimeEquivalents: (paidHours * 3600) / weeks / fullTimeSeconds,
      costPerAgentHour: cost[group],
    };
  });
}

function notMet(
  scenario: Scenario,
  grid: StaffingGrid,
  objectives: readonly StaffingObjective[],
  verification: Verification,
  trials: Trials,
): Error {
  const worst = verification.trial.slack.reduce(
    (least, slack, check) => (slack < verification.trial.slack[least] ? check : least),
    0,
  );
  const check = trials.checks[worst];
  const {measure, name} = objectives[check.objective];
  const value = verification.trial.figures[worst]?.value ?? NaN;
  const when = check.interval === -1 ? '' : ` at ${grid.intervals[check.interval]}`;
  return problem(
    'STF005',
    `objectives that more agents can meet in ${scenario.name}: ${measure}(${name})${when} stays at ${Number(value.toPrecision(3))} where ${check.target} is asked`,
  );
}

function verificationOf(
  scenario: Scenario,
  grid: StaffingGrid,
  verification: Verification,
  trials: Trials,
  searchedOn: number,
): StaffingVerification {
  const {trial, sample, rounds, holds, least, close} = verification;
  const student = tQuantile(0.975, Math.max(1, sample.replications - 1));
  return {
    searchedOn,
    replications: sample.replications,
    rounds,
    holds,
    least,
    tooCloseToCall: close.map(({group, interval}) => ({
      group: scenario.groups[group].name,
      interval: grid.intervals[interval],
    })),
    figures: trials.checks.flatMap((check, index) => {
      const figure = trial.figures[index];
      if (figure === null) return [];
      return [
        {
          objective: check.objective,
          interval: check.interval === -1 ? null : grid.intervals[check.interval],
          value: figure.value,
          low: Math.max(0, figure.value - student * figure.error),
          high: figure.value + student * figure.error,
          holds: trial.slack[index] >= 0,
        },
      ];
    }),
  };
}
