import type {Center} from '../center.js';
import {Time} from '../contacts.js';
import {announcedWait} from '../estimated-wait.js';
import {DRAW} from '../model.js';
import {draw} from './draw.js';

/** A contact that has to wait hears for how long: whether it believes it, and would not wait so long. */
export function leavesAtAnnouncement(center: Center, contact: number, type: number): boolean {
  const {believed} = center.model.announcements;
  if (believed[type] === 0) return false;
  const announced = announcedWait(center, type);
  const patience = center.contacts.times[(contact << Time.shift) | Time.patienceEnd] - center.floor.now;
  return announced < Infinity && patience < announced && draw(center, contact, DRAW.believes) < believed[type];
}

/** Who stays knows what to expect, and is patient for more or less time than without the announcement. */
export function shiftPatience(center: Center, contact: number, type: number): void {
  const {patienceFactor, patienceAtMost} = center.model.announcements;
  if (patienceFactor[type] === 1 && patienceAtMost[type] === Infinity) return;
  const {times} = center.contacts;
  const at = (contact << Time.shift) | Time.patienceEnd;
  const announced = announcedWait(center, type);
  if (announced === Infinity) return;
  const patience = (times[at] - center.floor.now) * patienceFactor[type];
  // an announcement of no wait at all is nothing that could prove wrong
  const most = announced > 0 ? announced * patienceAtMost[type] : Infinity;
  times[at] = center.floor.now + Math.min(patience, most);
}
