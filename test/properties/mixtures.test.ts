import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {CAUSES, DUTIES, OUTCOMES} from '../../src/engine/outcomes.js';
import {makeAttention} from '../../src/engine/attention.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {COUNTER, rowOffset, type CounterName} from '../../src/statistics/counters.js';
import {centerWith} from '../support/center.js';
import {ROUNDING, wasOffered} from '../support/every-path.js';
import {mixedCenters} from '../support/mixed-centers.js';
import {pathOf, type Leg, type Path} from '../support/path.js';

const RUNS = 150;

/** A counter of an entity over the horizon and after it. */
function counted({clock, contactTypes, groups}: Scenario, {tally}: Path, entity: number, name: CounterName): number {
  const layout = {contactTypes: contactTypes.length, groups: groups.length, intervals: clock.intervalLabels.length};
  return Array.from(
    {length: layout.intervals + 1},
    (_, interval) => tally.counters[rowOffset(layout, entity, interval) + COUNTER[name]],
  ).reduce((sum, value) => sum + value, 0);
}

const lengthAfter = (warmUp: number, spans: readonly {readonly from: number; readonly to: number}[]): number =>
  spans.reduce((sum, {from, to}) => sum + Math.max(0, to - Math.max(from, warmUp)), 0);

/** Did it wait as the replication began, and is it on its first leg? */
const isOld = ({number, leg}: Leg): boolean => number <= 0 && leg === 1;

/** Books balance, and each contact is answered once. */
function checkBooks(scenario: Scenario, path: Path): void {
  const warmUp = scenario.run.warmUpSeconds;
  const seen = path.legs.filter(leg => (isOld(leg) ? warmUp === 0 : leg.offeredAt >= warmUp));
  scenario.contactTypes.forEach((_, type) => {
    const of = (name: CounterName) => counted(scenario, path, type, name);
    const sum = (...names: CounterName[]) => names.reduce((total, name) => total + of(name), 0);
    const legs = (which: (leg: Leg) => boolean) => seen.filter(leg => leg.type === type && which(leg)).length;
    expect(of('created')).toBe(legs(leg => !isOld(leg)));
    expect(of('backlogAtStart')).toBe(legs(isOld));
    expect(of('created')).toBe(sum('first', 'redialled', 'transferredIn', 'cameBack', 'deflectedIn', 'callbackDials'));
    expect(of('created')).toBe(sum('closed', 'blocked', 'contained', 'hungUpInAutomation', 'unreached', 'offered'));
    expect(sum('backlogAtStart', 'offered')).toBe(
      sum('answered', 'abandoned', 'balked', 'messages', 'dismissed', 'deflected', 'calledBack', 'stillWaiting'),
    );
    expect(of('answered')).toBe(legs(({outcome}) => outcome === 'answered'));
    expect(of('answered')).toBe(sum('done', 'transferredOut', 'inService'));
  });
  expect(path.legs).toHaveLength(path.created);
  const attempts = path.legs.map(({number, leg, type}) => `${number} ${leg} ${type}`);
  expect(new Set(attempts).size).toBe(attempts.length);
}

/** Every wait, the first, those after a silence and those of work that was put back, is time in the queue. */
function checkWaits(scenario: Scenario, path: Path): void {
  const {warmUpSeconds} = scenario.run;
  scenario.contactTypes.forEach((_, type) => {
    const replies = path.replies.filter(reply => reply.type === type);
    const waits = path.legs
      .filter(leg => leg.type === type && wasOffered(leg) && leg.cause !== 'callback')
      .map(({offeredAt, waitEnd}) => ({from: Math.max(0, offeredAt), to: waitEnd}));
    expect(counted(scenario, path, type, 'queueTime')).toBeCloseTo(
      lengthAfter(warmUpSeconds, [...waits, ...replies, ...path.rests.filter(rest => rest.type === type)]),
      7,
    );
    const taken = replies.filter(({from, answered}) => answered && from >= warmUpSeconds);
    expect(counted(scenario, path, type, 'replies')).toBe(taken.length);
    const hours = scenario.queues[scenario.contactTypes[type].queue].open ?? [[0, Infinity]];
    const inHours = taken.flatMap(({from, to}) =>
      hours.map(([opens, closes]) => ({from: Math.max(from, opens), to: Math.min(to, closes)})),
    );
    expect(counted(scenario, path, type, 'replyWait')).toBeCloseTo(lengthAfter(0, inHours), 7);
  });
}

/** Exactly the time that agents are busy, idle, on a break, set aside or absent with pay is paid, and no more than the whole of one is taken. */
function checkTime(scenario: Scenario, path: Path): void {
  const {groupShares} = makeAttention(scenario);
  const {warmUpSeconds} = scenario.run;
  scenario.groups.forEach((_, group) => {
    const of = (name: CounterName) => counted(scenario, path, scenario.contactTypes.length + group, name);
    const ofGroup = <T extends {readonly group: number}>(all: readonly T[]): T[] =>
      all.filter(each => each.group === group);
    const held = ofGroup(path.legs).map(({waitEnd, serviceEnd}) => ({from: waitEnd, to: serviceEnd}));
    const busy = groupShares[group] === 1 ? ofGroup(path.busy) : [...held, ...ofGroup(path.rings)];
    expect(Math.abs(of('busy') - lengthAfter(warmUpSeconds, busy))).toBeLessThan(ROUNDING);
    expect(
      Math.abs(
        of('busy') +
          of('idle') +
          of('breaks') +
          of('setAside') +
          of('absence') -
          lengthAfter(warmUpSeconds, ofGroup(path.duties)),
      ),
    ).toBeLessThan(ROUNDING);
    expect(of('idle')).toBeGreaterThanOrEqual(-ROUNDING);
    for (const {share} of ofGroup(path.busy)) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1 + 1e-9);
    }
  });
}

describe('small centers of several channels', () => {
  it('show every way in which contacts come, go, wait again and agents spend their time', () => {
    const seen = new Set<string>();
    for (const {sketch, callers} of fc.sample(mixedCenters, {numRuns: RUNS, seed: 1})) {
      const scenario = centerWith(sketch);
      const path = pathOf(scenario, {callers});
      const {legs, duties, replies, busy} = path;
      for (const {cause, outcome, type, number} of legs)
        seen
          .add(number <= 0 ? 'backlog' : cause)
          .add(outcome)
          .add(`${scenario.contactTypes[type].channel} ${outcome}`);
      for (const {type, transferTo, outcome, group} of legs) {
        const rule = scenario.contactTypes[type].transfers.find(({to}) => to === transferTo);
        if (rule !== undefined) seen.add(rule.warm === null ? 'sent on' : 'handed over');
        if (outcome === 'answered' && scenario.routing.shares[type] !== null)
          seen.add(`shared: site ${scenario.groups[group].site}`);
      }
      for (const {duty} of duties) seen.add(duty);
      for (const {from, to, answered} of replies)
        seen.add(answered ? (to > from ? 'waited again' : 'gone on with at once') : 'still waits again');
      for (const {share} of busy) seen.add(share < 1 ? 'part of an agent' : 'all of an agent');
      scenario.contactTypes.forEach((_, type) => {
        if (counted(scenario, path, type, 'noAnswers') > 0) seen.add('rang');
      });
    }
    const wanted = [
      ...[...CAUSES, ...OUTCOMES, ...DUTIES, 'waited again', 'gone on with at once', 'still waits again', 'rang'],
      ...['sent on', 'handed over', 'shared: site 0', 'shared: site 1'],
      ...['part of an agent', 'all of an agent', 'email answered', 'email stillWaiting', 'backlog', 'chat abandoned'],
    ];
    expect(wanted.filter(kind => !seen.has(kind))).toEqual([]);
  });

  it('keep their books, their waits and the time of their agents', () => {
    fc.assert(
      fc.property(mixedCenters, ({sketch, callers}) => {
        const scenario = centerWith(sketch);
        const path = pathOf(scenario, {callers, chunk: 7});
        checkBooks(scenario, path);
        checkWaits(scenario, path);
        checkTime(scenario, path);
      }),
      {numRuns: RUNS},
    );
  });
});
