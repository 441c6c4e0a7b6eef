import {weekdayOf} from '../base/dates.js';
import {suggest} from '../base/suggest.js';
import {formatDuration, SECONDS_PER_DAY, SECONDS_PER_HOUR} from '../base/units.js';
import {UTC} from './clock.js';
import type {Zone} from './clock.js';
import type {Table} from './csv.js';
import {momentOf} from './horizon.js';
import type {Horizon} from './horizon.js';
import type {Prices} from './prices.js';
import type {Problems} from './problems.js';
import {readNeeds} from './requirement.js';
import type {AgentGroup, Scenario} from './scenario.js';
import type {Include, Named} from './schema/field.js';
import type {WrittenHourPrice, WrittenScheduling, WrittenShiftType} from './schema/scheduling.js';
import type {HourPrice, Need, Scheduling, ShiftStart, ShiftType} from './scheduling.js';
import {breakChoices} from './shift-breaks.js';
import {deepest} from './value.js';
import type {Value} from './value.js';

/** What building needs beside the text. */
export interface SchedulingContext {
  readonly horizon: Horizon;
  readonly scenario: Pick<Scenario, 'sites' | 'groups' | 'contactTypes'>;
  readonly prices: Prices;
  readonly zones: ReadonlyMap<string, Zone>;
  readonly tableOf: (include: Include) => Table | null;
  readonly problems: Problems;
}

const DAYS_A_WEEK = 7;
/** A longer roster is made four weeks at a time. */
const MOST_WEEKS = 4;
/** Coarser than this are all times of shifts. */
const FINEST_SECONDS = 300;
/** Shifts that may be chosen, with every place of their breaks counted. */
const MOST_CHOICES = 200_000;

/** Shifts and needs as written become those of the horizon; null after noting what is wrong. */
export function buildScheduling(written: WrittenScheduling, context: SchedulingContext): Scheduling | null {
  const {horizon, scenario, prices, problems} = context;
  const before = problems.count;
  const {days, intervalSeconds} = horizon.clock;
  const wholeWeeks = days % DAYS_A_WEEK === 0;
  if (days > DAYS_A_WEEK && !(wholeWeeks && days <= MOST_WEEKS * DAYS_A_WEEK)) {
    problems.add(
      'SCD005',
      written.here,
      'a horizon of up to 7 days, or of 14, 21 or 28: whole weeks, since days a week are counted in them',
      String(days),
    );
    return null;
  }
  checkRest(written, problems);
  checkSteps(written, problems);
  if (problems.count > before) return null;
  const headcount = readHeadcount(written, scenario.groups, problems);
  const shiftTypes = written.shifts.map(each => buildShiftType(each, context));
  if (written.shifts.length === 0)
    problems.add('SCN011', deepest(written.here, 'shifts'), 'at least one kind of shift');
  const needs = buildNeeds(written, context);
  if (problems.count > before) return null;
  const hourPrice = (price: WrittenHourPrice, key: string): HourPrice => {
    if ('factor' in price) return price;
    if (prices.currency === null && price.amount.amount > 0)
      problems.add('SCD011', deepest(written.here, key), 'a factor such as 300%, since agents have no price');
    return {perHour: prices.amountOf(price.amount)};
  };
  const types = shiftTypes.filter(type => type !== null);
  const cellSeconds = types
    .flatMap(({starts}) => starts)
    .flatMap(timesOf)
    .reduce(greatestDivisor, intervalSeconds);
  checkGrid(cellSeconds, types, written.here, problems);
  return {
    cellSeconds,
    repeats: wholeWeeks,
    shiftTypes: types,
    needs,
    needsFile: written.requirement?.value.path ?? null,
    headcount,
    restSeconds: written.rest,
    understaffing: written.understaffing === null ? null : hourPrice(written.understaffing, 'understaffing'),
    overstaffing: hourPrice(written.overstaffing, 'overstaffing'),
    rounds: written.rounds,
    gap: written.gap,
    seconds: written['time-limit'],
  };
}

const timesOf = ({from, to, breaks}: ShiftStart): readonly number[] => [from, to, ...breaks.flat(3)];

const greatestDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : greatestDivisor(b, a % b));

function checkGrid(cellSeconds: number, types: readonly ShiftType[], at: Value, problems: Problems): void {
  if (cellSeconds < FINEST_SECONDS)
    problems.add(
      'SCD002',
      deepest(at, 'shifts'),
      'starts, lengths and breaks on a grid of 5m or coarser',
      formatDuration(cellSeconds),
    );
  const choices = types
    .flatMap(({starts}) => starts)
    .reduce((sum, {breaks}) => sum + 1 + breaks.reduce((places, each) => places + each.length, 0), 0);
  if (choices > MOST_CHOICES)
    problems.add('SCN040', deepest(at, 'shifts'), `at most 200,000 shifts and places of breaks`, String(choices));
}

function readHeadcount(
  written: WrittenScheduling,
  groups: readonly AgentGroup[],
  problems: Problems,
): readonly (number | null)[] {
  const names = groups.map(({name}) => name);
  for (const {name, key} of written.headcount ?? []) {
    if (!names.includes(name))
      problems.add('SCN020', key, `the name of an agent group (${names.join(', ')})`, name, suggest(name, names));
  }
  return names.map(name => written.headcount?.find(each => each.name === name)?.value ?? null);
}

function buildShiftType(
  {name, key, value}: Named<string, WrittenShiftType>,
  context: SchedulingContext,
): ShiftType | null {
  const {horizon, scenario, problems} = context;
  if (problems.touches(key.path)) return null;
  const before = problems.count;
  const groups = groupsOf(value, scenario.groups, problems);
  const days = Array.from({length: horizon.clock.days}, (_, day) => day).filter(day =>
    value.days.includes(weekdayOf(horizon.firstDay + day)),
  );
  const starts = groups.flatMap(group => days.flatMap(day => startsOn(group, day, value, context)));
  if (problems.count > before) return null;
  const [least, most] = value['days-a-week'];
  // every one of several weeks has the same days of the week
  const aWeek = days.length / Math.max(1, horizon.clock.days / DAYS_A_WEEK);
  const atMost = value['at-most'];
  return {
    name,
    groups,
    lengthSeconds: value.length,
    daysWorked: [Math.min(least, aWeek), Math.min(most, aWeek)],
    daysOff: value['days-off'],
    startsVarySeconds: value['starts-vary'],
    costFactor: value.cost,
    atLeast: value['at-least'],
    atMost: atMost !== undefined && 'agents' in atMost ? atMost.agents : null,
    shareAtMost: atMost !== undefined && 'share' in atMost ? atMost.share : null,
    starts,
  };
}

function groupsOf(value: WrittenShiftType, groups: readonly AgentGroup[], problems: Problems): readonly number[] {
  if (value.groups === undefined) return groups.map((_, index) => index);
  const names = groups.map(({name}) => name);
  const found = value.groups.flatMap(({value: wanted, at}) => {
    const index = names.indexOf(wanted);
    if (index === -1)
      problems.add('SCN020', at, `the name of an agent group (${names.join(', ')})`, wanted, suggest(wanted, names));
    return index === -1 ? [] : [index];
  });
  if (value.groups.length === 0) problems.add('SCN011', deepest(value.here, 'groups'), 'at least one agent group');
  return [...new Set(found)];
}

/** Every start of a shift on one day, in the time zone of the group's site. */
function startsOn(
  group: number,
  day: number,
  value: WrittenShiftType,
  {horizon, scenario, zones, problems}: SchedulingContext,
): readonly ShiftStart[] {
  const {site} = scenario.groups[group]!;
  const zone = site === null ? horizon.zone : (zones.get(scenario.sites[site]!.timezone) ?? UTC);
  const every = value.every ?? horizon.clock.intervalSeconds;
  const [earliest, latest] = value.starts;
  const found: ShiftStart[] = [];
  for (let startOfDay = earliest; startOfDay <= latest; startOfDay += every) {
    const breaks = breakChoices(startOfDay, value, horizon.clock.intervalSeconds, problems);
    if (breaks === null) return [];
    const at = (secondOfDay: number): number => momentOf(horizon, zone, horizon.firstDay + day, secondOfDay);
    const unpaid = breaks.reduce((sum, {unpaidSeconds}) => sum + unpaidSeconds, 0);
    found.push({
      group,
      day,
      startOfDay,
      from: at(startOfDay),
      to: at(startOfDay + value.length),
      breaks: breaks.map(({alternatives}) =>
        alternatives.map(spans => spans.map(([from, to]): readonly [number, number] => [at(from), at(to)])),
      ),
      paidSeconds: value.length - unpaid,
    });
  }
  return found;
}

function buildNeeds(
  written: WrittenScheduling,
  {horizon, scenario, tableOf, problems}: SchedulingContext,
): readonly Need[] | null {
  if (written.requirement === undefined) return null;
  const table = tableOf(written.requirement.value);
  if (table === null) return null;
  return readNeeds(
    table,
    scenario.groups.map(({name}) => name),
    scenario.contactTypes.map(({name}) => name),
    horizon,
    problems,
  );
}

/** Kinds of shifts after which there is too little rest. */
function checkRest(written: WrittenScheduling, problems: Problems): void {
  for (const {value} of written.shifts) {
    const left = SECONDS_PER_DAY - value.length - value['starts-vary'];
    if (left >= written.rest || value['days-a-week'][1] < 2) continue;
    problems.add(
      'SCD003',
      deepest(value.here, value['starts-vary'] > 0 ? 'starts-vary' : 'length'),
      `${formatDuration(written.rest)} of rest between two shifts: a shift of ${formatDuration(value.length)}${
        value['starts-vary'] > 0 ? ` whose starts vary by ${formatDuration(value['starts-vary'])}` : ''
      } leaves ${formatDuration(Math.max(0, left))}`,
    );
  }
}

/** Lengths and steps too fine or too long to be looked at one by one. */
function checkSteps(written: WrittenScheduling, problems: Problems): void {
  for (const {value} of written.shifts) {
    const steps = [value.every, ...(value.breaks ?? []).map(({every}) => every)];
    if (steps.some(step => step !== undefined && step < FINEST_SECONDS))
      problems.add('SCD002', value.here, 'starts, lengths and breaks on a grid of 5m or coarser');
    if (value.length < FINEST_SECONDS || value.length > SECONDS_PER_DAY || value.length % 60 !== 0)
      problems.add(
        'SCD002',
        deepest(value.here, 'length'),
        `a length in whole minutes up to ${SECONDS_PER_DAY / SECONDS_PER_HOUR}h`,
      );
  }
}
