import type {Instants} from './instants.js';

/**
 * Which of many sources has the next arrival: a knockout tournament that is played again, after each arrival, along
 * one path only. Of equal times the source named first wins.
 */
export class Tournament {
  /** Next arrival of each source; Infinity: none, and no such source. */
  readonly nextAt: Float64Array;
  private readonly instants: readonly Instants[];
  /** winners[1] wins it all; those of 2n and 2n + 1 meet in n. */
  private readonly winners: Int32Array;
  private readonly size: number;

  constructor(instants: readonly Instants[]) {
    let size = 1;
    while (size < instants.length) size *= 2;
    this.size = size;
    this.instants = instants;
    this.nextAt = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.winners = Int32Array.from({length: 2 * size}, (_, node) => Math.max(0, node - size));
  }

  /** All sources name their first arrivals. */
  start(): void {
    this.instants.forEach((each, source) => (this.nextAt[source] = each.next()));
    for (let node = this.size - 1; node > 0; node--) this.play(node);
  }

  /** The source with the earliest arrival. */
  get first(): number {
    return this.winners[1]!;
  }

  /** That arrival is done with: its source names its next. */
  advance(): void {
    const source = this.winners[1]!;
    this.nextAt[source] = this.instants[source]!.next();
    for (let node = (source + this.size) >> 1; node > 0; node >>= 1) this.play(node);
  }

  private play(node: number): void {
    const {winners, nextAt} = this;
    const left = winners[2 * node]!;
    const right = winners[2 * node + 1]!;
    // Without a branch: which one wins cannot be foreseen.
    winners[node] = left + (right - left) * Number(nextAt[right]! < nextAt[left]!);
  }
}
