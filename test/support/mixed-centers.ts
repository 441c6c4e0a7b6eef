import fc from 'fast-check';
import type {Backlog, Channel, GoingQuiet, WarmTransfer} from '../../src/scenario/scenario.js';
import {kindOf} from '../../src/scenario/channels.js';
import type {CenterSketch, GroupSketch, TypeSketch} from './center.js';
import {callbackRule} from './callback-centers.js';
import {plainSite} from './plain-site.js';
import {peopledCenters, warm, type SmallCenter} from './random-center.js';

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, {freq: 2, nil: null});

/** What each contact type is of. */
interface Kind {
  readonly channel: Channel;
  readonly byConcurrency: readonly number[];
  readonly goesQuiet: GoingQuiet | null;
  readonly callback: TypeSketch['callback'];
  readonly backlog: readonly Backlog[];
  readonly warm: WarmTransfer | null;
}

const goesQuiet: fc.Arbitrary<GoingQuiet> = fc.record({
  after: fc.constantFrom({kind: 'constant', value: 20}, {kind: 'exponential', mean: 30}),
  for: fc.constantFrom({kind: 'constant', value: 60}, {kind: 'exponential', mean: 90}),
  atMost: fc.constantFrom(null, null, 1),
  backTo: fc.constantFrom('own-agent', 'anyone'),
});

const kinds: fc.Arbitrary<Kind> = fc.record({
  channel: fc.constantFrom('voice', 'chat', 'messaging', 'email'),
  byConcurrency: fc.constantFrom([1], [1, 1.5], [1, 1.25, 2]),
  goesQuiet: sometimes(goesQuiet),
  callback: sometimes(callbackRule),
  backlog: fc
    .array(fc.record({contacts: fc.integer({min: 1, max: 3}), ageSeconds: fc.constantFrom(0, 15, 400)}), {maxLength: 2})
    .map(batches => batches.sort((a, b) => b.ageSeconds - a.ageSeconds)),
  warm: sometimes(warm),
});

/** What a group says of its agents' hands: so many of a channel, what may interrupt it, what may be held together. */
const holding: fc.Arbitrary<Required<Pick<GroupSketch, 'capacity' | 'together'>>> = fc
  .record({
    chat: fc.integer({min: 1, max: 3}),
    messaging: fc.integer({min: 1, max: 4}),
    ofChat: fc.constantFrom<readonly Channel[]>([], [], ['voice']),
    ofEmail: fc.constantFrom<readonly Channel[]>([], ['voice'], ['voice', 'chat'], ['messaging', 'chat']),
    restart: fc.constantFrom(0, 5),
    together: fc.constantFrom<readonly (readonly Channel[])[] | null>(
      ...[
        null,
        null,
        [],
        [['chat', 'messaging'] as const],
        [['messaging', 'email'] as const, ['chat', 'email'] as const],
      ],
    ),
  })
  .map(({chat, messaging, ofChat, ofEmail, restart, together}) => {
    const numbers: Readonly<Partial<Record<Channel, number>>> = {chat, messaging, email: 1};
    return {
      capacity: [
        {channel: 'chat', atOnce: chat, interruptedBy: ofChat, restartSeconds: 0},
        {channel: 'messaging', atOnce: messaging, interruptedBy: [], restartSeconds: 0},
        {channel: 'email', atOnce: 1, interruptedBy: together === null ? ofEmail : ['voice'], restartSeconds: restart},
      ],
      together: together && together.map(mixture => mixture.map(channel => ({channel, atOnce: numbers[channel]!}))),
    };
  });

/** Limits of the routing, for groups and types by number. */
const limits = fc.record({
  reserve: sometimes(fc.record({group: fc.nat(), keep: fc.integer({min: 1, max: 2}), type: fc.nat()})),
  joins: sometimes(fc.record({group: fc.nat(), queue: fc.nat(), over: fc.integer({min: 0, max: 2})})),
  expiry: sometimes(fc.record({type: fc.nat(), group: fc.nat(), atSeconds: fc.constantFrom(0, 20)})),
  lastAgentSeconds: sometimes(fc.constantFrom(10, 60)),
  shares: sometimes(fc.record({type: fc.nat(), first: fc.constantFrom(0, 0.3, 0.5)})),
});

const withoutPatience = (type: TypeSketch): TypeSketch =>
  Object.fromEntries(Object.entries(type).filter(([key]) => key !== 'patience'));

/** A contact type as its channel lets it be: nobody waits on the line for an email, and only of messaging do customers fall silent. */
function typeOf(type: TypeSketch, {channel, byConcurrency, goesQuiet: quiet, callback, backlog}: Kind): TypeSketch {
  const kind = kindOf(channel);
  if (kind === 'deferred')
    return {...withoutPatience(type), channel, backlog, balk: null, redial: null, messageAfterSeconds: null};
  if (kind === 'live') return {...type, channel, callback: callback ?? null};
  return {...type, channel, byConcurrency, goesQuiet: channel === 'messaging' ? quiet : null};
}

/** Agents stay with those whom they send on where somebody is on the line on both ends. */
function withWarmTransfers(type: TypeSketch, at: number, channels: readonly Kind[]): TypeSketch {
  const hasLine = (index: number): boolean => kindOf(channels[index].channel) !== 'deferred';
  return {
    ...type,
    transfers: (type.transfers ?? []).map(rule => ({
      ...rule,
      warm: hasLine(at) && hasLine(rule.to) ? channels[at].warm : null,
    })),
  };
}

function limited(sketch: CenterSketch, told: typeof limits extends fc.Arbitrary<infer T> ? T : never): CenterSketch {
  const names = Object.keys(sketch.types);
  const groups = Object.entries(sketch.groups);
  const {reserve, joins, expiry, lastAgentSeconds, shares} = told;
  const joining = joins === null ? -1 : joins.group % groups.length;
  return {
    ...sketch,
    sites: [plainSite('paris'), plainSite('tunis')],
    groups: Object.fromEntries(
      groups.map(([name, group], index): [string, GroupSketch] => [
        name,
        index !== joining || joins === null
          ? {...group, site: index % 2}
          : {
              ...group,
              site: index % 2,
              joins: {
                measure: 'queue',
                queue: joins.queue % (sketch.queues?.length ?? 1),
                comparison: '>',
                value: joins.over,
              },
            },
      ]),
    ),
    routing: {
      ...sketch.routing,
      reserves:
        reserve === null
          ? []
          : [{group: reserve.group % groups.length, keep: reserve.keep, for: [reserve.type % names.length]}],
      expiry: names.map((_, type) =>
        expiry !== null && expiry.type % names.length === type
          ? [{group: expiry.group % groups.length, atSeconds: expiry.atSeconds}]
          : [],
      ),
      lastAgentSeconds,
      shares: names.map((_, type) =>
        shares !== null && shares.type % names.length === type
          ? [
              {site: 0, share: shares.first},
              {site: 1, share: 1 - shares.first},
            ]
          : null,
      ),
    },
  };
}

/**
 * The small random centers with a channel for each contact type, agents who hold several contacts and are interrupted,
 * customers who fall silent, are called back or handed over, people as they are, contacts shared over two sites, and limits of
 * the routing.
 */
export const mixedCenters: fc.Arbitrary<SmallCenter> = fc
  .tuple(
    peopledCenters,
    fc.array(kinds, {minLength: 3, maxLength: 3}),
    fc.array(sometimes(holding), {minLength: 4, maxLength: 4}),
    limits,
  )
  .map(([{sketch, callers}, channels, capacities, told]) => {
    const names = Object.keys(sketch.types);
    const channelOf = (type: string): Channel => channels[names.indexOf(type)].channel;
    return {
      sketch: limited(
        {
          ...sketch,
          types: Object.fromEntries(
            Object.entries(sketch.types).map(([name, type], index) => [
              name,
              withWarmTransfers(typeOf(type, channels[index]), index, channels),
            ]),
          ),
          groups: Object.fromEntries(
            Object.entries(sketch.groups).map(([name, group], index) => [name, {...group, ...capacities[index]}]),
          ),
        },
        told,
      ),
      callers: callers.map(caller =>
        kindOf(channelOf(caller.type)) === 'deferred' ? {...caller, patience: Infinity} : caller,
      ),
    };
  });
