import {statSync} from 'node:fs';
import type {Scenario} from '../scenario/scenario.js';

/** Bytes that a contact takes in a log, roughly. */
const BYTES_A_CONTACT = 64;
/** Contacts simulated in a second by one thread, at the least. */
const CONTACTS_A_SECOND = 2e6;
/** Seconds of statistics for one interval of one contact type or group in one replication. */
const SECONDS_A_ROW = 2e-6;
/** With less to do the threads would take longer to start than to work. */
export const WORTH_THREADS_SECONDS = 0.3;
/** With less for each thread to do, compiling its loop as one piece would take longer than that saves. */
export const WORTH_INLINING_SECONDS = 2.5;

/** First attempts to be expected in one replication; of a log, from the size of its file. */
export function contactsExpected({contactTypes}: Scenario): number {
  const logs = new Set<string>();
  let contacts = 0;
  for (const source of contactTypes.flatMap(({arrivals}) => arrivals)) {
    if (source.kind === 'replayed') logs.add(source.file);
    else contacts += source.expected.reduce((sum, expected) => sum + expected, 0);
  }
  for (const file of logs) contacts += sizeOf(file) / BYTES_A_CONTACT;
  return contacts;
}

/** Seconds that one thread will roughly take for so many replications. */
export function secondsOf(scenario: Scenario, replications: number): number {
  const rows = (scenario.contactTypes.length + scenario.groups.length) * scenario.clock.intervalLabels.length;
  return replications * (contactsExpected(scenario) / CONTACTS_A_SECOND + rows * SECONDS_A_ROW);
}

/** A log that cannot be read is reported by whoever opens it. */
function sizeOf(file: string): number {
  return statSync(file, {throwIfNoEntry: false})?.size ?? 0;
}
