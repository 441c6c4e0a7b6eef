import {TIMETABLE_ID, type Center} from '../center.js';
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
import {endBreak, setGroupCount, signIn, signOut, startBreak} from './duty.js';
import {dismissRequests} from './callback.js';
import {dialRequests} from './requests.js';
import {leaveQueue} from './wait.js';

/** Schedules the next change of the timetable; nothing when there is none. */
export function scheduleNextChange({calendar, timetable, nextChange}: Center): void {
  if (nextChange === timetable.length) {
    calendar.cancel(TIMETABLE_ID);
    return;
  }
  calendar.at[TIMETABLE_ID] = timetable.at[nextChange];
  calendar.schedule(TIMETABLE_ID);
}

/** The next change of the timetable happens. */
export function timetableChange(center: Center): void {
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
      setGroupCount(center, target, timetable.value[nextChange]);
      break;
    case SHIFT_ENDS:
      signOut(center, target);
      break;
    case SHIFT_STARTS:
      signIn(center, target);
      break;
    case BREAK_ENDS:
      endBreak(center, target);
      break;
    case BREAK_STARTS:
      startBreak(center, target);
      break;
  }
  center.nextChange++;
  scheduleNextChange(center);
}

function closeQueue(center: Center, queue: number): void {
  const {model, waiting, open} = center;
  open[queue] = 0;
  for (let type = 0; type < model.contactTypes; type++) {
    if (model.queueOfType[type] !== queue || model.attention.deferred[type] === 1) continue;
    if (model.dismisses[queue] === 0) {
      if (model.hasCallbacks) dialRequests(center, type);
      continue;
    }
    if (model.hasCallbacks) dismissRequests(center, type);
    for (const contact of waiting.of(type)) leaveQueue(center, contact, Outcome.dismissed);
  }
}
