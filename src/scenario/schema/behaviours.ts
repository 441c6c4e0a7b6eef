import {parseDuration, parseShare} from '../../base/units.js';
import {duration, share, text, whole} from './atoms.js';
import {distribution} from './distribution.js';
import type {WrittenDistribution} from './distribution.js';
import {atom, choice, either, mapped, optional, placed, record, required, withDefault} from './field.js';
import type {Field, Placed, RecordOf} from './field.js';
import type {Value} from '../value.js';

const NO_LIMIT = 'no limit';
/** A number that may be left open; null: no limit. */
function limit(least: number): Field<number | null> {
  const number = whole({min: least, max: 1000});
  return {
    ...number,
    expects: `${number.expects}, or ${NO_LIMIT}`,
    json: {anyOf: [number.json, {const: NO_LIMIT}]},
    read: (value, reading) =>
      value.kind === 'scalar' && value.text.trim() === NO_LIMIT ? null : number.read(value, reading),
  };
}

const redialKeys = {
  probability: required(share, 'Share that tries again.'),
  after: required(distribution, 'Time until the next try.'),
  'at-most': withDefault(
    limit(0),
    1 as number | null,
    '1',
    'Redials of one customer, at most; `no limit`: as long as the horizon lasts.',
  ),
  as: optional(placed(text), 'Contact type on which it tries next: another channel.', 'the same'),
};
/** Trying again. */
export const redial = record('redial', 'Customers who hang up, or find all lines taken, and try again.', redialKeys);
export type WrittenRedial = RecordOf<typeof redialKeys>;

/** Coming back as written: within a time or after one. */
export interface WrittenComingBack {
  readonly probability: number;
  readonly within?: number | undefined;
  readonly after?: WrittenDistribution | undefined;
  readonly as?: Placed<string> | undefined;
  readonly at: Value;
}

const comingBackText: Field<Pick<WrittenComingBack, 'probability' | 'within'>> = atom(
  'a share and a time such as "15% within 2d"',
  {type: 'string', examples: ['15% within 2d', '12% within 1d']},
  written => {
    const match = /^\s*(\S+)\s+within\s+(.+?)\s*$/.exec(written.slice(0, 100));
    const probability = match === null ? null : parseShare(match[1]!);
    const within = match === null ? null : parseDuration(match[2]!);
    if (probability === null || within === null) return undefined;
    return probability > 1 || probability < 0 || within <= 0 ? undefined : {probability, within};
  },
);

const comingBackRecord = record(
  'comes-back',
  'Customers whose contact did not solve their matter and who come again; `15% within 2d` says the same in short. `within` or `after` tells when. Who would come back past the horizon does not.',
  {
    probability: required(share, 'Share that comes back: 1 − first-contact resolution.'),
    within: optional(duration({above: 0}), 'They come back at any time within this, all equally likely.'),
    after: optional(distribution, 'Or: time until they come back.'),
    as: optional(placed(text), 'Contact type as which they come back.', 'the same'),
  },
);

/** Coming back, of those an agent or a bot has served. */
export const comesBack: Field<WrittenComingBack> = either(
  'a share and a time such as "15% within 2d", or {probability, within, as}',
  {
    scalar: mapped(comingBackText, (read, at) => ({...read, at})),
    map: mapped(comingBackRecord, (read, at) => ({...read, at})),
  },
);

const botKeys = {
  time: required(distribution, 'How long it takes, whatever comes of it.'),
  ports: optional(
    whole({min: 1, max: 1_000_000}),
    'Contacts that it can have at once; further ones are blocked.',
    'no limit',
  ),
  contained: required(share, 'Share that it serves to the end.'),
  'hangs-up': withDefault(share, 0, '0%', 'Share that leaves without service or agent.'),
  'comes-back': optional(comesBack, 'Share of the contained that comes again, unresolved: `12% within 1d`.', 'none'),
};
/** IVR or bot. */
export const bot = record(
  'bot',
  'A bot or IVR that every contact meets before its queue, transfers excepted; also outside opening hours. What it neither contains nor loses goes on to the queue, and the wait begins there.',
  botKeys,
);
export type WrittenBot = RecordOf<typeof botKeys>;

const deflectKeys = {
  to: required(placed(text), 'Contact type on which it goes on at once.'),
  after: required(duration({above: 0}), 'Time in queue after which the offer is made, once.'),
  accepted: required(share, 'Share that accepts.'),
};
/** The offer of another channel while waiting. */
export const deflect = record(
  'deflect',
  'The offer to go on by another channel instead of waiting: who accepts leaves the queue for that contact type, with its handle time and patience.',
  deflectKeys,
);
export type WrittenDeflection = RecordOf<typeof deflectKeys>;

const quietKeys = {
  after: required(
    distribution,
    'Talk from the start, or from one silence, to the next, as it would take an agent with nothing else in hand.',
  ),
  for: required(distribution, 'How long the customer is quiet. Meanwhile no agent holds the contact.'),
  'at-most': withDefault(limit(1), null, NO_LIMIT, 'Silences of one contact, at most.'),
  'back-to': withDefault(
    choice(['own-agent', 'anyone']),
    'own-agent',
    'own-agent',
    'Who goes on when the customer is back: the agent who had it, if there is room for it at that moment, else whom the routing gives it; or always whom the routing gives it. With `routing.prefer-last-agent` it waits for its own agent.',
  ),
};
/** Asynchronous messaging. */
export const goesQuiet = record(
  'goes-quiet',
  'Customers who fall silent in the middle of a conversation and come back later: the agent is free for others in between. They are answered once; how long they wait when they are back, in open hours of their queue, is the figure `replyWait`.',
  quietKeys,
);
export type WrittenGoingQuiet = RecordOf<typeof quietKeys>;
