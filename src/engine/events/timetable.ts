import type {Center} from '../center.js';
import {Outcome} from '../outcomes.js';
import {
  BREAK_ENDS,
  BREAK_STARTS,
  GROUP_COUNT,
  QUEUE_CLOSES,
  QUEUE_OPENS,
  SHIFT_ENDS,
  SHIFT_STARTS,
} from '../timetable.js';
import {endMissedShift, missShift, missSomeOf} from './absence.js';
import {endBreak, setGroupCount, signIn, signOut, startBreak} from './duty.js';
import {dismissRequests} from './callback.js';
import {dialOldestFirst} from './requests.js';
import {scheduleNextChange, timerIsNext} from './next-change.js';
import {agentTimer} from './presence.js';
import {isTakenUpAgain} from './take-up.js';
import {leaveQueue} from './wait.js';

/** The next change by the clock happens. */
export function timetableChange(center: Center): void {
  if (timerIsNext(center)) agentTimer(center);
  else changeByTimetable(center);
  scheduleNextChange(center);
}

function changeByTimetable(center: Center): void {
  const {timetable, nextChange} = center;
  const target = timetable.target[nextChange];
  switch (timetable.kind[nextChange]) {
    case QUEUE_CLOSES:
      closeQueue(center, target);
      break;
    case QUEUE_OPENS:
      center.open[target] = 1;
      break;
    case GROUP_COUNT:
      setGroupCount(center, target, comingOf(center, target, timetable.value[nextChange]));
      break;
    case SHIFT_ENDS:
      signOut(center, target);
      if (center.model.hasPaidAbsence) endMissedShift(center, target);
      break;
    case SHIFT_STARTS:
      if (!center.model.hasAbsence || !center.people.isAbsent(target, center.floor.now)) signIn(center, target);
      else if (center.model.hasPaidAbsence) missShift(center, target);
      break;
    case BREAK_ENDS:
      endBreak(center, target);
      break;
    case BREAK_STARTS:
      startBreak(center, target);
      break;
  }
  center.nextChange++;
}

/** So many of the agents asked for have come today. */
function comingOf(center: Center, group: number, count: number): number {
  const {model, people, floor} = center;
  if (!model.hasAbsence) return count;
  const present = people.presentOf(group, count, floor.now);
  if (model.hasPaidAbsence) missSomeOf(center, group, count - present);
  return present;
}

function closeQueue(center: Center, queue: number): void {
  const {model, waiting, open} = center;
  open[queue] = 0;
  if (model.dismisses[queue] === 0) {
    if (model.hasCallbacks) dialOldestFirst(center, queue);
    return;
  }
  for (let type = 0; type < model.contactTypes; type++) {
    if (model.queueOfType[type] !== queue || model.attention.deferred[type] === 1) continue;
    if (model.hasCallbacks) dismissRequests(center, type);
    for (const contact of waiting.of(type))
      if (!isTakenUpAgain(center, contact)) leaveQueue(center, contact, Outcome.dismissed);
  }
}
