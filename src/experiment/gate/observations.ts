import type {BlockData} from '../../statistics/block.js';
import type {Ratios} from '../../statistics/gates/contrast.js';

/** Numerators and denominators of checks, replication by replication, as blocks bring them. */
export class Observations {
  private readonly numerators: number[][];
  private readonly denominators: number[][];
  /** Replications so far; they are 0, 1, 2 … without a gap. */
  count = 0;

  constructor(private readonly checks: number) {
    this.numerators = Array.from({length: checks}, () => []);
    this.denominators = Array.from({length: checks}, () => []);
  }

  /** Adds a block that kept its records; one beyond a gap (after an interruption) is left out. */
  add({first, replications, records}: BlockData): void {
    if (records === null || first !== this.count) return;
    for (let replication = 0; replication < replications; replication++) {
      const from = replication * this.checks * 2;
      for (let check = 0; check < this.checks; check++) {
        this.numerators[check]!.push(records[from + 2 * check]!);
        this.denominators[check]!.push(records[from + 2 * check + 1]!);
      }
    }
    this.count += replications;
  }

  /** What was observed of one check in the first so many replications. */
  of(check: number, replications: number): Ratios {
    return firstOf({numerators: this.numerators[check]!, denominators: this.denominators[check]!}, replications);
  }
}

/** The first replications of what was observed. */
export function firstOf({numerators, denominators}: Ratios, replications: number): Ratios {
  return {
    numerators: Float64Array.from(numerators.slice(0, replications)),
    denominators: Float64Array.from(denominators.slice(0, replications)),
  };
}
