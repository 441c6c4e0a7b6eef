import type {Announcement, ContactType, WaitEstimator} from '../scenario/scenario.js';

/** How the wait is estimated, in the order of ESTIMATORS. */
export const enum Estimator {
  queueLength = 0,
  lastWait = 1,
  headOfLine = 2,
}
const ESTIMATORS: Readonly<Record<WaitEstimator, Estimator>> = {
  'queue-length': Estimator.queueLength,
  'last-wait': Estimator.lastWait,
  'head-of-line': Estimator.headOfLine,
};

/** The announced waits of a scenario as the events read them, by contact type. */
export interface Announcements {
  /** An Estimator, also where nothing is announced. */
  readonly estimator: Uint8Array;
  /** 1 where the wait is announced. */
  readonly announced: Uint8Array;
  /** Rounded up to a multiple of so many seconds; 0: not rounded. */
  readonly step: Float64Array;
  readonly believed: Float64Array;
  readonly patienceFactor: Float64Array;
  /** As a multiple of the announced wait; Infinity: no limit. */
  readonly patienceAtMost: Float64Array;
}

export function makeAnnouncements(types: readonly ContactType[]): Announcements {
  const of = (value: (announce: Announcement) => number, without: number): Float64Array =>
    Float64Array.from(types, ({announce}) => (announce === null ? without : value(announce)));
  return {
    estimator: Uint8Array.from(types, ({announce}) => ESTIMATORS[announce?.estimator ?? 'queue-length']),
    announced: Uint8Array.from(types, ({announce}) => (announce === null ? 0 : 1)),
    step: of(({stepSeconds}) => stepSeconds, 0),
    believed: of(({believed}) => believed, 0),
    patienceFactor: of(({patienceFactor}) => patienceFactor, 1),
    patienceAtMost: of(({patienceAtMost}) => patienceAtMost ?? Infinity, Infinity),
  };
}
