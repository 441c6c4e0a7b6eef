import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {userError} from '../../base/errors.js';
import type {SweepProblemCode} from '../../scenario/sweep-problem-codes.js';
import {describeHolder, hasEnded, isHere, holderOf, thisProcess, type Holder} from './lock-holder.js';

/** A folder that one process has for itself. */
export interface Lock {
  /** Gives it back; a second time does nothing. */
  release(): void;
}

/** How often somebody else may come and go between two looks. */
const ATTEMPTS = 20;
/** A lock that cannot be read was torn by a crash when it is older than this. */
const TORN_AFTER_MS = 10_000;

/**
 * Takes a lock file, which names the process that has it. One that a process left behind which is no more, by whatever
 * ended it, is taken over at once; of a process on another machine nobody here can tell.
 *
 * @param file its folder is there and can be written
 * @throws UserError SWP007 when another process has it
 */
export function takeLock(file: string): Lock {
  const own = `${JSON.stringify(thisProcess())}\n`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(file, own)) return held(file, own);
    const text = textOf(file);
    if (text === null) continue;
    const holder = holderOf(text);
    if (holder === null ? !isTorn(file) : !hasEnded(holder)) throw taken(file, holder);
    remove(file, text);
  }
  throw taken(file, null);
}

function held(file: string, own: string): Lock {
  let isHeld = true;
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    process.off('exit', release);
    if (textOf(file) === own) rmSync(file, {force: true});
  };
  // also where the program ends in the middle
  process.on('exit', release);
  return {release};
}

/** False when the file is there already. It appears with all that stands in it: a link to a file that is written. */
function create(file: string, text: string): boolean {
  const temporary = beside(file, 'new');
  try {
    const handle = openSync(temporary, 'w');
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    linkSync(temporary, file);
    return true;
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // a disk without hard links
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) return createInPlace(file, text);
    throw error;
  } finally {
    rmSync(temporary, {force: true});
  }
}

function createInPlace(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, {flag: 'wx'});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes away a lock that was left behind; where somebody else did, and has one of its own there, that one stays. */
function remove(file: string, left: string): void {
  const aside = beside(file, 'old');
  try {
    renameSync(file, aside);
    if (textOf(aside) !== left) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, {force: true});
  }
}

const beside = (file: string, what: string): string =>
  join(dirname(file), `.plimsoll-tmp-${process.pid}-${what}-${basename(file)}`);

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isTorn(file: string): boolean {
  const found = statSync(file, {throwIfNoEntry: false});
  return found === undefined || Date.now() - found.mtimeMs > TORN_AFTER_MS;
}

function taken(file: string, holder: Holder | null): Error {
  const code: SweepProblemCode = 'SWP007';
  const advice = holder === null || isHere(holder) ? '' : ' (delete the file if that one is no more)';
  const got = holder === null ? 'a lock that was made just now' : describeHolder(holder);
  return userError(code, file, `no other sweep at work in this folder${advice}`, got);
}
