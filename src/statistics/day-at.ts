/** The day of the horizon in which a time falls. */
export function dayAt(dayStarts: readonly number[], time: number): number {
  let day = 0;
  while (day + 1 < dayStarts.length - 1 && dayStarts[day + 1] <= time) day++;
  return day;
}
