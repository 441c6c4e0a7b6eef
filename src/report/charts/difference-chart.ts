import type {ChartConfiguration, Plugin} from 'chart.js';
import type {MeasureName} from '../../scenario/schema/measures.js';
import type {Comparison, ComparisonRow} from '../../statistics/comparison.js';
import {MEASURES} from '../../statistics/measures.js';
import {change, changesOf, saidChange} from '../documents/comparison-changes.js';
import {TOTAL, type Whose} from '../documents/figures.js';
import {cutTo} from '../formats/text-width.js';
import {thousands} from '../numbers.js';
import {headings} from './configuration.js';
import {FAMILY, font, GRID, INK, QUIET, TEXT} from './look.js';

const COLORS = [INK.main, INK.second, INK.third, INK.fourth];
/** More marks than this are no picture. */
const MOST_MARKS = 24;
const LONGEST_NAME = 24;

/** One candidate's difference in one line of the picture. */
interface Mark {
  readonly candidate: number;
  readonly row: ComparisonRow;
  /** Place from above, one a line and a fraction within it. */
  readonly y: number;
}

/**
 * Paired differences of one figure with their 95 % intervals as chart.js takes it: all contacts together, then each contact
 * type, a mark a candidate; on which side of nothing the whole interval lies is seen at once.
 *
 * @returns null where nothing is to be shown: no difference has an interval
 */
export function differenceConfiguration(comparison: Comparison, measure: MeasureName): ChartConfiguration | null {
  const changes = changesOf(comparison);
  const candidates = comparison.candidates.slice(0, COLORS.length);
  const types = comparison.base.scenario.contactTypes.map((name): Whose => ({scope: 'contactType', name}));
  const all = [...(types.length === 1 ? [] : [TOTAL]), ...types].filter(whose =>
    candidates.some(({name}) => (change(changes, name, measure, whose)?.low ?? null) !== null),
  );
  const lines = all.slice(0, Math.max(1, Math.floor(MOST_MARKS / candidates.length)));
  if (lines.length === 0) return null;
  const marks = lines.flatMap((whose, line) =>
    candidates.flatMap(({name}, candidate): Mark[] => {
      const row = change(changes, name, measure, whose);
      if (row === null || row.difference === null) return [];
      return [{candidate, row, y: line + (candidate + 1) / (candidates.length + 1)}];
    }),
  );
  const {unit, label, better} = MEASURES[measure];
  const scale = unit === 'share' ? 100 : 1;
  const left = all.length - lines.length + comparison.candidates.length - candidates.length;
  const chart = {
    title: `How ${label} changes`,
    subtitle: `${cutTo(comparison.base.name, 50)} as base, ${thousands(comparison.replications.finished)} replications on the same customers; bars: 95 % interval${left > 0 ? '; not all shown' : ''}`,
  };
  const heads = headings(chart, 14);
  return {
    type: 'scatter',
    data: {
      datasets: candidates.map(({name}, candidate) => ({
        label: cutTo(name, 40),
        data: marks.filter(mark => mark.candidate === candidate).map(({row, y}) => ({x: scale * row.difference!, y})),
        backgroundColor: COLORS[candidate]!,
        borderColor: COLORS[candidate]!,
        pointRadius: 6,
      })),
    },
    options: {
      layout: {padding: {top: 18, right: 40, bottom: 14, left: 18}},
      devicePixelRatio: 1,
      plugins: {...heads, legend: {...heads.legend, display: true}},
      scales: {
        x: {
          ...rangeOf(marks, scale),
          title: {
            display: true,
            text: `candidate less base, ${unit === 'share' ? 'percentage points' : unit}${better === 'neither' ? '' : ` (${better === 'higher' ? 'right' : 'left'} of 0 is better)`}`,
            color: QUIET,
            font: font(17),
            padding: 8,
          },
          grid: {
            color: (at: Tick) => (isNothing(at) ? TEXT : GRID),
            lineWidth: (at: Tick) => (isNothing(at) ? 2 : 1),
          },
          afterBuildTicks: axis => {
            axis.ticks = roundSteps(axis.min, axis.max).map(value => ({value}));
          },
          ticks: {color: TEXT, font: font(16), autoSkip: false, callback: value => signedNumber(Number(value))},
        },
        y: {
          min: 0,
          max: lines.length,
          reverse: true,
          grid: {display: false},
          afterBuildTicks: axis => {
            axis.ticks = lines.map((_, line) => ({value: line + 0.5}));
          },
          ticks: {
            color: TEXT,
            font: font(17),
            autoSkip: false,
            callback: (_, line) =>
              lines[line]?.scope === 'total' ? 'all contacts' : cutTo(lines[line]?.name ?? '', LONGEST_NAME),
          },
        },
      },
    },
    plugins: [intervals(marks, scale)],
  };
}

interface Tick {
  readonly tick?: {readonly value: number} | undefined;
}

const isNothing = ({tick}: Tick): boolean => tick?.value === 0;

/** The whole of the intervals and nothing itself, with room for what is written beside them. */
function rangeOf(marks: readonly Mark[], scale: number): {readonly min: number; readonly max: number} {
  const ends = marks.flatMap(({row: {difference, low, high}}) => [low ?? difference!, high ?? difference!, 0]);
  const [low, high] = [scale * Math.min(...ends), scale * Math.max(...ends)];
  const width = high - low || 1;
  return {min: low - 0.08 * width, max: high + 0.25 * width};
}

/** Multiples of 1, 2 or 5 times a power of ten, nothing among them. */
function roundSteps(min: number, max: number): number[] {
  const rough = (max - min) / 8;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find(times => times * power >= rough) ?? 10);
  const [first, last] = [Math.ceil(min / step), Math.floor(max / step)];
  return Array.from({length: last - first + 1}, (_, index) => (first + index) * step);
}

const signedNumber = (value: number): string =>
  value === 0 ? '0' : `${value < 0 ? '−' : '+'}${Number(Math.abs(value).toPrecision(6))}`;

/** A bar from end to end of each interval, and the difference in words behind it. */
const intervals = (marks: readonly Mark[], scale: number): Plugin => ({
  id: 'intervals',
  afterDatasetsDraw({ctx, scales: {x, y}}) {
    if (x === undefined || y === undefined) return;
    ctx.save();
    Object.assign(ctx, {lineWidth: 3, lineCap: 'round', textBaseline: 'middle', font: `15px "${FAMILY}"`});
    for (const {candidate, row, y: place} of marks) {
      const [from, to] = [row.low ?? row.difference!, row.high ?? row.difference!];
      const [left, right, at] = [
        x.getPixelForValue(scale * from),
        x.getPixelForValue(scale * to),
        y.getPixelForValue(place),
      ];
      ctx.strokeStyle = COLORS[candidate]!;
      ctx.beginPath();
      ctx.moveTo(left, at);
      ctx.lineTo(right, at);
      ctx.stroke();
      ctx.fillStyle = TEXT;
      ctx.fillText(row.difference === 0 && from === 0 && to === 0 ? 'no change' : saidChange(row), right + 14, at);
    }
    ctx.restore();
  },
});
