import {TIMETABLE_ID, type Center} from '../center.js';

/** Schedules the next change by the clock: of the timetable, or of an agent's own timers; nothing when there is none. */
export function scheduleNextChange(center: Center): void {
  const {calendar, model, presence} = center;
  const at = model.hasTimers ? Math.min(timetableAt(center), presence.timers.nextTime()) : timetableAt(center);
  if (at === Infinity) {
    calendar.cancel(TIMETABLE_ID);
    return;
  }
  calendar.at[TIMETABLE_ID] = at;
  calendar.schedule(TIMETABLE_ID);
}

/** Is a timer of an agent next? The timetable goes first. */
export function timerIsNext(center: Center): boolean {
  return center.model.hasTimers && center.presence.timers.nextTime() < timetableAt(center);
}

const timetableAt = ({timetable, nextChange}: Center): number =>
  nextChange < timetable.length ? timetable.at[nextChange] : Infinity;
