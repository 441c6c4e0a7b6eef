import {buildRun, checkWarmUp} from './build-run.js';
import {cannotTake} from './cannot-take.js';
import {isoDate} from '../base/dates.js';
import {formatCount, SECONDS_PER_DAY} from '../base/units.js';
import {buildArrivals} from './arrivals.js';
import {
  buildAutomation,
  buildComingBack,
  buildDeflection,
  buildGoingQuiet,
  buildRedial,
  checkFinite,
} from './behaviours.js';
import {buildScheduling} from './build-scheduling.js';
import {makeClock, UTC} from './clock.js';
import type {Zone} from './clock.js';
import type {Table} from './csv.js';
import {completeDistribution, completeVarying} from './distribution-files.js';
import {makeHorizon, openSpans} from './horizon.js';
import type {Horizon, Span} from './horizon.js';
import {buildContract} from './contract.js';
import {buildPeople} from './people.js';
import {groupPrices, makePrices} from './prices.js';
import type {Prices} from './prices.js';
import type {Problems} from './problems.js';
import {buildCondition, buildRouting} from './routing.js';
import type {AgentGroup, Callback, Channel, ContactType, Queue, Scenario, Site} from './scenario.js';
import type {WrittenGroup, WrittenSite} from './schema/agents.js';
import type {WrittenCallback, WrittenContact, WrittenHandle} from './schema/contact.js';
import {meanOf} from './schema/distribution.js';
import type {WrittenClock, WrittenScenario} from './schema/document.js';
import type {Include, Named} from './schema/field.js';
import type {WeekHours} from './schema/opening.js';
import {buildShrinkage} from './shrinkage.js';
import {buildStaffing} from './staffing.js';
import {deepest} from './value.js';
import type {Value} from './value.js';

const DEFAULT_INTERVAL_SECONDS = 1800;
const SHORTEST_INTERVAL_SECONDS = 300;
const LONGEST_INTERVAL_SECONDS = 3600;
/** Reporting intervals in the horizon, at most. */
const MOST_CELLS = 200_000;
const MOST_CONTACTS = 1e9;
/** A horizon of more days is folded into one unless the scenario says otherwise. */
const MOST_CALENDAR_DAYS = 14;
/** T of figures "within T" where there is no objective. */
const DEFAULT_THRESHOLD_SECONDS = 20;

const ALWAYS_OPEN: WeekHours = Array.from({length: 7}, () => [[0, SECONDS_PER_DAY] as const]);

/** What building needs beside the text. */
export interface BuildContext {
  /** Title when the scenario has none. */
  readonly defaultName: string;
  readonly zones: ReadonlyMap<string, Zone>;
  readonly tableOf: (include: Include) => Table | null;
  readonly fileOf: (include: Include) => string;
  readonly problems: Problems;
  /** Currencies of all amounts, with the first place of each. */
  readonly currencies: ReadonlyMap<string, Value>;
  readonly replications: number | null;
  readonly seed: string | null;
  readonly volume: number | null;
}

/** First day of the horizon, as a day number. */
export function firstDayOf({start}: Pick<WrittenClock, 'start'>): number {
  return typeof start === 'number' ? start : start.value;
}

/**
 * A scenario that reads well becomes the normalised one. Parts that have problems already are skipped; the caller
 * throws when there are any.
 */
export function buildScenario(written: WrittenScenario, clock: WrittenClock, context: BuildContext): Scenario | null {
  const {problems} = context;
  const horizon = buildHorizon(written, clock, context);
  if (horizon === null) return null;
  const run = buildRun(written, horizon.clock, context);
  const queues = buildQueues(written, horizon, problems);
  const contactTypes = written.contacts.flatMap(contact =>
    problems.touches(contact.key.path)
      ? []
      : [buildContactType(contact, written, queues, horizon, run.volume, context)],
  );
  const prices = makePrices(written, context);
  const groups = written.agents.flatMap(group =>
    problems.touches(group.key.path) ? [] : [buildGroup(group, written, queues, horizon, prices, context)],
  );
  const sites = (written.sites ?? []).flatMap(site =>
    problems.touches(site.key.path) ? [] : [buildSite(site, written, clock, prices, problems)],
  );
  if (problems.count > 0) return null;
  checkSize(contactTypes, written, problems);
  checkWarmUp(run, horizon, written, problems);
  const scheduling =
    written.scheduling === undefined
      ? null
      : buildScheduling(written.scheduling, {
          horizon,
          scenario: {sites, groups, contactTypes},
          prices,
          zones: context.zones,
          tableOf: context.tableOf,
          problems,
        });
  return {
    name: written.name ?? context.defaultName,
    description: written.description ?? null,
    clock: horizon.clock,
    contactTypes,
    queues,
    sites,
    groups,
    routing: buildRouting(written),
    busyness: written.traffic?.busyness ?? null,
    lines: written.lines ?? null,
    currency: prices.currency,
    scheduling,
    run,
  };
}

function buildHorizon(
  {run, scheduling}: WrittenScenario,
  clock: WrittenClock,
  {zones, problems}: BuildContext,
): Horizon | null {
  const {interval, days} = clock;
  const intervalSeconds = interval?.value ?? DEFAULT_INTERVAL_SECONDS;
  if (interval !== null && days * (SECONDS_PER_DAY / intervalSeconds) > MOST_CELLS) {
    problems.add(
      'SCN040',
      interval.at,
      `at most ${formatCount(MOST_CELLS)} intervals in the horizon`,
      formatCount(Math.ceil(days * (SECONDS_PER_DAY / intervalSeconds))),
    );
    return null;
  }
  const fits =
    intervalSeconds >= SHORTEST_INTERVAL_SECONDS &&
    intervalSeconds <= LONGEST_INTERVAL_SECONDS &&
    SECONDS_PER_DAY % intervalSeconds === 0;
  if (interval !== null && !fits) {
    problems.add(
      'SCN041',
      interval.at,
      'an interval from 5m to 60m that divides the day, such as 15m, 30m or 60m',
      interval.at.kind === 'scalar' ? interval.at.text : null,
    );
    return null;
  }
  const zone = zones.get(clock.timezone);
  if (zone === undefined || problems.touches('clock')) return null;
  const firstDay = firstDayOf(clock);
  // shifts are chosen for each day, so each has its own intervals
  const byDay = run?.['batch-means'] === undefined && (days <= MOST_CALENDAR_DAYS || scheduling !== undefined);
  const report = clock.report ?? (byDay ? 'calendar' : 'time-of-day');
  return makeHorizon(makeClock(zone, {firstDay, days, intervalSeconds, report}), zone, firstDay);
}

/** Declared queues first, then one for each contact type that has its own. */
function buildQueues(written: WrittenScenario, horizon: Horizon, problems: Problems): readonly Queue[] {
  const declared = (written.queues ?? []).filter(({key}) => !problems.touches(key.path));
  const own = written.contacts.filter(
    ({name, key, value}) =>
      value.queue === undefined &&
      !problems.touches(key.path) &&
      !(written.queues ?? []).some(queue => queue.name === name),
  );
  return [...declared, ...own].map(({name, value}) => ({
    name,
    open: value.open === undefined ? null : openSpans(value.open, horizon.zone, horizon),
    atClosing: value['at-closing'] ?? 'serve',
    lines: value.lines ?? null,
  }));
}

function buildContactType(
  {name, value}: Named<string, WrittenContact>,
  written: WrittenScenario,
  queues: readonly Queue[],
  horizon: Horizon,
  volume: number,
  context: BuildContext,
): ContactType {
  const {problems, tableOf} = context;
  const queueName = value.queue?.value ?? name;
  const queue = queues.findIndex(candidate => candidate.name === queueName);
  const splitAtIntervals = (written.traffic?.busyness?.withinDay ?? null) !== null;
  const open: readonly Span[] | null = queues[queue]?.open ?? null;
  const nothing = [{fromOfDay: 0, distribution: {kind: 'constant' as const, value: 0}}];
  const talk = completeVarying(value.handle.talk, tableOf, problems);
  const wrapUp = value.handle.wrapUp === null ? null : completeVarying(value.handle.wrapUp, tableOf, problems);
  checkHandleTime(value.handle, talk, wrapUp, problems);
  const indexOf = (wanted: string): number => indexOfContact(written, wanted);
  const needs = {tableOf, problems, indexOf, itself: indexOf(name)};
  return {
    name,
    stream: value.stream ?? name,
    channel: value.channel,
    language: value.language ?? null,
    queue,
    arrivals: buildArrivals(value.arrivals, {
      horizon,
      typeName: name,
      open,
      volume,
      splitAtIntervals,
      tableOf,
      fileOf: context.fileOf,
      problems,
    }),
    backlog: value.backlog ?? [],
    talk: talk ?? nothing,
    byConcurrency: value.handle.byConcurrency ?? [1],
    wrapUp: wrapUp?.every(({distribution}) => meanOf(distribution) === 0) === true ? null : wrapUp,
    patience:
      value.patience === undefined || value.patience === 'forever'
        ? null
        : completeVarying(value.patience, tableOf, problems),
    objective: value.objective ?? null,
    thresholdSeconds: value.objective?.thresholdSeconds ?? DEFAULT_THRESHOLD_SECONDS,
    priority: value.priority,
    weight: value.weight,
    ageing: value.ageing.contacts / value.ageing.perSeconds,
    balk: value.balk ?? null,
    announce: value.announce ?? null,
    redial: buildRedial(value.redial, needs),
    automation: buildAutomation(value.bot ?? value.ivr, needs),
    comesBack: buildComingBack(value['comes-back'], needs),
    deflect: buildDeflection(value.deflect, needs),
    goesQuiet: buildGoingQuiet(value['goes-quiet'], needs),
    transfers: (value.transfer ?? []).map(({name: to, value: {probability, warm, wait}}) => ({
      to: indexOf(to),
      probability,
      warm: warm === null ? null : {handoverSeconds: warm, waitSeconds: wait},
    })),
    callback: value.callback === undefined ? null : buildCallback(value.callback, context),
    messageAfterSeconds: value['message-after'] ?? null,
  };
}

const indexOfContact = ({contacts}: WrittenScenario, wanted: string): number =>
  contacts.findIndex(({name}) => name === wanted);

function buildCallback(written: WrittenCallback, {tableOf, problems}: BuildContext): Callback {
  const dialAfter = written['dial-after'];
  const delay = dialAfter === undefined ? null : completeDistribution(dialAfter, tableOf, problems);
  if (delay !== null) checkFinite(delay, deepest(written.here, 'dial-after'), problems);
  return {
    ...written['offer-when'],
    accepted: written.accepted,
    answered: written.answered,
    place: written.place,
    dialAfter: delay,
    reserve: written.reserve,
    ringSeconds: written.ring,
    redials: written.redials?.redials ?? 0,
    redialEverySeconds: written.redials?.everySeconds ?? 0,
  };
}

function checkHandleTime(
  handle: WrittenHandle,
  talk: ContactType['talk'] | null,
  wrapUp: ContactType['wrapUp'],
  problems: Problems,
): void {
  talk?.forEach(({distribution}, index) => {
    if (!(meanOf(distribution) > 0)) problems.add('SCN014', handle.talk[index]!.at, 'a mean handle time above zero');
    checkFinite(distribution, handle.talk[index]!.at, problems);
  });
  wrapUp?.forEach(({distribution}, index) => checkFinite(distribution, handle.wrapUp![index]!.at, problems));
}

function buildSite(
  {name, value}: Named<string, WrittenSite>,
  written: WrittenScenario,
  clock: WrittenClock,
  prices: Prices,
  problems: Problems,
): Site {
  return {
    name,
    timezone: value.timezone ?? clock.timezone,
    languages: value.languages ?? [],
    kind: value.kind ?? (value.contract === undefined ? 'in-house' : 'outsourced'),
    holidays: (value.holidays ?? []).map(isoDate),
    resolution: value.resolution,
    occupancy: value.occupancy ?? null,
    ...(value['cannot-take'] !== undefined && {cannotTake: cannotTake(value['cannot-take'], written)}),
    contract: value.contract === undefined ? null : buildContract(value.contract, name, written, prices, problems),
  };
}

function buildGroup(
  {name, value}: Named<string, WrittenGroup>,
  written: WrittenScenario,
  queues: readonly Queue[],
  horizon: Horizon,
  prices: Prices,
  {zones, tableOf, problems}: BuildContext,
): AgentGroup {
  const site =
    value.site === undefined
      ? null
      : (written.sites ?? []).findIndex(candidate => candidate.name === value.site!.value);
  const place: WrittenSite | null = site === null ? null : written.sites![site]!.value;
  const zone = zones.get(place?.timezone ?? horizon.zone.name) ?? UTC;
  const holidays = new Set(place?.holidays ?? []);
  const open = workingSpans(place?.open, holidays, zone, horizon);
  const staffing = buildStaffing(value, {horizon, groupName: name, zone, open, holidays, tableOf, problems});
  return {
    name,
    site,
    skills: value.skills.map(({contactType, level, factor, weight}) => ({
      contactType: indexOfContact(written, contactType.value),
      level,
      handleTimeFactor: checkedFactor(factor, contactType.at, problems) * (place?.['handle-time'] ?? 1),
      weight: weight ?? value.weight,
    })),
    capacity: (value.capacity?.channels ?? []).map(({name: channel, value: held}) => ({
      channel,
      atOnce: held.atOnce,
      interruptedBy: held.interruptedBy.map(each => each.value as Channel),
      restartSeconds: held.restart,
    })),
    together: buildMixtures(value),
    joins:
      value.joins === undefined
        ? null
        : buildCondition(
            value.joins.value,
            written,
            queues.map(queue => queue.name),
          ),
    staffing,
    people: buildPeople(value, staffing, horizon, problems),
    shrinkage: buildShrinkage(value, {horizon, zone, tableOf, problems}),
    fullTimeSeconds: value['full-time'],
    prices: groupPrices(value, place, written, prices, problems),
  };
}

/** When the agents of a site with a plain count work; null: always. */
function workingSpans(
  hours: WeekHours | undefined,
  holidays: ReadonlySet<number>,
  zone: Zone,
  horizon: Horizon,
): readonly Span[] | null {
  if (hours === undefined && holidays.size === 0) return null;
  return openSpans(hours ?? ALWAYS_OPEN, zone, horizon, holidays);
}

/** Mixtures as written, with the numbers that are left out; null: there is no table. */
function buildMixtures({capacity}: WrittenGroup): AgentGroup['together'] {
  if (capacity?.together === undefined) return null;
  const aloneOf = (channel: Channel): number => capacity.channels.find(({name}) => name === channel)?.value.atOnce ?? 1;
  return capacity.together.map(({parts}) =>
    parts.map(({channel, atOnce}) => ({channel, atOnce: atOnce ?? aloneOf(channel)})),
  );
}

function checkedFactor(factor: number, at: Value, problems: Problems): number {
  if (factor <= 0) problems.add('SCN014', deepest(at, 'handle-time'), 'a handle-time factor above 0%');
  return factor;
}

function checkSize(contactTypes: readonly ContactType[], written: WrittenScenario, problems: Problems): void {
  let expected = 0;
  for (const {arrivals} of contactTypes) {
    for (const source of arrivals)
      if (source.kind === 'generated') expected += source.expected.reduce((sum, contacts) => sum + contacts, 0);
  }
  if (!(expected <= MOST_CONTACTS))
    problems.add(
      'SCN040',
      deepest(written.here, 'contacts'),
      'at most a billion contacts in a replication',
      formatCount(Math.round(expected)),
    );
}
