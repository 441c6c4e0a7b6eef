import {closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {userError} from '../../base/errors.js';

/** A file that appears whole or not at all: until `commit` the old one, if any, is what others see. */
export interface WholeFile {
  write(text: string): void;
  commit(): void;
  /** Leaves things as they were; does nothing after `commit`. */
  discard(): void;
}

/**
 * Opens a file for writing beside its final place, under a temporary name.
 *
 * @throws UserError LOG012 when the folder is missing or cannot be written, or the disk is full
 */
export function openWhole(file: string): WholeFile {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  if (existsSync(file) && statSync(file).isDirectory())
    throw userError('LOG012', file, 'the name of a file to write', 'a folder');
  const descriptor = orTell(file, () => openSync(temporary, 'w'));
  let done = false;
  return {
    write: text =>
      orTell(file, () => {
        writeAll(descriptor, Buffer.from(text));
      }),
    commit() {
      orTell(file, () => {
        fsyncSync(descriptor);
        closeSync(descriptor);
        renameSync(temporary, file);
      });
      done = true;
    },
    discard() {
      if (done) return;
      done = true;
      try {
        closeSync(descriptor);
      } catch {
        /* closed by a commit that failed half way */
      }
      rmSync(temporary, {force: true});
    },
  };
}

/** One call may write a part only. */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}

/** Writes a small file whole. */
export function writeWhole(file: string, text: string): void {
  const whole = openWhole(file);
  try {
    whole.write(text);
    whole.commit();
  } finally {
    whole.discard();
  }
}

/** A folder that is there, made where it is missing. */
export function makeFolder(folder: string): void {
  orTell(folder, () => {
    mkdirSync(folder, {recursive: true});
  });
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'a file in place of a folder',
  EACCES: 'a folder that may not be written',
  EPERM: 'a folder that may not be written',
  EROFS: 'a disk that may not be written',
  ENOSPC: 'a full disk',
  EDQUOT: 'a full disk',
  EISDIR: 'a folder',
  EEXIST: 'a file in place of a folder',
};

/** Runs something that writes; a fault of the disk becomes a message for the user. */
export function orTell<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const fault = FAULTS[(error as NodeJS.ErrnoException).code ?? ''];
    if (fault === undefined) throw error;
    throw userError('LOG012', file, 'a place where the file can be written', fault);
  }
}
