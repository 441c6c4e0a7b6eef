import {licencePrice, supportPerHour} from '../../scenario/prices.js';
import type {Exchange, Prices} from '../../scenario/prices.js';
import type {Problems} from '../../scenario/problems.js';
import {byMonthOfPlan, type PlanMonths} from './calendar-months.js';
import {monthLabel} from './months.js';
import type {Hiring, PlanPeople, TeamPlan} from './plan.js';
import type {WrittenHiring, WrittenPeople, WrittenTeam} from './team-schema.js';

/** Weeks in a month: 52 a year. */
const WEEKS_A_MONTH = 52 / 12;
const DEFAULT_MOST_IN_CLASS = 20;

/** What a team needs to know of its plan. */
export interface TeamReading extends PlanMonths {
  readonly exchange: Exchange;
  readonly currency: string | null;
  readonly amountOf: Prices['amountOf'];
  readonly problems: Problems;
}

/** Who is there, who can be hired, what can be bought: a team but for its work. */
export function readTeam(
  {people, hiring, outsourcing}: WrittenTeam,
  reading: TeamReading,
): Pick<TeamPlan, 'people' | 'hiring' | 'outsourcing'> {
  return {
    people: peopleOf(people, reading),
    hiring: hiring === undefined ? null : hiringOf(hiring, reading),
    outsourcing:
      outsourcing === undefined
        ? null
        : {
            perHour: reading.amountOf(outsourcing.pay),
            atMost: outsourcing['at-most'],
            paidAfter: Math.round(outsourcing['paid-after']),
          },
  };
}

function peopleOf(people: WrittenPeople, reading: TeamReading): PlanPeople {
  const {amountOf, currency, exchange, problems} = reading;
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
    transfers: byMonthOfPlan(people.transfers, reading, problems),
    overtime: {atMost: people.overtime?.['at-most'] ?? 0, factor: people.overtime?.pay ?? 1},
    timeOffAtMost: people['time-off']?.['at-most'] ?? 0,
  };
}

function payOf({pay}: WrittenPeople, amountOf: Prices['amountOf'], monthlyHours: number): number {
  if (pay === undefined) return 0;
  return amountOf(pay.amount) * (pay.per === 'hour' ? monthlyHours : 1);
}

function hiringOf(written: WrittenHiring, reading: TeamReading): Hiring {
  const {start, months, amountOf, problems} = reading;
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
    classes: written.classes === undefined ? null : byMonthOfPlan(written.classes, reading, problems),
    underWay: byMonthOfPlan(written['under-way'], reading, problems),
  };
}
