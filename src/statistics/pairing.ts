import {JointMoments, jointStride, mergeJoint} from './joint-moments.js';
import {PAIR_KINDS, PAIR_SHAPES, type PairKind, type PairPlan} from './pair-plan.js';

/** What is gathered of figures of one kind. */
export interface PairedMoments {
  /** joint-moments.ts. */
  readonly moments: Float64Array;
  /** In how many replications each figure differs at all. */
  readonly differing: Float64Array;
}

/** What consecutive replications of a base and a candidate add to their comparison: plain data that can travel. */
export type PairedBlock = Readonly<Record<PairKind, PairedMoments>>;

/** Sets the rows of one candidate beside those of the base, replication by replication. */
export class Pairing {
  private readonly sets: readonly PairSet[];

  constructor({cells}: PairPlan) {
    this.sets = PAIR_KINDS.map(kind => new PairSet(kind, cells[kind]));
  }

  /** Adds one replication: the rows of both sides, as foldRows wrote them. */
  add(base: Float64Array, candidate: Float64Array): void {
    for (const set of this.sets) set.add(base, candidate);
  }

  /** What was added; the pairing must not be used afterwards. */
  take(): PairedBlock {
    return Object.fromEntries(this.sets.map(set => [set.kind, set.take()])) as Record<PairKind, PairedMoments>;
  }
}

/** Figures of one kind. */
class PairSet {
  private readonly moments: JointMoments;
  private readonly values: Float64Array;
  private readonly differing: Float64Array;

  constructor(
    readonly kind: PairKind,
    private readonly cells: Int32Array,
  ) {
    const shape = PAIR_SHAPES[kind];
    const columns = cells.length / shape.variables;
    this.moments = new JointMoments(columns, shape);
    this.values = new Float64Array(cells.length);
    this.differing = new Float64Array(columns);
  }

  add(base: Float64Array, candidate: Float64Array): void {
    const {cells, values, differing} = this;
    const half = PAIR_SHAPES[this.kind].variables / 2;
    for (let at = 0, column = 0; at < cells.length; at += 2 * half, column++) {
      let differs = false;
      for (let cell = at; cell < at + half; cell++) {
        const ours = cells[cell];
        const theirs = cells[cell + half];
        const value = ours < 0 ? 0 : base[ours];
        const more = (theirs < 0 ? 0 : candidate[theirs]) - value;
        values[cell] = value;
        values[cell + half] = more;
        if (more !== 0) differs = true;
      }
      if (differs) differing[column]++;
    }
    this.moments.add(values);
  }

  take(): PairedMoments {
    return {moments: this.moments.take(), differing: this.differing};
  }
}

/** A block in which nothing was gathered yet, to merge others into. */
export function emptyPairedBlock({cells}: PairPlan): PairedBlock {
  const empty = (kind: PairKind): PairedMoments => {
    const columns = cells[kind].length / PAIR_SHAPES[kind].variables;
    return {
      moments: new Float64Array(columns * jointStride(PAIR_SHAPES[kind])),
      differing: new Float64Array(columns),
    };
  };
  return Object.fromEntries(PAIR_KINDS.map(kind => [kind, empty(kind)])) as Record<PairKind, PairedMoments>;
}

/** Adds a block of `fromCount` replications to one of `intoCount`, in place. */
export function mergePaired(into: PairedBlock, intoCount: number, from: PairedBlock, fromCount: number): void {
  if (fromCount === 0) return;
  for (const kind of PAIR_KINDS) {
    mergeJoint(into[kind].moments, intoCount, from[kind].moments, fromCount, PAIR_SHAPES[kind]);
    from[kind].differing.forEach((count, column) => (into[kind].differing[column] += count));
  }
}
