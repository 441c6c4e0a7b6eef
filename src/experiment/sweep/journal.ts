import {closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync} from 'node:fs';
import {dirname} from 'node:path';

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
 */
export function openJournal(file: string, key: string, fresh: boolean): OpenedJournal | null {
  const text = fresh ? '' : textOf(file);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const entries = entriesOf(whole);
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
function entriesOf(text: string): unknown[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as unknown);
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
