import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {CAUSES, DUTIES, OUTCOMES} from '../../src/engine/outcomes.js';
import {firstWidening} from '../../src/engine/routing/widening-stages.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {COUNTER, rowOffset, type CounterName} from '../../src/statistics/counters.js';
import {centerWith} from '../support/center.js';
import {everyPath, ROUNDING, RUNS, wasOffered} from '../support/every-path.js';
import {hasBots, pathOf, type Leg, type Path} from '../support/path.js';
import {INTERVAL_SECONDS, peopledCenters} from '../support/random-center.js';

/** The small centers have no callbacks. */
const NOT_THERE = ['callback', 'calledBack', 'unreached'];

const everyPeopledPath = (check: Parameters<typeof everyPath>[0]): void => everyPath(check, peopledCenters);

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

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function closeTo(found: readonly number[], expected: readonly number[]): void {
  found.forEach((value, index) => expect(Math.abs(value - expected[index])).toBeLessThan(ROUNDING));
}

describe('the random centers', () => {
  it('show every way in which a contact comes and goes, so that what is checked of them means something', () => {
    const seen = new Set<string>();
    for (const {sketch, callers} of fc.sample(peopledCenters, {numRuns: RUNS, seed: 1})) {
      const {legs, duties} = pathOf(centerWith(sketch), {callers});
      for (const {cause, outcome, overflowed, transferTo} of legs)
        seen
          .add(cause)
          .add(outcome)
          .add(overflowed ? 'overflowed' : '')
          .add(transferTo < 0 ? '' : 'sent on');
      for (const {duty} of duties) seen.add(duty);
    }
    const missing = [...CAUSES, ...OUTCOMES, ...DUTIES, 'overflowed', 'sent on'].filter(kind => !seen.has(kind));
    expect(missing).toEqual(NOT_THERE);
  });
});

describe('the books of every small center', () => {
  it('balance: whatever was created ended in exactly one way, in every interval', () => {
    everyPeopledPath((scenario, path) => {
      scenario.contactTypes.forEach((_, type) => {
        const of = (name: CounterName) => counted(scenario, path, type, name);
        const sum = (...names: CounterName[]) =>
          names.map(of).reduce((a, b) => a.map((value, index) => value + b[index]));
        expect(of('created')).toEqual(
          sum('first', 'redialled', 'transferredIn', 'cameBack', 'deflectedIn', 'callbackDials'),
        );
        const wentOn = sum('closed', 'blocked', 'contained', 'hungUpInAutomation', 'unreached', 'offered');
        expect(total(of('created'))).toBe(total(wentOn));
        // a bot may have a contact from one interval into the next
        if (!hasBots(scenario)) expect(of('created')).toEqual(wentOn);
        expect(of('offered')).toEqual(
          sum('answered', 'abandoned', 'balked', 'messages', 'dismissed', 'deflected', 'calledBack', 'stillWaiting'),
        );
        expect(of('answered')).toEqual(sum('done', 'transferredOut', 'inService'));
      });
    });
  });

  it('agree with the legs counted one by one', () => {
    everyPeopledPath((scenario, path) => {
      const {clock, run, contactTypes} = scenario;
      const {legs} = path;
      const widensAt = firstWidening(scenario);
      expect(legs).toHaveLength(path.created);
      const seen = legs.filter(({offeredAt}) => offeredAt >= run.warmUpSeconds);
      contactTypes.forEach(({thresholdSeconds}, type) => {
        const perInterval = (which: (leg: Leg) => boolean, at: (leg: Leg) => number) => {
          const counts = new Array<number>(clock.intervalLabels.length + 1).fill(0);
          for (const leg of seen)
            if (leg.type === type && which(leg))
              counts[Math.min(clock.intervalLabels.length, Math.floor(at(leg) / INTERVAL_SECONDS))]++;
          return counts;
        };
        const created = (leg: Leg) => Math.max(leg.createdAt, run.warmUpSeconds);
        const whenCreated: Partial<Record<CounterName, (leg: Leg) => boolean>> = {
          created: () => true,
          first: ({cause}) => cause === 'first',
          redialled: ({cause}) => cause === 'redial',
          transferredIn: ({cause}) => cause === 'transfer',
          cameBack: ({cause}) => cause === 'comeback',
          deflectedIn: ({cause}) => cause === 'deflection',
          blocked: ({outcome}) => outcome === 'blocked',
          closed: ({outcome}) => outcome === 'closed',
          contained: ({outcome}) => outcome === 'contained',
          hungUpInAutomation: ({outcome}) => outcome === 'hungUpInAutomation',
        };
        const within = (leg: Leg) => leg.waitEnd - leg.offeredAt <= thresholdSeconds + ROUNDING;
        const told: Partial<Record<CounterName, (leg: Leg) => boolean>> = {
          deflected: ({outcome}) => outcome === 'deflected',
          answered: ({outcome}) => outcome === 'answered',
          answeredWithin: leg => leg.outcome === 'answered' && within(leg),
          abandoned: ({outcome}) => outcome === 'abandoned',
          abandonedWithin: leg => leg.outcome === 'abandoned' && within(leg),
          balked: ({outcome}) => outcome === 'balked',
          messages: ({outcome}) => outcome === 'message',
          dismissed: ({outcome}) => outcome === 'dismissed',
          stillWaiting: ({outcome}) => outcome === 'stillWaiting',
          stillWithin: leg => leg.outcome === 'stillWaiting' && within(leg),
          overflowed: leg => leg.stage >= widensAt[type],
          transferredOut: ({transferTo}) => transferTo >= 0,
        };
        for (const [name, which] of Object.entries(told))
          expect([name, ...counted(scenario, path, type, name as CounterName)]).toEqual([
            name,
            ...perInterval(which, ({offeredAt}) => offeredAt),
          ]);
        for (const [name, which] of Object.entries(whenCreated))
          expect([name, ...counted(scenario, path, type, name as CounterName)]).toEqual([
            name,
            ...perInterval(which, created),
          ]);
        const sent = legs.filter(({transferTo}) => transferTo === type).length;
        expect(sent).toBe(legs.filter(leg => leg.type === type && leg.cause === 'transfer').length);
      });
    });
  });

  it('pay no moment of an agent twice', () => {
    everyPeopledPath((_, {duties}) => {
      // who is missing from a group told by numbers is nobody in particular
      const ordered = duties.filter(({agent}) => agent >= 0).sort((a, b) => a.agent - b.agent || a.from - b.from);
      for (let at = 1; at < ordered.length; at++) {
        if (ordered[at].agent === ordered[at - 1].agent)
          expect(ordered[at].from).toBeGreaterThanOrEqual(ordered[at - 1].to);
      }
    });
  });

  it('pay exactly the time that agents are busy, idle, on a break, set aside or absent with pay', () => {
    everyPeopledPath((scenario, path) => {
      scenario.groups.forEach((_, group) => {
        const of = (name: CounterName) => counted(scenario, path, scenario.contactTypes.length + group, name);
        const spans = (...kinds: string[]) =>
          path.duties
            .filter(stretch => stretch.group === group && kinds.includes(stretch.duty))
            .map(({from, to}) => [from, to] as const);
        const busy = path.legs
          .filter(leg => leg.group === group)
          .map(({waitEnd, serviceEnd}) => [waitEnd, serviceEnd] as const);
        const rung = path.rings.filter(ring => ring.group === group).map(({from, to}) => [from, to] as const);
        closeTo(of('busy'), timeInIntervals(scenario, [...busy, ...rung]));
        closeTo(of('breaks'), timeInIntervals(scenario, spans('break')));
        closeTo(of('setAside'), timeInIntervals(scenario, spans('setAside')));
        closeTo(of('overrun'), timeInIntervals(scenario, spans('overrun')));
        closeTo(of('absence'), timeInIntervals(scenario, spans('absence')));
        closeTo(
          of('busy').map((seconds, at) => seconds + of('idle')[at] + of('breaks')[at] + of('setAside')[at]),
          timeInIntervals(scenario, spans('duty', 'break', 'overrun', 'setAside')),
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
    everyPeopledPath((scenario, path) => {
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
    everyPeopledPath((scenario, path) => {
      scenario.groups.forEach((_, group) => {
        const services = path.legs
          .filter(leg => leg.group === group)
          .map(({waitEnd, serviceEnd}) => [waitEnd, serviceEnd] as const);
        const rung = path.rings.filter(ring => ring.group === group).map(({from, to}) => [from, to] as const);
        const integral = integralByInterval(scenario, services);
        const busy = integralByInterval(scenario, [...services, ...rung]);
        const entity = scenario.contactTypes.length + group;
        const sum = counted(scenario, path, entity, 'handle').reduce((a, b) => a + b, 0);
        if (scenario.run.warmUpSeconds === 0)
          expect(Math.abs(sum - integral.reduce((a, b) => a + b, 0))).toBeLessThan(ROUNDING);
        closeTo(counted(scenario, path, entity, 'busy'), busy);
      });
    });
  });
});
