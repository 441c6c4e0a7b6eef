import {parseDuration} from '../../base/units.js';
import {duration, share, whole} from './atoms.js';
import {distribution} from './distribution.js';
import {atom, choice, optional, record, Rejected, required, withDefault} from './field.js';
import type {Field} from './field.js';

/** When a callback is offered: only when more than so many wait already, and only when the expected wait is longer. */
export interface WrittenOffer {
  /** -1: whoever would have to wait. */
  readonly queueOver: number;
  readonly expectedWaitOver: number | null;
}

const ALWAYS: WrittenOffer = {queueOver: -1, expectedWaitOver: null};
const MOST_WAITING = 1_000_000;

/** `expected-wait > 3m`, `queue > 5` or `always`. */
const offer: Field<WrittenOffer> = atom(
  'a condition: "expected-wait > 3m", "queue > 5" or "always"',
  {type: 'string', examples: ['expected-wait > 3m', 'queue > 5', 'always']},
  written => {
    const text = written.trim().slice(0, 100);
    if (text === 'always') return ALWAYS;
    const [, figure, limit] = /^(expected-wait|queue)\s*>\s*(\S.*)$/.exec(text) ?? [];
    if (limit === undefined) return undefined;
    if (figure === 'queue') {
      const queueOver = /^\d{1,15}$/.test(limit) ? Number(limit) : NaN;
      if (queueOver > MOST_WAITING) return new Rejected('SCN014');
      return Number.isNaN(queueOver) ? undefined : {queueOver, expectedWaitOver: null};
    }
    const expectedWaitOver = parseDuration(limit);
    return expectedWaitOver === null ? undefined : {queueOver: -1, expectedWaitOver};
  },
);

/** How often a customer who does not answer is called again, and after how long. */
export interface WrittenTries {
  readonly redials: number;
  readonly everySeconds: number;
}

const MOST_REDIALS = 1000;

/** `2 every 30m`. */
const tries: Field<WrittenTries> = atom(
  'a number of redials and the time between them such as "2 every 30m"',
  {type: 'string', pattern: '^\\s*\\d+\\s+every\\s+\\S.*$', examples: ['2 every 30m']},
  written => {
    const match = /^\s*(\d{1,15})\s+every\s+(\S.*)$/.exec(written.slice(0, 100));
    const everySeconds = match === null ? null : parseDuration(match[2]!);
    if (match === null || everySeconds === null) return undefined;
    const redials = Number(match[1]);
    return redials > MOST_REDIALS || everySeconds <= 0
      ? new Rejected('SCN014', `at most ${MOST_REDIALS} redials, some time apart`)
      : {redials, everySeconds};
  },
);

/** A callback instead of waiting on the line. */
export const callback = record(
  'callback',
  'An offer to call back instead of waiting: virtual hold. The request waits for an agent; the customer does not hang up on it.',
  {
    'offer-when': required(
      offer,
      'Whom it is offered: who would have to wait and finds more than so many waiting (`queue > 5`), would wait longer than this as the queue, the agents signed in and the mean handle time let expect (`expected-wait > 3m`), or all (`always`).',
    ),
    accepted: required(share, 'Share that accepts the offer.'),
    answered: withDefault(share, 1, '100%', 'Share that answers when called back.'),
    place: withDefault(
      choice(['kept', 'after-queue']),
      'after-queue',
      'after-queue',
      'Whether the request keeps its place in the queue, or waits until nobody of the contact type is on the line.',
    ),
    'dial-after': optional(
      distribution,
      'Time that customer and center agree on; the request waits for an agent from then on.',
      'as soon as possible',
    ),
    reserve: withDefault(
      whole({min: 0, max: 100_000}),
      0,
      '0',
      'Idle agents with the skill who are kept for those who call: a request is dialled only when more are idle, or hold only what a call may interrupt. After closing nobody is kept.',
    ),
    ring: withDefault(duration(), 0, '0s', 'How long it rings for nothing when the customer does not answer.'),
    redials: optional(tries, 'Further tries when the customer does not answer, and the time between them.', 'none'),
  },
);
