import {CUSTOMER_CHANNELS, kindOf} from '../scenario/channels.js';
import type {AgentGroup, Channel, ChannelCapacity, ContactType, Scenario} from '../scenario/scenario.js';

/** Speeds kept of a contact type: with 1, 2, … contacts at once; with more it is as slow as with the last. */
export const MOST_AT_ONCE = 64;

/**
 * How contacts share the attention of an agent. Attention is counted in units: an agent of a group has so many, a contact
 * takes a part of them, and an agent can take a contact when enough of them are free. Where every contact takes the whole
 * agent there is one unit. Where a table says what may be held together, each contact takes one unit, a live one all, and
 * what is in hand must fit into one of its mixtures as well.
 */
export interface Attention {
  /** Whether any agent may hold several contacts, let go of one or be interrupted, or any work is deferred; else nothing below is read. */
  readonly shared: boolean;
  /** By group: 1 when its agents may hold several contacts, let go of one whose customer is silent, be interrupted, or go on with what another began. */
  readonly groupShares: Uint8Array;
  /** By group. */
  readonly units: Int32Array;
  /** By group: contacts that an agent may hold at once, at the most. */
  readonly slots: Int32Array;
  /** By group: the mixtures of its table, its first and the end, each CHANNELS numbers long; none: it has no table. */
  readonly firstMixture: Int32Array;
  readonly endOfMixtures: Int32Array;
  readonly mixtures: Int32Array;
  /** By type: its channel's place in a mixture. */
  readonly channelOfType: Int32Array;
  /** By group: 1 when something in hand may be interrupted that does not take the whole agent. */
  readonly interruptsParts: Uint8Array;
  /** By group × type: units that a contact takes. */
  readonly unitsOfContact: Int32Array;
  /** By group × type: contacts that an agent who always holds as many as possible gets done while one alone would take. */
  readonly pace: Float64Array;
  /** By type: 1 for concurrent channels, whose number decides how fast each of them goes on. */
  readonly concurrent: Uint8Array;
  /** By type: 1 for deferred channels. */
  readonly deferred: Uint8Array;
  /** By type × MOST_AT_ONCE: seconds that an answered second of work takes with one, two, … concurrent contacts. */
  readonly slowness: Float64Array;
  /** By group × type: 1 when something may interrupt it; seconds lost each time. */
  readonly interruptible: Uint8Array;
  readonly restart: Float64Array;
  /** By (group × types + interrupting type) × types + interrupted type. */
  readonly interrupts: Uint8Array;
  /** By type: 1 when it may interrupt something in some group. */
  readonly interrupting: Uint8Array;
  /** Whether interrupted work may go back to its queue, for another agent to go on with. */
  readonly putsBack: boolean;
}

export function makeAttention({contactTypes: types, groups}: Scenario): Attention {
  const count = types.length;
  const tables = groups.map(group => tableOf(group, types));
  const units = Int32Array.from(groups, (group, index) => {
    const table = tables[index];
    return table === null ? unitsOf(group) : Math.max(...table.map(mixture => sumOf(mixture)));
  });
  const unitsOfContact = new Int32Array(groups.length * count);
  const pace = new Float64Array(groups.length * count);
  const interruptible = new Uint8Array(groups.length * count);
  const interrupts = new Uint8Array(groups.length * count * count);
  const restart = new Float64Array(groups.length * count);
  const interrupting = new Uint8Array(count);
  groups.forEach((group, index) => {
    types.forEach(({channel}, type) => {
      const {atOnce} = capacityOf(group, channel);
      pace[index * count + type] = atOnce / slownessOf(types[type], atOnce);
      const whole = tables[index] === null || kindOf(channel) === 'live';
      unitsOfContact[index * count + type] = whole ? units[index] / atOnce : 1;
    });
    for (const {contactType: held} of group.skills) {
      const {interruptedBy, restartSeconds} = capacityOf(group, types[held].channel);
      restart[index * count + held] = restartSeconds;
      for (const {contactType: other} of group.skills) {
        if (!interruptedBy.includes(types[other].channel)) continue;
        interrupts[(index * count + other) * count + held] = 1;
        interruptible[index * count + held] = 1;
        interrupting[other] = 1;
      }
    }
  });
  const deferred = Uint8Array.from(types, ({channel}) => (kindOf(channel) === 'deferred' ? 1 : 0));
  const isPutBack = types.map(
    (_, type) => deferred[type] === 1 && groups.some((__, of) => interruptible[of * count + type] === 1),
  );
  const mayGetRest = (group: number): boolean =>
    groups[group].skills.some(({contactType}) => types[contactType].goesQuiet !== null || isPutBack[contactType]);
  const isShared = (group: number): boolean =>
    units[group] > 1 ||
    tables[group] !== null ||
    mayGetRest(group) ||
    interruptible.subarray(group * count, (group + 1) * count).includes(1);
  const groupShares = Uint8Array.from(groups, (_, group) => (isShared(group) ? 1 : 0));
  let end = 0;
  const ends = tables.map(table => (end += table?.length ?? 0));
  return {
    firstMixture: Int32Array.from(ends, (to, group) => to - (tables[group]?.length ?? 0)),
    endOfMixtures: Int32Array.from(ends),
    mixtures: Int32Array.from(tables.flatMap(table => (table ?? []).flat())),
    channelOfType: Int32Array.from(types, ({channel}) => PLACES.indexOf(channel)),
    interruptsParts: Uint8Array.from(groups, (group, index) =>
      group.capacity.some(
        ({interruptedBy, atOnce}) => interruptedBy.length > 0 && (atOnce > 1 || tables[index] !== null),
      )
        ? 1
        : 0,
    ),
    shared: groupShares.includes(1) || deferred.includes(1),
    groupShares,
    units,
    slots: Int32Array.from(groups, (group, index) =>
      tables[index] === null ? Math.max(1, ...group.capacity.map(({atOnce}) => atOnce)) : units[index],
    ),
    unitsOfContact,
    pace,
    concurrent: Uint8Array.from(types, ({channel}) => (kindOf(channel) === 'concurrent' ? 1 : 0)),
    deferred,
    slowness: Float64Array.from({length: count * MOST_AT_ONCE}, (_, at) =>
      slownessOf(types[Math.floor(at / MOST_AT_ONCE)], (at % MOST_AT_ONCE) + 1),
    ),
    interruptible,
    restart,
    interrupts,
    interrupting,
    putsBack: isPutBack.includes(true),
  };
}

/** Channels in the order in which a mixture counts them; beyond the last there is room for more. */
const PLACES: readonly Channel[] = CUSTOMER_CHANNELS;
/** Numbers of one mixture. */
export const CHANNELS = 16;

/** What a group's agents may have in hand: each channel alone, as often as its number says, and what is named together. */
function tableOf({together, skills, capacity}: AgentGroup, types: readonly ContactType[]): number[][] | null {
  if (together === null) return null;
  const channels = new Set(skills.map(({contactType}) => types[contactType].channel));
  const alone = [...channels].map(channel => [
    {channel, atOnce: capacity.find(each => each.channel === channel)?.atOnce ?? 1},
  ]);
  return [...alone, ...together].map(mixture => {
    const row = new Array<number>(CHANNELS).fill(0);
    for (const {channel, atOnce} of mixture) row[PLACES.indexOf(channel)] = atOnce;
    return row;
  });
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const ONE_AT_A_TIME = {atOnce: 1, interruptedBy: [], restartSeconds: 0} as const;

function capacityOf(group: AgentGroup, channel: ContactType['channel']): Omit<ChannelCapacity, 'channel'> {
  return group.capacity.find(each => each.channel === channel) ?? ONE_AT_A_TIME;
}

/** The least number of units of which every channel takes a whole number. */
function unitsOf({capacity}: AgentGroup): number {
  return capacity.reduce((units, {atOnce}) => (units * atOnce) / greatestCommonDivisor(units, atOnce), 1);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function slownessOf({byConcurrency}: ContactType, atOnce: number): number {
  return byConcurrency[Math.min(atOnce, byConcurrency.length) - 1] ?? 1;
}
