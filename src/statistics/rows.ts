import type {Scenario, ServiceLevelDefinition} from '../scenario/scenario.js';
import type {MeasureName} from '../scenario/schema/measures.js';
import {observedScenario} from './observed-scenario.js';
import {CELL, CELL_STRIDE} from './cells.js';
import type {CostItems} from './cost-items.js';
import {planCosts, type CostPlan} from './cost-plan.js';
import {costsOf} from './costs.js';
import {COUNTER, COUNTERS, DAY, DAY_STRIDE, PAIR, PAIR_STRIDE, rowOffset, type CounterLayout} from './counters.js';
import {measuresOf} from './measures.js';
import {distinctMembers, scopesOf, type Members, type ScopeMembers} from './scopes.js';

/** Counters up to here tell of contacts, those from here on of agents' time. */
const AGENT_COUNTERS = COUNTER.busy;
/** Counters that an agent group's row carries of the contacts its agents answered. */
const OF_ANSWERED = [
  COUNTER.answered,
  COUNTER.answeredWithin,
  COUNTER.callbacksAnswered,
  COUNTER.waitAnswered,
  COUNTER.handle,
  COUNTER.transferredOut,
  COUNTER.unresolved,
] as const;
const LENIENCE = 1e-12;

/** What folding one replication's counters into rows of cells needs to know of the scenario. */
export interface RowPlan {
  readonly scopes: readonly ScopeMembers[];
  /** What has rows of its own; scopes that count the same share theirs. */
  readonly members: readonly Members[];
  /** By scope, its place among them. */
  readonly placeOfScope: Int32Array;
  readonly layout: CounterLayout;
  /** Rows of a scope: its intervals, after close, the whole horizon. */
  readonly rowsPerScope: number;
  /** Length of the buffer of rows. */
  readonly length: number;
  /** Counted seconds of each interval. */
  readonly elapsed: Float64Array;
  /** By contact type. */
  readonly definitions: readonly ServiceLevelDefinition[];
  /** Objective's share by contact type; null: it has none. */
  readonly objectives: readonly (number | null)[];
  readonly days: number;
  /** null: no price is known. */
  readonly costs: CostPlan | null;
  /** Measures of the results. */
  readonly measures: readonly MeasureName[];
}

/** What one replication counted. */
export interface Folded {
  readonly counters: Float64Array;
  readonly days: Float64Array;
  readonly pairs: Float64Array;
  /** Seats of each group, where numbers of agents were others than the scenario's. */
  readonly seats?: readonly number[] | undefined;
}

/** Where the row of a scope and interval begins; interval `intervals` is after close, `intervals + 1` the horizon. */
export function cellOffset(plan: RowPlan, scope: number, interval: number): number {
  return rowsAt(plan, plan.placeOfScope[scope], interval);
}

function rowsAt({rowsPerScope}: RowPlan, place: number, interval: number): number {
  return (place * rowsPerScope + interval) * CELL_STRIDE;
}

/** The plan by which a scenario's replications, or the batches of its one run, are folded. */
export function planRows(simulated: Scenario): RowPlan {
  const scenario = observedScenario(simulated);
  const scopes = scopesOf(scenario);
  const {members, placeOfScope} = distinctMembers(scopes);
  const intervals = scenario.clock.intervalLabels.length;
  const rowsPerScope = intervals + 2;
  const elapsed = elapsedByInterval(scenario);
  return {
    scopes,
    members,
    placeOfScope,
    layout: {contactTypes: scenario.contactTypes.length, groups: scenario.groups.length, intervals},
    rowsPerScope,
    length: members.length * rowsPerScope * CELL_STRIDE,
    elapsed,
    definitions: scenario.contactTypes.map(({objective}) => objective?.definition ?? 'excluding-abandons'),
    objectives: scenario.contactTypes.map(({objective}) => objective?.share ?? null),
    days: scenario.clock.days,
    costs: planCosts(
      scenario,
      elapsed.reduce((sum, seconds) => sum + seconds, 0),
    ),
    measures: measuresOf(scenario),
  };
}

/** Counted seconds of an interval or, as `intervals + 1`, of the horizon; none after close. */
export function elapsedIn({elapsed, layout}: RowPlan, interval: number): number {
  if (interval < layout.intervals) return elapsed[interval];
  return interval === layout.intervals ? 0 : elapsed.reduce((sum, seconds) => sum + seconds, 0);
}

/** Seconds of each reporting interval that lie after the warm-up and before the end of the horizon. */
export function elapsedByInterval({clock, run}: Scenario): Float64Array {
  const elapsed = new Float64Array(clock.intervalLabels.length);
  const end = clock.dayStarts.at(-1) ?? 0;
  clock.intervalOfCell.forEach((interval, cell) => {
    const from = Math.max(cell * clock.intervalSeconds, run.warmUpSeconds);
    const to = Math.min((cell + 1) * clock.intervalSeconds, end);
    if (to > from) elapsed[interval] = (elapsed[interval] ?? 0) + to - from;
  });
  return elapsed;
}

/**
 * The members on whose rows these cells stand.
 *
 * @param cells places in the buffer of rows
 * @returns by place of the members 1 or 0; null where all are needed, since what a scope costs rests on the others
 */
export function membersBehind({members, rowsPerScope}: RowPlan, cells: Iterable<number>): Uint8Array | null {
  const needed = new Uint8Array(members.length);
  for (const cell of cells) {
    if (cell % CELL_STRIDE === CELL.cost || cell % CELL_STRIDE === CELL.resolved) return null;
    needed[Math.floor(cell / (rowsPerScope * CELL_STRIDE))] = 1;
  }
  return needed;
}

/**
 * Folds the counters of one replication into rows of cells: for whatever members scopes have, one for every interval, for
 * after close and for the horizon.
 *
 * @param folded blocks laid out as counters.ts says
 * @param rows buffer of `plan.length` numbers, overwritten
 * @param needed by place of the members 1 where their rows are wanted; the others' keep what they were, and nothing is priced
 * @returns what the replication costs, item by item; null where no price is known
 */
export function foldRows(
  plan: RowPlan,
  folded: Folded,
  rows: Float64Array,
  needed: Uint8Array | null = null,
): CostItems | null {
  for (let place = 0; place < plan.members.length; place++)
    if (needed === null || needed[place] === 1) foldMembers(plan, place, folded, rows);
  return plan.costs === null || needed !== null ? null : fillCosts(plan, plan.costs, folded, rows);
}

function foldMembers(plan: RowPlan, place: number, {counters, days}: Folded, rows: Float64Array): void {
  const {layout, rowsPerScope} = plan;
  const members = plan.members[place];
  const horizon = rowsAt(plan, place, layout.intervals + 1);
  rows.fill(0, rowsAt(plan, place, 0), rowsAt(plan, place, rowsPerScope));
  for (let interval = 0; interval <= layout.intervals; interval++) {
    const at = rowsAt(plan, place, interval);
    const elapsed = interval < layout.intervals ? plan.elapsed[interval] : 0;
    if (addMembers(plan, members, interval, counters, rows, at)) {
      deriveCells(rows, at, elapsed);
      addRow(rows, at, horizon, members);
    } else {
      rows[at + CELL.elapsed] = elapsed;
      rows[horizon + CELL.elapsed] += elapsed;
    }
  }
  rows[horizon + CELL.anyAnswered] = rows[horizon + CELL.answeredCallers] > 0 ? 1 : 0;
  if (members.contactTypes.length === 1) judgeDays(plan, members.contactTypes[0], days, rows, horizon);
}

/** Adds up the counters of contact types and groups; false where nothing was counted. */
function addMembers(
  plan: RowPlan,
  {contactTypes, groups}: Members,
  interval: number,
  counters: Float64Array,
  rows: Float64Array,
  at: number,
): boolean {
  let any = false;
  for (const type of contactTypes) {
    const from = rowOffset(plan.layout, type, interval);
    if (isEmpty(counters, from)) continue;
    any = true;
    const longest = Math.max(rows[at + COUNTER.waitMax], counters[from + COUNTER.waitMax]);
    for (let counter = 0; counter < AGENT_COUNTERS; counter++) rows[at + counter] += counters[from + counter];
    rows[at + COUNTER.waitMax] = longest;
    addObjective(plan.definitions[type], counters, from, rows, at);
  }
  for (const group of groups) {
    const from = rowOffset(plan.layout, plan.layout.contactTypes + group, interval);
    if (isEmpty(counters, from)) continue;
    any = true;
    for (let counter = AGENT_COUNTERS; counter < COUNTERS.length; counter++)
      rows[at + counter] += counters[from + counter];
    if (contactTypes.length > 0) continue;
    for (const counter of OF_ANSWERED) rows[at + counter] += counters[from + counter];
  }
  return any;
}

/** Whether nothing was counted in this row: nobody came, nobody waited and nobody was paid. */
function isEmpty(counters: Float64Array, from: number): boolean {
  for (let counter = 0; counter < COUNTERS.length; counter++) if (counters[from + counter] !== 0) return false;
  return true;
}

/** Adds a contact type's numerator and denominator under the definition that its own objective names. */
function addObjective(
  definition: ServiceLevelDefinition,
  counters: Float64Array,
  from: number,
  rows: Float64Array,
  at: number,
): void {
  const within = counters[from + COUNTER.answeredWithin];
  const givenUp = counters[from + COUNTER.abandonedWithin];
  const judged = judgedOf(counters, from);
  rows[at + CELL.objectiveWithin] += definition === 'abandons-met' ? within + givenUp : within;
  const answered = counters[from + COUNTER.answered] - counters[from + COUNTER.callbacksAnswered];
  rows[at + CELL.objectiveOf] += denominatorOf(definition, judged, answered, givenUp);
}

function denominatorOf(definition: ServiceLevelDefinition, judged: number, answered: number, givenUp: number): number {
  if (definition === 'excluding-abandons') return judged - givenUp;
  return definition === 'over-answered' ? answered : judged;
}

/** *A* of a row of counters: those whom the service level judges. */
function judgedOf(row: Float64Array, at: number): number {
  const excused = row[at + COUNTER.messages] + row[at + COUNTER.calledBack] + row[at + COUNTER.deflected];
  const there = row[at + COUNTER.backlogAtStart] + row[at + COUNTER.offered];
  return there - row[at + COUNTER.callbacksOffered] - excused - row[at + COUNTER.stillWithin];
}

/** Works out the derived cells of one row from its counters. */
function deriveCells(rows: Float64Array, at: number, elapsed: number): void {
  const givenUp = rows[at + COUNTER.abandonedWithin];
  const judged = judgedOf(rows, at);
  const signedIn = rows[at + COUNTER.busy] + rows[at + COUNTER.idle];
  const answeredCallers = rows[at + COUNTER.answered] - rows[at + COUNTER.callbacksAnswered];
  rows[at + CELL.callers] =
    rows[at + COUNTER.backlogAtStart] + rows[at + COUNTER.offered] - rows[at + COUNTER.callbacksOffered];
  rows[at + CELL.answeredCallers] = answeredCallers;
  rows[at + CELL.dialled] = rows[at + COUNTER.callbacksAnswered] + rows[at + COUNTER.unreached];
  rows[at + CELL.judged] = judged;
  rows[at + CELL.judgedLate] = judged - givenUp;
  rows[at + CELL.withinEither] = rows[at + COUNTER.answeredWithin] + givenUp;
  rows[at + CELL.abandonedLate] = rows[at + COUNTER.abandoned] - givenUp;
  rows[at + CELL.signedIn] = signedIn;
  rows[at + CELL.paid] =
    signedIn + rows[at + COUNTER.breaks] + rows[at + COUNTER.setAside] + rows[at + COUNTER.absence];
  rows[at + CELL.anyAnswered] = answeredCallers > 0 ? 1 : 0;
  if (elapsed === 0) return;
  rows[at + CELL.elapsed] = elapsed;
  rows[at + CELL.queueTimeInside] = rows[at + COUNTER.queueTime];
  rows[at + CELL.workInside] = rows[at + COUNTER.work];
  rows[at + CELL.signedInInside] = signedIn;
}

/** Adds an interval's row to the horizon's; of the longest wait it keeps the longer. */
function addRow(rows: Float64Array, from: number, to: number, {contactTypes}: Members): void {
  if (contactTypes.length === 0) {
    for (const counter of OF_ANSWERED) rows[to + counter] += rows[from + counter];
    for (let cell: number = AGENT_COUNTERS; cell < CELL.daysMet; cell++) rows[to + cell] += rows[from + cell];
    return;
  }
  const longest = Math.max(rows[to + COUNTER.waitMax], rows[from + COUNTER.waitMax]);
  for (let cell = 0; cell < CELL.daysMet; cell++) rows[to + cell] += rows[from + cell];
  rows[to + COUNTER.waitMax] = longest;
}

/** Counts the days on which a contact type met its objective, and those with a verdict. */
function judgeDays(plan: RowPlan, type: number, days: Float64Array, rows: Float64Array, horizon: number): void {
  const objective = plan.objectives[type];
  if (objective === null) return;
  for (let day = 0; day < plan.days; day++) {
    const of = dayDenominator(plan, type, day, days);
    if (of <= 0) continue;
    const within = dayNumerator(plan, type, day, days);
    rows[horizon + CELL.daysJudged]++;
    if (within >= objective * of - LENIENCE * of) rows[horizon + CELL.daysMet]++;
  }
}

/** Contacts of a type offered on a day over which its objective counts. */
function dayDenominator({definitions, days: count}: RowPlan, type: number, day: number, days: Float64Array): number {
  const at = (type * count + day) * DAY_STRIDE;
  const judged = days[at + DAY.offered] - days[at + DAY.excused];
  return denominatorOf(definitions[type], judged, days[at + DAY.answered], days[at + DAY.abandonedWithin]);
}

/** Those of them that count as met. */
function dayNumerator({definitions, days: count}: RowPlan, type: number, day: number, days: Float64Array): number {
  const at = (type * count + day) * DAY_STRIDE;
  const givenUp = definitions[type] === 'abandons-met' ? days[at + DAY.abandonedWithin] : 0;
  return days[at + DAY.answeredWithin] + givenUp;
}

/** Sets cost and resolved contacts of every scope, over the horizon; answers what the cost consists of. */
function fillCosts(plan: RowPlan, costPlan: CostPlan, {days, pairs, seats}: Folded, rows: Float64Array): CostItems {
  const {scopes, layout} = plan;
  const horizonOf = (scope: number): number => cellOffset(plan, scope, layout.intervals + 1);
  const firstGroup = scopes.findIndex(({scope}) => scope === 'group');
  const firstType = scopes.findIndex(({scope}) => scope === 'contactType');
  const ofGroup = (group: number, cell: number): number => rows[horizonOf(firstGroup + group) + cell];
  const pair = (group: number, type: number): number => (group * layout.contactTypes + type) * PAIR_STRIDE;
  const costs = costsOf(costPlan, {
    paidSeconds: group => ofGroup(group, CELL.paid),
    productiveSeconds: group => ofGroup(group, CELL.signedIn),
    overrunSeconds: group => ofGroup(group, CELL.overrun),
    seats: seats && (group => seats[group]!),
    answered: (group, type) => pairs[pair(group, type) + PAIR.answered],
    handledSeconds: (group, type) => pairs[pair(group, type) + PAIR.handle],
    serviceLevel(types, day) {
      let within = 0;
      let of = 0;
      for (const type of types) {
        const at = horizonOf(firstType + type);
        within += day < 0 ? rows[at + CELL.objectiveWithin] : dayNumerator(plan, type, day, days);
        of += day < 0 ? rows[at + CELL.objectiveOf] : dayDenominator(plan, type, day, days);
      }
      return [within, of];
    },
  });
  scopes.forEach(({scope, contactTypes, groups}, index) => {
    const at = horizonOf(index);
    const ofAgents = scope === 'group' || scope === 'site';
    const [members, amounts] = ofAgents ? [groups, costs.byGroup] : [contactTypes, costs.byContactType];
    rows[at + CELL.cost] = members.reduce((sum, member) => sum + amounts[member], 0);
    rows[at + CELL.resolved] =
      rows[at + COUNTER.answered] - rows[at + COUNTER.transferredOut] - rows[at + COUNTER.unresolved];
  });
  return costs.items;
}
