import type {BlockData} from '../../statistics/block.js';
import type {Ratios} from '../../statistics/gates/contrast.js';
import {percentileRatios} from '../../statistics/gates/percentile-ratios.js';
import type {CellRatio} from '../../statistics/record-columns.js';
import {binsOfPlace, type SparseWaits, type WaitPlace} from '../../statistics/wait-records.js';
import type {Job} from '../executor.js';
import type {CheckPlace} from './checks.js';

/** What is kept of one check, replication by replication. */
type Kept =
  | {readonly numerators: number[]; readonly denominators: number[]}
  | {readonly waits: SparseWaits[]; readonly place: WaitPlace & {readonly share: number}};

/** What checks go by, replication by replication, as blocks bring it: numerators and denominators, or waits. */
export class Observations {
  private readonly kept: readonly Kept[];
  private readonly cells: readonly CellRatio[];
  private readonly waitPlaces: readonly WaitPlace[];
  /** Replications so far; they are 0, 1, 2 … without a gap. */
  count = 0;

  constructor(places: readonly CheckPlace[]) {
    this.cells = places.filter(place => 'numerator' in place);
    this.waitPlaces = places.filter(place => 'share' in place);
    this.kept = places.map(place => ('share' in place ? {waits: [], place} : {numerators: [], denominators: []}));
  }

  /** What a job has to bring along. */
  wanted(): Pick<Job, 'withRecords' | 'waitPlaces'> {
    return {withRecords: this.cells, waitPlaces: this.waitPlaces};
  }

  /** Adds a block of such a job; one beyond a gap (after an interruption) is left out. */
  add({first, replications, records, waitRecords}: BlockData): void {
    if (records === null || first !== this.count) return;
    let cell = 0;
    let waits = 0;
    for (let replication = 0; replication < replications; replication++) {
      for (const kept of this.kept) {
        if ('waits' in kept) kept.waits.push(waitRecords[waits++]!);
        else {
          kept.numerators.push(records[cell++]!);
          kept.denominators.push(records[cell++]!);
        }
      }
    }
    this.count += replications;
  }

  /** What was observed of one check in the first so many replications. */
  of(check: number, replications: number): Ratios {
    const kept = this.kept[check]!;
    if (!('waits' in kept)) return firstOf(kept, replications);
    return percentileRatios(binsOfPlace(kept.place), kept.waits.slice(0, replications), kept.place.share);
  }
}

/** The first replications of what was observed. */
export function firstOf({numerators, denominators}: Ratios, replications: number): Ratios {
  return {
    numerators: Float64Array.from(numerators.slice(0, replications)),
    denominators: Float64Array.from(denominators.slice(0, replications)),
  };
}
