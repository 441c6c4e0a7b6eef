import type {BankCall} from './read-calls.js';
import {BANK_TYPES} from './read-calls.js';
import {stampOf, table} from './duty-tables.js';

/** What the log says happened, for comparison with a simulation. */
export interface Observed {
  readonly contacts: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Mean wait of all who wanted an agent, seconds. */
  readonly meanWait: number;
  /** Mean wait of those answered, seconds. */
  readonly asa: number;
  /** Mean wait of those who had to wait, seconds. */
  readonly meanWaitOfQueued: number;
}

/** Totals over calls; figures without a call are 0. */
export function observe(calls: readonly BankCall[]): Observed {
  const answered = calls.filter(call => call.answered);
  const queued = calls.filter(call => call.wait > 0);
  return {
    contacts: calls.length,
    answered: answered.length,
    abandoned: calls.length - answered.length,
    meanWait: meanWaitOf(calls),
    asa: meanWaitOf(answered),
    meanWaitOfQueued: meanWaitOf(queued),
  };
}

const meanWaitOf = (calls: readonly BankCall[]): number =>
  calls.length === 0 ? 0 : calls.reduce((sum, {wait}) => sum + wait, 0) / calls.length;

/** Contacts, abandoned and waits by hour and type: `hour,contact-type,contacts,answered,abandoned,meanWait,asa`. */
export function observedTable(calls: readonly BankCall[]): string {
  const cells = new Map<string, BankCall[]>();
  for (const call of calls) {
    const key = `${Math.floor(call.arrivedAt / 3600)} ${BANK_TYPES.indexOf(call.type)}`;
    const sofar = cells.get(key);
    if (sofar === undefined) cells.set(key, [call]);
    else sofar.push(call);
  }
  const rows = [...cells].map(([key, inside]) => {
    const [hour, type] = key.split(' ').map(Number) as [number, number];
    return {hour, type, ...observe(inside)};
  });
  rows.sort((a, b) => a.hour - b.hour || a.type - b.type);
  return table(
    ['hour', 'contact-type', 'contacts', 'answered', 'abandoned', 'meanWait', 'asa'],
    rows.map(row =>
      [
        stampOf(row.hour * 3600),
        BANK_TYPES[row.type]!,
        row.contacts,
        row.answered,
        row.abandoned,
        round(row.meanWait),
        round(row.asa),
      ].map(String),
    ),
  );
}

const round = (value: number): number => Number(value.toFixed(3));
