import fc from 'fast-check';
import type {ContactCriterion, Distribution, People, Queue, Staffing} from '../../src/scenario/scenario.js';
import {AGENT_CHOICES} from '../../src/scenario/schema/routing.js';
import type {CenterSketch, GroupSketch, TypeSketch} from './center.js';
import type {Caller} from './small-day.js';

/** Length of a day of the small random centers; times in them are whole seconds, so that ties abound. */
export const DAY_SECONDS = 1200;
export const INTERVAL_SECONDS = 300;

const CONTACT_RULES: readonly (readonly ContactCriterion[])[] = [
  ['age'],
  ['priority', 'age'],
  ['level', 'age'],
  ['priority', 'level', 'age'],
  ['level', 'priority', 'age'],
  ['weighted-wait'],
  ['priority', 'weighted-wait'],
  ['ageing'],
  ['due'],
  ['level', 'due'],
  ['queue-length'],
];

/** A small center with everything that may go wrong in it, and the customers who come. */
export interface SmallCenter {
  readonly sketch: CenterSketch;
  readonly callers: readonly Caller[];
}

const typeNames = ['cards', 'loans', 'help'] as const;
const groupNames = ['lyon', 'lisbon', 'tunis', 'home'] as const;

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, {freq: 2, nil: null});
const moment = (from: number, to: number): fc.Arbitrary<number> => fc.integer({min: from, max: to});
/** Often the same in several groups, as the half-hours of real timetables are. */
const tick = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({min: from / 100, max: to / 100}).map(hundreds => hundreds * 100);
const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.integer({min: 0, max: 90}).map((value): Distribution => ({kind: 'constant', value})),
  fc.integer({min: 1, max: 90}).map((mean): Distribution => ({kind: 'exponential', mean})),
);

function typeSketch(types: number, queue: fc.Arbitrary<number>): fc.Arbitrary<TypeSketch> {
  const whereTo = fc.record({to: fc.nat({max: types - 1}), probability: fc.constantFrom(0.2, 0.4)});
  const later = distribution.filter(({kind}) => kind === 'exponential');
  const comingBack = fc.record({probability: fc.constantFrom(0.3, 0.8), after: later, as: fc.nat({max: types - 1})});
  return fc.record({
    talk: distribution,
    wrapUp: fc.constantFrom<Distribution>(
      {kind: 'constant', value: 0},
      {kind: 'constant', value: 20},
      {kind: 'exponential', mean: 15},
    ),
    patience: distribution,
    queue,
    priority: fc.integer({min: 1, max: 2}),
    weight: fc.constantFrom(1, 2, 0.5),
    ageing: fc.constantFrom(1 / 16, 1 / 64, 0),
    thresholdSeconds: fc.constantFrom(0, 10, 20),
    balk: sometimes(
      fc.record({
        probability: fc.constantFrom(0.3, 1),
        queueOver: fc.integer({min: 0, max: 3}),
        expectedWaitOver: sometimes(fc.integer({min: 0, max: 120})),
      }),
    ),
    redial: sometimes(
      fc.record({
        probability: fc.constantFrom(0.5, 1),
        after: distribution,
        atMost: fc.integer({min: 1, max: 3}),
        as: fc.nat({max: types - 1}),
      }),
    ),
    automation: sometimes(
      fc.record({
        time: distribution,
        ports: sometimes(fc.integer({min: 1, max: 3})),
        contained: fc.constantFrom(0.2, 0.5),
        hangsUp: fc.constantFrom(0, 0.2),
        comesBack: sometimes(comingBack),
      }),
    ),
    comesBack: sometimes(comingBack),
    deflect: sometimes(
      fc.record({
        to: fc.nat({max: types - 1}),
        afterSeconds: fc.integer({min: 1, max: 60}),
        accepted: fc.constantFrom(0.3, 1),
      }),
    ),
    transfers: fc.oneof(fc.constant([]), fc.array(whereTo, {minLength: 1, maxLength: 2})),
    messageAfterSeconds: sometimes(fc.integer({min: 0, max: 90})),
  });
}

function queueOf(name: string, days: number): fc.Arbitrary<Queue> {
  const hours = fc
    .tuple(tick(0, 500), tick(600, DAY_SECONDS))
    .map(([from, to]) =>
      Array.from({length: days}, (_, day): readonly [number, number] => [
        day * DAY_SECONDS + from,
        day * DAY_SECONDS + to,
      ]),
    );
  return fc.record({
    name: fc.constant(name),
    open: fc.oneof({weight: 2, arbitrary: fc.constant(null)}, {weight: 1, arbitrary: hours}),
    atClosing: fc.constantFrom('serve', 'dismiss'),
    lines: sometimes(fc.integer({min: 1, max: 5})),
  });
}

const shifts: fc.Arbitrary<Staffing> = fc
  .array(
    fc
      .tuple(tick(0, 400), tick(700, DAY_SECONDS), sometimes(fc.tuple(moment(400, 500), moment(501, 700))))
      .map(([from, to, pause]) => ({
        shifts: [{from, to, breaks: pause === null ? [] : [pause]}],
      })),
    {minLength: 1, maxLength: 3},
  )
  .map(agents => ({kind: 'shifts', agents}));

const counts: fc.Arbitrary<Staffing> = fc
  .tuple(
    fc.integer({min: 0, max: 3}),
    fc.array(fc.tuple(tick(100, DAY_SECONDS), fc.integer({min: 0, max: 3})), {maxLength: 4}),
  )
  .map(([first, changes]) => ({
    kind: 'counts',
    changes: [...new Map([[0, first], ...changes])].sort(([a], [b]) => a - b).map(([at, agents]) => ({at, agents})),
  }));

const people: fc.Arbitrary<People> = fc
  .record({
    stream: fc.constant(null),
    absence: fc.constantFrom(0, 0.2, 0.5),
    adherence: sometimes(fc.record({share: fc.constantFrom(0.5, 0.9), breakSeconds: fc.constantFrom(20, 100)})),
    speedCv: fc.constantFrom(0, 0.3),
    learning: sometimes(
      fc.record({
        agents: fc.constant(1),
        starts: fc.constantFrom(0.8, 1.5),
        halfLifeDays: fc.constant(1),
        daysSinceHired: fc.constant(0),
      }),
    ),
    noAnswer: sometimes(
      fc.record({
        probability: fc.constantFrom(0.2, 0.6),
        ringSeconds: fc.constantFrom(0, 10, 20),
        setAsideSeconds: fc.constantFrom(0, 30, 100),
      }),
    ),
    paidAbsence: fc.boolean(),
  })
  .map(told => ({...told, paidAbsence: told.paidAbsence && told.absence > 0}));

function groupSketch(types: readonly string[]): fc.Arbitrary<GroupSketch> {
  const skill = fc.record({
    level: fc.integer({min: 1, max: 2}),
    handleTimeFactor: fc.constantFrom(1, 0.5, 1.5),
    weight: fc.constantFrom(1, 2),
  });
  const skills = fc
    .subarray([...types], {minLength: 1})
    .chain(able =>
      fc
        .tuple(...able.map(() => skill))
        .map(told => Object.fromEntries(able.map((name, index) => [name, told[index]]))),
    );
  return fc.record({skills, staffing: fc.oneof(counts, shifts)});
}

/** Who calls: whole seconds, often the same one. */
function callersOf(types: readonly string[], seconds: number): fc.Arbitrary<readonly Caller[]> {
  const caller = fc.record({
    type: fc.constantFrom(...types),
    at: moment(0, seconds - 1),
    talk: fc.integer({min: 0, max: 120}),
    wrapUp: fc.constantFrom(0, 0, 10, 30),
    patience: fc.oneof(fc.constant(Infinity), fc.integer({min: 0, max: 200})),
  });
  return fc.array(caller, {maxLength: 50}).map(callers => callers.sort((a, b) => a.at - b.at));
}

/** Small random centers: 1 to 3 contact types, 1 to 4 groups, one or two days, and up to 50 callers. */
export const smallCenters: fc.Arbitrary<SmallCenter> = fc
  .record({
    types: fc.integer({min: 1, max: 3}),
    groups: fc.integer({min: 1, max: 4}),
    queues: fc.integer({min: 1, max: 3}),
    days: fc.integer({min: 1, max: 2}),
  })
  .chain(({types, groups, queues, days}) => {
    const names = typeNames.slice(0, types);
    const group = groupSketch(names);
    const delays = fc
      .array(fc.record({group: fc.nat({max: groups - 1}), afterSeconds: fc.constantFrom(5, 10, 30)}), {maxLength: 2})
      .map(rules => [...new Map(rules.map(rule => [rule.group, rule])).values()]);
    const sketch: fc.Arbitrary<CenterSketch> = fc.record({
      types: fc
        .tuple(...names.map(() => typeSketch(types, fc.nat({max: queues - 1}))))
        .map(told => Object.fromEntries(names.map((name, index) => [name, told[index]]))),
      groups: fc
        .tuple(...groupNames.slice(0, groups).map(() => group))
        .map(told => Object.fromEntries(told.map((each, index) => [groupNames[index], each]))),
      queues: fc.tuple(...Array.from({length: queues}, (_, queue) => queueOf(`queue ${queue}`, days))),
      lines: fc.option(fc.integer({min: 2, max: 8}), {freq: 2, nil: undefined}) as fc.Arbitrary<number>,
      routing: fc.record({
        agent: fc.constantFrom(...AGENT_CHOICES),
        contact: fc.constantFrom(...CONTACT_RULES),
        overflow: fc.tuple(...names.map(() => delays)),
      }),
      run: fc.constantFrom({warmUpSeconds: 0}, {warmUpSeconds: 0}, {warmUpSeconds: 250}),
      clock: fc.constant({days, daySeconds: DAY_SECONDS, intervalSeconds: INTERVAL_SECONDS}),
    });
    return fc.record({sketch, callers: callersOf(names, days * DAY_SECONDS)});
  });

/** The same with agents who stay away, step aside, do not answer or are not all alike. */
export const peopledCenters: fc.Arbitrary<SmallCenter> = smallCenters.chain(({sketch, callers}) =>
  fc.tuple(...Object.keys(sketch.groups).map(() => sometimes(people))).map(told => ({
    sketch: {
      ...sketch,
      groups: Object.fromEntries(
        Object.entries(sketch.groups).map(([name, group], index) => [name, {...group, people: told[index]}]),
      ),
    },
    callers,
  })),
);

/** How an agent hands over. */
export const warm = fc.record({
  handoverSeconds: fc.constantFrom(0, 15),
  waitSeconds: sometimes(fc.integer({min: 1, max: 60})),
});

/** The same where agents stay with those whom they send on. */
export const warmCenters: fc.Arbitrary<SmallCenter> = peopledCenters.chain(({sketch, callers}) =>
  fc.tuple(...Object.keys(sketch.types).map(() => sometimes(warm))).map(told => ({
    sketch: {
      ...sketch,
      types: Object.fromEntries(
        Object.entries(sketch.types).map(([name, type], index) => [
          name,
          {...type, transfers: (type.transfers ?? []).map(rule => ({...rule, warm: told[index]}))},
        ]),
      ),
    },
    callers,
  })),
);
