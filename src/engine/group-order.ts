import type {AgentGroup, AgentTimetable, ContactType, People, Scenario, Staffing} from '../scenario/scenario.js';

type Key = readonly (string | number)[];

/** What two groups or agents are compared by: the second key only where the first ones are alike. */
type Keys = readonly [Key, Key];

/**
 * The groups in an order that depends on what they are and not on where or under what name they are declared, so that
 * ties between agents (all idle since they signed in together) fall the same way after a reordering or renaming. Groups
 * that are alike in everything keep their declared order.
 */
export function groupOrder(scenario: Scenario): number[] {
  const {groups, contactTypes} = scenario;
  const keys = groups.map((group, index): Keys => [
    [...groupKey(group, contactTypes), ...routingKey(scenario, index)],
    [...peopleKey(group.people), ...capacityKey(group)],
  ]);
  return groups
    .map((_, index) => index)
    .sort((a, b) => compareKeys(keys[a][0], keys[b][0]) || compareKeys(keys[a][1], keys[b][1]));
}

/** What routing says of the group: of each contact type, in the order of their streams, and on its own. */
function routingKey({groups, contactTypes, routing}: Scenario, group: number): Key {
  const reserve = routing.reserves.find(rule => rule.group === group);
  const {joins, site} = groups[group];
  const rules = contactTypes.map(({stream}, type): Key => [
    stream,
    routing.overflow[type]?.find(rule => rule.group === group)?.afterSeconds ?? 0,
    routing.expiry[type]?.find(rule => rule.group === group)?.atSeconds ?? Infinity,
    reserve?.for.includes(type) ? 1 : 0,
    routing.shares[type]?.find(rule => rule.site === site)?.share ?? 0,
    joins !== null && contactTypes[type].queue === joins.queue ? 1 : 0,
  ]);
  return [
    ...inOrder(rules).flatMap(rule => rules[rule]),
    reserve?.keep ?? 0,
    ...(joins === null ? [] : [joins.measure, joins.comparison, joins.value]),
  ];
}

/** The agents of a group in an order that depends on their timetables and not on the order in which these are written. */
export function agentOrder(agents: readonly AgentTimetable[]): number[] {
  const keys = new Map<AgentTimetable, Key>();
  for (const agent of agents) if (!keys.has(agent)) keys.set(agent, timetableKey(agent));
  return inOrder(agents.map(agent => keys.get(agent)!));
}

function groupKey({skills, staffing}: AgentGroup, contactTypes: readonly ContactType[]): Key {
  const rights = skills.map(({contactType, level, handleTimeFactor, weight}): Key => [
    contactTypes[contactType].stream,
    level,
    handleTimeFactor,
    weight,
  ]);
  return [skills.length, ...inOrder(rights).flatMap(right => rights[right]), staffing.kind, ...staffingKey(staffing)];
}

/** Ends in infinity, so that of two staffings that begin alike the longer one is never compared with what follows the shorter. */
function staffingKey(staffing: Staffing): Key {
  if (staffing.kind === 'counts') return [...staffing.changes.flatMap(({at, agents}) => [at, agents]), Infinity];
  return [...agentOrder(staffing.agents).flatMap(agent => timetableKey(staffing.agents[agent])), Infinity];
}

function peopleKey(people: People | null): Key {
  if (people === null) return [0];
  const {absence, paidAbsence, adherence, speedCv, learning, noAnswer, stream} = people;
  return [
    1,
    absence,
    paidAbsence ? 1 : 0,
    adherence?.share ?? 1,
    adherence?.breakSeconds ?? 0,
    speedCv,
    learning?.agents ?? 0,
    learning?.starts ?? 1,
    learning?.halfLifeDays ?? 0,
    learning?.daysSinceHired ?? 0,
    noAnswer?.probability ?? 0,
    noAnswer?.ringSeconds ?? 0,
    noAnswer?.setAsideSeconds ?? 0,
    stream ?? '',
  ];
}

/** What its agents may hold, by channel and mixture. */
function capacityKey({capacity, together}: AgentGroup): Key {
  const held = capacity.map(({channel, atOnce, interruptedBy, restartSeconds}): Key => [
    channel,
    atOnce,
    restartSeconds,
    interruptedBy.length,
    ...[...interruptedBy].sort(),
  ]);
  const mixtures = (together ?? []).map((mixture): Key => {
    const parts = mixture.map(({channel, atOnce}): Key => [channel, atOnce]);
    return [parts.length, ...inOrder(parts).flatMap(part => parts[part])];
  });
  return [
    ...[held.length, ...inOrder(held).flatMap(channel => held[channel])],
    ...[together === null ? 0 : 1, ...inOrder(mixtures).flatMap(mixture => mixtures[mixture])],
  ];
}

function timetableKey({shifts}: AgentTimetable): Key {
  return [shifts.length, ...shifts.flatMap(({from, to, breaks}) => [from, to, breaks.length, ...breaks.flat()])];
}

/** Places of the keys from the lowest to the highest; of equal ones in the order given. */
function inOrder(keys: readonly Key[]): number[] {
  return keys.map((_, index) => index).sort((a, b) => compareKeys(keys[a], keys[b]));
}

/** Numbers by size, so that the unit of time decides nothing; at each place both keys hold a number or both a string. */
function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return a[index] < b[index] ? -1 : 1;
  return a.length - b.length;
}
