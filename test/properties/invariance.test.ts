import {isDeepStrictEqual} from 'node:util';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {runScenario} from '../../src/experiment/run.js';
import type {Distribution, Scenario, Staffing} from '../../src/scenario/scenario.js';
import {centerWith, steady, type CenterSketch} from '../support/center.js';
import {pathOf, type Leg, type Path} from '../support/path.js';
import {DAY_SECONDS, smallCenters} from '../support/random-center.js';
import {rearranged, type Rearrangement} from '../support/rearranged.js';
import type {Caller} from '../support/small-day.js';
import {plainSite} from '../support/plain-site.js';

const RUNS = 150;

const orderOf = (length: number): fc.Arbitrary<number[]> => {
  const places = Array.from({length}, (_, place) => place);
  return fc.shuffledSubarray(places, {minLength: length, maxLength: length});
};

/** Groups alike in everything but their name cannot be told apart by anything else: who of them is first is a matter of declaration. */
function groupsDiffer({groups}: Scenario): boolean {
  return (
    new Set(
      groups.map(({skills, staffing}) =>
        JSON.stringify([[...skills].sort((a, b) => a.contactType - b.contactType), staffing]),
      ),
    ).size === groups.length
  );
}

/** Small centers of groups that differ, and another order of what is declared in them. */
const rearrangements = smallCenters
  .map(({sketch, callers}) => ({scenario: centerWith(sketch), callers}))
  .filter(({scenario}) => groupsDiffer(scenario))
  .chain(({scenario, callers}) =>
    fc.record({
      scenario: fc.constant(scenario),
      callers: fc.constant(callers),
      places: fc.record({
        types: orderOf(scenario.contactTypes.length),
        groups: orderOf(scenario.groups.length),
        queues: orderOf(scenario.queues.length),
        sites: orderOf(scenario.sites.length),
      }),
    }),
  );

const renamed = (name: string): string => `new name of ${name}`;

/** Legs as told of by names that do not depend on the order of declaration, sorted by customer and leg. */
function story({legs}: Path, type: (index: number) => number, group: (index: number) => number): object[] {
  return legs
    .map(leg => ({
      ...leg,
      type: type(leg.type),
      group: leg.group < 0 ? -1 : group(leg.group),
      transferTo: leg.transferTo < 0 ? -1 : type(leg.transferTo),
    }))
    .sort(byCustomer);
}

/** The first thing in which two stories differ is shown, not both in full. */
function expectSame(found: readonly object[], expected: readonly object[]): void {
  const differing = expected.findIndex((item, index) => !isDeepStrictEqual(item, found[index]));
  if (differing >= 0) expect(found[differing]).toEqual(expected[differing]);
  expect(found).toHaveLength(expected.length);
}

const byCustomer = (a: Leg, b: Leg): number => a.number - b.number || a.leg - b.leg;
const itself = (index: number): number => index;
const back =
  (places: readonly number[]) =>
  (index: number): number =>
    places.indexOf(index);

describe('declaring contact types, groups, queues, skills and shifts in another order, and renaming groups and queues', () => {
  it('changes no leg of any contact: every time is the same to the last bit', () => {
    fc.assert(
      fc.property(rearrangements, ({scenario, callers, places}) => {
        const other = pathOf(rearranged(scenario, places, renamed), {callers});
        expectSame(
          story(other, back(places.types), back(places.groups)),
          story(pathOf(scenario, {callers}), itself, itself),
        );
      }),
      {numRuns: RUNS},
    );
  });

  it('changes no generated customer', () => {
    fc.assert(
      fc.property(rearrangements, ({scenario, places}) => {
        const coming = withArrivals(scenario);
        const other = pathOf(rearranged(coming, places, renamed), {seed: '3'});
        expectSame(
          story(other, back(places.types), back(places.groups)),
          story(pathOf(coming, {seed: '3'}), itself, itself),
        );
      }),
      {numRuns: 30},
    );
  });

  it('changes no figure of the results: those of a type, group or queue of one type exactly, sums over several within the rounding of a sum', async () => {
    const scenario = withArrivals(bank());
    const places: Rearrangement = {types: [2, 0, 1], groups: [1, 2, 0], queues: [1, 2, 0], sites: [1, 0]};
    const other = await runScenario(rearranged(scenario, places, renamed));
    const before = await runScenario(scenario);
    const found = new Map(
      other.rows.map(row => [
        `${row.measure} ${row.scope} ${row.name.replace('new name of ', '')} ${row.interval}`,
        row,
      ]),
    );
    expect(other.rows).toHaveLength(before.rows.length);
    for (const row of before.rows) {
      const same = found.get(`${row.measure} ${row.scope} ${row.name} ${row.interval}`)!;
      for (const key of ['value', 'low', 'high'] as const) {
        const [expected, value] = [row[key], same[key]];
        if (expected === null || value === null || ['contactType', 'group', 'queue'].includes(row.scope))
          expect(value).toBe(expected);
        else expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
      }
    }
  });
});

/** So many contacts of each type over the first day, by chance. */
function withArrivals(scenario: Scenario): Scenario {
  return {
    ...scenario,
    contactTypes: scenario.contactTypes.map((type, index) => ({
      ...type,
      arrivals: steady((index + 1) / 40, DAY_SECONDS),
    })),
  };
}

/** Three contact types of a queue each, three groups at two sites. */
function bank(): Scenario {
  const scenario = centerWith({
    types: {
      cards: {
        talk: {kind: 'exponential', mean: 60},
        patience: {kind: 'exponential', mean: 40},
        priority: 1,
        redial: {probability: 0.5, after: {kind: 'exponential', mean: 100}, atMost: 2},
      },
      loans: {
        talk: {kind: 'lognormal', mean: 90, cv: 0.7},
        wrapUp: {kind: 'constant', value: 10},
        patience: {kind: 'exponential', mean: 60},
        priority: 2,
      },
      help: {
        talk: {kind: 'gamma', mean: 30, cv: 0.7},
        transfers: [{to: 0, probability: 0.3}],
        messageAfterSeconds: 120,
      },
    },
    groups: {
      lyon: {count: 3, site: 0, skills: {cards: 1, loans: 2}},
      lisbon: {count: 2, site: 1, skills: {help: 1, cards: 2}},
      home: {count: 1, site: 1, skills: {cards: 1, loans: 1, help: 1}},
    },
    routing: {overflow: [[{group: 1, afterSeconds: 10}], [], []]},
    clock: {daySeconds: DAY_SECONDS, intervalSeconds: 300},
    run: {replications: 20},
  });
  return {...scenario, sites: ['france', 'portugal'].map(name => plainSite(name))};
}

/** The scenario with all its times so many times as long. */
function stretched(
  sketch: CenterSketch,
  callers: readonly Caller[],
  factor: number,
): {scenario: Scenario; callers: readonly Caller[]} {
  const scenario = centerWith(sketch);
  const {clock} = scenario;
  const law = (distribution: Distribution): Distribution => {
    if (distribution.kind === 'constant') return {...distribution, value: distribution.value * factor};
    if (distribution.kind === 'exponential') return {...distribution, mean: distribution.mean * factor};
    throw new Error(`${distribution.kind} is not drawn here`);
  };
  const staffing = (told: Staffing): Staffing =>
    told.kind === 'counts'
      ? {kind: 'counts', changes: told.changes.map(({at, agents}) => ({at: at * factor, agents}))}
      : {
          kind: 'shifts',
          agents: told.agents.map(({shifts}) => ({
            shifts: shifts.map(({from, to, breaks}) => ({
              from: from * factor,
              to: to * factor,
              breaks: breaks.map(([start, end]) => [start * factor, end * factor] as const),
            })),
          })),
        };
  return {
    scenario: {
      ...scenario,
      clock: {
        ...clock,
        intervalSeconds: clock.intervalSeconds * factor,
        dayStarts: clock.dayStarts.map(start => start * factor),
      },
      contactTypes: scenario.contactTypes.map(type => ({
        ...type,
        thresholdSeconds: type.thresholdSeconds * factor,
        ageing: type.ageing / factor,
        talk: type.talk.map(({distribution}) => ({fromOfDay: 0, distribution: law(distribution)})),
        wrapUp: type.wrapUp?.map(({distribution}) => ({fromOfDay: 0, distribution: law(distribution)})) ?? null,
        patience: type.patience?.map(({distribution}) => ({fromOfDay: 0, distribution: law(distribution)})) ?? null,
        redial: type.redial && {...type.redial, after: law(type.redial.after)},
        balk: type.balk && {
          ...type.balk,
          expectedWaitOver: type.balk.expectedWaitOver === null ? null : type.balk.expectedWaitOver * factor,
        },
        automation: type.automation && {
          ...type.automation,
          time: law(type.automation.time),
          comesBack: type.automation.comesBack && {
            ...type.automation.comesBack,
            after: law(type.automation.comesBack.after),
          },
        },
        comesBack: type.comesBack && {...type.comesBack, after: law(type.comesBack.after)},
        deflect: type.deflect && {...type.deflect, afterSeconds: type.deflect.afterSeconds * factor},
        messageAfterSeconds: type.messageAfterSeconds === null ? null : type.messageAfterSeconds * factor,
      })),
      queues: scenario.queues.map(queue => ({
        ...queue,
        open: queue.open?.map(([from, to]) => [from * factor, to * factor] as const) ?? null,
      })),
      groups: scenario.groups.map(group => ({...group, staffing: staffing(group.staffing)})),
      routing: {
        ...scenario.routing,
        overflow: scenario.routing.overflow.map(rules =>
          rules.map(rule => ({...rule, afterSeconds: rule.afterSeconds * factor})),
        ),
      },
    },
    callers: callers.map(caller => ({
      ...caller,
      at: caller.at * factor,
      talk: caller.talk! * factor,
      wrapUp: caller.wrapUp! * factor,
      patience: caller.patience! * factor,
    })),
  };
}

describe('the unit of time', () => {
  it('changes nothing: with every duration four times as long each leg happens at four times the time, to the last bit', () => {
    fc.assert(
      fc.property(smallCenters, fc.constantFrom(4, 0.25), ({sketch, callers}, factor) => {
        const longer = stretched(sketch, callers, factor);
        const expected = pathOf(centerWith(sketch), {callers}).legs.map(leg => ({
          ...leg,
          createdAt: leg.createdAt * factor,
          offeredAt: leg.offeredAt * factor,
          waitEnd: leg.waitEnd * factor,
          serviceEnd: leg.serviceEnd * factor,
          work: leg.work * factor,
        }));
        expectSame(pathOf(longer.scenario, {callers: longer.callers}).legs, expected);
      }),
      {numRuns: RUNS},
    );
  });
});

describe('the chunks in which traffic comes', () => {
  it('change nothing', () => {
    fc.assert(
      fc.property(smallCenters, fc.integer({min: 1, max: 60}), ({sketch, callers}, chunk) => {
        const scenario = centerWith(sketch);
        const [one, other] = [pathOf(scenario, {callers, chunk}), pathOf(scenario, {callers, chunk: 4096})];
        expectSame(one.legs, other.legs);
        expectSame(one.duties, other.duties);
      }),
      {numRuns: RUNS},
    );
  });

  it('change nothing of generated traffic', () => {
    fc.assert(
      fc.property(smallCenters, fc.integer({min: 1, max: 60}), ({sketch}, chunk) => {
        const scenario = withArrivals(centerWith(sketch));
        expectSame(pathOf(scenario, {chunk}).legs, pathOf(scenario, {chunk: 4096}).legs);
      }),
      {numRuns: 30},
    );
  });
});
