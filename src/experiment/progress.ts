import {performance} from 'node:perf_hooks';

/** How far a run is. */
export interface RunProgress {
  /** Replications finished and asked for. */
  readonly finished: number;
  readonly total: number;
  /** Estimated; null until the first has finished. */
  readonly secondsLeft: number | null;
}

/** The clock of a run: it is told what happens, and tells how far the run is. */
export interface RunClock {
  /** So many replications have just finished. */
  readonly finish: (replications: number) => void;
  /** So many are finished that took no time now. */
  readonly skip: (replications: number) => void;
  /** Changes the number of replications that are expected. */
  readonly expect: (total: number) => void;
}

/** Starts the clock of a run of so many replications. */
export function startClock(asked: number, tell: ((progress: RunProgress) => void) | undefined): RunClock {
  const started = performance.now();
  let total = asked;
  let finished = 0;
  let skipped = 0;
  tell?.({finished, total, secondsLeft: null});
  return {
    expect(more) {
      total = more;
    },
    skip(replications) {
      skipped += replications;
      finished += replications;
    },
    finish(replications) {
      finished += replications;
      const each = (performance.now() - started) / 1000 / (finished - skipped);
      tell?.({finished, total, secondsLeft: each * Math.max(0, total - finished)});
    },
  };
}
