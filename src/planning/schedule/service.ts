import type {Scenario} from '../../scenario/scenario.js';
import type {Results} from '../../statistics/results.js';

/** met: surely kept; missed: surely not; close: the interval of the figure holds the target. */
export type ServiceVerdict = 'met' | 'missed' | 'close';

/** The service level of a contact type in one reporting interval, or over the horizon. */
export interface ServiceFigure {
  /** Index into contactTypes. */
  readonly contactType: number;
  /** Reporting interval; null: the horizon. */
  readonly interval: number | null;
  readonly value: number;
  /** 95 % interval; null: none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly target: number;
  readonly verdict: ServiceVerdict;
}

/** Service levels of the contact types with an objective, by interval and over the horizon. */
export function serviceOf({contactTypes, clock}: Scenario, {rows}: Results): readonly ServiceFigure[] {
  const intervals = new Map(clock.intervalLabels.map((label, index) => [label, index]));
  const types = new Map(contactTypes.map(({name}, index) => [name, index]));
  return rows.flatMap(({measure, scope, name, interval, value, low, high}): readonly ServiceFigure[] => {
    if (measure !== 'serviceLevel' || scope !== 'contactType') return [];
    const contactType = types.get(name)!;
    const {objective} = contactTypes[contactType]!;
    const place = interval === null ? null : intervals.get(interval);
    if (objective === null || place === undefined) return [];
    const target = objective.share;
    return [{contactType, interval: place, value, low, high, target, verdict: verdictOf(value, low, high, target)}];
  });
}

function verdictOf(value: number, low: number | null, high: number | null, target: number): ServiceVerdict {
  if ((low ?? value) >= target) return 'met';
  return (high ?? value) < target ? 'missed' : 'close';
}
