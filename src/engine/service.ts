/**
 * Where attention is shared: how far each contact in hand is, by slot. Work is kept as seconds that it would take an agent
 * with nothing else in hand.
 */
export class Service {
  /** Seconds of work left at `since`. */
  left: Float64Array;
  /** When the agent last turned to it or its speed changed. */
  since: Float64Array;
  /** Seconds that a second of work takes; 1 alone. */
  slowness: Float64Array;
  /** The state it was in when it was interrupted. */
  stateBefore: Int32Array;

  constructor(capacity: number) {
    this.left = new Float64Array(capacity);
    this.since = new Float64Array(capacity);
    this.slowness = new Float64Array(capacity);
    this.stateBefore = new Int32Array(capacity);
  }

  /** Makes room for slots below `capacity`. */
  grow(capacity: number): void {
    const {left, since, slowness, stateBefore} = this;
    this.left = new Float64Array(capacity);
    this.since = new Float64Array(capacity);
    this.slowness = new Float64Array(capacity);
    this.stateBefore = new Int32Array(capacity);
    this.left.set(left);
    this.since.set(since);
    this.slowness.set(slowness);
    this.stateBefore.set(stateBefore);
  }
}
