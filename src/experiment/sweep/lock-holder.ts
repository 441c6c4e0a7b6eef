import {readFileSync, readlinkSync} from 'node:fs';
import {hostname, uptime} from 'node:os';

/** The process that has a lock, with what tells it from one that later got its number. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** The numbers of processes that it is counted among: in containers each has its own. null where the system has one. */
  readonly space: string | null;
  /** When it was born, as the system counts; null where the system does not say. */
  readonly born: string | null;
  /** When it was born, by the clock on the wall: ISO 8601. */
  readonly since: string;
}

/** Clocks on the wall are set, and counted from, within this. */
const CLOCK_MS = 5000;

/** This very process. */
export function thisProcess(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    space: quietly(() => readlinkSync('/proc/self/ns/pid')),
    born: birthOf(process.pid),
    since: new Date(Date.now() - process.uptime() * 1000).toISOString(),
  };
}

/** Reads a lock; null when it is none. */
export function holderOf(text: string): Holder | null {
  const value = quietly(() => JSON.parse(text) as Partial<Holder> | null);
  const isHolder =
    Number.isInteger(value?.pid) && typeof value?.host === 'string' && !Number.isNaN(Date.parse(value.since ?? ''));
  return isHolder ? (value as Holder) : null;
}

/** Whether the process is surely no more; of another machine, or another container, nobody here can tell. */
export function hasEnded(holder: Holder): boolean {
  if (!isHere(holder)) return false;
  const own = thisProcess();
  const {pid, born, since} = holder;
  const found = lookFor(pid);
  if (found === 'nobody') return true;
  const birth = birthOf(pid);
  // the number may be another's by now; of other users' processes the system may not say when they were born
  if (born !== null && own.born !== null) return birth === null ? found === 'own' : birth !== born;
  const started = Date.parse(since);
  if (started < Date.now() - uptime() * 1000 - CLOCK_MS) return true;
  return pid === own.pid && Math.abs(started - Date.parse(own.since)) > CLOCK_MS;
}

/** A process in words: `process 4711 on lisbon, since 2026-11-23 08:15:00 UTC`. */
export const describeHolder = ({pid, host, since}: Holder): string =>
  `process ${pid} on ${host}, since ${since.slice(0, 19).replace('T', ' ')} UTC`;

/** Whether it is counted among the processes that can be seen from here. */
export function isHere({host, space}: Holder): boolean {
  const own = thisProcess();
  return host === own.host && space === own.space;
}

/** Whose process has this number, if any has. */
function lookFor(pid: number): 'nobody' | 'own' | 'another user' {
  try {
    process.kill(pid, 0);
    return 'own';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'another user' : 'nobody';
  }
}

/** Which start of the system, and how long after it; of one that has ended and is not yet buried nothing. Linux only. */
function birthOf(pid: number): string | null {
  return quietly(() => {
    // after the name, which may hold anything: state, then 18 numbers, then the start
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${fields[19]}`;
  });
}

/** null where the system has no such thing. */
function quietly<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
