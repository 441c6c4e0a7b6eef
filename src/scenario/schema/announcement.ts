import type {Announcement, WaitEstimator} from '../scenario.js';
import {duration, factor, share} from './atoms.js';
import {choice, either, mapped, optional, record, withDefault} from './field.js';
import {inside} from './inside.js';

/** How a wait is estimated. */
export const WAIT_ESTIMATORS = [
  'queue-length',
  'last-wait',
  'head-of-line',
] as const satisfies readonly WaitEstimator[];

const estimator = choice(WAIT_ESTIMATORS);
const aboveZero = inside(factor, value => value > 0, 'a factor above 0% such as "150%"');

const announcementRecord = record(
  'announce',
  'The wait that is announced to those who have to wait, and what they make of it. A name alone, such as `announce: last-wait`, says how it is estimated. The same estimate decides of balking and of callbacks, and whether groups join on it.',
  {
    estimator: withDefault(
      estimator,
      'queue-length',
      'queue-length',
      'queue-length: who waits, over the rate at which agents on duty get free and customers give up; last-wait: what the last contact answered from this queue had waited; head-of-line: what the contact waiting longest in this queue has waited so far. Where nobody is on duty, queue-length announces nothing.',
    ),
    'rounded-up-to': withDefault(
      duration(),
      0,
      'not rounded',
      'Announced in whole multiples of this, rounded up, one at least: `1m` says "about 3 minutes".',
    ),
    believed: withDefault(
      share,
      1,
      '100%',
      'Share of the customers who believe it: they hang up at once when it is longer than they are willing to wait.',
    ),
    patience: withDefault(
      aboveZero,
      1,
      '100%',
      'Patience of those who stay, beside what it would be without an announcement: 130% for who knows what to expect.',
    ),
    'patience-at-most': optional(
      aboveZero,
      'Those who stay give up at the latest after this multiple of the announced wait: 150%.',
      'no limit',
    ),
  },
);

/** What is announced to those who have to wait. */
export const announcement = either(
  'one of queue-length, last-wait, head-of-line, or {estimator, believed, patience, …}',
  {
    scalar: mapped(estimator, (only): Announcement => ({
      estimator: only,
      stepSeconds: 0,
      believed: 1,
      patienceFactor: 1,
      patienceAtMost: null,
    })),
    map: mapped(announcementRecord, (read): Announcement => ({
      estimator: read.estimator,
      stepSeconds: read['rounded-up-to'],
      believed: read.believed,
      patienceFactor: read.patience,
      patienceAtMost: read['patience-at-most'] ?? null,
    })),
  },
);
