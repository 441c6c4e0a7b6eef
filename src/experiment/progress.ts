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
  /** Changes the number of replications that are expected. */
  readonly expect: (total: number) => void;
}

/** Starts the clock of a run of so many replications. */
export function startClock(asked: number, tell: ((progress: RunProgress) => void) | undefined): RunClock {
  const started = performance.now();
  let total = asked;
  let finished = 0;
  tell?.({finished, total, secondsLeft: null});
  return {
    expect(more) {
      total = more;
    },
    finish(replications) {
      finished += replications;
      const elapsed = (performance.now() - started) / 1000;
      tell?.({finished, total, secondsLeft: (elapsed / finished) * Math.max(0, total - finished)});
    },
  };
}
