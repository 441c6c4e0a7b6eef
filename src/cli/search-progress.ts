import {startProgress, type Progress} from './progress.js';

/** What is being done: a search by the clock, or replications one after the other. */
export type SearchStep =
  | {readonly kind: 'choose'; readonly round: number}
  | {readonly kind: 'simulate'; readonly round: number; readonly finished: number; readonly total: number};

/** How often the bar of a search moves on. */
const TICK_MILLISECONDS = 250;

/**
 * Tells a person who looks on how far rounds of choosing and simulating are: a bar of the time allowed for choosing with
 * the gap that is proven, then one of replications.
 *
 * @param seconds allowed for one search
 * @param gap that is proven now, as a share; null: nothing found yet
 * @param what is done in a search by the clock
 */
export function searchProgress(
  seconds: number,
  gap: () => number | null,
  what = 'choosing shifts',
): {readonly show: (step: SearchStep) => void; readonly stop: () => void} {
  let bar: Promise<Progress> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let shown = '';
  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    void bar?.then(each => each.stop());
    bar = null;
  };
  const begin = (label: string, total: number, unit: string): void => {
    stop();
    shown = label;
    bar = startProgress(label, total, unit);
  };
  return {
    stop,
    show(step) {
      if (step.kind === 'choose') {
        begin(`round ${step.round}: ${what}`, Math.ceil(seconds), 's at the most');
        const started = performance.now();
        timer = setInterval(() => {
          const proven = gap();
          const note =
            proven === null ? ', nothing found yet' : `, at most ${(proven * 100).toFixed(1)} % above the least`;
          void bar?.then(each =>
            each.update(Math.min(seconds, Math.round((performance.now() - started) / 1000)), null, undefined, note),
          );
        }, TICK_MILLISECONDS);
        timer.unref();
        return;
      }
      const label = `round ${step.round}: simulating`;
      if (shown !== label) begin(label, step.total, 'replications');
      void bar?.then(each => each.update(step.finished, null));
    },
  };
}
