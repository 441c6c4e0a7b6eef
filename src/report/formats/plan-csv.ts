import {FAN_SHARES} from '../../planning/headcount/fan.js';
import type {PlanResult} from '../../planning/headcount/make-plan.js';
import {csvField} from './csv.js';

/** A plan as CSV: one row a month, heads, FTE and amounts unrounded. */
export function planCsv({months, fan}: PlanResult): string {
  const rows = months.map(({cost, ...month}, index): Record<string, number | string> => {
    const {cash, ...heads} = month;
    return {
      ...heads,
      ...Object.fromEntries(
        Object.entries(cost).map(([name, value]) => [name === 'total' ? 'cost' : `${name}Cost`, value]),
      ),
      cash,
      ...Object.fromEntries(
        (fan?.[index]?.heads ?? []).map((value, place) => [`neededP${FAN_SHARES[place]! * 100}`, value]),
      ),
      ...(fan === null ? {} : {chanceCovered: fan[index]!.covered}),
    };
  });
  const columns = Object.keys(rows[0]!);
  return `${[columns, ...rows.map(row => columns.map(column => row[column]!))].map(line => line.map(csvField).join(',')).join('\n')}\n`;
}
