import type {Problems} from './problems.js';
import type {WrittenCondition} from './schema/condition.js';
import type {WrittenRouting} from './schema/document.js';
import type {Placed} from './schema/field.js';
import {deepest} from './value.js';
import type {MapValue, Value} from './value.js';

/** What a group is, as far as routing needs to know. */
export interface KnownGroup {
  readonly name: string;
  readonly site: string | null;
  /** null: they could not be read. */
  readonly skills: readonly {readonly contactType: string; readonly level: number}[] | null;
}

/** What routing may name. */
export interface KnownNames {
  readonly types: readonly string[];
  readonly groups: readonly KnownGroup[];
  readonly sites: readonly string[];
  readonly queues: readonly string[];
}

/** Reports a name that stands for nothing. */
type Known = (what: string, name: string, candidates: readonly string[], at: Value) => boolean;

/** Checks everything that routing names, and that what it says can happen. */
export function checkRouting(
  routing: Partial<WrittenRouting>,
  names: KnownNames,
  known: Known,
  problems: Problems,
): void {
  const {types, sites} = names;
  const check = {names, known, problems};
  for (const {name, key, value} of routing.overflow ?? []) {
    known('a contact type', name, types, key);
    for (const group of value.to ?? []) checkSkilled(name, group, check);
  }
  for (const {name, key, value} of routing['local-first']?.sites ?? []) {
    known('a contact type', name, types, key);
    for (const site of value) known('a site', site.value, sites, site.at);
  }
  for (const {name, key, value} of routing.rings ?? []) {
    known('a contact type', name, types, key);
    checkRings(name, value, check);
  }
  for (const {name, key, value} of routing.levels ?? []) {
    if (known('a contact type', name, types, key)) checkLevels(name, key, value, check);
  }
  for (const {name, key, value} of routing.reserve ?? []) {
    if (!known('an agent group', name, groupNames(names), key)) continue;
    for (const type of value.for ?? []) {
      if (known('a contact type', type.value, types, type.at)) checkSkill(type.value, name, type.at, check);
    }
  }
  for (const {name, key, value} of routing.share ?? []) {
    if (known('a contact type', name, types, key)) checkShares(name, key, value, check);
  }
}

/** Checks that a condition names a queue or a contact type. */
export function checkCondition(joins: Placed<WrittenCondition>, names: KnownNames, known: Known): void {
  known('a queue or contact type', joins.value.of, [...new Set([...names.queues, ...names.types])], joins.at);
}

interface Check {
  readonly names: KnownNames;
  readonly known: Known;
  readonly problems: Problems;
}

const groupNames = ({groups}: KnownNames): readonly string[] => groups.map(({name}) => name);

function checkSkilled(type: string, group: Placed<string>, check: Check): void {
  if (check.known('an agent group', group.value, groupNames(check.names), group.at))
    checkSkill(type, group.value, group.at, check);
}

function checkSkill(type: string, group: string, at: Value, {names, problems}: Check): void {
  const skills = names.groups.find(({name}) => name === group)?.skills ?? null;
  if (skills !== null && !skills.some(({contactType}) => contactType === type))
    problems.add('SCN020', at, `a group with the skill ${type}`, group);
}

function checkRings(type: string, rings: NonNullable<WrittenRouting['rings']>[number]['value'], check: Check): void {
  const seen = new Set<string>();
  rings.forEach((ring, index) => {
    const last = index === rings.length - 1 && !check.problems.touches(pathAfter(ring.here.path));
    if (!last && ring.for === undefined && !stands(ring.here, 'for'))
      check.problems.add('SCN060', ring.here, 'for: the time until the next ring is added, such as 20s');
    if (last && stands(ring.here, 'for'))
      check.problems.add('SCN060', deepest(ring.here, 'for'), 'no time at the last ring: no ring comes after it');
    if (last && ring.expires === true && !stands(ring.here, 'for'))
      check.problems.add('SCN060', deepest(ring.here, 'expires'), 'no end of the last ring: nobody would be left');
    for (const group of ring.groups ?? []) {
      checkSkilled(type, group, check);
      if (seen.has(group.value)) check.problems.add('SCN004', group.at, 'each group in one ring', group.value);
      seen.add(group.value);
    }
  });
}

/** Of the next in the list; one that could not be read is not among the others. */
const pathAfter = (path: string): string => path.replace(/\d+(?=\]$)/, at => String(Number(at) + 1));

const stands = (map: MapValue, key: string): boolean => deepest(map, key) !== map;

function checkLevels(
  type: string,
  at: Value,
  bands: NonNullable<WrittenRouting['levels']>[number]['value'],
  {names, problems}: Check,
): void {
  if (names.groups.some(({skills}) => skills === null)) return;
  const used = new Set(
    names.groups.flatMap(({skills}) => skills!.filter(({contactType}) => contactType === type).map(({level}) => level)),
  );
  for (const {name: level, key, value} of bands) {
    if (!used.has(level))
      problems.add('SCN020', key, `a level that some group has for ${type} (${[...used].sort().join(', ')})`, key.text);
    if (value.until !== null && value.until <= value.from)
      problems.add('SCN014', key, 'levels that end after they begin', key.text);
  }
  const ends = (level: number): boolean => bands.some(({name, value}) => name === level && value.until !== null);
  if (used.size > 0 && [...used].every(ends))
    problems.add('SCN021', at, 'a level without an end; a contact that waits longer would be served by nobody', type);
}

function checkShares(
  type: string,
  at: Value,
  shares: NonNullable<WrittenRouting['share']>[number]['value'],
  {names, known, problems}: Check,
): void {
  for (const {name: site, key} of shares) {
    if (!known('a site', site, names.sites, key)) continue;
    const there = names.groups.filter(group => group.site === site);
    const able = there.some(({skills}) => skills === null || skills.some(({contactType}) => contactType === type));
    if (!able) problems.add('SCN020', key, `a site with a group that has the skill ${type}`, site);
  }
  const total = shares.reduce((sum, {value}) => sum + value, 0);
  if (Math.abs(total - 1) > 1e-9)
    problems.add('SCN061', at, 'shares that add up to 100%', `${Number((total * 100).toFixed(4))}%`);
}
