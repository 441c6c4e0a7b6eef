import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {CAUSES, DUTIES, OUTCOMES} from '../../src/engine/outcomes.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {COUNTER, rowOffset, type CounterName} from '../../src/statistics/counters.js';
import {centerWith} from '../support/center.js';
import {pathOf, type Leg, type Path} from '../support/path.js';
import {INTERVAL_SECONDS, smallCenters} from '../support/random-center.js';
import type {Caller} from '../support/small-day.js';

/** Sums of times in seconds differ by rounding when added up in another order; a day here has 2,400 s at the most. */
const ROUNDING = 1e-8;
const RUNS = 250;

/** Checks one thing of everything that happened in many small random centers. */
function everyPath(check: (scenario: Scenario, path: Path) => void): void {
  fc.assert(
    fc.property(smallCenters, ({sketch, callers}) => {
      const scenario = centerWith(sketch);
      check(scenario, pathOf(scenario, {callers, chunk: 7}));
    }),
    {numRuns: RUNS},
  );
}

const horizonOf = ({clock}: Scenario): number => clock.dayStarts[clock.days];
const wasOffered = ({outcome}: Leg): boolean => outcome !== 'blocked' && outcome !== 'closed';

/** The counter of an entity in every interval, "after close" last. */
function counted({clock, contactTypes, groups}: Scenario, {tally}: Path, entity: number, name: CounterName): number[] {
  const layout = {contactTypes: contactTypes.length, groups: groups.length, intervals: clock.intervalLabels.length};
  return Array.from(
    {length: layout.intervals + 1},
    (_, interval) => tally.counters[rowOffset(layout, entity, interval) + COUNTER[name]],
  );
}

/** How much of [from, to) passes in each interval, after the warm-up; what is beyond the horizon comes last. */
function timeInIntervals(scenario: Scenario, whole: readonly (readonly [number, number])[]): number[] {
  const intervals = scenario.clock.intervalLabels.length;
  const spans = afterWarmUp(scenario, whole);
  const overlap = (from: number, to: number) =>
    spans.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
  return Array.from({length: intervals + 1}, (_, at) =>
    overlap(at * INTERVAL_SECONDS, at < intervals ? (at + 1) * INTERVAL_SECONDS : Infinity),
  );
}

function afterWarmUp({run}: Scenario, spans: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return spans.map(([from, to]) => [Math.max(from, run.warmUpSeconds), Math.max(to, run.warmUpSeconds)]);
}

function closeTo(found: readonly number[], expected: readonly number[]): void {
  found.forEach((value, index) => expect(Math.abs(value - expected[index])).toBeLessThan(ROUNDING));
}

describe('the random centers', () => {
  it('show every way in which a contact comes and goes, so that what is checked of them means something', () => {
    const seen = new Set<string>();
    for (const {sketch, callers} of fc.sample(smallCenters, {numRuns: RUNS, seed: 1})) {
      const {legs, duties} = pathOf(centerWith(sketch), {callers});
      for (const {cause, outcome, overflowed, transferTo} of legs)
        seen
          .add(cause)
          .add(outcome)
          .add(overflowed ? 'overflowed' : '')
          .add(transferTo < 0 ? '' : 'sent on');
      for (const {duty} of duties) seen.add(duty);
    }
    expect([...CAUSES, ...OUTCOMES, ...DUTIES, 'overflowed', 'sent on'].filter(kind => !seen.has(kind))).toEqual([]);
  });
});

describe('the books of every small center', () => {
  it('balance: whatever was created ended in exactly one way, in every interval', () => {
    everyPath((scenario, path) => {
      scenario.contactTypes.forEach((_, type) => {
        const of = (name: CounterName) => counted(scenario, path, type, name);
        const sum = (...names: CounterName[]) =>
          names.map(of).reduce((a, b) => a.map((value, index) => value + b[index]));
        expect(of('created')).toEqual(sum('first', 'redialled', 'transferredIn'));
        expect(of('created')).toEqual(sum('closed', 'blocked', 'offered'));
        expect(of('offered')).toEqual(sum('answered', 'abandoned', 'balked', 'messages', 'dismissed', 'stillWaiting'));
        expect(of('answered')).toEqual(sum('done', 'transferredOut', 'inService'));
      });
    });
  });

  it('agree with the legs counted one by one', () => {
    everyPath((scenario, path) => {
      const {clock, run, contactTypes} = scenario;
      const {legs, created} = path;
      expect(legs).toHaveLength(created);
      const seen = legs.filter(({offeredAt}) => offeredAt >= run.warmUpSeconds);
      contactTypes.forEach(({thresholdSeconds}, type) => {
        const perInterval = (which: (leg: Leg) => boolean) => {
          const counts = new Array<number>(clock.intervalLabels.length + 1).fill(0);
          for (const leg of seen)
            if (leg.type === type && which(leg))
              counts[Math.min(clock.intervalLabels.length, Math.floor(leg.offeredAt / INTERVAL_SECONDS))]++;
          return counts;
        };
        const within = (leg: Leg) => leg.waitEnd - leg.offeredAt <= thresholdSeconds + ROUNDING;
        const told: Partial<Record<CounterName, (leg: Leg) => boolean>> = {
          first: ({cause}) => cause === 'first',
          redialled: ({cause}) => cause === 'redial',
          transferredIn: ({cause}) => cause === 'transfer',
          blocked: ({outcome}) => outcome === 'blocked',
          closed: ({outcome}) => outcome === 'closed',
          answered: ({outcome}) => outcome === 'answered',
          answeredWithin: leg => leg.outcome === 'answered' && within(leg),
          abandoned: ({outcome}) => outcome === 'abandoned',
          abandonedWithin: leg => leg.outcome === 'abandoned' && within(leg),
          balked: ({outcome}) => outcome === 'balked',
          messages: ({outcome}) => outcome === 'message',
          dismissed: ({outcome}) => outcome === 'dismissed',
          stillWaiting: ({outcome}) => outcome === 'stillWaiting',
          stillWithin: leg => leg.outcome === 'stillWaiting' && within(leg),
          overflowed: leg => leg.overflowed,
          transferredOut: ({transferTo}) => transferTo >= 0,
        };
        for (const [name, which] of Object.entries(told))
          expect([name, ...counted(scenario, path, type, name as CounterName)]).toEqual([name, ...perInterval(which)]);
        const sent = legs.filter(({transferTo}) => transferTo === type).length;
        expect(sent).toBe(legs.filter(leg => leg.type === type && leg.cause === 'transfer').length);
      });
    });
  });

  it('pay exactly the time that agents are busy, idle or on a break', () => {
    everyPath((scenario, path) => {
      scenario.groups.forEach((_, group) => {
        const of = (name: CounterName) => counted(scenario, path, scenario.contactTypes.length + group, name);
        const spans = (...kinds: string[]) =>
          path.duties
            .filter(stretch => stretch.group === group && kinds.includes(stretch.duty))
            .map(({from, to}) => [from, to] as const);
        const busy = path.legs
          .filter(leg => leg.group === group)
          .map(({waitEnd, serviceEnd}) => [waitEnd, serviceEnd] as const);
        closeTo(of('busy'), timeInIntervals(scenario, busy));
        closeTo(of('breaks'), timeInIntervals(scenario, spans('break')));
        closeTo(of('overrun'), timeInIntervals(scenario, spans('overrun')));
        closeTo(
          of('busy').map((seconds, at) => seconds + of('idle')[at] + of('breaks')[at]),
          timeInIntervals(scenario, spans('duty', 'break', 'overrun')),
        );
        for (const seconds of of('idle')) expect(seconds).toBeGreaterThanOrEqual(-ROUNDING);
      });
    });
  });
});

/** Integral over each interval of how many are inside, swept from instant to instant. */
function integralByInterval(scenario: Scenario, whole: readonly (readonly [number, number])[]): number[] {
  const spans = afterWarmUp(scenario, whole);
  const intervals = scenario.clock.intervalLabels.length;
  const edges = Array.from({length: intervals}, (_, at) => [(at + 1) * INTERVAL_SECONDS, 0] as const);
  const steps = [
    ...spans.flatMap(
      ([from, to]) =>
        [
          [from, 1],
          [to, -1],
        ] as const,
    ),
    ...edges,
  ].sort(([a, up], [b, down]) => a - b || down - up);
  const area = new Array<number>(intervals + 1).fill(0);
  let inside = 0;
  let before = 0;
  for (const [at, step] of steps) {
    area[Math.min(intervals, Math.floor(before / INTERVAL_SECONDS))] += inside * (at - before);
    inside += step;
    before = at;
    expect(inside).toBeGreaterThanOrEqual(0);
  }
  expect(inside).toBe(0);
  return area;
}

describe("Little's law along every path", () => {
  it('holds in the queue of each contact type: the waits add up to the integral of how many wait, in every interval', () => {
    everyPath((scenario, path) => {
      scenario.contactTypes.forEach((_, type) => {
        const waits = path.legs
          .filter(leg => leg.type === type && wasOffered(leg))
          .map(({offeredAt, waitEnd}) => [offeredAt, waitEnd] as const);
        const integral = integralByInterval(scenario, waits);
        const sum = counted(scenario, path, type, 'waitAll').reduce((a, b) => a + b, 0);
        if (scenario.run.warmUpSeconds === 0)
          expect(Math.abs(sum - integral.reduce((a, b) => a + b, 0))).toBeLessThan(ROUNDING);
        closeTo(counted(scenario, path, type, 'queueTime'), integral);
      });
    });
  });

  it('holds in the service of each group: the handle times add up to the integral of how many are busy', () => {
    everyPath((scenario, path) => {
      scenario.groups.forEach((_, group) => {
        const services = path.legs
          .filter(leg => leg.group === group)
          .map(({waitEnd, serviceEnd}) => [waitEnd, serviceEnd] as const);
        const integral = integralByInterval(scenario, services);
        const entity = scenario.contactTypes.length + group;
        const sum = counted(scenario, path, entity, 'handle').reduce((a, b) => a + b, 0);
        if (scenario.run.warmUpSeconds === 0)
          expect(Math.abs(sum - integral.reduce((a, b) => a + b, 0))).toBeLessThan(ROUNDING);
        closeTo(counted(scenario, path, entity, 'busy'), integral);
      });
    });
  });
});

const delayOf = ({routing}: Scenario, type: number, group: number): number =>
  routing.overflow[type].find(rule => rule.group === group)?.afterSeconds ?? 0;
const skilled = ({groups}: Scenario, type: number, group: number): boolean =>
  groups[group].skills.some(({contactType}) => contactType === type);

/** Stretches in which an agent is signed in, not on a break and not serving: [from, to] of positive length. */
function idleSpans({legs, duties}: Path, agent: number): [number, number][] {
  const services = legs.filter(leg => leg.agent === agent).sort((a, b) => a.waitEnd - b.waitEnd);
  return duties
    .filter(stretch => stretch.agent === agent && stretch.duty !== 'break')
    .flatMap(({from, to}) => {
      const spans: [number, number][] = [];
      let at = from;
      for (const {waitEnd, serviceEnd} of services) {
        if (serviceEnd <= at || waitEnd >= to) continue;
        if (waitEnd > at) spans.push([at, waitEnd]);
        at = serviceEnd;
      }
      if (at < to) spans.push([at, to]);
      return spans;
    });
}

describe('in every small center', () => {
  it('no agent serves two contacts at once', () => {
    everyPath((_, {legs}) => {
      const free = new Map<number, number>();
      for (const {agent, waitEnd, serviceEnd} of legs
        .filter(({outcome}) => outcome === 'answered')
        .sort((a, b) => a.waitEnd - b.waitEnd || a.serviceEnd - b.serviceEnd)) {
        expect(waitEnd).toBeGreaterThanOrEqual(free.get(agent) ?? 0);
        free.set(agent, serviceEnd);
      }
    });
  });

  it('contacts are answered by agents on duty alone, to the end of the contact', () => {
    everyPath((_, {legs, duties}) => {
      for (const {agent, waitEnd, serviceEnd} of legs.filter(leg => leg.outcome === 'answered')) {
        const signedIn = duties
          .filter(stretch => stretch.agent === agent && stretch.duty !== 'break')
          .sort((a, b) => a.from - b.from);
        let until = waitEnd;
        for (const {from, to} of signedIn) if (from <= until && to > until) until = to;
        expect(until).toBeGreaterThanOrEqual(serviceEnd);
      }
    });
  });

  it('contacts are answered by agents with the skill alone, and not before the overflow delay', () => {
    everyPath((scenario, {legs}) => {
      for (const {type, group, offeredAt, waitEnd} of legs.filter(({outcome}) => outcome === 'answered')) {
        expect(skilled(scenario, type, group)).toBe(true);
        expect(waitEnd - offeredAt).toBeGreaterThan(delayOf(scenario, type, group) - ROUNDING);
      }
    });
  });

  it('nobody waits while an agent who may take the contact is idle', () => {
    everyPath((scenario, path) => {
      const groupOf = new Map(path.duties.map(({agent, group}) => [agent, group]));
      for (const [agent, group] of groupOf) {
        for (const [from, to] of idleSpans(path, agent)) {
          for (const leg of path.legs) {
            if (!wasOffered(leg) || !skilled(scenario, leg.type, group)) continue;
            const eligible = leg.offeredAt + delayOf(scenario, leg.type, group);
            expect(Math.min(to, leg.waitEnd) - Math.max(from, eligible)).toBeLessThan(ROUNDING);
          }
        }
      }
    });
  });

  it('past the end of the shift an agent takes contacts of closed queues alone', () => {
    everyPath((scenario, {legs, duties}) => {
      for (const {agent, from, to} of duties.filter(({duty}) => duty === 'overrun')) {
        for (const leg of legs.filter(other => other.agent === agent && other.waitEnd > from && other.waitEnd < to)) {
          const hours = scenario.queues[scenario.contactTypes[leg.type].queue].open ?? [[0, Infinity]];
          expect(hours.some(([opens, closes]) => opens <= leg.waitEnd && leg.waitEnd < closes)).toBe(false);
        }
      }
    });
  });

  it('no agent goes home past the end of the shift while somebody waits for such an agent in a closed queue', () => {
    everyPath((scenario, {legs, duties}) => {
      const openAt = (type: number, time: number) =>
        (scenario.queues[scenario.contactTypes[type].queue].open ?? [[0, Infinity]]).some(
          ([from, to]) => from <= time && time <= to,
        );
      for (const {agent, group, duty, to} of duties) {
        if (duty !== 'overrun' || duties.some(other => other.agent === agent && other.from === to)) continue;
        const left = legs.filter(
          leg =>
            leg.waitEnd > to &&
            leg.offeredAt + delayOf(scenario, leg.type, group) < to &&
            skilled(scenario, leg.type, group) &&
            !openAt(leg.type, to),
        );
        expect(left).toEqual([]);
      }
    });
  });

  it('contacts of one type are answered in the order in which they came', () => {
    everyPath((_, {legs}) => {
      for (const answered of legs.filter(({outcome}) => outcome === 'answered')) {
        for (const other of legs) {
          if (other.type !== answered.type || !wasOffered(other) || other.offeredAt >= answered.offeredAt) continue;
          expect(other.waitEnd).toBeLessThanOrEqual(answered.waitEnd);
        }
      }
    });
  });

  it('nobody waits beyond the end of patience or the delay of the message', () => {
    everyPath((scenario, {legs}) => {
      for (const {type, outcome, offeredAt, waitEnd} of legs.filter(wasOffered)) {
        const message = scenario.contactTypes[type].messageAfterSeconds ?? Infinity;
        expect(waitEnd - offeredAt).toBeLessThan(message + ROUNDING);
        if (outcome === 'message') expect(waitEnd - offeredAt).toBeCloseTo(message, 8);
      }
    });
  });

  it('nobody is let in while the queue is closed, and the waiting stay past its closing only where they are served', () => {
    everyPath((scenario, {legs}) => {
      for (const {type, outcome, offeredAt, waitEnd} of legs) {
        const {open, atClosing} = scenario.queues[scenario.contactTypes[type].queue];
        const hours = open ?? [[0, horizonOf(scenario)] as const];
        // what is transferred after the horizon still finds a queue that serves at closing
        const inside = hours.find(
          ([from, to]) => from <= offeredAt && (offeredAt < to || (atClosing === 'serve' && to >= horizonOf(scenario))),
        );
        expect(outcome === 'closed').toBe(inside === undefined);
        if (inside !== undefined && atClosing === 'dismiss') expect(waitEnd).toBeLessThanOrEqual(inside[1]);
      }
    });
  });

  it('a contact is blocked exactly when all lines of its queue or of the center are taken by those who wait or talk', () => {
    const none = {kind: 'constant', value: 0} as const;
    const withoutWrapUp = smallCenters.map(({sketch, callers}) => ({
      scenario: centerWith({
        ...sketch,
        types: Object.fromEntries(Object.entries(sketch.types).map(([name, type]) => [name, {...type, wrapUp: none}])),
      }),
      callers: callers.map(caller => ({...caller, wrapUp: 0})),
    }));
    const check = ({scenario, callers}: {scenario: Scenario; callers: readonly Caller[]}): void => {
      const {legs} = pathOf(scenario, {callers});
      const queueOf = ({type}: Leg) => scenario.contactTypes[type].queue;
      const inside = legs.filter(leg => wasOffered(leg) && leg.outcome !== 'balked');
      for (const leg of legs) {
        const at = leg.offeredAt;
        if (leg.outcome === 'closed' || leg.cause === 'transfer') continue;
        // what happens at the very instant may come before or after
        const holding =
          leg.outcome === 'blocked'
            ? inside.filter(other => other.offeredAt <= at && other.serviceEnd >= at)
            : inside.filter(other => other.offeredAt < at && other.serviceEnd > at);
        const room = (lines: number | null, taken: number) => lines === null || taken < lines;
        const roomForIt =
          room(scenario.lines, holding.length) &&
          room(scenario.queues[queueOf(leg)].lines, holding.filter(other => queueOf(other) === queueOf(leg)).length);
        expect(roomForIt).toBe(leg.outcome !== 'blocked');
      }
    };
    fc.assert(fc.property(withoutWrapUp, check), {numRuns: RUNS});
  });

  it('agents sign in for the whole of their shifts, and each is in one place at a time', () => {
    everyPath((scenario, {duties}) => {
      const byAgent = new Map<number, {from: number; to: number; duty: string}[]>();
      for (const stretch of duties) byAgent.set(stretch.agent, [...(byAgent.get(stretch.agent) ?? []), stretch]);
      for (const stretches of byAgent.values()) {
        stretches.sort((a, b) => a.from - b.from);
        stretches.forEach(({from, to}, index) => {
          expect(to).toBeGreaterThan(from);
          if (index > 0) expect(from).toBeGreaterThanOrEqual(stretches[index - 1].to);
        });
      }
      scenario.groups.forEach(({staffing}, group) => {
        const paid = duties.filter(stretch => stretch.group === group);
        const times =
          staffing.kind === 'counts'
            ? staffing.changes.map(({at}) => at)
            : staffing.agents.flatMap(({shifts}) => shifts.flatMap(({from, to}) => [from, to]));
        for (const at of times.map(time => time + 0.5).filter(time => time < horizonOf(scenario))) {
          const planned =
            staffing.kind === 'counts'
              ? staffing.changes.filter(change => change.at <= at).at(-1)!.agents
              : staffing.agents.filter(({shifts}) => shifts.some(({from, to}) => from <= at && at < to)).length;
          const present = paid.filter(({from, to}) => from <= at && at < to).length;
          expect(present).toBeGreaterThanOrEqual(planned);
        }
      });
    });
  });
});
