/**
 * Where attention is shared: how far each contact in hand is, by slot. Work is kept as seconds that it would take an agent
 * with nothing else in hand; of work that was put back, before any agent's handle-time factor.
 */
export class Service {
  /** Seconds of work left at `since`. */
  left: Float64Array;
  /** When the agent last turned to it or its speed changed, or put it aside. */
  since: Float64Array;
  /** Seconds that a second of work takes; 1 alone. */
  slowness: Float64Array;
  /** The state it was in when it was interrupted. */
  stateBefore: Int32Array;
  /** When it went back to its queue with what was left of it; -1: it waits there for its first answer, or not at all. */
  putBackAt: Float64Array;
  /** Of what was put back: seconds for which it had been put aside before the last time. */
  pausedBefore: Float64Array;

  constructor(capacity: number) {
    this.left = new Float64Array(capacity);
    this.since = new Float64Array(capacity);
    this.slowness = new Float64Array(capacity);
    this.stateBefore = new Int32Array(capacity);
    this.putBackAt = new Float64Array(capacity).fill(-1);
    this.pausedBefore = new Float64Array(capacity);
  }

  /** Forgets what was put back. */
  clear(): void {
    this.putBackAt.fill(-1);
  }

  /** Makes room for slots below `capacity`. */
  grow(capacity: number): void {
    const {left, since, slowness, stateBefore, putBackAt, pausedBefore} = this;
    this.left = new Float64Array(capacity);
    this.since = new Float64Array(capacity);
    this.slowness = new Float64Array(capacity);
    this.stateBefore = new Int32Array(capacity);
    this.putBackAt = new Float64Array(capacity).fill(-1);
    this.pausedBefore = new Float64Array(capacity);
    this.left.set(left);
    this.since.set(since);
    this.slowness.set(slowness);
    this.stateBefore.set(stateBefore);
    this.putBackAt.set(putBackAt);
    this.pausedBefore.set(pausedBefore);
  }
}
