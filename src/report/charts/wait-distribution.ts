import type {Results} from '../../statistics/results.js';
import {figure, type Figures, type Whose} from '../documents/figures.js';
import {duration, percent, threshold} from '../numbers.js';
import type {Chart, ChartLine} from './chart.js';
import {subject} from './day-charts.js';

type Bin = Results['waits'][number]['bins'][number];

/**
 * Share of the answered by wait, a bar a bin of the results; the last one holds all longer waits. In two colors at the
 * threshold of the objective, through a bar if need be. Null when nobody was answered.
 */
export function waitDistributionChart(results: Results, figures: Figures, whose: Whose): Chart | null {
  const bins = withoutTail(
    results.waits.find(({scope, name}) => scope === whose.scope && name === whose.name)?.bins ?? [],
  );
  const answered = bins.reduce((sum, {count}) => sum + count, 0);
  const width = bins.length === 0 ? 0 : bins[0]!.to - bins[0]!.from;
  if (answered === 0) return null;
  const limit = thresholdOf(results, whose) ?? Infinity;
  const within = bins.map(bin => (bin.count * shareWithin(bin, limit)) / answered);
  const later = bins.map((bin, place) => bin.count / answered - within[place]!);
  const barsOf = (name: string, ink: ChartLine['ink'], values: readonly number[]): ChartLine => ({
    kind: 'bars',
    name,
    ink,
    values: values.map(value => (value === 0 ? null : value)),
    band: null,
    shadeAbove: null,
  });
  // the figure counts every wait; the bars only know the bins
  const inTime =
    figure(figures, 'serviceLevelOverAnswered', whose)?.value ?? within.reduce((sum, share) => sum + share, 0);
  return {
    title: 'How long the answered customers waited',
    subtitle: subject(results, whose),
    xTitle: `wait: each bar covers ${threshold(width)} from its label on${isOpen(bins, width) ? '; the last holds all longer waits' : ''}`,
    yTitle: 'share of answered (%)',
    yUnit: 'share',
    xLabels: barLabels(bins, width),
    lines: later.some(value => value > 0)
      ? [
          barsOf(`within ${threshold(limit)}: ${percent(inTime)} of the answered`, 'main', within),
          barsOf(`later: ${percent(1 - inTime)}`, 'second', later),
        ]
      : [barsOf('answered', 'main', within)],
  };
}

/** Share of the answered that the last bar may hold of those who waited longest. */
const TAIL = 0.01;

/** The bins, with the last ones made one where together they hold next to nobody. */
function withoutTail(bins: readonly Bin[]): readonly Bin[] {
  const answered = bins.reduce((sum, {count}) => sum + count, 0);
  let longer = 0;
  const last = bins.findLastIndex(({count}) => (longer += count) > TAIL * answered);
  const tail = bins.slice(last + 1);
  if (tail.length < 2) return bins;
  const count = tail.reduce((sum, bin) => sum + bin.count, 0);
  return [...bins.slice(0, last + 1), {from: tail[0]!.from, to: tail[tail.length - 1]!.to, count}];
}

/** The threshold that all concerned contact types share; null when they differ or none has an objective. */
function thresholdOf({scenario}: Results, {scope, name}: Whose): number | null {
  const objectives =
    scope === 'contactType' ? scenario.objectives.filter(({contactType}) => contactType === name) : scenario.objectives;
  const [first, ...others] = new Set(objectives.map(({thresholdSeconds}) => thresholdSeconds));
  return first === undefined || others.length > 0 ? null : first;
}

/** Share of a bin's waits that are no longer than the limit, as if they were spread evenly over it. */
function shareWithin({from, to}: Bin, limit: number): number {
  if (to <= limit) return 1;
  return from >= limit ? 0 : (limit - from) / (to - from);
}

/** Whether the last bin reaches further than the others. */
function isOpen(bins: readonly Bin[], width: number): boolean {
  const last = bins[bins.length - 1]!;
  return last.to - last.from > width * 1.5;
}

const MOST_LABELS = 14;

function barLabels(bins: readonly Bin[], width: number): (string | null)[] {
  const every = Math.ceil(bins.length / MOST_LABELS);
  const open = isOpen(bins, width);
  return bins.map(({from}, place) => {
    if (open && place === bins.length - 1) return `over ${duration(from)}`;
    const free = !open || place < bins.length - every;
    return place % every === 0 && free ? duration(from) : null;
  });
}
