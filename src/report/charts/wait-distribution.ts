import type {Results} from '../../statistics/results.js';
import {figure, type Figures, type Whose} from '../documents/figures.js';
import {duration, percent, threshold} from '../numbers.js';
import type {Chart, ChartLine} from './chart.js';
import {subject} from './day-charts.js';

type Bin = Results['waits'][number]['bins'][number];

/** Widths of a bar in seconds, all of which people read at a glance. */
const WIDTHS = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 43200, 86400];
const MOST_BARS = 40;
/** The last bar holds the rest, so that a few endless waits do not squeeze everything else. */
const SHOWN_SHARE = 0.99;

/** Share of the answered by wait: at once, then in bars of equal width, the last one open. Null when nobody was answered. */
export function waitDistributionChart(results: Results, figures: Figures, whose: Whose): Chart | null {
  const bins = results.waits.find(({scope, name}) => scope === whose.scope && name === whose.name)?.bins ?? [];
  const answered = bins.reduce((sum, {count}) => sum + count, 0);
  if (answered === 0) return null;
  const limit = thresholdOf(results, whose);
  const width = barWidth(bins, answered, limit);
  const bars = equalBars(bins, width).map(count => count / answered);
  const atOnce = bins.filter(({to}) => to === 0).reduce((sum, {count}) => sum + count, 0) / answered;
  const shares = [atOnce, ...bars];
  const within = limit === null ? shares.length : 1 + Math.round(limit / width);
  // the figure counts each wait; the bars only know the bins of the histogram
  const counted = figure(figures, 'serviceLevelOverAnswered', whose)?.value;
  const inTime = counted ?? shares.slice(0, within).reduce((sum, share) => sum + share, 0);
  const barsOf = (name: string, ink: ChartLine['ink'], keeps: (place: number) => boolean): ChartLine => ({
    kind: 'bars',
    name,
    ink,
    values: shares.map((share, place) => (keeps(place) ? share : null)),
    band: null,
    shadeAbove: null,
  });
  const lines =
    limit === null || within >= shares.length
      ? [barsOf('answered', 'main', () => true)]
      : [
          barsOf(`within ${threshold(limit)}: ${percent(inTime)} of the answered`, 'main', place => place < within),
          barsOf(`later: ${percent(1 - inTime)}`, 'second', place => place >= within),
        ];
  return {
    title: 'How long the answered customers waited',
    subtitle: subject(results, whose),
    xTitle: `wait: each bar covers ${threshold(width)} from its label on; the last holds all longer waits`,
    yTitle: 'share of answered',
    yUnit: 'share',
    xLabels: barLabels(bars.length, width),
    lines,
  };
}

/** The threshold that all concerned contact types share; null when they differ or none has an objective. */
function thresholdOf({scenario}: Results, {scope, name}: Whose): number | null {
  const objectives =
    scope === 'contactType' ? scenario.objectives.filter(({contactType}) => contactType === name) : scenario.objectives;
  const [first, ...others] = new Set(objectives.map(({thresholdSeconds}) => thresholdSeconds));
  return first === undefined || others.length > 0 ? null : first;
}

/** The narrowest width that shows 99 % in at most 40 bars, with the threshold on an edge where that can be had. */
function barWidth(bins: readonly Bin[], answered: number, limit: number | null): number {
  let seen = 0;
  const longest = bins.find(({count}) => (seen += count) >= SHOWN_SHARE * answered)?.to ?? 0;
  const fitting = WIDTHS.filter(width => longest / width <= MOST_BARS - 1);
  const onEdge = limit === null ? undefined : fitting.find(width => limit % width === 0);
  return onEdge ?? fitting[0] ?? WIDTHS[WIDTHS.length - 1]!;
}

/** Counts in bars of equal width above zero; a bin across an edge is split in proportion; the last bar holds the rest. */
function equalBars(bins: readonly Bin[], width: number): number[] {
  const answered = bins.reduce((sum, {count}) => sum + count, 0);
  let seen = 0;
  const longest = bins.find(({count}) => (seen += count) >= SHOWN_SHARE * answered)?.to ?? 0;
  const bars = new Array<number>(Math.max(1, Math.ceil(longest / width)) + 1).fill(0);
  const last = bars.length - 1;
  for (const {from, to, count} of bins) {
    if (to === 0) continue;
    const lastBar = Math.min(last, Math.max(0, Math.ceil(to / width) - 1));
    for (let bar = Math.min(last, Math.floor(from / width)); bar <= lastBar; bar++) {
      const end = bar === last ? Infinity : (bar + 1) * width;
      bars[bar]! += (count * (Math.min(to, end) - Math.max(from, bar * width))) / (to - from);
    }
  }
  return bars;
}

const MOST_LABELS = 14;

function barLabels(bars: number, width: number): (string | null)[] {
  const every = Math.ceil(bars / MOST_LABELS);
  const label = (bar: number): string | null => {
    if (bar === bars - 1) return `over ${duration(bar * width)}`;
    return bar % every === 0 && bar < bars - every ? duration(bar * width) : null;
  };
  return ['at once', ...Array.from({length: bars}, (_, bar) => (bar === 0 ? null : label(bar)))];
}
