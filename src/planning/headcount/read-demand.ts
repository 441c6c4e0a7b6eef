import type {Problems} from '../../scenario/problems.js';
import {deepest} from '../../scenario/value.js';
import {readCalendarMonth} from './calendar-months.js';
import type {WrittenDemand} from './demand-schema.js';
import type {Demand} from './plan.js';

/**
 * The contacts that come, month by month, and what is asked of their service.
 *
 * @param start number of the first month
 * @param months how many months the plan has
 */
export function readDemand(written: WrittenDemand, start: number, months: number, problems: Problems): Demand {
  const season = written.season?.value;
  if (season !== undefined && season.length !== 12)
    problems.add('SCN014', written.season!.at, 'twelve factors, from January on', String(season.length));
  for (const {value} of written.campaigns ?? [])
    readCalendarMonth(value.from.value, value.from.at, {start, months}, problems);
  checkDay(written, problems);
  checkService(written, problems);
  const factorOf = (month: number): number =>
    (written.campaigns ?? [])
      .filter(({value}) => month >= value.from.value && month < value.from.value + value.months)
      .reduce((product, {value}) => product * value.factor, 1);
  const open = written.open?.value ?? [];
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
    byConcurrency: written['by-concurrency'] ?? [1],
    patience: written.patience ?? null,
    objective: written.method === 'hours' ? null : (written.objective?.value ?? null),
    occupancy: written.occupancy?.value ?? null,
    open,
    weekdays: open.map((spans, weekday) => (spans.length === 0 ? 0 : weightOf(written.weekdays, weekday))),
    profile: written.profile?.value ?? null,
  };
}

const weightOf = (weekdays: WrittenDemand['weekdays'], weekday: number): number =>
  weekdays?.findLast(({name}) => name.includes(weekday))?.value ?? 1;

function checkDay({profile, open}: WrittenDemand, problems: Problems): void {
  const weights = profile?.value;
  if (
    weights !== undefined &&
    !(weights.length > 0 && 1440 % weights.length === 0 && weights.some(weight => weight > 0))
  )
    problems.add('SCN014', profile!.at, 'weights that divide the day evenly, such as 24 or 48, not all of them 0');
  if (open !== undefined && open.value.every(spans => spans.length === 0))
    problems.add('SCN014', open.at, 'opening hours on some day');
}

/** What the method needs, and what it has no use for. */
function checkService(written: WrittenDemand, problems: Problems): void {
  const {method, objective, open, occupancy, here} = written;
  if (occupancy !== undefined && !(occupancy.value > 0)) problems.add('PLN007', occupancy.at, 'an occupancy above 0%');
  if (method === 'hours') {
    for (const key of ['objective', 'patience', 'by-concurrency'] as const)
      if (written[key] !== undefined)
        problems.add('PLN012', deepest(here, key), `no ${key}, since method: hours counts the hours of work alone`);
    return;
  }
  const expects = 'unless method: hours says that the work can wait';
  if (objective === undefined) problems.add('PLN012', here, `objective: such as 80% in 20s, ${expects}`);
  else if (!(objective.value.share < 1)) problems.add('PLN007', objective.at, 'an objective below 100%', '100%');
  if (open === undefined) problems.add('PLN012', here, `open: such as {mon-fri: 08:00-20:00}, ${expects}`);
}
