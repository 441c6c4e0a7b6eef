import type {Series} from '../documents/document.js';

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** How intervals share the columns of a line: several to a column, or several columns to each. */
export interface Grain {
  readonly intervalsPerColumn: number;
  readonly columnsPerInterval: number;
  readonly columns: number;
}

/** More than so many columns an interval looks like a bar chart gone wrong. */
const WIDEST = 3;

/** The grain that fills a line best without exceeding it. */
export function grainOf(intervals: number, room: number): Grain {
  if (intervals > room) {
    const intervalsPerColumn = Math.ceil(intervals / room);
    return {intervalsPerColumn, columnsPerInterval: 1, columns: Math.ceil(intervals / intervalsPerColumn)};
  }
  const columnsPerInterval = Math.min(WIDEST, Math.floor(room / intervals));
  return {intervalsPerColumn: 1, columnsPerInterval, columns: intervals * columnsPerInterval};
}

/** Values by step of the line: intervals that share a column become one value, a sum or a weighted mean; null where none was seen. */
export function stepValues({values, weights, together}: Series, {intervalsPerColumn}: Grain): (number | null)[] {
  const steps: (number | null)[] = [];
  for (let start = 0; start < values.length; start += intervalsPerColumn) {
    const seen: {value: number; weight: number}[] = [];
    for (let place = start; place < Math.min(start + intervalsPerColumn, values.length); place++) {
      const value = values[place] ?? null;
      if (value !== null) seen.push({value, weight: weights[place] ?? 1});
    }
    const sum = seen.reduce((total, {value}) => total + value, 0);
    const weight = seen.reduce((total, one) => total + one.weight, 0);
    if (seen.length === 0) steps.push(null);
    else if (together === 'sum') steps.push(sum);
    else
      steps.push(
        weight > 0 ? seen.reduce((total, one) => total + one.value * one.weight, 0) / weight : sum / seen.length,
      );
  }
  return steps;
}

/** One sign a step, `▁` for nothing to `█` for `top`; a blank where nobody saw anything. */
export function sparks(steps: readonly (number | null)[], top: number): string[] {
  return steps.map(value =>
    value === null ? ' ' : BARS[top <= 0 ? 0 : Math.max(0, Math.min(7, Math.round((value / top) * 7)))]!,
  );
}
