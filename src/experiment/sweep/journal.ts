import {closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync} from 'node:fs';
import {dirname} from 'node:path';
import {UserError} from '../../base/errors.js';
import type {SweepProblemCode} from '../../scenario/sweep-problem-codes.js';

/**
 * What of a long piece of work is finished, one line of JSON each, on the disk before the next begins. Whatever kills
 * the program, also a power cut, leaves whole lines and at most one torn one, which is cut off when it is opened again.
 */
export interface Journal {
  /** Keeps an entry: it is on the disk when this returns. */
  append(entry: object): void;
  close(): void;
}

/** A journal and what it held. */
export interface OpenedJournal {
  readonly journal: Journal;
  /** Whole entries after the first, in order. */
  readonly entries: readonly unknown[];
}

/**
 * Opens the journal of this work, or begins it.
 *
 * @param file its folder is there already
 * @param key names the work; it is the first entry
 * @param fresh throws away what stands there
 * @returns null when the file is of other work
 * @throws UserError SWP006 when a whole line is damaged
 */
export function openJournal(file: string, key: string, fresh: boolean): OpenedJournal | null {
  const text = fresh ? '' : textOf(file);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const entries = entriesOf(whole, file);
  if (entries.length > 0 && (entries[0] as {readonly key?: unknown}).key !== key) return null;
  const handle = openSync(file, entries.length === 0 ? 'w' : 'a');
  const append = (entry: object): void => {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    for (let written = 0; written < line.length;) written += writeSync(handle, line, written);
    fsyncSync(handle);
  };
  if (entries.length === 0) {
    append({key});
    syncFolder(dirname(file));
  } else if (whole.length < text.length) ftruncateSync(handle, Buffer.byteLength(whole));
  return {journal: {append, close: () => closeSync(handle)}, entries: entries.slice(1)};
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Whole lines are whole entries: a line is written at once and ends with its line feed. */
function entriesOf(text: string, file: string): object[] {
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    try {
      const entry: unknown = JSON.parse(line);
      if (typeof entry === 'object' && entry !== null) return [entry];
    } catch {
      // told below
    }
    throw damaged(file, index + 1, line);
  });
}

/** What a disk or an editor did to a line. */
export function damaged(file: string, line: number, got: string): Error {
  const code: SweepProblemCode = 'SWP006';
  const place = {file, line, column: null, path: ''};
  const expected = 'a finished point as plimsoll sweep kept it (--restart throws away what stands there)';
  return new UserError([{code, place, expected, got: got.slice(0, 40), nearest: null}]);
}

/** The name of a new file is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
