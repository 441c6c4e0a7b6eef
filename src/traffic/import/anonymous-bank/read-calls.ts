import {dateOf, timeOfDay} from '../../replay/read-stamp.js';

/** Types of service in the log of the Anonymous Bank. */
export const BANK_TYPES = ['PS', 'PE', 'IN', 'NE', 'NW', 'TT'] as const;

export type BankType = (typeof BANK_TYPES)[number];

/** One call that wanted an agent. Times are seconds on the bank's wall clock since 1970. */
export interface BankCall {
  readonly line: number;
  readonly type: BankType;
  /** 2: high; 0 and 1: regular or unknown (only those who queued were identified). */
  readonly priority: number;
  /** When it left the voice response unit for the queue or for an agent. */
  readonly arrivedAt: number;
  /** Seconds in queue; 0: answered at once. */
  readonly wait: number;
  readonly answered: boolean;
  /** Who answered; null: nobody, or not recorded. */
  readonly agent: string | null;
  /** Start and end of the talk; 0 where there was none. */
  readonly talkFrom: number;
  readonly talkTo: number;
  /** What is odd in it and yet no reason to drop it. */
  readonly oddity: string | null;
}

/** Why a row is no call that wanted an agent. */
export interface DroppedCall {
  readonly dropped: string;
}

/** The heading of the files of January to December 1999. */
export const BANK_COLUMNS = [
  'vru+line',
  'call_id',
  'customer_id',
  'priority',
  'type',
  'date',
  'vru_entry',
  'vru_exit',
  'vru_time',
  'q_start',
  'q_exit',
  'q_time',
  'outcome',
  'ser_start',
  'ser_exit',
  'ser_time',
  'server',
] as const;

const HALF_DAY = 43_200;
const DAY = 86_400;
const NOBODY = 'NO_SERVER';

/**
 * Reads one row of the log of the Anonymous Bank.
 *
 * A time more than half a day before the one that should precede it lies past midnight. A service that starts a second or two before
 * the queue is left is the rounding of the log and no error.
 *
 * @see Guedj and Mandelbaum, "Anonymous Bank" Call-Center Data, Technion 2000
 */
export function readBankCall(cells: readonly string[], line: number): BankCall | DroppedCall {
  if (cells.length !== BANK_COLUMNS.length)
    return {dropped: `${cells.length} columns instead of ${BANK_COLUMNS.length}`};
  const [type, outcome, server] = [cells[4]!.trim(), cells[12]!.trim(), cells[16]!.trim()];
  if (outcome === 'PHANTOM') return {dropped: 'a virtual call (PHANTOM)'};
  if (outcome !== 'AGENT' && outcome !== 'HANG')
    return {dropped: `an outcome that is not documented (${outcome.slice(0, 20)})`};
  if (!isBankType(type)) return {dropped: `a type that is not documented (${type.slice(0, 20)})`};
  const day = bankDate(cells[5]!);
  const clocks = [6, 7, 9, 10, 13, 14].map(column => bankTime(cells[column]!));
  if (day === null) return {dropped: 'a date that cannot be read'};
  if (clocks.some(clock => clock === null)) return {dropped: 'a time that cannot be read'};
  const [vruEntry, vruExit, queueFrom, queueTo, talkFrom, talkTo] = clocks as number[];
  const midnight = day * DAY;
  const arrivedAt = midnight + after(vruEntry!, vruExit!);
  const queued = cells[9]!.trim() !== '0:00:00' || Number(cells[11]) > 0;
  if (outcome === 'HANG' && !queued) return {dropped: 'hung up in the voice response unit, before queueing'};
  const wait = queued ? after(queueFrom!, queueTo!) - queueFrom! : 0;
  if (wait < 0) return {dropped: 'leaves the queue before entering it'};
  const answered = outcome === 'AGENT';
  const talks = answered && talkFrom !== talkTo;
  const start = talks ? midnight + after(vruExit!, talkFrom!) : 0;
  const end = talks ? start + after(talkFrom!, talkTo!) - talkFrom! : 0;
  if (end < start) return {dropped: 'a service that ends before it starts'};
  const agent = talks && server !== NOBODY && server !== '' ? server : null;
  return {
    line,
    type,
    priority: Number(cells[3]),
    arrivedAt,
    wait,
    answered,
    agent,
    talkFrom: start,
    talkTo: end,
    oddity: oddityOf(outcome, talks, agent, Number(cells[15]), vruExit! < vruEntry! && arrivedAt < midnight + DAY),
  };
}

const isBankType = (text: string): text is BankType => (BANK_TYPES as readonly string[]).includes(text);

/** `990201` as a day number. */
function bankDate(text: string): number | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text.trim());
  return match === null ? null : dateOf(1900 + Number(match[1]), Number(match[2]), Number(match[3]));
}

/** `7:02:47` as seconds after midnight. */
function bankTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim());
  return match === null ? null : timeOfDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A time of day that should follow another: on the next day when it is more than half a day earlier. */
const after = (before: number, time: number): number => (time < before - HALF_DAY ? time + DAY : time);

function oddityOf(
  outcome: string,
  talks: boolean,
  agent: string | null,
  serviceTime: number,
  vruBackwards: boolean,
): string | null {
  if (outcome === 'HANG' && serviceTime > 0) return 'hung up, yet with a service time: kept as hung up';
  if (outcome === 'AGENT' && !talks)
    return 'answered with a service of 0 s: kept, with a handle time of 0 s; says nothing about duty';
  if (outcome === 'AGENT' && agent === null)
    return 'answered by nobody named (NO_SERVER): kept; says nothing about duty';
  if (vruBackwards) return 'leaves the voice response unit before entering it: kept; the exit is what counts';
  return null;
}
