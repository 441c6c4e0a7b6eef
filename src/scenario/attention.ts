import {suggest} from '../base/suggest.js';
import {CUSTOMER_CHANNELS, kindOf, PATIENT_CHANNELS} from './channels.js';
import type {Problems} from './problems.js';
import type {Scenario} from './scenario.js';
import type {WrittenGroup} from './schema/agents.js';
import type {WrittenHand} from './schema/capacity.js';
import type {WrittenContact} from './schema/contact.js';
import type {Holey, Items} from './holey.js';
import {deepest, type Value} from './value.js';

/** What only a customer who waits can do. */
const OF_WAITING_CUSTOMERS = ['patience', 'balk', 'announce', 'redial', 'message-after'] as const;

/** Checks that a contact type says nothing that its channel does not have. */
export function checkChannel(contact: Holey<WrittenContact>, problems: Problems): void {
  if (isMisspelt(contact, problems)) return;
  const kind = kindOf(contact.channel ?? 'voice');
  if (kind === 'deferred') {
    for (const key of OF_WAITING_CUSTOMERS) {
      if (contact[key] !== undefined)
        problems.add('SCN018', deepest(contact.here, key), `no ${key}: nobody waits on the line of ${contact.channel}`);
    }
  }
  const quiet = contact['goes-quiet'];
  const channel = contact.channel ?? 'voice';
  if (contact.backlog !== undefined && kind !== 'deferred')
    problems.add('SCN071', deepest(contact.here, 'backlog'), 'a backlog only of email, portal or social-post', channel);
  if (quiet !== undefined && !PATIENT_CHANNELS.some(each => each === channel))
    problems.add('SCN070', quiet.here, `goes-quiet only on ${PATIENT_CHANNELS.join(', ')}`, channel);
  const at = deepest(contact.here, 'handle', 'by-concurrency');
  if (kind !== 'concurrent' && contact.handle?.byConcurrency)
    problems.add(
      'SCN018',
      at,
      `by-concurrency only for chat, sms, social and messaging: of ${contact.channel ?? 'voice'} an agent holds one`,
    );
}

/** Does it name a channel that there is not? */
const isMisspelt = (contact: Holey<WrittenContact>, problems: Problems): boolean =>
  contact.channel === undefined && problems.touches(`${contact.here.path}.channel`);

/** Checks that what a group's agents may hold at once fits together. */
export function checkCapacity(group: Holey<WrittenGroup>, contacts: Items<WrittenContact>, problems: Problems): void {
  const skills = (group.skills ?? []).map(({contactType}) => contacts.find(({name}) => name === contactType.value));
  // a misspelt skill may be of any channel, and so may a contact type whose channel is misspelt
  const isKnown = (contact: (typeof skills)[number]): boolean =>
    contact !== undefined && !isMisspelt(contact.value, problems);
  const known = skills.every(isKnown) ? skills.flatMap(contact => contact ?? []) : [];
  const channels = new Set(known.map(({value}) => value.channel ?? 'voice'));
  let units = 1;
  for (const {name: channel, key, value} of group.capacity?.channels ?? []) {
    const kind = kindOf(channel);
    const refuse = (at: Value, expected: string, got: string): void => problems.add('SCN019', at, expected, got);
    if (group.skills !== undefined && channels.size > 0 && !channels.has(channel))
      refuse(key, `a channel of the group's skills (${[...channels].join(', ')})`, channel);
    if (kind !== 'concurrent' && value.atOnce > 1)
      refuse(
        key,
        kind === 'live'
          ? `${channel}: 1, since it takes the whole agent`
          : `${channel}: 1, worked on one after the other`,
        String(value.atOnce),
      );
    if (kind === 'live' && value.interruptedBy.length > 0)
      refuse(key, `no interruption of ${channel}, since its customer is on the line`, channel);
    for (const {value: by, at} of value.interruptedBy) {
      if (!CUSTOMER_CHANNELS.some(each => each === by))
        problems.add(
          'SCN012',
          at,
          `channels such as ${CUSTOMER_CHANNELS.join(', ')}`,
          by,
          suggest(by, CUSTOMER_CHANNELS),
        );
      else if (kindOf(by as (typeof CUSTOMER_CHANNELS)[number]) === 'deferred')
        refuse(at, 'interruption by a channel on which a customer waits', by);
      else if (
        group.skills !== undefined &&
        channels.size > 0 &&
        !channels.has(by as (typeof CUSTOMER_CHANNELS)[number])
      )
        refuse(at, `interruption by a channel of the group's skills (${[...channels].join(', ')})`, by);
    }
    if (group.capacity?.together !== undefined) continue;
    units = leastCommonMultiple(units, value.atOnce);
    if (units > MOST_UNITS)
      refuse(key, 'numbers that share a small multiple, such as 2, 3, 4 and 6', String(value.atOnce));
  }
  if (group.capacity !== undefined) {
    checkInterruptions(group.capacity, problems);
    checkMixtures(group.capacity, channels, problems);
  }
}

/** What may be interrupted by a channel interrupts neither that nor, by way of others, itself. */
function checkInterruptions({channels}: WrittenHand, problems: Problems): void {
  const interrupting = (of: string): readonly string[] =>
    channels.find(({name}) => name === of)?.value.interruptedBy.map(({value}) => value) ?? [];
  for (const {name, value} of channels) {
    // what a live or deferred channel says of itself is refused already
    if (kindOf(name) === 'live' || value.interruptedBy.some(by => by.value === name && kindOf(name) === 'deferred'))
      continue;
    const above = new Set(value.interruptedBy.map(each => each.value));
    for (const other of above) for (const further of interrupting(other)) above.add(further);
    if (above.has(name))
      problems.add(
        'SCN072',
        value.interruptedBy[0]!.at,
        `channels that ${name} does not interrupt itself`,
        [...above].join(', '),
      );
  }
}

/** A mixture is of channels that an agent may hold beside others, no more of each than alone, and none of which interrupts another of it. */
function checkMixtures(hand: WrittenHand, ofSkills: ReadonlySet<string>, problems: Problems): void {
  const aloneOf = (channel: string): number => hand.channels.find(({name}) => name === channel)?.value.atOnce ?? 1;
  for (const {at, parts} of hand.together ?? []) {
    if (parts.length < 2 && !problems.touches(at.path))
      problems.add('SCN072', at, 'at least two channels that are held together');
    parts.forEach(({channel, atOnce, at: place}, index) => {
      const refuse = (expected: string, got: string): void => problems.add('SCN072', place, expected, got);
      if (kindOf(channel) === 'live') refuse(`no ${channel} beside others, since it takes the whole agent`, channel);
      if (parts.findIndex(other => other.channel === channel) < index) refuse('each channel once', channel);
      if (ofSkills.size > 0 && !ofSkills.has(channel))
        refuse(`a channel of the group's skills (${[...ofSkills].join(', ')})`, channel);
      if (atOnce !== null && atOnce > aloneOf(channel))
        refuse(`${channel}: at most ${aloneOf(channel)}, as many as alone`, String(atOnce));
      const by = hand.channels.find(({name}) => name === channel)?.value.interruptedBy ?? [];
      for (const other of parts)
        if (
          by.some(({value}) => value === other.channel) &&
          (other.atOnce ?? aloneOf(other.channel)) >= aloneOf(other.channel)
        )
          refuse(
            `${channel} either beside ${other.channel} or interrupted by it, not both`,
            `${channel}, ${other.channel}`,
          );
    });
  }
}

/** Parts into which an agent's attention is cut, at most. */
const MOST_UNITS = 1000;

function leastCommonMultiple(a: number, b: number): number {
  let [high, low] = [a, b];
  while (low > 0) [high, low] = [low, high % low];
  return (a * b) / high;
}

/**
 * Contact types of which an agent gets less done with one more at once, with the number from which on.
 *
 * @example a handle time of [100%, 220%] with chat: 2 gives ['chat: …']
 */
export function throughputWarnings({contactTypes, groups}: Scenario): readonly string[] {
  return contactTypes.flatMap(({name, channel, byConcurrency}, type) => {
    const most = Math.max(
      0,
      ...groups
        .filter(({skills}) => skills.some(({contactType}) => contactType === type))
        .map(({capacity}) => capacity.find(each => each.channel === channel)?.atOnce ?? 1),
    );
    const factor = (atOnce: number): number => byConcurrency[Math.min(atOnce, byConcurrency.length) - 1];
    for (let atOnce = 2; atOnce <= most; atOnce++) {
      const [fewer, more] = [(atOnce - 1) / factor(atOnce - 1), atOnce / factor(atOnce)];
      if (more < fewer - 1e-12)
        return [
          `${name}: an agent gets less done with ${atOnce} at once than with ${atOnce - 1} ` +
            `(${more.toPrecision(3)} against ${fewer.toPrecision(3)} times the work of one); allow ${atOnce - 1}, or look at by-concurrency`,
        ];
    }
    return [];
  });
}
