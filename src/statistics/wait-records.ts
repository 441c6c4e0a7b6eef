import type {FigureReference} from '../scenario/figure-reference.js';
import type {BinCounts} from './bin-counts.js';
import type {RowPlan} from './rows.js';
import {COARSE, FINE, type WaitBins} from './wait-histogram.js';

/** Whose waits are kept of each replication. */
export interface WaitPlace {
  /** Added up, by index. */
  readonly contactTypes: readonly number[];
  /** Index of the reporting interval (COARSE bins); null: the horizon (FINE bins). */
  readonly interval: number | null;
}

/** Waits of one replication: bin, contacts, bin, contacts …, in the order of the bins and without the empty ones. */
export type SparseWaits = Float64Array;

/** The bins in which the waits of a place are counted. */
export const binsOfPlace = ({interval}: Pick<WaitPlace, 'interval'>): WaitBins => (interval === null ? FINE : COARSE);

/**
 * Where the waits of a figure stand.
 *
 * @param interval index of the reporting interval; null: the horizon
 * @returns null when there is no such scope
 * @example waitPlaceOf(plan, {scope: 'total', name: 'total'}, null) // {contactTypes: [0, 1], interval: null}
 */
export function waitPlaceOf(
  {scopes}: RowPlan,
  {scope, name}: Pick<FigureReference, 'scope' | 'name'>,
  interval: number | null,
): WaitPlace | null {
  const members = scopes.find(each => each.scope === scope && each.name === name);
  return members === undefined ? null : {contactTypes: members.contactTypes, interval};
}

/** The waits of one replication at a place. */
export function sparseWaits(
  {contactTypes, interval}: WaitPlace,
  {waits, intervalWaits}: {readonly waits: BinCounts; readonly intervalWaits: BinCounts},
  intervals: number,
): SparseWaits {
  const {bins} = binsOfPlace({interval});
  const {counts} = interval === null ? waits : intervalWaits;
  const found: number[] = [];
  for (let bin = 0; bin < bins; bin++) {
    let contacts = 0;
    for (const type of contactTypes)
      contacts += counts[(interval === null ? type : type * (intervals + 1) + interval) * bins + bin];
    if (contacts > 0) found.push(bin, contacts);
  }
  return Float64Array.from(found);
}
