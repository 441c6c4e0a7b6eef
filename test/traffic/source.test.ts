import {describe, expect, it} from 'vitest';
import type {ReplayChunk, ReplayReader, ReplayRequest} from '../../src/traffic/replay-reader.js';
import {makeTrafficSource} from '../../src/traffic/source.js';
import {makeTape} from '../../src/traffic/tape.js';
import {arrivals, contactsOf, DAY, HOUR, replayed, scenarioOf, typeOf} from '../support/traffic.js';

const orders = typeOf('orders', [arrivals(2000)]);
const claims = typeOf('claims', [arrivals(1500)], {
  wrapUp: [{fromOfDay: 0, distribution: {kind: 'constant', value: 30}}],
});
const press = typeOf('press', [arrivals(200)], {patience: null});

describe('the traffic of a day', () => {
  it('comes in order of arrival over all contact types', async () => {
    const contacts = await contactsOf(scenarioOf([orders, claims, press]));
    expect(contacts.every(({at}, i) => i === 0 || at >= contacts[i - 1]!.at)).toBe(true);
    expect(new Set(contacts.map(({type}) => type))).toEqual(new Set(['orders', 'claims', 'press']));
    expect(Math.abs(contacts.length - 3700)).toBeLessThan(4 * Math.sqrt(3700));
  });

  it('brings no wrap-up where none is declared and endless patience where nobody hangs up', async () => {
    const contacts = await contactsOf(scenarioOf([orders, claims, press]));
    for (const {type, talk, wrapUp, patience} of contacts) {
      expect(wrapUp).toBe(type === 'claims' ? 30 : 0);
      expect(patience === Number.POSITIVE_INFINITY).toBe(type === 'press');
      expect(talk > 0).toBe(true);
    }
  });

  it('is filled at once, without a promise, when nothing is replayed', () => {
    const source = makeTrafficSource(scenarioOf([orders]), () => {
      throw new Error('no');
    });
    source.start('1', 0);
    expect(source.fill(makeTape())).toBeUndefined();
  });

  it('is the same for the same seed and replication, and other for others', async () => {
    const scenario = scenarioOf([orders, claims]);
    const day = await contactsOf(scenario);
    expect(await contactsOf(scenario)).toEqual(day);
    expect(await contactsOf(scenario, {replication: 1})).not.toEqual(day);
    expect(await contactsOf(scenario, {seed: '2'})).not.toEqual(day);
  });

  it('is the same whatever the size of the chunks', async () => {
    const scenario = scenarioOf([orders, claims, press]);
    const day = await contactsOf(scenario);
    for (const capacity of [1, 7, 256, 100_000]) expect(await contactsOf(scenario, {capacity})).toEqual(day);
  });

  it('is the same in whatever order the contact types are declared', async () => {
    expect(await contactsOf(scenarioOf([press, claims, orders]))).toEqual(
      await contactsOf(scenarioOf([orders, claims, press])),
    );
  });

  it('leaves the other contact types as they were when one is added', async () => {
    const alone = await contactsOf(scenarioOf([orders]));
    const together = await contactsOf(scenarioOf([claims, orders, press]));
    expect(together.filter(({type}) => type === 'orders')).toEqual(alone);
  });

  it('keeps a renamed contact type its customers when its stream is kept', async () => {
    const renamed = await contactsOf(scenarioOf([typeOf('purchases', orders.arrivals, {stream: 'orders'})]));
    const before = await contactsOf(scenarioOf([orders]));
    expect(renamed.map(({at, talk}) => [at, talk])).toEqual(before.map(({at, talk}) => [at, talk]));
  });

  it('merges many contact types as it merges few', async () => {
    const types = Array.from({length: 40}, (_, i) => typeOf(`skill ${i}`, [arrivals(50)]));
    const all = await contactsOf(scenarioOf(types));
    expect(all.every(({at}, i) => i === 0 || at >= all[i - 1]!.at)).toBe(true);
    for (const type of [types[0]!, types[17]!, types[39]!]) {
      expect(all.filter(({type: name}) => name === type.name)).toEqual(await contactsOf(scenarioOf([type])));
    }
  });

  it('adds a burst without moving the arrivals of the base', async () => {
    const burst = arrivals(300, {name: 'campaign', starts: [10 * HOUR], ends: [11 * HOUR]});
    const before = (await contactsOf(scenarioOf([orders]))).map(({at}) => at);
    const after = (await contactsOf(scenarioOf([typeOf('orders', [...orders.arrivals, burst])]))).map(({at}) => at);
    const base = new Set(before);
    expect(before.every(at => after.includes(at))).toBe(true);
    expect(after.filter(at => !base.has(at)).every(at => at >= 10 * HOUR && at < 11 * HOUR)).toBe(true);
  });

  it('ends at once when nothing ever arrives', async () => {
    expect(await contactsOf(scenarioOf([]))).toEqual([]);
    expect(await contactsOf(scenarioOf([typeOf('quiet', [])]))).toEqual([]);
  });

  it('takes talk from the distribution in force at the local time of day', async () => {
    const talk = [
      {fromOfDay: 0, distribution: {kind: 'constant', value: 100}},
      {fromOfDay: 12 * HOUR, distribution: {kind: 'constant', value: 200}},
    ] as const;
    const contacts = await contactsOf(
      scenarioOf([typeOf('orders', [arrivals(2000, {ends: [2 * DAY]})], {talk})], {days: 2}),
    );
    for (const {at, talk: seconds} of contacts) expect(seconds).toBe(at % DAY < 12 * HOUR ? 100 : 200);
  });

  it('draws one uniform a quantity, so a distribution that changes at noon leaves the morning as it was', async () => {
    const morning = {fromOfDay: 0, distribution: {kind: 'exponential', mean: 240}} as const;
    const before = await contactsOf(scenarioOf([orders]));
    const after = await contactsOf(
      scenarioOf([
        typeOf('orders', orders.arrivals, {
          talk: [morning, {fromOfDay: 12 * HOUR, distribution: {kind: 'exponential', mean: 480}}],
        }),
      ]),
    );
    before.forEach(({at, talk}, i) => expect(after[i]!.talk / talk).toBeCloseTo(at < 12 * HOUR ? 1 : 2, 9));
  });
});

interface RecordedRow {
  readonly type: number;
  readonly at: number;
  readonly handle?: number;
  readonly wrapUp?: number;
  readonly patience?: number;
}

/** A log that hands out its rows a few at a time. */
function logOf(rows: readonly RecordedRow[], atOnce = 3, seen: ReplayRequest[] = []) {
  return (request: ReplayRequest): ReplayReader => {
    seen.push(request);
    let next = 0;
    return {
      async read(chunk: ReplayChunk) {
        chunk.length = 0;
        for (; next < rows.length && chunk.length < atOnce; next++) {
          const row = rows[next]!;
          const i = chunk.length++;
          chunk.contactType[i] = row.type;
          chunk.arrivedAt[i] = row.at;
          chunk.handle[i] = row.handle ?? Number.NaN;
          chunk.wrapUp[i] = row.wrapUp ?? Number.NaN;
          chunk.patience[i] = row.patience ?? Number.NaN;
        }
      },
      close() {},
    };
  };
}

describe('a replayed log', () => {
  const help = typeOf('help', [replayed()]);
  const stamps = Array.from({length: 20}, (_, i) => ({type: 0, at: 100 + 10 * i}));

  it('arrives when it was recorded, with what was recorded', async () => {
    const contacts = await contactsOf(scenarioOf([help]), {
      openReplay: logOf([
        {type: 0, at: 5, handle: 90, wrapUp: 20, patience: 60},
        {type: 0, at: 7, handle: 40, patience: Number.POSITIVE_INFINITY},
      ]),
    });
    expect(contacts).toEqual([
      {type: 'help', at: 5, talk: 70, wrapUp: 20, patience: 60},
      {type: 'help', at: 7, talk: 40, wrapUp: 0, patience: Number.POSITIVE_INFINITY},
    ]);
  });

  it('has what it lacks drawn from the contact type', async () => {
    const type = typeOf('help', [replayed()], {wrapUp: claims.wrapUp});
    const contacts = await contactsOf(scenarioOf([type]), {
      openReplay: logOf([
        {type: 0, at: 5},
        {type: 0, at: 6, wrapUp: 3},
        {type: 0, at: 7, handle: 60},
      ]),
    });
    const generated = await contactsOf(scenarioOf([typeOf('help', [arrivals(50)], {wrapUp: claims.wrapUp})]));
    expect(contacts.map(({talk}) => talk)).toEqual([generated[0]!.talk, generated[1]!.talk, 60]);
    expect(contacts.map(({wrapUp}) => wrapUp)).toEqual([30, 3, 30]);
    expect(contacts.map(({patience}) => patience)).toEqual(generated.slice(0, 3).map(({patience}) => patience));
  });

  it('is merged with generated contact types by time, in whatever chunks either comes', async () => {
    const scenario = scenarioOf([help, orders]);
    const day = await contactsOf(scenario, {openReplay: logOf(stamps)});
    expect(day.every(({at}, i) => i === 0 || at >= day[i - 1]!.at)).toBe(true);
    expect(day.filter(({type}) => type === 'help').map(({at}) => at)).toEqual(stamps.map(({at}) => at));
    expect(day.filter(({type}) => type === 'orders')).toEqual(await contactsOf(scenarioOf([orders])));
    for (const capacity of [1, 5, 64]) {
      expect(await contactsOf(scenario, {openReplay: logOf(stamps, capacity + 1), capacity})).toEqual(day);
    }
  });

  it("puts contacts of one instant in order of their streams' names, not of declaration", async () => {
    const a = typeOf('a', [replayed({file: '/z.csv'})]);
    const b = typeOf('b', [replayed({file: '/y.csv'})]);
    const order = async (types: readonly ReturnType<typeof typeOf>[]) =>
      (
        await contactsOf(scenarioOf(types), {
          openReplay: request => logOf([{type: request.wanted[0]!.contactType, at: 50}])(request),
        })
      ).map(({type}) => type);
    expect(await order([a, b])).toEqual(['a', 'b']);
    expect(await order([b, a])).toEqual(['a', 'b']);
  });

  it('is read once for all contact types that share the file', async () => {
    const seen: ReplayRequest[] = [];
    const other = typeOf('other', [replayed({logName: 'OTH', use: []})]);
    await contactsOf(scenarioOf([help, other]), {openReplay: logOf([], 3, seen)});
    expect(seen).toEqual([
      {
        file: '/log.csv',
        delimiter: null,
        decimalComma: false,
        wanted: [
          {logName: 'help', contactType: 0, use: ['handle-time', 'patience', 'wrap-up']},
          {logName: 'OTH', contactType: 1, use: []},
        ],
      },
    ]);
  });

  it('with jitter spreads whole-second stamps inside their second and stays in order', async () => {
    const rows = Array.from({length: 3000}, (_, i) => ({type: 0, at: Math.floor(i / 10)}));
    const scenario = scenarioOf([typeOf('help', [replayed({jitterSeconds: 1})])]);
    const contacts = await contactsOf(scenario, {openReplay: logOf(rows, 64)});
    expect(contacts).toHaveLength(3000);
    expect(contacts.every(({at}, i) => i === 0 || at > contacts[i - 1]!.at)).toBe(true);
    contacts.forEach(({at}, i) => expect(Math.floor(at)).toBe(Math.floor(i / 10)));
    expect(await contactsOf(scenario, {openReplay: logOf(rows, 1), capacity: 9})).toEqual(contacts);
  });

  it('with a wide jitter lets stamps overtake each other, and still puts them in order', async () => {
    const rows = Array.from({length: 500}, (_, i) => ({type: 0, at: i, handle: i}));
    const contacts = await contactsOf(scenarioOf([typeOf('help', [replayed({jitterSeconds: 60})])]), {
      openReplay: logOf(rows, 10),
    });
    expect(contacts).toHaveLength(500);
    expect(
      contacts.every(({at, talk}, i) => at >= talk && at < talk + 60 && (i === 0 || at >= contacts[i - 1]!.at)),
    ).toBe(true);
    expect(contacts.some(({talk}, i) => i > 0 && talk < contacts[i - 1]!.talk)).toBe(true);
  });
});
