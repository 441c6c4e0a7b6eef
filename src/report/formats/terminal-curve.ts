import type {Ansis} from 'ansis';
import type {Curve, Series} from '../documents/document.js';
import {human, roundPercent} from '../numbers.js';
import {grainOf, sparks, stepValues, type Grain} from './sparkline.js';
import {cutTo, displayWidth, harmless, padRight, wrap} from './text-width.js';
import {clockTime, dayOf, shortDay, ticks, worstOf} from './time-axis.js';

const GAP = 2;
/** With less room than this beside it, what a line says in words goes underneath. */
const ENOUGH_COLUMNS = 24;

/** A curve as one sparkline a series over a common axis of time, each with its worst interval in words. */
export function curveLines({title, intervals, series}: Curve, width: number, style: Ansis): string[] {
  const names = series.flatMap(one => [nameOf(one), ...(one.objective === null ? [] : [underLabel(one.objective)])]);
  const nameWidth = Math.max(...names.map(displayWidth));
  const remarks = series.map(one => remarkOn(one, intervals));
  const beside = width - nameWidth - 2 * GAP - Math.max(...remarks.map(remark => remark.length));
  const remarksBeside = beside >= Math.min(ENOUGH_COLUMNS, intervals.length);
  const grain = grainOf(intervals.length, Math.max(1, remarksBeside ? beside : width - nameWidth - GAP));
  const indent = ' '.repeat(nameWidth + GAP);

  const lines = series.flatMap((one, place) => {
    const remark = remarks[place]!;
    const line = `${padRight(nameOf(one), nameWidth + GAP)}${sparkLine(one, grain, style)}`;
    const said = remarksBeside
      ? [`${line}${' '.repeat(GAP)}${style.dim(remark)}`]
      : [line, ...wrap(remark, width - indent.length).map(words => `${indent}${style.dim(words)}`)];
    return [...said, ...missedLine(one, grain, nameWidth, style)];
  });
  return [
    style.bold(title),
    `${indent}${style.dim(axis(intervals, grain))}`.trimEnd(),
    ...lines.map(line => line.trimEnd()),
  ];
}

/** Shares are drawn from 0 to 100 %, everything else from 0 to its highest. */
function sparkLine(series: Series, grain: Grain, style: Ansis): string {
  const steps = stepValues(series, grain);
  const top = series.unit === 'share' ? 1 : Math.max(0, ...steps.map(value => value ?? 0));
  return sparks(steps, top)
    .map((sign, place) =>
      (misses(steps[place]!, series) ? style.red : style.cyan)(sign.repeat(grain.columnsPerInterval)),
    )
    .join('');
}

/** A ✗ under each step that misses what was asked: says it without color. */
function missedLine(series: Series, grain: Grain, nameWidth: number, style: Ansis): string[] {
  const missed = stepValues(series, grain).map(value => misses(value, series));
  if (series.objective === null || !missed.includes(true)) return [];
  const marks = missed.map(miss => (miss ? '✗' : ' ').repeat(grain.columnsPerInterval)).join('');
  return [`${padRight(underLabel(series.objective), nameWidth + GAP)}${style.red(marks.trimEnd())}`];
}

/** Names of contact types may be long, and hold anything. */
const LONGEST_NAME = 20;
const nameOf = ({name}: Series): string => cutTo(harmless(name), LONGEST_NAME);

const underLabel = (objective: number): string => `under ${roundPercent(objective)}`;

const misses = (value: number | null, {objective}: Series): boolean =>
  value !== null && objective !== null && value < objective;

function axis(intervals: readonly string[], grain: Grain): string {
  const columnOf = (place: number): number => Math.floor(place / grain.intervalsPerColumn) * grain.columnsPerInterval;
  return ticks(intervals, columnOf, grain.columns).reduce((line, {at, text}) => padRight(line, at) + text, '');
}

function remarkOn(series: Series, intervals: readonly string[]): string {
  const place = worstOf(series);
  if (place === null) return '';
  const interval = intervals[place]!;
  const severalDays = dayOf(intervals[0]!) !== dayOf(intervals[intervals.length - 1]!);
  const when = severalDays ? `${shortDay(dayOf(interval))} ${clockTime(interval)}` : clockTime(interval);
  return `${series.worst} ${human(series.values[place]!, series.unit)} at ${when}`;
}
