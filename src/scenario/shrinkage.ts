import type {Zone} from './clock.js';
import type {Table} from './csv.js';
import {daysAround, momentOf} from './horizon.js';
import type {Horizon} from './horizon.js';
import {readIntervalRows} from './interval-rows.js';
import type {Problems} from './problems.js';
import type {Shrinkage} from './scenario.js';
import type {WrittenGroup} from './schema/agents.js';
import type {Include} from './schema/field.js';
import {deepest} from './value.js';

/** Both parts of shrinkage as shares of the paid time; together they are 1 − available ÷ paid. */
export interface ShrinkageShares {
  readonly outOfOffice: number;
  readonly inOffice: number;
}

/**
 * What is lost of the paid time in a cell of the horizon, out of the office and in it.
 *
 * @example shrinkageAt({outOfOffice: [{name: 'leave', share: 0.1}], inOffice: [{name: 'breaks', share: 0.2}], measured: 'remainder', byCell: null}, 0) // {outOfOffice: 0.1, inOffice: 0.18}
 */
export function shrinkageAt({outOfOffice, inOffice, measured, byCell}: Shrinkage, cell: number): ShrinkageShares {
  const out = byCell?.outOfOffice[cell] ?? together(outOfOffice, measured);
  const inside = byCell?.inOffice[cell] ?? together(inOffice, measured);
  return {outOfOffice: out, inOffice: measured === 'remainder' ? (1 - out) * inside : inside};
}

function together(reasons: Shrinkage['inOffice'], measured: Shrinkage['measured']): number {
  return measured === 'paid-time'
    ? reasons.reduce((sum, {share}) => sum + share, 0)
    : 1 - reasons.reduce((left, {share}) => left * (1 - share), 1);
}

/** What building shrinkage needs. */
export interface ShrinkageContext {
  readonly horizon: Horizon;
  /** Time zone of the site. */
  readonly zone: Zone;
  readonly tableOf: (include: Include) => Table | null;
  readonly problems: Problems;
}

/** The shrinkage of a group as written becomes that of a scenario; null: none. */
export function buildShrinkage(group: WrittenGroup, context: ShrinkageContext): Shrinkage | null {
  const written = group.shrinkage;
  if (written === undefined) return null;
  const include = written['by-interval'];
  const shrinkage: Shrinkage = {
    outOfOffice: written['out-of-office'] ?? [],
    inOffice: written['in-office'] ?? [],
    measured: written.measured,
    byCell:
      include === undefined
        ? null
        : {
            outOfOffice: byCell(include, 'out-of-office', false, context),
            inOffice: byCell(include, 'in-office', true, context),
          },
  };
  const cells = context.horizon.clock.intervalOfCell.length;
  const nothingLeft = Array.from({length: shrinkage.byCell === null ? 1 : cells}, (_, cell) => cell).find(cell => {
    const {outOfOffice, inOffice} = shrinkageAt(shrinkage, cell);
    return outOfOffice + inOffice >= 1;
  });
  if (nothingLeft !== undefined)
    context.problems.add('SCN100', deepest(group.here, 'shrinkage'), 'shares that leave some of the paid time');
  return shrinkage;
}

/** Shares of one column by cell; null where the file says nothing. */
function byCell(
  include: Include,
  column: string,
  required: boolean,
  {horizon, zone, tableOf, problems}: ShrinkageContext,
): readonly (number | null)[] {
  const shares: (number | null)[] = horizon.clock.intervalOfCell.map(() => null);
  const table = tableOf(include);
  if (table === null || (!required && !table.columns.includes(column))) return shares;
  const {intervalSeconds} = horizon.clock;
  const read = readIntervalRows(table, [column], zone, intervalSeconds, false, problems);
  for (const {line, day, secondOfDay, value} of read?.rows ?? []) {
    if (value >= 1)
      problems.add(
        'SCN101',
        {file: table.file, line, column: null, path: ''},
        'a share below 1 such as 0.18',
        String(value),
      );
    for (const on of day === null ? daysAround(horizon) : [day]) {
      const from = momentOf(horizon, zone, on, secondOfDay) / intervalSeconds;
      const to = momentOf(horizon, zone, on, secondOfDay + read!.step) / intervalSeconds;
      for (let cell = Math.max(0, from); cell < Math.min(to, shares.length); cell++) shares[cell] = value;
    }
  }
  return shares;
}
