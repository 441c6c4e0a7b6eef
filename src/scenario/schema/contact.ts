import {parseDuration, parseShare} from '../../base/units.js';
import type {Rate} from '../../base/units.js';
import {suggest} from '../../base/suggest.js';
import type {Objective, ServiceLevelDefinition} from '../scenario.js';
import {announcement} from './announcement.js';
import {duration, number, ownName, rate, share, text, whole} from './atoms.js';
import {backlog} from './backlog.js';
import {bot, comesBack, deflect, goesQuiet, redial} from './behaviours.js';
import {distribution, isByClockTime, varyingDistribution} from './distribution.js';
import type {WrittenVarying} from './distribution.js';
import {
  atom,
  choice,
  either,
  listOf,
  mapOf,
  mapped,
  optional,
  placed,
  record,
  required,
  Rejected,
  withDefault,
} from './field.js';
import type {Field, RecordOf} from './field.js';
import {CUSTOMER_CHANNELS} from '../channels.js';
import {callback} from './callback.js';
import {openingHours} from './opening.js';
import {arrivals} from './traffic.js';

const LATER_CHANNELS = ['callback', 'outbound'] as const;

const DEFINITIONS: Readonly<Record<string, ServiceLevelDefinition>> = {
  'excluding abandons': 'excluding-abandons',
  'over offered': 'over-offered',
  'over answered': 'over-answered',
  'abandons met': 'abandons-met',
};

/** `80% in 20s, over offered`. */
export const objective: Field<Objective> = atom(
  'an objective such as "80% in 20s" or "80% in 20s, over offered"',
  {type: 'string', examples: ['80% in 20s', ...Object.keys(DEFINITIONS).map(name => `80% in 20s, ${name}`)]},
  written => {
    const match = /^\s*(\S+)\s+(?:in|within)\s+([^,]+?)\s*(?:,\s*(.+?)\s*)?$/.exec(written.slice(0, 100));
    const wanted = match === null || !match[1]!.includes('%') ? null : parseShare(match[1]!);
    const thresholdSeconds = match === null ? null : parseDuration(match[2]!);
    if (match === null || wanted === null || thresholdSeconds === null) return undefined;
    if (wanted <= 0 || wanted > 1) return new Rejected('SCN014');
    const definition = match[3] ?? 'excluding abandons';
    if (!Object.hasOwn(DEFINITIONS, definition))
      return new Rejected(
        'SCN012',
        `one of ${Object.keys(DEFINITIONS).join(', ')} after the comma`,
        suggest(definition, Object.keys(DEFINITIONS)),
      );
    return {share: wanted, thresholdSeconds, definition: DEFINITIONS[definition]!};
  },
);

/** Talk with what follows it. */
export interface WrittenHandle {
  readonly talk: WrittenVarying;
  readonly wrapUp: WrittenVarying | null;
  /** As multiples of the first. */
  readonly byConcurrency: readonly number[] | null;
}

/** `[100%, 115%, 140%]` or `[180s, 200s, 230s]`: shares, or durations of which the first is 100 %. */
export const byConcurrency: Field<readonly number[]> = mapped(
  listOf(
    atom(
      'a percentage such as "115%" or a duration such as "200s"',
      {type: 'string', examples: ['115%', '200s']},
      written => {
        const value = written.includes('%') ? parseShare(written) : parseDuration(written);
        if (value === null) return undefined;
        return value > 0 ? value : new Rejected('SCN014', 'a handle time above zero');
      },
    ),
    'a list such as [100%, 115%, 140%]: the handle time with 1, 2, 3 contacts at once',
  ),
  values => values.map(value => value / values[0]!),
);

const handleRecord = mapped(
  record('handle', 'Handle time in its parts.', {
    talk: required(varyingDistribution, 'Talk and hold, while the customer is on the line.'),
    'wrap-up': optional(varyingDistribution, 'After-contact work, while the agent is not yet free.', 'none'),
    'by-concurrency': optional(
      byConcurrency,
      'Handle time while the agent has 1, 2, 3 … such contacts at once, beside that with one: [100%, 115%, 140%], or as durations. What is left is re-timed whenever the number changes.',
      'the same, however many',
    ),
  }),
  (read): WrittenHandle => ({
    talk: read.talk,
    wrapUp: read['wrap-up'] ?? null,
    byConcurrency: read['by-concurrency'] ?? null,
  }),
);

const handleByTime = mapped(varyingDistribution, (talk): WrittenHandle => ({talk, wrapUp: null, byConcurrency: null}));

const handleExpects = 'a duration, a distribution such as "lognormal(4m, cv 0.9)", or {talk, wrap-up}';
const handleMap: Field<WrittenHandle> = {
  ...handleRecord,
  json: {
    anyOf: [
      handleRecord.json,
      {type: 'object', propertyNames: {pattern: '^\\d{1,2}:\\d{2}$'}, additionalProperties: distribution.json},
    ],
  },
  read: (value, reading) => (isByClockTime(value) ? handleByTime : handleRecord).read(value, reading),
};
const handle: Field<WrittenHandle> = either(handleExpects, {scalar: handleByTime, map: handleMap});

const patience: Field<WrittenVarying | 'forever'> = {
  ...varyingDistribution,
  expects: `${distribution.expects}, or forever`,
  read: (value, reading) =>
    value.kind === 'scalar' && value.text.trim() === 'forever' ? 'forever' : varyingDistribution.read(value, reading),
};

/** More than -1 wait already: always. */
const WHENEVER_IT_WAITS = -1;

const balkRecord = record('balk', 'Customers who hear how long it will take and hang up at once.', {
  probability: required(share, 'Share of those who would have to wait.'),
  'when-queue-over': withDefault(
    whole({min: 0}),
    WHENEVER_IT_WAITS,
    'whenever it would have to wait',
    'Only when more than so many wait already.',
  ),
  'when-expected-wait-over': optional(
    duration(),
    'Only when the wait that is announced is longer: everyone before it and itself, at the rate at which agents on duty get free.',
    'however short',
  ),
});

const balk = either('a share such as "10%" or {probability, when-queue-over, when-expected-wait-over}', {
  scalar: mapped(share, probability => ({
    probability,
    queueOver: WHENEVER_IT_WAITS,
    expectedWaitOver: null,
  })),
  map: mapped(balkRecord, read => ({
    probability: read.probability,
    queueOver: read['when-queue-over'],
    expectedWaitOver: read['when-expected-wait-over'] ?? null,
  })),
});

/** Opening hours, closing rule and lines: of a queue, or of a contact type that has its own. */
export const queueKeys = {
  open: optional(
    openingHours,
    'Opening hours, in the time zone of `clock`; outside them contacts are turned away as closed.',
    'always open',
  ),
  'at-closing': optional(
    choice(['serve', 'dismiss']),
    'Whether those who still wait at closing are served or dismissed.',
    'serve',
  ),
  lines: optional(
    whole({min: 1, max: 1_000_000}),
    'Contacts waiting or in talk at once; further ones are blocked.',
    'no limit',
  ),
};

/** What later versions will read here. */
const LATER = {
  due: 'due times of deferred work',
};

/** Where contacts are sent on, as written. */
export interface WrittenTransfer {
  readonly probability: number;
  /** Seconds; null: cold. */
  readonly warm: number | null;
  readonly wait: number | null;
}

const transferRecord = record(
  'transfer',
  'A transfer with more than its share: {experts: {probability: 10%, warm: 30s}}.',
  {
    probability: required(share, 'Share of the answered contacts that is sent on.'),
    warm: optional(
      duration(),
      'A warm transfer: the agent stays with the customer until the next agent answers, then hands over for so long while both are busy, and only then wraps up; at once when the customer has gone.',
      'cold: the customer waits alone',
    ),
    wait: optional(
      duration({above: 0}),
      'How long the agent waits for the next one at most; then the transfer goes on cold.',
      'until the next agent answers or the customer has gone',
    ),
  },
);

const transfer = either('a share such as "12%", or {probability, warm, wait}', {
  scalar: mapped(share, (probability): WrittenTransfer => ({probability, warm: null, wait: null})),
  map: mapped(transferRecord, ({probability, warm, wait}): WrittenTransfer => ({
    probability,
    warm: warm ?? null,
    wait: wait ?? null,
  })),
});

const contactKeys = {
  channel: withDefault(
    choice(CUSTOMER_CHANNELS, LATER_CHANNELS),
    'voice',
    'voice',
    'Channel by which customers come. Voice, video and tty take the whole agent; of chat, sms, social and messaging an agent may hold several; for an answer to email, portal and social-post nobody waits on the line. social is a chat by private messages, social-post a public post or review that is answered in its turn.',
  ),
  language: optional(text, 'Language of the customer.', 'none'),
  stream: optional(
    ownName,
    'Name of its chance; a renamed contact type keeps its customers when this gives the old name.',
    'the name of the contact type',
  ),
  queue: optional(placed(text), 'Queue in which it waits.', 'its own'),
  arrivals: required(arrivals, 'How many contacts come, and when.'),
  backlog: optional(
    backlog,
    'Emails or tickets that wait when the first day begins: 120, or by age [40 aged 2h, 12 aged 1d]. Ages are open hours of the queue, as those of the objective are.',
    'nothing waits',
  ),
  handle: required(
    handle,
    'Handle time. A bare duration such as `4m` is the mean of an EXPONENTIAL distribution, as the Erlang formulas assume; `constant(4m)` is always 4 minutes.',
  ),
  patience: optional(
    patience,
    'How long a customer waits before hanging up. A bare duration is the mean of an EXPONENTIAL distribution.',
    'forever',
  ),
  objective: optional(
    objective,
    'Service level wanted: the share answered within a time. By default contacts that hang up within this time are left out.',
    'none; figures "within T" then use 20s',
  ),
  priority: withDefault(whole({min: 0, max: 1000}), 1, '1', 'Lower is served first.'),
  weight: withDefault(
    number({min: 1e-6, max: 1e6, expects: 'a weight above 0'}),
    1,
    '1',
    'Multiplies the wait under longest-weighted-wait.',
  ),
  ageing: withDefault(
    rate,
    {contacts: 1, perSeconds: 60} as Rate,
    '1/min',
    'Points that its priority improves by while it waits, under priority-with-ageing.',
  ),
  balk: optional(balk, 'Share that hangs up at once when it would have to wait.', 'none'),
  announce: optional(
    announcement,
    'The wait that is announced to those who have to wait: how it is estimated, who leaves, and how long the others stay.',
    'nothing',
  ),
  redial: optional(redial, 'Trying again after hanging up or finding the lines full.', 'none'),
  bot: optional(bot, 'A bot that customers meet first.', 'none'),
  ivr: optional(bot, 'Another word for `bot`.', 'none'),
  'comes-back': optional(
    comesBack,
    'Share of the answered that comes again, unresolved: `15% within 2d`; who is transferred counts on the last contact type.',
    'none',
  ),
  deflect: optional(deflect, 'The offer of another channel while waiting.', 'none'),
  'goes-quiet': optional(
    goesQuiet,
    'Customers of messaging, sms and social who fall silent and come back: {after: exponential(2m), for: lognormal(20m, cv 1)}.',
    'they stay to the end',
  ),
  transfer: optional(
    mapOf(text, transfer, 'a share for each contact type'),
    'Share sent on to another contact type at the end of the talk: {claims: 12%}, or with a warm handover: {claims: {probability: 12%, warm: 30s}}.',
    'none',
  ),
  callback: optional(callback, 'An offer to call back instead of waiting on the line.', 'none'),
  'message-after': optional(
    duration({above: 0}),
    'After so long in queue the customer leaves a message and is gone.',
    'never',
  ),
  ...queueKeys,
};

export const contact = record(
  'contacts',
  'One entry a contact type: contacts that share channel, language, topic, handle time, patience and objective.',
  contactKeys,
  LATER,
);
export type WrittenContact = RecordOf<typeof contactKeys>;
export type WrittenCallback = NonNullable<WrittenContact['callback']>;

export const queue = record(
  'queues',
  'One entry a queue that several contact types share. A contact type without `queue:` has its own, of the same name.',
  queueKeys,
);
export type WrittenQueue = RecordOf<typeof queueKeys>;
