import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {thisProcess} from '../../../src/experiment/sweep/lock-holder.js';
import {takeLock} from '../../../src/experiment/sweep/lock.js';
import {temporaryFolder} from '../../support/temporary-folder.js';

describe('the lock of a folder', () => {
  const file = join(temporaryFolder(), 'sweep.lock');
  const leave = (holder: object): void => writeFileSync(file, `${JSON.stringify(holder)}\n`);
  const isFree = (): boolean => {
    try {
      takeLock(file).release();
      return true;
    } catch (error) {
      expect((error as Error).message).toMatch(/sweep\.lock: expected no other sweep at work in this folder.*, got "/);
      return false;
    }
  };

  it('is held by one at a time, who is named, and is gone when it is given back', () => {
    const lock = takeLock(file);
    expect(() => takeLock(file)).toThrow(`got "process ${process.pid} on `);
    lock.release();
    expect(existsSync(file)).toBe(false);
    lock.release();
    expect(isFree()).toBe(true);
  });

  it('of a process that was killed is taken over at once', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const {born: _, ...own} = thisProcess();
    leave({...own, pid: child.pid, born: null});
    expect(isFree()).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isFree()).toBe(true);
  });

  it('is not held by a process that only has the same number, now or before the machine was started', () => {
    const own = thisProcess();
    if (own.born !== null) {
      leave({...own, born: 'another start 1'});
      expect(isFree()).toBe(true);
    }
    leave({...own, born: null, since: '2001-01-01T00:00:00.000Z'});
    expect(isFree()).toBe(true);
  });

  it('of another machine or container stays, and says what to do', () => {
    for (const elsewhere of [{host: 'lisbon'}, {space: 'pid:[1]'}]) {
      leave({...thisProcess(), pid: 999_999_999, ...elsewhere});
      expect(() => takeLock(file)).toThrow(/\(delete the file if that one is no more\), got "process 999999999 on /);
    }
  });

  it('that was torn a while ago is no lock; one of this moment may be in the making', async () => {
    writeFileSync(file, '');
    expect(isFree()).toBe(false);
    const {utimesSync} = await import('node:fs');
    utimesSync(file, new Date(0), new Date(0));
    expect(isFree()).toBe(true);
  });

  it('is left alone when somebody else has it by now', () => {
    const lock = takeLock(file);
    leave({...thisProcess(), host: 'lisbon'});
    lock.release();
    expect(readFileSync(file, 'utf8')).toContain('lisbon');
  });
});
