import type {Routing, RoutingCondition} from './scenario.js';
import type {WrittenCondition} from './schema/condition.js';
import type {WrittenRouting, WrittenScenario} from './schema/document.js';

/** Routing as written becomes delays by contact type and group; where two delays meet the longer one holds. */
export function buildRouting(written: WrittenScenario): Routing {
  const {routing} = written;
  const windows = written.contacts.map(({name}) => windowsOf(written, routing, name));
  return {
    agent: routing?.agent ?? 'longest-idle',
    contact: routing?.contact ?? ['priority', 'level', 'age'],
    overflow: windows.map(({delays}) =>
      sorted(delays)
        .filter(([, afterSeconds]) => afterSeconds > 0)
        .map(([group, afterSeconds]) => ({group, afterSeconds})),
    ),
    expiry: windows.map(({ends}) => sorted(ends).map(([group, atSeconds]) => ({group, atSeconds}))),
    reserves: (routing?.reserve ?? []).map(({name, value}) => ({
      group: written.agents.findIndex(group => group.name === name),
      keep: value.keep,
      for: value.for.map(type => written.contacts.findIndex(contact => contact.name === type.value)),
    })),
    shares: written.contacts.map(({name: type}) => sharesOf(written, routing, type)),
    lastAgentSeconds: routing?.['prefer-last-agent']?.wait ?? null,
  };
}

const sorted = (byGroup: ReadonlyMap<number, number>): [number, number][] => [...byGroup].sort(([a], [b]) => a - b);

/** When groups begin and cease to take a contact type: the latest beginning and the earliest end that any rule gives. */
class Windows {
  readonly delays = new Map<number, number>();
  readonly ends = new Map<number, number>();

  from(group: number, seconds: number): void {
    this.delays.set(group, Math.max(seconds, this.delays.get(group) ?? 0));
  }

  until(group: number, seconds: number): void {
    this.ends.set(group, Math.min(seconds, this.ends.get(group) ?? Infinity));
  }
}

function windowsOf(written: WrittenScenario, routing: WrittenRouting | undefined, type: string): Windows {
  const windows = new Windows();
  const groupNamed = (name: string): number => written.agents.findIndex(group => group.name === name);
  for (const {name, value} of routing?.overflow ?? []) {
    if (name === type) for (const group of value.to) windows.from(groupNamed(group.value), value.after);
  }
  const localFirst = routing?.['local-first'];
  for (const {name, value: sites} of localFirst?.sites ?? []) {
    if (name !== type) continue;
    const later = new Set(sites.slice(1).map(({value}) => value));
    written.agents.forEach(({value: {site, skills}}, group) => {
      const able = skills.some(({contactType}) => contactType.value === type);
      if (able && site !== undefined && later.has(site.value)) windows.from(group, localFirst!.after);
    });
  }
  for (const {name, value: rings} of routing?.rings ?? []) {
    if (name === type) addRings(windows, written, rings, groupNamed, type);
  }
  for (const {name, value: bands} of routing?.levels ?? []) {
    if (name === type) addBands(windows, written, bands, type);
  }
  return windows;
}

/** Each ring adds its groups when the one before has had its time; a group with the skill that no ring names is never asked. */
function addRings(
  windows: Windows,
  {agents}: WrittenScenario,
  rings: NonNullable<WrittenRouting['rings']>[number]['value'],
  groupNamed: (name: string) => number,
  type: string,
): void {
  let from = 0;
  const named = new Set<number>();
  for (const {groups, for: seconds, expires} of rings) {
    const until = from + (seconds ?? Infinity);
    for (const {value} of groups) {
      const group = groupNamed(value);
      named.add(group);
      windows.from(group, from);
      if (expires) windows.until(group, until);
    }
    from = until;
  }
  agents.forEach(({value: {skills}}, group) => {
    const able = skills.some(({contactType}) => contactType.value === type);
    if (able && !named.has(group)) windows.until(group, 0);
  });
}

/** Groups whose skill has the level take the contact type in the level's time. */
function addBands(
  windows: Windows,
  {agents}: WrittenScenario,
  bands: NonNullable<WrittenRouting['levels']>[number]['value'],
  type: string,
): void {
  for (const {name: level, value} of bands) {
    agents.forEach(({value: {skills}}, group) => {
      if (!skills.some(skill => skill.contactType.value === type && skill.level === level)) return;
      windows.from(group, value.from);
      if (value.until !== null) windows.until(group, value.until);
    });
  }
}

function sharesOf(
  {sites}: WrittenScenario,
  routing: WrittenRouting | undefined,
  type: string,
): Routing['shares'][number] {
  const shares = routing?.share?.find(({name}) => name === type)?.value;
  if (shares === undefined) return null;
  return shares.map(({name, value}) => ({site: (sites ?? []).findIndex(site => site.name === name), share: value}));
}

/**
 * A condition as written, with its queue; a contact type stands for the queue in which it waits.
 *
 * @param queues names, in the order of the scenario's queues
 */
export function buildCondition(
  {measure, of, comparison, value}: WrittenCondition,
  written: WrittenScenario,
  queues: readonly string[],
): RoutingCondition {
  const type = written.contacts.find(({name}) => name === of);
  const name = queues.includes(of) ? of : (type?.value.queue?.value ?? of);
  return {measure, queue: queues.indexOf(name), comparison, value};
}
