import {suggest} from '../base/suggest.js';
import {checkCapacity, checkChannel} from './attention.js';
import {LIVE_CHANNELS} from './channels.js';
import {checkBehaviours} from './check-behaviours.js';
import type {Holey, Items} from './holey.js';
import type {Problems} from './problems.js';
import type {WrittenGroup} from './schema/agents.js';
import type {WrittenCallback, WrittenContact} from './schema/contact.js';
import type {WrittenScenario} from './schema/document.js';
import type {Named} from './schema/field.js';
import {checkCondition, checkRouting} from './routing-references.js';
import type {KnownGroup} from './routing-references.js';
import {checkTransfers} from './transfers.js';
import {deepest} from './value.js';
import type {Value} from './value.js';

/**
 * Checks everything that holds between the parts of a scenario: names that stand for something, contact types that
 * somebody serves, agents with work, one way to say one thing. Parts with holes are looked at as far as they go, so
 * that these problems are reported together with the others.
 */
export function checkReferences(written: Holey<WrittenScenario>, problems: Problems): void {
  const contacts: Items<WrittenContact> = written.contacts ?? [];
  const groups: Items<WrittenGroup> = written.agents ?? [];
  const types = names(contacts);
  const sites = names(written.sites ?? []);
  const known = (what: string, name: string, candidates: readonly string[], at: Value): boolean => {
    if (candidates.includes(name)) return true;
    const listed =
      candidates.length === 0
        ? 'there are none'
        : candidates.slice(0, 12).join(', ') + (candidates.length > 12 ? ' …' : '');
    problems.add('SCN020', at, `the name of ${what} (${listed})`, name, suggest(name, candidates));
    return false;
  };

  if (written.contacts?.length === 0)
    problems.add('SCN011', deepest(written.here, 'contacts'), 'at least one contact type');
  if (written.agents?.length === 0) problems.add('SCN011', deepest(written.here, 'agents'), 'at least one agent group');
  for (const {name, value} of contacts) checkContact(name, value, names(written.queues ?? []), types, known, problems);
  checkStreams(contacts, problems);
  for (const {name, key} of written.queues ?? []) {
    if (!contacts.some(contact => (contact.value.queue?.value ?? contact.name) === name))
      problems.add('SCN025', key, 'a queue that some contact type uses', name);
  }
  for (const {value} of contacts) checkChannel(value, problems);
  checkTransfers(contacts, (target, at) => known('a contact type', target, types, at), problems);
  for (const {value} of groups) {
    checkGroup(value, types, sites, known, problems);
    checkCapacity(value, contacts, problems);
  }
  for (const {value} of written.sites ?? [])
    for (const {name, value: part} of value['cannot-take'] ?? []) {
      known('a contact type', name.value, types, name.at);
      if (part.value >= 1) problems.add('SCN120', part.at, 'a share below 100%', `${Math.round(part.value * 100)}%`);
    }
  checkGroupStreams(groups, problems);
  checkServed(contacts, groups, problems);
  const routed = {types, sites, queues: names(written.queues ?? []), groups: groups.map(knownGroup)};
  for (const {value} of groups) if (value.joins !== undefined) checkCondition(value.joins, routed, known);
  if (written.routing !== undefined) checkRouting(written.routing, routed, known, problems);
}

const knownGroup = ({name, value: {site, skills}}: Named<string, Holey<WrittenGroup>>): KnownGroup => ({
  name,
  site: site?.value ?? null,
  skills: skills?.map(({contactType, level}) => ({contactType: contactType.value, level})) ?? null,
});

type Known = (what: string, name: string, candidates: readonly string[], at: Value) => boolean;

const names = (items: readonly {readonly name: string}[]): readonly string[] => items.map(({name}) => name);

function checkContact(
  name: string,
  contact: Holey<WrittenContact>,
  queues: readonly string[],
  types: readonly string[],
  known: Known,
  problems: Problems,
): void {
  const {arrivals, here} = contact;
  if (contact.queue !== undefined) known('a queue', contact.queue.value, queues, contact.queue.at);
  if (contact.queue !== undefined || queues.includes(name)) {
    for (const key of ['open', 'at-closing', 'lines'] as const) {
      if (contact[key] !== undefined)
        problems.add(
          'SCN023',
          deepest(here, key),
          `${key} at the queue ${contact.queue?.value ?? name}, since other contact types may share it`,
        );
    }
  }
  checkBehaviours(name, contact, ({value, at}) => known('a contact type', value, types, at), problems);
  if (contact.callback !== undefined) checkCallback(contact.channel, contact.callback, problems);
  if (arrivals?.here.kind !== 'map') return;
  const bases = (['rate', 'per-day', 'by-weekday', 'by-interval', 'replay'] as const).filter(
    key => deepest(arrivals.here, key) !== arrivals.here,
  );
  if (bases.length > 1)
    problems.add('SCN023', deepest(arrivals.here, bases[1]!), `one base volume, not ${bases.join(' and ')}`);
  if (bases.length === 0 && arrivals.bursts === undefined && !problems.touches(arrivals.here.path)) {
    problems.add('SCN023', arrivals.here, 'one of rate, per-day, by-weekday, by-interval, replay, or at least bursts');
  }
  const spread =
    arrivals['per-day'] !== undefined || arrivals['by-weekday'] !== undefined || arrivals.rate?.perSeconds === 86_400;
  if (arrivals.profile !== undefined && !spread)
    problems.add('SCN023', deepest(arrivals.here, 'profile'), 'a profile only beside per-day or by-weekday');
}

/** A callback is for those who wait on the line; one that keeps its place has neither agents kept from it nor a time of its own. */
function checkCallback(channel: string | undefined, callback: Holey<WrittenCallback>, problems: Problems): void {
  if (channel !== undefined && !(LIVE_CHANNELS as readonly string[]).includes(channel))
    problems.add(
      'SCN028',
      callback.here,
      `a callback only where customers wait on the line: ${LIVE_CHANNELS.join(', ')}`,
      channel,
    );
  if (callback.place !== 'kept') return;
  for (const key of ['reserve', 'dial-after'] as const) {
    if ((callback[key] ?? 0) !== 0)
      problems.add('SCN023', deepest(callback.here, key), `${key} only with place: after-queue`);
  }
}

/** Contact types with one stream would have the same customers, and a burst named base those of the base volume. */
function checkStreams(contacts: Items<WrittenContact>, problems: Problems): void {
  const taken = new Map<string, string>();
  for (const {name, key, value} of contacts) {
    const stream = value.stream ?? name;
    const other = taken.get(stream);
    const at = value.stream === undefined ? key : deepest(value.here, 'stream');
    if (other !== undefined) problems.add('SCN027', at, `a stream other than that of ${other}`, stream);
    taken.set(stream, name);
    for (const burst of value.arrivals?.bursts ?? []) {
      if (burst.name === 'base') problems.add('SCN027', burst.key, 'another name for a burst', 'base');
    }
  }
}

/** Groups with one stream would have the same people absent. */
function checkGroupStreams(groups: Items<WrittenGroup>, problems: Problems): void {
  const taken = new Map<string, string>();
  for (const {name, value} of groups) {
    if (value.stream === undefined) continue;
    const other = taken.get(value.stream);
    if (other !== undefined)
      problems.add('SCN027', deepest(value.here, 'stream'), `a stream other than that of ${other}`, value.stream);
    taken.set(value.stream, name);
  }
}

function checkGroup(
  group: Holey<WrittenGroup>,
  types: readonly string[],
  sites: readonly string[],
  known: Known,
  problems: Problems,
): void {
  if (group.site !== undefined) known('a site', group.site.value, sites, group.site.at);
  const ways = (['count', 'by-interval', 'shifts', 'schedule'] as const).filter(
    key => deepest(group.here, key) !== group.here,
  );
  if (ways.length !== 1) {
    problems.add(
      'SCN023',
      ways.length > 1 ? deepest(group.here, ways[1]!) : group.here,
      `one of count, by-interval, shifts, schedule${ways.length > 1 ? `, not ${ways.join(' and ')}` : ''}`,
    );
  }
  if (group.skills?.length === 0)
    problems.add('SCN022', deepest(group.here, 'skills'), 'at least one contact type that these agents serve');
  const seen = new Set<string>();
  for (const {contactType} of group.skills ?? []) {
    known('a contact type', contactType.value, types, contactType.at);
    if (seen.has(contactType.value)) problems.add('SCN004', contactType.at, 'each skill once', contactType.value);
    seen.add(contactType.value);
  }
}

function checkServed(contacts: Items<WrittenContact>, groups: Items<WrittenGroup>, problems: Problems): void {
  // A group whose skills could not be read may well serve it.
  if (groups.length === 0 || groups.some(({value}) => value.skills === undefined)) return;
  const served = new Set(groups.flatMap(({value}) => (value.skills ?? []).map(({contactType}) => contactType.value)));
  const types = names(contacts);
  // what a misspelt skill was meant for is served: that slip is told where it is
  const meant = new Set([...served].filter(skill => !types.includes(skill)).map(skill => suggest(skill, types)));
  for (const {name, key} of contacts) {
    if (!served.has(name) && !meant.has(name))
      problems.add('SCN021', key, 'an agent group with this contact type among its skills; nobody serves it', name);
  }
}
