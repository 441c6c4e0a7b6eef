/** A wait that ended by the event looked for (the customer hung up, the agent was ready), or before it could be seen. */
export interface Observation {
  readonly seconds: number;
  /** false: the event had not come when the watching ended (the customer was answered). */
  readonly seen: boolean;
}

/** Share that still lasts just after each time; times rise, survival falls. */
export interface SurvivalCurve {
  readonly times: readonly number[];
  readonly survival: readonly number[];
}

/**
 * Kaplan-Meier estimate of how long something lasts, when often only a lower bound is seen.
 *
 * The curve is closed at the longest time observed (Efron): what lasted longer is taken to end there, so that nobody drawn
 * from it waits for ever.
 *
 * @returns null without a single event
 * @see docs/explanation/methods.md section 5; Kaplan and Meier 1958
 * @example survivalOf([{seconds: 2, seen: true}, {seconds: 3, seen: false}]) // {times: [2, 3], survival: [0.5, 0]}
 */
export function survivalOf(observations: readonly Observation[]): SurvivalCurve | null {
  const sorted = [...observations].sort((a, b) => a.seconds - b.seconds);
  const times: number[] = [];
  const survival: number[] = [];
  let alive = 1;
  for (let first = 0; first < sorted.length;) {
    const {seconds} = sorted[first]!;
    let next = first;
    let events = 0;
    for (; next < sorted.length && sorted[next]!.seconds === seconds; next += 1) events += sorted[next]!.seen ? 1 : 0;
    if (events > 0) {
      alive *= 1 - events / (sorted.length - first);
      times.push(seconds);
      survival.push(alive);
    }
    first = next;
  }
  if (times.length === 0) return null;
  const longest = sorted.at(-1)!.seconds;
  if (survival.at(-1)! > 0) {
    if (times.at(-1) === longest) survival[survival.length - 1] = 0;
    else {
      times.push(longest);
      survival.push(0);
    }
  }
  return {times, survival};
}

/** Mean of what a curve describes, seconds: the area under it. */
export function meanSurvival({times, survival}: SurvivalCurve): number {
  return times.reduce((sum, time, index) => sum + (time - (times[index - 1] ?? 0)) * (survival[index - 1] ?? 1), 0);
}
