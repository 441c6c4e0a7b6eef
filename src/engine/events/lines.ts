import type {Center} from '../center.js';
import {Cause} from '../outcomes.js';
import {Mark} from '../contacts.js';

/** Takes a line of the queue and of the center; false when there is none. A transferred contact keeps its line whatever the limit: it is in the center already. */
export function takeLine(center: Center, contact: number, queue: number): boolean {
  const {model, linesTaken} = center;
  if (!needsLine(center, contact)) return true;
  const full = linesTaken[queue] >= model.queueLines[queue] || center.centerLinesTaken >= model.centerLines;
  if (full && center.contacts.causeOf(contact) !== Cause.transfer) return false;
  linesTaken[queue]++;
  center.centerLinesTaken++;
  return true;
}

/** The center dials out: it takes a line whatever the limit for those who call. */
export function takeOwnLine(center: Center, queue: number): void {
  if (!center.model.hasLines) return;
  center.linesTaken[queue]++;
  center.centerLinesTaken++;
}

/** Frees the line at the end of the talk, or when the contact leaves without one. */
export function releaseLine(center: Center, contact: number): void {
  if (!center.model.hasLines || !needsLine(center, contact)) return;
  center.linesTaken[center.model.queueOfType[center.contacts.marks[(contact << Mark.shift) | Mark.contactType]]]--;
  center.centerLinesTaken--;
}

/** Deferred work waits on no line. */
function needsLine({contacts: {marks}, model: {attention}}: Center, contact: number): boolean {
  return attention.deferred[marks[(contact << Mark.shift) | Mark.contactType]] === 0;
}
