import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {programVersion} from '../program-version.js';
import {jobKey} from '../scenario-hash.js';
import type {JournalLine} from './journal-lines.js';
import {openJournal} from './journal.js';
import {takeLock} from './lock.js';
import type {SweepEntry, SweepSearch, SweepStore, SweepSubject} from './sweep.js';

/** Name of the file in which finished work is kept. */
export const JOURNAL_FILE = 'sweep.journal';
/** Name of the file that stands beside it while a sweep is at work. */
export const LOCK_FILE = 'sweep.lock';

/**
 * Names a sweep by everything that its results depend on: program version, scenario, seed and replications of each point,
 * what stands in replayed logs, and what is searched.
 *
 * @returns 64 hexadecimal digits
 */
export async function sweepKey(
  {base, points, design, factors}: SweepSubject,
  search: SweepSearch | null,
): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([programVersion(), design, factors, base.run.replications, search]));
  for (const {scenario, settings} of points) hash.update(JSON.stringify([jobKey(scenario), scenario.name, settings]));
  for (const file of logsOf(points)) {
    const content = createHash('sha256');
    await pipeline(createReadStream(file), content);
    hash.update(content.digest());
  }
  return hash.digest('hex');
}

function logsOf(points: SweepSubject['points']): readonly string[] {
  const logs = new Set<string>();
  for (const {scenario} of points)
    for (const source of scenario.contactTypes.flatMap(({arrivals}) => arrivals))
      if (source.kind === 'replayed') logs.add(source.file);
  return [...logs].sort();
}

/** The store of a sweep, which no other process has open. */
export interface OpenSweepStore extends SweepStore {
  /** Lines of its journal, from 1, that were damaged or of other work: what they held is simulated again. */
  readonly damaged: readonly number[];
  /** Gives the folder back. */
  close(): void;
}

/**
 * Opens the store of a sweep in a folder that is there already.
 *
 * @param restart throws away what stands there
 * @throws UserError SWP003 when it keeps another sweep, SWP008 one of another version, SWP006 when nothing of it can be
 * read, SWP007 while another process sweeps in it
 */
export function openSweepStore(folder: string, key: string, restart: boolean): OpenSweepStore {
  const lock = takeLock(join(folder, LOCK_FILE));
  try {
    const head = {key, program: programVersion()};
    const {journal, lines, damaged} = openJournal(join(folder, JOURNAL_FILE), head, restart, onceEach);
    return {
      entries: lines.map(({entry}) => entry as SweepEntry),
      keep: entry => journal.append(entry),
      damaged,
      close() {
        journal.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Entries that are there once, or twice the same: of two that contradict each other neither is believed. */
function onceEach(lines: readonly JournalLine[]): readonly JournalLine[] {
  const texts = new Map<string, Set<string>>();
  const entries = lines.filter(({entry}) => isEntry(entry));
  for (const {entry, text} of entries) {
    const place = placeOf(entry);
    texts.set(place, (texts.get(place) ?? new Set()).add(text));
  }
  const seen = new Set<string>();
  return entries.filter(({entry}) => {
    const place = placeOf(entry);
    const isFirst = !seen.has(place);
    seen.add(place);
    return isFirst && texts.get(place)!.size === 1;
  });
}

const placeOf = (entry: object): string => {
  const {point, from} = entry as SweepEntry;
  return `${point} ${from}`;
};

function isEntry(entry: object): boolean {
  const {point, from, replications, rows, observations} = entry as Partial<Record<keyof SweepEntry, unknown>>;
  return [point, from, replications].every(Number.isInteger) && Array.isArray(rows) && Array.isArray(observations);
}
