import {formatCount} from '../../base/units.js';
import {currencyOf, licencePrice, makeAmountOf, supportPerHour} from '../../scenario/prices.js';
import type {Prices} from '../../scenario/prices.js';
import {parseText} from '../../scenario/parse.js';
import {Problems} from '../../scenario/problems.js';
import type {Named, Placed, Reading} from '../../scenario/schema/field.js';
import {deepest} from '../../scenario/value.js';
import type {MapValue, Value} from '../../scenario/value.js';
import {experienced} from './cohorts.js';
import {monthLabel} from './months.js';
import type {Demand, HeadcountPlan, Hiring, PlanPeople} from './plan.js';
import {
  planDocument,
  type WrittenDemand,
  type WrittenHiring,
  type WrittenPeople,
  type WrittenPlan,
} from './plan-schema.js';

/** Weeks in a month: 52 a year. */
const WEEKS_A_MONTH = 52 / 12;
const DEFAULT_MOST_IN_CLASS = 20;

/** A plan with the way back to its file. */
export interface LocatedPlan {
  readonly plan: HeadcountPlan;
  readonly root: MapValue;
  readonly problems: Problems;
}

/**
 * Reads the text of a plan of headcount.
 *
 * @param file as messages name it
 * @param defaultName title where the plan has none
 * @throws UserError with every problem found
 * @example readPlan('start: 2027-01\nmonths: 2\nrequired: [40, 42]\npeople: {start: 60}', 'plan.yaml', 'plan').plan.months // 2
 */
export function readPlan(text: string, file: string, defaultName: string): LocatedPlan {
  const problems = new Problems();
  const root = parseText(text, file, problems, 'a plan with start, months and people');
  if (root !== null && root.kind !== 'map')
    problems.add('PLN001', root, 'a plan: a mapping with start, months, people');
  problems.throwIfAny();
  const reading: Reading = {problems, includes: [], timezones: new Map(), currencies: new Map()};
  const written = planDocument.read(root!, reading);
  problems.throwIfAny();
  const plan = planOf(written!, reading, defaultName);
  checkPlan(plan, written!, problems);
  problems.throwIfAny();
  return {plan, root: root as MapValue, problems};
}

function planOf(written: WrittenPlan, {problems, currencies}: Reading, defaultName: string): HeadcountPlan {
  const {start, months} = written;
  const currency = currencyOf(written, currencies, problems);
  const amountOf = makeAmountOf(currency, written);
  const {outsourcing} = written;
  checkWork(written, problems);
  return {
    name: written.name ?? defaultName,
    description: written.description ?? null,
    start,
    months,
    currency,
    required: written.required?.value ?? null,
    demand: written.demand === undefined ? null : demandOf(written.demand, start, months, problems),
    uncertainty: {now: written.uncertainty?.now ?? 0, afterAYear: written.uncertainty?.['after-a-year'] ?? 0},
    people: peopleOf(written, amountOf, currency, problems),
    hiring: written.hiring === undefined ? null : hiringOf(written.hiring, written, amountOf, problems),
    outsourcing:
      outsourcing === undefined
        ? null
        : {
            perHour: amountOf(outsourcing.pay),
            atMost: outsourcing['at-most'],
            paidAfter: Math.round(outsourcing['paid-after']),
          },
    budget: written.budget === undefined ? null : amountOf(written.budget.value),
  };
}

function checkWork({demand, required, months, here}: WrittenPlan, problems: Problems): void {
  if ((demand === undefined) === (required === undefined))
    problems.add('PLN002', required?.at ?? here, 'one of demand and required');
  else if (required !== undefined && required.value.length !== months)
    problems.add('PLN002', required.at, `${months} numbers, one a month`, String(required.value.length));
}

function demandOf(written: WrittenDemand, start: number, months: number, problems: Problems): Demand {
  const season = written.season?.value;
  if (season !== undefined && season.length !== 12)
    problems.add('SCN014', written.season!.at, 'twelve factors, from January on', String(season.length));
  for (const {value} of written.campaigns ?? []) inPlan(value.from.value, value.from.at, start, months, problems);
  const profile = written.profile?.value;
  if (
    profile !== undefined &&
    !(profile.length > 0 && 1440 % profile.length === 0 && profile.some(weight => weight > 0))
  )
    problems.add(
      'SCN014',
      written.profile!.at,
      'weights that divide the day evenly, such as 24 or 48, not all of them 0',
    );
  const open = written.open.value;
  if (open.every(spans => spans.length === 0)) problems.add('SCN014', written.open.at, 'opening hours on some day');
  if (written.occupancy !== undefined && !(written.occupancy.value > 0))
    problems.add('PLN007', written.occupancy.at, 'an occupancy above 0%');
  if (!(written.objective.share < 1))
    problems.add('PLN007', deepest(written.here, 'objective'), 'an objective below 100%', '100%');
  const factorOf = (month: number): number =>
    (written.campaigns ?? [])
      .filter(({value}) => month >= value.from.value && month < value.from.value + value.months)
      .reduce((product, {value}) => product * value.factor, 1);
  return {
    contacts: Array.from(
      {length: months},
      (_, index) =>
        written.contacts *
        (1 + written.growth) ** (index / 12) *
        (season?.[(start + index) % 12] ?? 1) *
        factorOf(start + index),
    ),
    aht: written.aht,
    patience: written.patience ?? null,
    objective: {share: written.objective.share, thresholdSeconds: written.objective.thresholdSeconds},
    occupancy: written.occupancy?.value ?? null,
    open,
    weekdays: open.map((spans, weekday) => (spans.length === 0 ? 0 : weightOf(written.weekdays, weekday))),
    profile: profile ?? null,
  };
}

const weightOf = (weekdays: WrittenDemand['weekdays'], weekday: number): number =>
  weekdays?.findLast(({name}) => name.includes(weekday))?.value ?? 1;

function peopleOf(
  {people, start, months, ...exchange}: WrittenPlan,
  amountOf: Prices['amountOf'],
  currency: string | null,
  problems: Problems,
): PlanPeople {
  const weeklyHours = people.hours / 3600;
  const monthlyHours = weeklyHours * WEEKS_A_MONTH;
  const onCosts = 1 + people['on-costs'];
  const pay = payOf(people, amountOf, monthlyHours) * onCosts;
  const support = supportPerHour(people.support, amountOf) * onCosts * monthlyHours;
  const licence =
    currency === null
      ? 0
      : licencePrice(people.licence, {...exchange, licences: undefined}, currency, amountOf, problems);
  return {
    start: people.start,
    weeklyHours,
    shrinkage: people.shrinkage,
    monthlyAttrition: people.attrition,
    perHeadMonth: pay + support + licence,
    perHour: pay / monthlyHours,
    transfers: spread(
      people.transfers?.map(({name, key, value}) => ({name, key, value: {value, at: key}})),
      start,
      months,
      problems,
    ),
    overtime: {atMost: people.overtime?.['at-most'] ?? 0, factor: people.overtime?.pay ?? 1},
    timeOffAtMost: people['time-off']?.['at-most'] ?? 0,
  };
}

function payOf({pay}: WrittenPeople, amountOf: Prices['amountOf'], monthlyHours: number): number {
  if (pay === undefined) return 0;
  return amountOf(pay.amount) * (pay.per === 'hour' ? monthlyHours : 1);
}

function hiringOf(
  written: WrittenHiring,
  {start, months}: WrittenPlan,
  amountOf: Prices['amountOf'],
  problems: Problems,
): Hiring {
  const lead = Math.ceil(written['lead-time'].value);
  const size = written.class?.value ?? {least: 1, most: DEFAULT_MOST_IN_CLASS};
  if (size.least > size.most)
    problems.add('SCN014', written.class!.at, 'least not above most', `${size.least} and ${size.most}`);
  if (lead >= months && written['under-way'] === undefined)
    problems.add(
      'PLN003',
      written['lead-time'].at,
      `a lead time shorter than the plan of ${months} months, or a plan of ${lead + 1} months or more`,
      `${lead} months`,
    );
  for (const {name, key, value} of written.classes ?? []) {
    if (value.value > 0 && name >= start && name < start + months && name + lead >= start + months)
      problems.add(
        'PLN004',
        key,
        `a class that joins by ${monthLabel(start + months - 1)}, the last month of the plan`,
        monthLabel(name),
      );
  }
  return {
    lead,
    training: written.training,
    rampUp: written['ramp-up'] ?? [],
    dropOut: written['drop-out'],
    leastInClass: size.least,
    mostInClass: size.most,
    classesAMonth: written['classes-a-month'],
    perHire: amountOf(written['per-hire']),
    perTrainee: amountOf(written['per-trainee']),
    classes: written.classes === undefined ? null : spread(written.classes, start, months, problems),
    underWay: spread(written['under-way'], start, months, problems),
  };
}

/** Amounts by month of the calendar become one a month of the plan. */
function spread(
  named: readonly Named<number, Placed<number>>[] | undefined,
  start: number,
  months: number,
  problems: Problems,
): readonly number[] {
  const amounts = new Array<number>(months).fill(0);
  for (const {name, key, value} of named ?? [])
    if (inPlan(name, key, start, months, problems)) amounts[name - start] = value.value;
  return amounts;
}

function inPlan(month: number, at: Value, start: number, months: number, problems: Problems): boolean {
  if (month >= start && month < start + months) return true;
  problems.add(
    'PLN004',
    at,
    `a month from ${monthLabel(start)} to ${monthLabel(start + months - 1)}`,
    monthLabel(month),
  );
  return false;
}

/** What can be seen only once the plan is whole. */
function checkPlan(plan: HeadcountPlan, written: WrittenPlan, problems: Problems): void {
  if (problems.count > 0) return;
  const below = experienced(plan).heads.findIndex(heads => heads < 0);
  if (below !== -1)
    problems.add(
      'PLN006',
      deepest(written.here, 'people', 'transfers'),
      `transfers that leave somebody in ${monthLabel(plan.start + below)}`,
      formatCount(Math.abs(Math.round(plan.people.transfers[below]!))),
    );
}
