import {EXIT} from './exit-codes.js';

/** Hears Ctrl-C and SIGTERM while work is under way. */
export interface Interruption {
  /** Aborted at the first of them: hand it to whatever takes long. */
  readonly signal: AbortSignal;
  /** The exit code that belongs to what was heard; null while nothing was. */
  exitCode(): number | null;
  /** Gives both back to the system. */
  stop(): void;
}

/**
 * Turns the first Ctrl-C or SIGTERM into an abort, so that what is finished can still be reported; a second one ends
 * the program at once.
 */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  let heard: number | null = null;
  const hear = (code: number) => (): void => {
    if (heard !== null) process.exit(code);
    heard = code;
    controller.abort();
  };
  const onInterrupt = hear(EXIT.interrupted);
  const onTerminate = hear(EXIT.terminated);
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  return {
    signal: controller.signal,
    exitCode: () => heard,
    stop() {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
    },
  };
}
