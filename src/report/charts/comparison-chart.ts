import type {Comparison} from '../../statistics/comparison.js';
import {changesOf} from '../documents/comparison-changes.js';
import {comparisonCurve} from '../documents/comparison-curve.js';
import {cutTo} from '../formats/text-width.js';
import {thousands} from '../numbers.js';
import type {Chart, Ink} from './chart.js';
import {timeLabels} from './day-charts.js';

const INKS: readonly Ink[] = ['load', 'main', 'second', 'third'];
/** Lines of candidates that can be told apart beside that of the base. */
const MOST = INKS.length - 1;

/** Service level through the day of the base and of the first three candidates; null where no intervals were compared. */
export function comparisonLevels(comparison: Comparison): Chart | null {
  const candidates = comparison.candidates.slice(0, MOST);
  const curve = comparisonCurve(comparison, candidates, changesOf(comparison));
  if (curve === null) return null;
  const {base, replications} = comparison;
  const left = comparison.candidates.length - candidates.length;
  return {
    title: 'How many customers are answered in time, base against candidates',
    subtitle: `${cutTo(base.name, 50)}, ${thousands(replications.finished)} replications on the same customers${left > 0 ? `; ${left} more candidates not shown` : ''}`,
    xTitle: `time (${base.scenario.timezone})`,
    yTitle: 'share answered in time',
    yUnit: 'share',
    xLabels: timeLabels(curve.intervals, curve.intervalSeconds),
    lines: curve.series.map(({values}, index) => ({
      kind: 'line',
      name: index === 0 ? 'base' : cutTo(candidates[index - 1]!.name, 40),
      ink: INKS[index]!,
      values,
      band: null,
      shadeAbove: null,
    })),
  };
}
