import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {UserError, userError} from '../base/errors.js';
import type {Results} from '../statistics/results.js';
import type {NamedChart} from './charts/chart.js';
import {resultsDocument} from './documents/results-document.js';
import {renderCsv} from './formats/csv.js';
import {renderJson} from './formats/json.js';
import {renderMarkdown} from './formats/markdown.js';
import {parseResults} from './parse-results.js';
import type {ReportProblemCode} from './problem-codes.js';

/** A file in the making: nothing stands under its name until `commit`. */
export interface AtomicFile {
  /** @throws UserError OUT002 when the disk is full; the file is then given up */
  write(chunk: string | Uint8Array): void;
  /** Puts the whole file in place of the old one. */
  commit(): void;
  /** Leaves the old file as it was; after `commit` it does nothing. */
  abort(): void;
}

/**
 * Begins a file that replaces the old one only when it is whole: it is written under another name in the same folder,
 * brought to the disk, then renamed. A full disk leaves the old file untouched and nothing beside it.
 *
 * @throws UserError OUT002 when it cannot be begun
 * @example const file = openAtomicFile('reports/bank/replications.csv'); file.write('replication\n'); file.commit();
 */
export function openAtomicFile(path: string): AtomicFile {
  const temporary = join(dirname(path), `.plimsoll-tmp-${process.pid}-${basename(path)}`);
  let stage: 'open' | 'closed' | 'over' = 'over';
  let file = -1;
  const giveUp = (): void => {
    if (stage === 'open') quietly(() => closeSync(file));
    if (stage !== 'over') quietly(() => rmSync(temporary, {force: true}));
    stage = 'over';
  };
  const step = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      giveUp();
      throw writeError('OUT002', path, 'a file that can be written to its end', error);
    }
  };
  const assertOpen = (): void => {
    if (stage !== 'open') throw new Error(`${path} is written after it was closed`);
  };
  step(() => {
    file = openSync(temporary, 'w');
    stage = 'open';
  });
  return {
    write(chunk) {
      assertOpen();
      step(() => writeFileSync(file, chunk));
    },
    commit() {
      assertOpen();
      step(() => {
        fsyncSync(file);
        stage = 'closed';
        closeSync(file);
        renameSync(temporary, path);
        stage = 'over';
      });
    },
    abort: giveUp,
  };
}

/** Writes a whole file in one go, or leaves the old one. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const file = openAtomicFile(path);
  file.write(content);
  file.commit();
}

/**
 * Tries to write in the folder of a file: to be called before a long run.
 *
 * @throws UserError OUT001
 */
export const assertWritableFile = (file: string): void => assertWritableFolder(dirname(file));

/**
 * Makes the folder where it is missing and tries to write in it: to be called before a long run.
 *
 * @throws UserError OUT001
 */
export function assertWritableFolder(folder: string): void {
  const probe = join(folder, `.plimsoll-tmp-${process.pid}-probe`);
  try {
    makeFolder(folder);
    writeFileSync(probe, 'probe');
  } catch (error) {
    throw writeError('OUT001', folder, 'a folder that can be written', error);
  } finally {
    quietly(() => rmSync(probe, {force: true}));
  }
}

/**
 * Makes a folder and those above it. Not by `recursive: true`: Node then never comes back from a place where folders
 * cannot be made but seem to be missing, such as /proc.
 */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  mkdirSync(folder);
}

/** False for what is not there; a file answers false and is told of by what follows. */
function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;
}

/**
 * Keeps results in a folder: results.json (read again by `readResults`), results.csv and summary.md.
 *
 * @throws UserError OUT001, OUT002
 */
export async function writeResults(folder: string, results: Results): Promise<void> {
  assertWritableFolder(folder);
  writeAtomically(join(folder, 'results.csv'), renderCsv(results.rows));
  writeAtomically(join(folder, 'summary.md'), renderMarkdown(resultsDocument(results)));
  writeAtomically(join(folder, 'results.json'), renderJson(results));
  await Promise.resolve();
}

/** Up to so many contact types get charts of their own unasked. */
const FEW_CONTACT_TYPES = 6;

/**
 * Draws the charts of results as PNG into a folder. The canvas is loaded only here, so that no other command waits for it.
 *
 * @returns paths of the pictures, in the order drawn
 * @throws UserError OUT001, OUT002
 */
export async function writeCharts(
  folder: string,
  results: Results,
  {byContactType = results.scenario.contactTypes.length <= FEW_CONTACT_TYPES}: {readonly byContactType?: boolean} = {},
): Promise<string[]> {
  const {resultsCharts} = await import('./charts/results-charts.js');
  return writeChartsTo(folder, resultsCharts(results, byContactType));
}

/**
 * Draws any charts as PNG into a folder.
 *
 * @returns paths of the pictures, in the order drawn
 * @throws UserError OUT001, OUT002
 */
export async function writeChartsTo(folder: string, charts: readonly NamedChart[]): Promise<string[]> {
  assertWritableFolder(folder);
  const {chartPainter} = await import('./charts/draw.js');
  const paint = chartPainter();
  const paths: string[] = [];
  for (const {fileName, chart} of charts) {
    const path = join(folder, fileName);
    writeAtomically(path, await paint(chart));
    paths.push(path);
  }
  return paths;
}

/**
 * Reads results again that `writeResults` kept.
 *
 * @param folder the folder, or its results.json
 * @throws UserError OUT003 none there, OUT004 damaged, OUT005 of another program, OUT006 of a newer version
 */
export async function readResults(folder: string): Promise<Results> {
  let file = folder;
  let text: string;
  try {
    if (isFolder(folder)) file = join(folder, 'results.json');
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw writeError('OUT003', file, 'results that plimsoll simulate --out wrote', error);
  }
  return Promise.resolve(parseResults(file, text));
}

/** What the system's codes mean to a planner. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a read-only disk',
  ENOSPC: 'a full disk',
  EDQUOT: 'a full quota',
  EFBIG: 'a file larger than allowed',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a file where a folder should be',
  EISDIR: 'a folder of this name',
  EEXIST: 'a file where a folder should be',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'a name that is too long',
};

function writeError(code: ReportProblemCode, path: string, expected: string, error: unknown): Error {
  if (error instanceof UserError) return error;
  const system = (error as NodeJS.ErrnoException).code;
  if (system === undefined) return error as Error;
  return userError(code, path, expected, REASONS[system] ?? (error as Error).message);
}

/** For cleaning up after an error that is worth more than one of cleaning up. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // the error that led here is the one to tell
  }
}
