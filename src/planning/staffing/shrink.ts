import type {Scenario} from '../../scenario/scenario.js';
import {shrinkageAt} from '../../scenario/shrinkage.js';
import type {Counts, StaffingGrid} from './grid.js';

/** Agents to be in the office, and to be paid, so that the numbers asked for are available; fractions, by group, by interval. */
export interface WithShrinkage {
  readonly inOffice: readonly (readonly number[])[];
  readonly paid: readonly (readonly number[])[];
}

/**
 * Adds shrinkage: n agents available are n ÷ (1 − i) in the office, where i is what is lost of the time there, and
 * n ÷ (1 − s) paid, where s is all that is lost of the paid time; averaged over the cells of an interval.
 *
 * @see docs/explanation/methods.md#required-agents
 */
export function withShrinkage({groups}: Scenario, grid: StaffingGrid, counts: Counts): WithShrinkage {
  const factors = groups.map(({shrinkage}, group) => {
    const inside = grid.intervals.map(() => 0);
    const paid = grid.intervals.map(() => 0);
    grid.intervalOfCell.forEach((interval, cell) => {
      if (grid.onDuty[group][cell] !== true) return;
      const lost = shrinkage === null ? {outOfOffice: 0, inOffice: 0} : shrinkageAt(shrinkage, cell);
      const available = 1 - lost.outOfOffice - lost.inOffice;
      inside[interval] += (1 - lost.outOfOffice) / available / grid.cells[group][interval];
      paid[interval] += 1 / available / grid.cells[group][interval];
    });
    return {inside, paid};
  });
  return {
    inOffice: counts.map((row, group) => row.map((agents, interval) => agents * factors[group].inside[interval])),
    paid: counts.map((row, group) => row.map((agents, interval) => agents * factors[group].paid[interval])),
  };
}
