import {closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, writeSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {userError} from '../../base/errors.js';
import type {SweepProblemCode} from '../../scenario/sweep-problem-codes.js';
import {
  entryLine,
  headLine,
  readJournal,
  type JournalHead,
  type JournalLine,
  type JournalText,
} from './journal-lines.js';

/**
 * What of a long piece of work is finished, one line each with its checksum, on the disk before the next begins. Whatever
 * kills the program, also a power cut, leaves whole lines and at most one torn one, which is cut off when it is opened again.
 */
export interface Journal {
  /**
   * Keeps an entry: it is on the disk when this returns.
   *
   * @throws UserError SWP009 when the disk is full; what was kept before stays
   */
  append(entry: object): void;
  close(): void;
}

/** A journal and what it held. */
export interface OpenedJournal {
  readonly journal: Journal;
  /** Those that are what was written, in order. */
  readonly lines: readonly JournalLine[];
  /** Numbers of the lines that were not, or belong to other work: they stand there no longer. */
  readonly damaged: readonly number[];
}

/**
 * Opens the journal of this work, or begins it. Lines that are not what was written are taken out.
 *
 * @param file its folder is there already, and nobody else has it open
 * @param fresh throws away what stands there
 * @param choose says which lines are kept of those whose checksum is right
 * @throws UserError SWP003 when it is of other work, SWP008 of another version, SWP006 when nothing in it can be read, SWP009
 */
export function openJournal(
  file: string,
  own: JournalHead,
  fresh: boolean,
  choose: (lines: readonly JournalLine[]) => readonly JournalLine[] = all => all,
): OpenedJournal {
  const bytes = fresh ? Buffer.alloc(0) : bytesOf(file);
  const found = readJournal(bytes, own.key);
  if (found.whole > 0) assertOwn(file, own, found);
  const lines = choose(found.lines);
  const dropped = found.lines.filter(line => !lines.includes(line)).map(({line}) => line);
  const damaged = [...found.damaged, ...dropped].sort((a, b) => a - b);
  if (found.whole === 0 || damaged.length > 0)
    replace(file, headLine(own) + lines.map(({text}) => `${text}\n`).join(''));
  const handle = openSync(file, 'a');
  if (damaged.length === 0 && found.whole > 0 && found.whole < bytes.length) ftruncateSync(handle, found.whole);
  return {
    journal: {
      append: entry => writable(file, () => writeThrough(handle, entryLine(own.key, entry))),
      close: () => closeSync(handle),
    },
    lines,
    damaged,
  };
}

function assertOwn(file: string, own: JournalHead, {head, lines}: JournalText): void {
  if (head !== null && head.program !== own.program)
    throw problem('SWP008', file, `points that plimsoll ${own.program} finished (--restart begins anew)`, head.program);
  if (head !== null && head.key !== own.key)
    throw problem('SWP003', file, 'the finished points of this very sweep (--restart throws away what stands there)');
  // a damaged head is no loss where the lines behind it are of this work
  if (head === null && lines.length === 0)
    throw problem(
      'SWP006',
      file,
      'finished points as plimsoll sweep kept them (--restart throws away what stands there)',
    );
}

function problem(code: SweepProblemCode, file: string, expected: string, got: string | null = null): Error {
  return userError(code, file, expected, got);
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Puts a whole new file in place of the old one. */
function replace(file: string, text: string): void {
  const temporary = join(dirname(file), `.plimsoll-tmp-${process.pid}-${basename(file)}`);
  writable(file, () => {
    try {
      const handle = openSync(temporary, 'w');
      try {
        writeThrough(handle, text);
      } finally {
        closeSync(handle);
      }
      renameSync(temporary, file);
      syncFolder(dirname(file));
    } finally {
      rmSync(temporary, {force: true});
    }
  });
}

function writeThrough(handle: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
  fsyncSync(handle);
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

/** What the disk refuses, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  ENOSPC: 'a full disk',
  EDQUOT: 'a full quota',
  EFBIG: 'a file larger than allowed',
  EROFS: 'a read-only disk',
  EIO: 'a failing disk',
};

function writable(file: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    const reason = REFUSED[(error as NodeJS.ErrnoException).code ?? ''];
    throw reason === undefined ? error : problem('SWP009', file, 'room for finished points', reason);
  }
}
