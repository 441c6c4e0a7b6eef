import type {ContactCriterion} from '../scenario.js';
import type {MapValue} from '../value.js';
import {group, site} from './agents.js';
import {date, duration, factor, flag, ownName, share, text, timezone, whole} from './atoms.js';
import {contact, queue} from './contact.js';
import {costs} from './costs.js';
import {gates} from './gates.js';
import {choice, either, listOf, mapOf, mapped, optional, placed, record, required, withDefault} from './field.js';
import type {Field, Named, Placed, RecordOf} from './field.js';
import {AGENT_CHOICES, CONTACT_CRITERIA, CONTACT_RULES, isWaitingCriterion} from './routing.js';
import {scheduling} from './scheduling.js';
import {traffic} from './traffic.js';

/** Monday; the start of a horizon that names none. */
const DEFAULT_START = 20_458;

const clockKeys = {
  start: withDefault(
    placed(date) as Field<Placed<number> | number>,
    DEFAULT_START as Placed<number> | number,
    '2026-01-05, a Monday',
    'First day.',
  ),
  days: withDefault(whole({min: 1, max: 3660, tooLarge: 'SCN040'}), 1, '1', 'Days in the horizon.'),
  timezone: withDefault(timezone, 'UTC', 'UTC', 'IANA name; days of 23 and 25 hours are right.'),
  interval: withDefault(
    placed(duration({above: 0})) as Field<Placed<number> | null>,
    null,
    '30m',
    'Grain of figures by interval: 5m to 60m, and it divides the day.',
  ),
  report: optional(
    choice(['calendar', 'time-of-day']),
    '`calendar`: a row for each interval of the horizon; `time-of-day`: all days folded into one.',
    'calendar up to 14 days, else time-of-day',
  ),
};
export const clock = record('clock', 'The horizon, its time zone and its reporting interval.', clockKeys);
export type WrittenClock = RecordOf<typeof clockKeys>;

const contactRule: Field<readonly ContactCriterion[]> = either(
  'a rule such as priority-then-age, or a list of criteria such as [priority, level, age]',
  {
    scalar: mapped(choice(Object.keys(CONTACT_RULES) as (keyof typeof CONTACT_RULES)[]), name => CONTACT_RULES[name]),
    list: mapped(listOf(choice(CONTACT_CRITERIA), 'a list of criteria'), (criteria): readonly ContactCriterion[] => {
      const last = criteria.findIndex(isWaitingCriterion);
      return last === -1 ? [...criteria, 'age'] : criteria.slice(0, last + 1);
    }),
  },
);

const placedNames: Field<readonly Placed<string>[]> = either('a name or a list of names', {
  scalar: mapped(placed(text), only => [only]),
  list: listOf(placed(text), 'a list of names'),
});

const overflow = mapOf(
  text,
  record('overflow', 'Further groups that may take a contact type once it has waited. One entry a contact type.', {
    to: required(placedNames, 'Groups; each needs the skill.'),
    after: required(duration(), 'Wait before they may take it.'),
  }),
  'a mapping of contact types to {to, after}',
);

/** `{orders: [paris, tunis], after: 15s}`. */
export interface WrittenLocalFirst {
  readonly here: MapValue;
  readonly after: number;
  readonly sites: readonly Named<string, readonly Placed<string>[]>[];
}

const localFirstDelay = record(
  'local-first',
  'Contact types whose first-named site answers alone at first: {orders: [paris, tunis], after: 15s}.',
  {
    after: required(duration(), 'Wait before agents of the other sites may take it.'),
  },
);
const localFirstSites = mapOf(text, placedNames, 'sites for each contact type');

const localFirst: Field<WrittenLocalFirst> = {
  expects: 'contact types with their sites, and after: such as {orders: [paris, tunis], after: 15s}',
  json: {
    type: 'object',
    properties: {after: {type: 'string'}},
    required: ['after'],
    additionalProperties: placedNames.json,
  },
  records: localFirstDelay.records,
  read(value, reading) {
    if (value.kind !== 'map') {
      localFirstDelay.read(value, reading);
      return undefined;
    }
    const isDelay = (key: string): boolean => key === 'after';
    const delay = localFirstDelay.read(
      {...value, entries: value.entries.filter(({key}) => isDelay(key.text))},
      reading,
    );
    const sites = localFirstSites.read(
      {...value, entries: value.entries.filter(({key}) => !isDelay(key.text))},
      reading,
    );
    return delay && sites && {here: value, after: delay.after, sites};
  },
};

const rings = mapOf(
  text,
  listOf(
    record(
      'rings',
      'Rings of groups around a contact type, asked one after the other; each ring adds its groups to those before. One list a contact type: {orders: [{groups: [experts], for: 20s}, {groups: [team]}]}. Groups in no ring do not take the contact type.',
      {
        groups: required(placedNames, 'Groups; each needs the skill.'),
        for: optional(
          duration({above: 0}),
          'Time until the next ring is added; every ring but the last one needs it.',
          'until the contact is gone, at the last ring',
        ),
        expires: withDefault(flag, false, 'false', 'Whether its own groups drop out when its time is over.'),
      },
    ),
    'a list of rings',
  ),
  'a list of rings for each contact type',
);

/** When groups of a level may take a contact. */
interface WrittenBand {
  readonly from: number;
  readonly until: number | null;
}

const levels = mapOf(
  text,
  mapOf(
    whole({min: 0, max: 1000}),
    either('a wait such as 30s or {from, until}', {
      scalar: mapped(duration(), (from): WrittenBand => ({from, until: null})),
      map: mapped(
        record(
          'levels',
          'Skill levels that may take a contact type, by how long it has waited: {orders: {1: 0s, 2: 30s, 3: {from: 60s, until: 5m}}}. A level that is not named may take it at once.',
          {
            from: withDefault(duration(), 0, '0s', 'Wait from which groups of this level may take it.'),
            until: optional(duration({above: 0}), 'Wait at which they no longer may.', 'as long as it waits'),
          },
        ),
        ({from, until}): WrittenBand => ({from, until: until ?? null}),
      ),
    }),
    'a wait for each level',
  ),
  'levels for each contact type',
);

const reserve = mapOf(
  text,
  record(
    'reserve',
    'Agents kept idle for a contact type. One entry a group: {paris: {keep: 2, for: orders}}. Other contact types get an agent of the group only while more than so many are idle, and an agent who becomes free takes none of them if fewer would be left.',
    {
      keep: required(whole({min: 1, max: 100_000}), 'Agents kept idle.'),
      for: required(placedNames, 'Contact types that may have them.'),
    },
  ),
  'a mapping of groups to {keep, for}',
);

const siteShares = mapOf(
  text,
  mapOf(text, share, 'a share for each site'),
  'shares of sites for each contact type, such as {orders: {paris: 70%, tunis: 30%}}',
);

const lastAgent = record(
  'prefer-last-agent',
  'Customers who come again (redial, transfer) go to the agent who served them before, if that agent may take the contact and is idle.',
  {
    wait: withDefault(
      duration(),
      0,
      '0s',
      'How long they wait for this agent, who is on duty but busy, before others may take them.',
    ),
  },
);

const routingKeys = {
  agent: withDefault(
    choice(AGENT_CHOICES),
    'longest-idle',
    'longest-idle',
    'Which idle agent gets a contact; groups with a better level come first. linear: always the first who is idle, in an order of the groups that comes from their skills and hours and not from their place in the file; round-robin: the next in that order; weighted-random: by the `weight` of groups or skills.',
  ),
  contact: withDefault(
    contactRule,
    ['priority', 'level', 'age'] as readonly ContactCriterion[],
    '[priority, level, age]',
    'Which waiting contact a free agent gets: a rule by name, or criteria compared in this order: priority of the type, level of the skill, and last one of age (who came first), weighted-wait (wait times `weight`), ageing (priority less the points of `ageing`), due (least time left to the threshold of the objective), queue-length (longest queue). Equal in all: who came first.',
  ),
  overflow: optional(overflow, 'Groups that join after a delay: {orders: {to: [bench], after: 12s}}.', 'none'),
  'local-first': optional(localFirst, 'Sites that answer first.', 'none'),
  rings: optional(rings, 'Groups that are added ring by ring while a contact waits.', 'none'),
  levels: optional(levels, 'Skill levels that are allowed while a contact waits.', 'all at once'),
  reserve: optional(reserve, 'Agents kept idle for certain contact types.', 'none'),
  share: optional(
    siteShares,
    'Percent allocation: of the sites with an idle agent the one furthest below its share of the contacts taken so far goes first. An agent who becomes free takes who waits, whatever the shares.',
    'none',
  ),
  'prefer-last-agent': optional(lastAgent, 'The agent who served the customer before.', 'anybody'),
};
const routing = record('routing', 'Who serves whom.', routingKeys, {
  policy: 'policies by name',
});
export type WrittenRouting = RecordOf<typeof routingKeys>;

const runKeys = {
  replications: withDefault(whole({min: 1, max: 1_000_000}), 20, '20', 'Independent repetitions of the whole horizon.'),
  seed: withDefault(text, '1', '1', 'Same seed, same numbers.'),
  volume: withDefault(factor, 1, '100%', 'Factor on all generated volume.'),
  'warm-up': withDefault(duration(), 0, '0s', 'Time at the start that is not counted.'),
  'batch-means': optional(
    whole({min: 20, max: 1000}),
    'For a center that goes on day and night alike: one long run, whose days after the warm-up are cut into so many batches, each of which counts as a replication. Batches are whole days; clock.days says how many there are.',
    'independent replications',
  ),
};
const run = record('run', 'How often, and with what chance. Flags of the command take precedence.', runKeys, {
  until: 'stopping by precision',
  workers: 'workers in the file (use --workers)',
});
export type WrittenRun = RecordOf<typeof runKeys>;

const named = <T>(item: Field<T>, expects: string) => mapOf(ownName, item, expects);

const documentKeys = {
  name: optional(text, 'Title of reports.', 'the name of the file'),
  description: optional(text, 'A sentence or two about what is modeled.', 'none'),
  clock: optional(
    clock,
    'The horizon, its time zone and its reporting interval.',
    'one day in UTC from midnight, intervals of 30 minutes',
  ),
  traffic: optional(traffic, 'What all contact types share.', 'nothing'),
  lines: optional(
    whole({min: 1, max: 10_000_000}),
    'Telephone lines of the whole center: contacts waiting or in talk at once; further ones are blocked.',
    'no limit',
  ),
  contacts: required(named(contact, 'a mapping of contact types'), 'What customers want.'),
  queues: optional(
    named(queue, 'a mapping of queues'),
    'Queues that several contact types share.',
    'one queue a contact type',
  ),
  sites: optional(named(site, 'a mapping of sites'), 'Where agents sit.', 'none'),
  agents: required(named(group, 'a mapping of agent groups'), 'Who serves them.'),
  routing: optional(routing, 'Who serves whom.', 'the agent idle longest; priority, level, age'),
  costs: optional(costs, 'What all sites share of money.', 'no prices'),
  scheduling: optional(scheduling, 'Shifts that `plimsoll schedule` may choose from.', 'none'),
  run: optional(run, 'Replications, seed, volume, warm-up.', '20 replications with seed 1'),
  gates: optional(gates, 'What plimsoll gate checks; nothing else looks at it.', 'none'),
};

/** The whole file. */
export const document = record(
  'scenario',
  'A scenario is one file in YAML or JSON. The smallest has `contacts` and `agents`.',
  documentKeys,
  {
    ivr: 'an IVR',
    forecast: 'forecasts',
    compare: 'comparisons',
    variants: 'variants',
    lists: 'outbound lists',
  },
);
export type WrittenScenario = RecordOf<typeof documentKeys>;
