import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {userError} from '../../base/errors.js';
import type {SweepProblemCode} from '../../scenario/sweep-problem-codes.js';
import {programVersion} from '../program-version.js';
import {jobKey} from '../scenario-hash.js';
import {damaged, openJournal} from './journal.js';
import type {SweepEntry, SweepSearch, SweepStore, SweepSubject} from './sweep.js';

/** Name of the file in which finished work is kept. */
export const JOURNAL_FILE = 'sweep.journal';

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

/**
 * Opens the store of a sweep in a folder that is there already.
 *
 * @param restart throws away what stands there
 * @throws UserError SWP003 when it keeps another sweep, SWP006 when it is damaged
 */
export function openSweepStore(
  folder: string,
  key: string,
  restart: boolean,
): SweepStore & {readonly close: () => void} {
  const file = join(folder, JOURNAL_FILE);
  const opened = openJournal(file, key, restart);
  if (opened === null) {
    const code: SweepProblemCode = 'SWP003';
    throw userError(code, file, 'the finished points of this very sweep (--restart throws away what stands there)');
  }
  const {journal, entries} = opened;
  const broken = entries.findIndex(entry => !isEntry(entry));
  if (broken >= 0) {
    journal.close();
    throw damaged(file, broken + 2, JSON.stringify(entries[broken]));
  }
  return {entries: entries as SweepEntry[], keep: entry => journal.append(entry), close: () => journal.close()};
}

function isEntry(entry: unknown): boolean {
  const {point, from, replications, rows, observations} = entry as Partial<Record<keyof SweepEntry, unknown>>;
  return [point, from, replications].every(Number.isInteger) && Array.isArray(rows) && Array.isArray(observations);
}
