import type {ExplainedMonth} from '../../planning/headcount/explain-total.js';
import {thousands} from '../numbers.js';

/** How the figures of months came about, a line a figure. */
export function explainedPlan(months: readonly ExplainedMonth[]): string {
  return months
    .map(({month, team, derivations}) => {
      const width = Math.max(...derivations.map(({figure}) => figure.length));
      const values = derivations.map(({value}) => shown(value));
      const room = Math.max(...values.map(text => text.length));
      const lines = derivations.map(
        ({figure, from}, index) => `  ${figure.padEnd(width)}  ${values[index]!.padStart(room)}  ${from}`,
      );
      return `${month}${team === null ? '' : `, ${team}`}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

const shown = (value: number): string =>
  Math.abs(value) >= 1000
    ? `${thousands(Math.trunc(value))}${Math.abs(value % 1)
        .toFixed(2)
        .slice(1)}`
    : value.toFixed(2);
