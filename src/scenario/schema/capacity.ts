import {CUSTOMER_CHANNELS} from '../channels.js';
import {duration, text, whole} from './atoms.js';
import {atom, choice, either, listOf, mapOf, mapped, optional, placed, record, Rejected, withDefault} from './field.js';
import type {Field, Named, Placed} from './field.js';
import type {Value} from '../value.js';

type CustomerChannel = (typeof CUSTOMER_CHANNELS)[number];

/** What an agent may hold of one channel, as written. */
export interface WrittenCapacity {
  readonly atOnce: number;
  readonly interruptedBy: readonly Placed<string>[];
  readonly restart: number;
}

/** Of one channel in one agent's hands, at most. */
const MOST_OF_A_CHANNEL = 20;
const atOnce = whole({min: 1, max: MOST_OF_A_CHANNEL});

const channelsOf = (written: string, at: Value): Placed<string>[] =>
  written.split(/\s*,\s*|\s+and\s+/).map(value => ({value, at}));

/** `1 interrupted by voice, chat`. */
const capacityText: Field<WrittenCapacity> = atom(
  'a number such as "3", or "1 interrupted by voice"',
  {type: ['string', 'integer'], examples: [3, '1 interrupted by voice']},
  (written, at) => {
    const match = /^\s*(\d{1,9})\s*(?:interrupted\s+by\s+(.+?)\s*)?$/.exec(written.slice(0, 200));
    if (match === null) return undefined;
    const number = Number(match[1]);
    if (number < 1 || number > MOST_OF_A_CHANNEL) return new Rejected('SCN014', atOnce.expects);
    return {atOnce: number, interruptedBy: match[2] === undefined ? [] : channelsOf(match[2], at), restart: 0};
  },
);

/** `voice`, `voice and chat` or a list. */
const interrupters: Field<readonly Placed<string>[]> = either('a channel or a list of channels', {
  scalar: mapped(placed(text), ({value, at}) => channelsOf(value, at)),
  list: listOf(placed(text), 'a list of channels'),
});

const capacityRecord = record('capacity', 'What an agent may hold of one channel.', {
  'at-once': withDefault(atOnce, 1, '1', 'Contacts of the channel at once.'),
  'interrupted-by': optional(
    interrupters,
    'Channels whose contacts may interrupt one of this channel; it is gone on with afterwards.',
    'none',
  ),
  restart: withDefault(duration(), 0, '0s', 'Time lost at every interruption.'),
});

const channel = choice(CUSTOMER_CHANNELS, ['together']);
const channels = mapOf(
  channel,
  either('a number such as 3, "1 interrupted by voice", or {at-once, interrupted-by, restart}', {
    scalar: capacityText,
    map: mapped(capacityRecord, (read): WrittenCapacity => ({
      atOnce: read['at-once'],
      interruptedBy: read['interrupted-by'] ?? [],
      restart: read.restart,
    })),
  }),
  'a number for each channel',
);

/** Channels that an agent may hold together, as written. */
export interface WrittenMixture {
  readonly at: Value;
  /** null: as many as the channel has alone. */
  readonly parts: readonly {readonly channel: CustomerChannel; readonly atOnce: number | null; readonly at: Value}[];
}

const mixture: Field<WrittenMixture> = either('a list such as [chat, sms] or numbers such as {chat: 2, sms: 1}', {
  list: mapped(listOf(placed(choice(CUSTOMER_CHANNELS)), 'a list of channels'), (names, at): WrittenMixture => ({
    at,
    parts: names.map(name => ({channel: name.value, atOnce: null, at: name.at})),
  })),
  map: mapped(mapOf(choice(CUSTOMER_CHANNELS), atOnce, 'a number for each channel'), (entries, at): WrittenMixture => ({
    at,
    parts: entries.map(({name, key, value}) => ({channel: name, atOnce: value, at: key})),
  })),
});

const together = listOf(mixture, 'a list of mixtures such as [[chat, sms], {chat: 1, email: 1}]');

/** What an agent may hold at once, as written. */
export interface WrittenHand {
  readonly channels: readonly Named<CustomerChannel, WrittenCapacity>[];
  /** undefined: as far as the parts add up. */
  readonly together: readonly WrittenMixture[] | undefined;
  readonly here: Value;
}

const TOGETHER_DOC =
  'Channels that an agent may hold together: [[chat, sms]], each as often as its own number says, or {chat: 2, sms: 1}. What is not listed is not held together. Default: as far as the parts add up to the whole.';

/** A number for each channel, and `together`. */
export const capacity: Field<WrittenHand> = {
  expects: channels.expects,
  json: {
    type: 'object',
    properties: {
      ...Object.fromEntries(CUSTOMER_CHANNELS.map(channel => [channel, channels.json.additionalProperties])),
      together: {...together.json, description: TOGETHER_DOC},
    },
    additionalProperties: false,
  },
  records: channels.records,
  read(value, reading) {
    if (value.kind !== 'map') {
      channels.read(value, reading);
      return undefined;
    }
    const table = value.entries.find(({key}) => key.text === 'together');
    const known = value.entries.filter(({key}) => CUSTOMER_CHANNELS.some(name => name === key.text));
    // of a mistyped key what stands behind it is not looked at: it may be another kind of thing
    for (const entry of value.entries) if (entry !== table && !known.includes(entry)) channel.read(entry.key, reading);
    const read = channels.read({...value, entries: known}, reading);
    const mixtures = table && together.read(table.value, reading);
    return read && {channels: read, together: mixtures, here: value};
  },
};
