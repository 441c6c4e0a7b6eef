import type {MeasureName} from '../../scenario/schema/measures.js';
import type {Results} from '../../statistics/results.js';
import type {Curve, Series} from '../documents/document.js';
import {figure, type Figures, type Whose} from '../documents/figures.js';
import {clockTime, dayOf, shortDay} from '../formats/time-axis.js';
import {cutTo} from '../formats/text-width.js';
import {roundPercent, thousands} from '../numbers.js';
import type {Chart, ChartLine, Ink} from './chart.js';

/** Mean wait of the answered with its band, and the wait that nineteen in twenty do not exceed. */
export function waitChart(results: Results, figures: Figures, whose: Whose, curve: Curve): Chart | null {
  const mean = seriesNamed(curve, 'mean wait');
  const lines = [
    lineOf('mean wait (ASA)', 'main', mean.values, bandOf(mean)),
    lineOf('19 in 20 wait less (P95)', 'second', valuesOf(figures, 'waitP95', whose, curve)),
  ];
  return dayChart(
    results,
    whose,
    curve,
    'How long customers wait before they are answered',
    'wait (minutes:seconds)',
    'seconds',
    lines,
  );
}

/** Share answered in time, its band and what was asked. */
export function serviceLevelChart(results: Results, whose: Whose, curve: Curve): Chart | null {
  const level = seriesNamed(curve, 'service level');
  const lines = [lineOf('service level', 'main', level.values, bandOf(level))];
  if (level.objective !== null)
    lines.push(
      lineOf(
        `objective ${roundPercent(level.objective)}`,
        'asked',
        curve.intervals.map(() => level.objective),
      ),
    );
  return dayChart(
    results,
    whose,
    curve,
    'How many customers are answered in time',
    'share answered in time',
    'share',
    lines,
  );
}

/** Erlangs that the offered contacts bring against the agents there; shaded where there are too few. */
export function loadChart(results: Results, figures: Figures, whose: Whose, curve: Curve): Chart | null {
  const agents = valuesOf(figures, 'agents', whose, curve);
  const load = valuesOf(figures, 'offeredLoad', whose, curve);
  const lines: ChartLine[] = [
    {...lineOf('offered load (Erlangs)', 'second', load), shadeAbove: 'agents signed in'},
    {...lineOf('agents signed in', 'main', agents), kind: 'steps'},
  ];
  return dayChart(
    results,
    whose,
    curve,
    'The work that arrives, against the agents there to do it',
    'Erlangs, agents',
    'number',
    lines,
  );
}

function dayChart(
  results: Results,
  whose: Whose,
  curve: Curve,
  title: string,
  yTitle: string,
  yUnit: Chart['yUnit'],
  lines: readonly ChartLine[],
): Chart | null {
  const seen = lines.filter(({values}) => values.some(value => value !== null));
  if (seen.length === 0 || seen.every(({ink}) => ink === 'asked')) return null;
  const minutes = curve.intervalSeconds / 60;
  const banded = seen.some(({band}) => band !== null);
  return {
    title,
    subtitle: `${subject(results, whose)}${banded ? '; shaded: 95 % interval' : ''}`,
    xTitle: `${dayOf(curve.intervals[0]!) === dayOf(curve.intervals[curve.intervals.length - 1]!) ? 'time of day' : 'day'} (${results.scenario.timezone}), by ${minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`}`,
    yTitle,
    yUnit,
    xLabels: timeLabels(curve.intervals, curve.intervalSeconds),
    lines: seen,
  };
}

/** Longer names would run out of the picture. */
const LONGEST_NAME = 70;

/** Whose figures, and of how many replications: `Retail bank: orders, 50 replications`. */
export function subject({scenario, replications: {finished}}: Results, {scope, name}: Whose): string {
  const who = scope === 'total' ? scenario.name : `${scenario.name}: ${name}`;
  return `${cutTo(who, LONGEST_NAME)}, ${thousands(finished)} replication${finished === 1 ? '' : 's'}`;
}

const MOST_LABELS = 14;

/**
 * Labels at the edges of intervals, one more than there are intervals: round hours, at most 14; over several days the
 * day at its first interval.
 */
export function timeLabels(intervals: readonly string[], intervalSeconds: number): (string | null)[] {
  const days = new Set(intervals.map(dayOf));
  if (days.size > 1) {
    const every = Math.ceil(days.size / MOST_LABELS);
    const labelled = new Set([...days].filter((_, place) => place % every === 0));
    const isFirst = (place: number): boolean =>
      place === 0 || dayOf(intervals[place]!) !== dayOf(intervals[place - 1]!);
    return [
      ...intervals.map((interval, place) =>
        labelled.has(dayOf(interval)) && isFirst(place) ? shortDay(dayOf(interval)) : null,
      ),
      null,
    ];
  }
  const starts = intervals.map(minuteOfDay);
  const edges = [...starts, starts[starts.length - 1]! + intervalSeconds / 60];
  const step =
    STEPS_MINUTES.find(candidate => edges.filter(minute => minute % candidate === 0).length <= MOST_LABELS) ?? 720;
  return edges.map(minute => (minute % step === 0 ? clockOf(minute) : null));
}

const STEPS_MINUTES = [15, 30, 60, 120, 180, 240, 360];

function minuteOfDay(interval: string): number {
  const [hour = 0, minute = 0] = clockTime(interval).split(':').map(Number);
  return hour * 60 + minute;
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function seriesNamed(curve: Curve, name: string): Series {
  const found = curve.series.find(series => series.name === name);
  if (found === undefined) throw new Error(`the day's curve has no series ${name}`);
  return found;
}

function valuesOf(figures: Figures, measure: MeasureName, whose: Whose, curve: Curve): (number | null)[] {
  return curve.intervals.map(interval => figure(figures, measure, whose, interval)?.value ?? null);
}

function bandOf({low, high}: Series): ChartLine['band'] {
  return low.some(value => value !== null) ? {low, high} : null;
}

function lineOf(name: string, ink: Ink, values: readonly (number | null)[], band: ChartLine['band'] = null): ChartLine {
  return {kind: 'line', name, ink, values, band, shadeAbove: null};
}
