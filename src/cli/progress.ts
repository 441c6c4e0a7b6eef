import {cutTo, harmless} from '../report/formats/text-width.js';

/** Tells a person who looks on how far the work is. */
export interface Progress {
  /**
   * @param done units of work finished so far, of the total given at the start
   * @param secondsLeft estimated; null while nobody can tell
   * @param total units of work where that is no longer what was given at the start
   * @param note what else is known, `, at most 2 % above the least`
   */
  update(done: number, secondsLeft: number | null, total?: number, note?: string): void;
  /** Wipes the line, so that the result stands alone. */
  stop(): void;
}

const silent: Progress = {update: () => undefined, stop: () => undefined};

/**
 * A bar on stderr with the time left; nothing at all where stderr is no terminal.
 *
 * @param label what is being worked on, `bank`
 * @param total units of work, such as replications
 * @param unit their name in the plural, `replications`
 */
export async function startProgress(label: string, total: number, unit: string): Promise<Progress> {
  if (process.stderr.isTTY !== true) return silent;
  const {default: cliProgress} = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: `${lineOf(label)} {bar} {value}/{total} ${unit}{left}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    linewrap: false,
  });
  bar.start(total, 0, {left: ''});
  return {
    update(done, secondsLeft, now = total, note = '') {
      bar.setTotal(now);
      bar.update(done, {left: `${secondsLeft === null ? '' : `, ${inWords(secondsLeft)} left`}${note}`});
    },
    stop: () => bar.stop(),
  };
}

/** Of a name that takes more the bar would have no room. */
const LONGEST_LABEL = 32;

/** A label on one line, without signs that would steer the terminal or stand for a figure of the bar. */
function lineOf(label: string): string {
  const line = harmless(label.replace(/\s+/g, ' ')).replace(/[{}]/g, '');
  return cutTo(line, LONGEST_LABEL);
}

/** Seconds as a person says them: `40 s`, `3 min`, `2.5 h`. */
function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
