import {kindOf} from '../scenario/channels.js';
import type {Channel, ContactType, Scenario, VaryingDistribution} from '../scenario/scenario.js';
import {meanOf} from '../scenario/schema/distribution.js';
import {laterTypesOf, shareToQueue} from '../scenario/reach.js';
import {staffLevels, type Level} from '../scenario/staff-levels.js';
import {wallTime} from '../scenario/wall-time.js';
import {intersection, union, type Span} from './spans.js';

/** What is known of a scenario before any run: who is there, what is expected, and when. */
export interface Outlook {
  readonly scenario: Scenario;
  /** Seconds of the horizon. */
  readonly end: number;
  /** By group: [from, to) with somebody on duty. */
  readonly manned: readonly (readonly Span[])[];
  /** By group: agents on duty from each time on. */
  readonly staff: readonly (readonly Level[])[];
  /** By contact type: when its contacts come; null: not known, since they are read from a log. */
  readonly coming: readonly (readonly Span[] | null)[];
  /** By contact type: whether any contact of it can come, be it on a later leg. */
  readonly comes: readonly boolean[];
}

/** Works out what the rules look at. Pure; nothing is simulated. */
export function outlookOf(scenario: Scenario): Outlook {
  const {clock, groups, contactTypes} = scenario;
  const end = clock.dayStarts[clock.days];
  const staff = groups.map(({staffing}) => staffLevels(staffing));
  const own = contactTypes.map(ownSpans);
  return {
    scenario,
    end,
    staff,
    manned: staff.map(levels => mannedSpans(levels, end)),
    coming: own.map((_, type) => comingSpans(scenario, own, type)),
    comes: own.map((_, type) => [...feeders(scenario, type)].some(feeder => own[feeder]?.length !== 0)),
  };
}

/** Nobody waits on the line: the backlog lasts until somebody comes. */
export const isDeferred = (channel: Channel): boolean => kindOf(channel) === 'deferred';

/** Contacts of a type that an agent of a group holds at once, at most. */
export function atOnce({groups}: Scenario, {channel}: ContactType, group: number): number {
  return groups[group].capacity.find(held => held.channel === channel)?.atOnce ?? 1;
}

/** Whether a group may serve a contact type at some time of its wait: it has the skill, and no rings or levels keep it out. */
export function mayServe({groups, routing}: Scenario, type: number, group: number): boolean {
  if (!groups[group].skills.some(({contactType}) => contactType === type)) return false;
  const from = (routing.overflow[type] ?? []).find(rule => rule.group === group)?.afterSeconds ?? 0;
  return from < dropsOutAt({routing}, type, group);
}

/** Seconds of waiting after which a group takes a contact type no longer; Infinity: it always does. */
export function dropsOutAt({routing}: Pick<Scenario, 'routing'>, type: number, group: number): number {
  return (routing.expiry[type] ?? []).find(rule => rule.group === group)?.atSeconds ?? Infinity;
}

/** Groups, by index, that may serve a contact type, be it after a while. */
export function ableGroups(scenario: Scenario, type: number): readonly number[] {
  return scenario.groups.flatMap((_, group) => (mayServe(scenario, type, group) ? [group] : []));
}

/** When a contact type wants agents: it is open, and contacts come or may come by a log. */
export function wantedSpans({scenario, end, coming}: Outlook, type: number): readonly Span[] {
  const opening = openingOf(scenario, scenario.contactTypes[type]);
  // a log that is let in all day may have no contacts at night
  return coming[type] === null ? (opening ?? []) : intersection(opening ?? [[0, end]], coming[type]);
}

/** When the queue of a contact type lets contacts in; null: always. */
export const openingOf = ({queues}: Scenario, {queue}: ContactType): readonly Span[] | null =>
  queues[queue]?.open ?? null;

/** Mean talk and wrap-up of a contact that comes at this time, before any agent's factor. */
export function handleSeconds({clock}: Scenario, {talk, wrapUp}: ContactType, at: number): number {
  const {secondOfDay} = wallTime(clock, at);
  return meanAt(talk, secondOfDay) + (wrapUp === null ? 0 : meanAt(wrapUp, secondOfDay));
}

/** First attempts of a contact type that are expected at its queue in a span; those of a log are not counted. */
export function expectedContacts(type: ContactType, [from, to]: Span): number {
  let contacts = 0;
  for (const source of type.arrivals) {
    if (source.kind === 'replayed') continue;
    source.expected.forEach((expected, index) => {
      const [start, end] = [source.starts[index], source.ends[index]];
      const overlap = Math.min(to, end) - Math.max(from, start);
      if (overlap > 0) contacts += (expected * shareToQueue(type) * overlap) / (end - start);
    });
  }
  return contacts;
}

function meanAt(varying: VaryingDistribution, secondOfDay: number): number {
  const current = varying.findLast(({fromOfDay}) => fromOfDay <= secondOfDay) ?? varying[0];
  return meanOf(current.distribution);
}

function mannedSpans(levels: readonly Level[], end: number): readonly Span[] {
  return union(
    levels.flatMap(({at, agents}, index): Span[] =>
      agents > 0 ? [[Math.max(0, at), Math.min(end, levels[index + 1]?.at ?? end)]] : [],
    ),
  );
}

/** When first attempts come; null: as a log says. */
function ownSpans({arrivals}: ContactType): readonly Span[] | null {
  if (arrivals.some(({kind}) => kind === 'replayed')) return null;
  return union(
    arrivals.flatMap(source =>
      source.kind === 'replayed'
        ? []
        : source.expected.flatMap((expected, index): Span[] =>
            expected > 0 ? [[source.starts[index], source.ends[index]]] : [],
          ),
    ),
  );
}

/** Contact types whose contacts may end up as this one, on a later leg; itself first. */
function feeders({contactTypes}: Scenario, type: number): ReadonlySet<number> {
  const found = new Set([type]);
  for (const target of found) {
    contactTypes.forEach((candidate, from) => {
      if (laterTypesOf(candidate).has(target)) found.add(from);
    });
  }
  return found;
}

function comingSpans(
  scenario: Scenario,
  own: readonly (readonly Span[] | null)[],
  type: number,
): readonly Span[] | null {
  const spans: Span[] = [];
  for (const feeder of feeders(scenario, type)) {
    const some = own[feeder];
    if (some === null) return null;
    spans.push(...some);
  }
  return union(spans);
}
