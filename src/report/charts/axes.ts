import {duration, quantity, roundPercent} from '../numbers.js';
import type {Chart, ChartLine} from './chart.js';
import {font, GRID, QUIET, TEXT} from './look.js';

const axisTitle = (text: string) => ({display: true, text, color: QUIET, font: font(17), padding: 8});

/** Intervals as stretches of time: a label and a grid line at the start of some, values in their middle. */
export function timeAxis({xTitle, xLabels}: Chart): object {
  const places = xLabels.flatMap((label, place) => (label === null ? [] : [{value: place}]));
  return {
    type: 'linear',
    min: 0,
    max: xLabels.length - 1,
    title: axisTitle(xTitle),
    grid: {color: GRID},
    border: {color: QUIET},
    afterBuildTicks: (axis: {ticks: {value: number}[]}) => {
      axis.ticks = places;
    },
    ticks: {
      color: TEXT,
      font: font(16),
      autoSkip: false,
      maxRotation: 0,
      callback: (place: number) => xLabels[place] ?? '',
    },
  };
}

/** A place for each bar. */
export function barAxis({xTitle, xLabels}: Chart): object {
  const callback = (_: unknown, place: number): string | undefined => xLabels[place] ?? undefined;
  return {
    stacked: true,
    title: axisTitle(xTitle),
    grid: {display: false},
    border: {color: QUIET},
    ticks: {color: TEXT, font: font(16), autoSkip: false, maxRotation: 0, callback},
  };
}

/** From zero, so that heights compare; a service level always to 100 %. */
export function valueAxis(chart: Chart, bars: boolean): object {
  const {format, ...range} = rangeOf(chart, bars);
  return {
    min: 0,
    ...range,
    title: axisTitle(chart.yTitle),
    grid: {color: GRID},
    border: {display: false},
    ticks: {
      color: TEXT,
      font: font(16),
      maxTicksLimit: 9,
      ...range.ticks,
      callback: (value: number | string) => format(Number(value)),
    },
  };
}

/** Steps of time that people count in, seconds. */
const TIME_STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400,
];
const MOST_STEPS = 8;

interface Range {
  readonly max?: number;
  readonly grace?: string;
  readonly ticks?: {readonly stepSize: number};
  readonly format: (value: number) => string;
}

function rangeOf({yUnit, lines}: Chart, bars: boolean): Range {
  if (yUnit === 'share') return {...(bars ? {grace: '5%'} : {max: 1}), format: roundPercent};
  if (yUnit === 'number') return {grace: '5%', format: quantity};
  const highest = highestOf(lines);
  const stepSize = TIME_STEPS.find(step => highest / step <= MOST_STEPS) ?? 172_800;
  const max = Math.max(1, Math.ceil((highest * 1.02) / stepSize)) * stepSize;
  return {max, ticks: {stepSize}, format: value => (max < 60 ? `${Number(value.toFixed(1))} s` : clock(value))};
}

function highestOf(lines: readonly ChartLine[]): number {
  return lines.reduce(
    (most, {values, band}) =>
      [...values, ...(band?.high ?? [])].reduce<number>((max, value) => Math.max(max, value ?? 0), most),
    0,
  );
}

/** `0:00`, also where a length of time would be written `0 s`. */
const clock = (seconds: number): string => (seconds < 10 ? `0:0${Math.round(seconds)}` : duration(seconds));
