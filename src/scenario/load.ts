import {readFile, stat} from 'node:fs/promises';
import {basename, dirname, extname, resolve} from 'node:path';
import type {Place} from '../base/errors.js';
import {parseShare} from '../base/units.js';
import {buildScenario, firstDayOf} from './build.js';
import {loadZone} from './clock.js';
import type {Zone} from './clock.js';
import {decode} from './decode.js';
import {deepFreeze} from './freeze.js';
import {openIncludes, reasonOf} from './includes.js';
import {applyOverrides} from './overrides.js';
import {parseText} from './parse.js';
import {Problems} from './problems.js';
import {checkReferences} from './references.js';
import {rememberOrigin} from './origin.js';
import type {Scenario} from './scenario.js';
import {clock as clockField, document} from './schema/document.js';
import type {WrittenClock, WrittenScenario} from './schema/document.js';
import type {Reading} from './schema/field.js';
import type {WrittenGates} from './schema/gates.js';
import {deepest, placeOf} from './value.js';
import type {MapValue, Value} from './value.js';
import {suggestZone} from './suggest-zone.js';

/** What a command may say beside the file; it takes precedence over `run:`. */
export interface LoadOptions {
  /** Overrides, `agents.paris.count=24`. */
  readonly set?: readonly string[] | undefined;
  /** Factor on all generated volume, in place of `run.volume`: 1.1 or `110%`. */
  readonly volume?: number | string | undefined;
  readonly replications?: number | undefined;
  readonly seed?: string | undefined;
  /** Files outside the folder of the scenario may be included. */
  readonly allowOutside?: boolean | undefined;
}

/** Where a text comes from. */
export interface TextOrigin {
  /** Name of the file in messages. */
  readonly file: string;
  /** Folder in which included files are looked for; by default that of `file`. */
  readonly folder?: string | undefined;
}

/** Bytes of a scenario file, at most. */
const MOST_BYTES = 1_000_000;

/**
 * Reads a scenario file.
 *
 * @param file YAML or JSON
 * @returns the scenario, checked, completed and frozen
 * @throws UserError with every problem found
 * @example const scenario = await loadScenario('scenarios/bank.yaml', {set: ['agents.paris.count=24']})
 */
export async function loadScenario(file: string, options: LoadOptions = {}): Promise<Scenario> {
  return (await locateScenario(file, options)).scenario;
}

/** A scenario with the way back to its file. */
export interface LocatedScenario {
  readonly scenario: Scenario;
  /** Where the deepest value along a path of keys stands: contacts, orders, objective. */
  readonly placeOf: (path: readonly string[]) => Place;
  /** What the file says, with what was changed. */
  readonly root: MapValue;
  /** `gates:` of the file, not yet understood; null: it has none. */
  readonly gates: WrittenGates | null;
}

/**
 * Reads a scenario file as `loadScenario` does, for who has more to say about it.
 *
 * @throws UserError with every problem found
 */
export async function locateScenario(file: string, options: LoadOptions = {}): Promise<LocatedScenario> {
  const problems = new Problems();
  const text = await readScenarioFile(file, problems);
  problems.throwIfAny();
  const {scenario, root, gates} = await readText(text, {file, ...options});
  rememberOrigin(scenario, file, options);
  return {scenario, placeOf: path => placeOf(deepest(root, ...path)), root, gates};
}

/** The text of a scenario file, or of another that is read like one; problems where it cannot be read. */
export async function readScenarioFile(file: string, problems: Problems): Promise<string> {
  const place = {file, line: null, column: null, path: ''};
  try {
    const found = await stat(file);
    if (!found.isFile()) problems.add('SCN001', place, 'a file, not a folder or a device');
    else if (found.size > MOST_BYTES)
      problems.add(
        'SCN002',
        place,
        'a scenario of at most 1 MB; volumes and logs belong into CSV files',
        `${Math.round(found.size / 1e6)} MB`,
      );
    else return decode(await readFile(file));
  } catch (error) {
    problems.add('SCN001', place, `a readable file (${reasonOf(error)})`);
  }
  return '';
}

/**
 * Reads the text of a scenario.
 *
 * @throws UserError with every problem found
 */
export async function loadScenarioText(text: string, options: TextOrigin & LoadOptions): Promise<Scenario> {
  return (await readText(text, options)).scenario;
}

async function readText(
  text: string,
  options: TextOrigin & LoadOptions,
): Promise<{readonly scenario: Scenario; readonly root: MapValue; readonly gates: WrittenGates | null}> {
  const problems = new Problems();
  const {file} = options;
  const parsed = parseText(text, file, problems);
  const root = parsed === null ? null : applyOverrides(parsed, options.set ?? [], problems);
  if (root === null || root.kind !== 'map') {
    if (root !== null) problems.add('SCN006', root, 'a scenario: a mapping with contacts and agents');
    problems.throwIfAny();
    throw new Error('a text without values gave no problem');
  }
  const reading: Reading = {problems, includes: [], timezones: new Map(), currencies: new Map()};
  const written = document.read(root, reading) as WrittenScenario;
  const clock = written.clock ?? (clockField.read({...root, entries: []}, reading) as WrittenClock);
  checkReferences(written, problems);
  const shownFolder = dirname(file);
  const includes = await openIncludes(
    reading.includes,
    options.folder ?? resolve(shownFolder),
    shownFolder,
    options.allowOutside ?? false,
    problems,
  );
  const zones = await loadZones(reading.timezones, clock, problems);
  const scenario = isBuildable(written)
    ? buildScenario(written, clock, {
        ...includes,
        defaultName: basename(file, extname(file)),
        zones,
        problems,
        currencies: reading.currencies,
        replications: options.replications ?? null,
        seed: options.seed ?? null,
        volume: readVolume(options.volume, problems),
      })
    : null;
  problems.throwIfAny();
  if (scenario === null) throw new Error('a scenario without problems was not built');
  return {scenario: deepFreeze(scenario), root, gates: written.gates ?? null};
}

function readVolume(volume: number | string | undefined, problems: Problems): number | null {
  if (volume === undefined) return null;
  const factor = typeof volume === 'number' ? volume : parseShare(volume);
  if (factor !== null && factor >= 0 && factor <= 1000) return factor;
  problems.add(
    'SCN014',
    {file: '--volume', line: null, column: null, path: ''},
    'a factor such as 110%',
    String(volume),
  );
  return null;
}

/** False when whole parts could not be read, so that nothing further can be said. */
const isBuildable = (written: Partial<WrittenScenario>): boolean =>
  written.contacts !== undefined && written.agents !== undefined;

/** Every zone that is named, with UTC; days are taken from the horizon. */
async function loadZones(
  named: ReadonlyMap<string, Value>,
  clock: WrittenClock,
  problems: Problems,
): Promise<ReadonlyMap<string, Zone>> {
  const zones = new Map<string, Zone>();
  if (problems.touches('clock')) return zones;
  for (const [name, at] of [['UTC', null] as const, ...named]) {
    const zone = await loadZone(name, firstDayOf(clock), clock.days);
    if (zone !== null) zones.set(name, zone);
    else
      problems.add(
        'SCN026',
        at!,
        'a time zone such as Europe/Paris',
        name,
        suggestZone(name, Intl.supportedValuesOf('timeZone')),
      );
  }
  return zones;
}
