import {describe, expect, it} from 'vitest';
import {COUNTER, rowOffset, type CounterName} from '../../src/statistics/counters.js';
import {everyPath, ROUNDING} from '../support/every-path.js';
import type {Leg} from '../support/path.js';
import {warmCenters} from '../support/random-center.js';

/** The leg that a leg was sent on to. */
const nextOf = (legs: readonly Leg[], {number, leg}: Leg): Leg =>
  legs.find(other => other.number === number && other.leg === leg + 1 && other.cause === 'transfer')!;

describe('small centers with warm transfers', () => {
  it('keep the first agent busy until the second has answered or the customer has gone, but no longer than it would wait', () => {
    let [handedOver, lost, wentOnCold] = [0, 0, 0];
    everyPath(({contactTypes, groups}, {legs}) => {
      for (const first of legs.filter(({transferTo}) => transferTo >= 0)) {
        const {transfers} = contactTypes[first.type];
        const {warm} = transfers.find(({to}) => to === first.transferTo)!;
        if (warm === null) continue;
        const second = nextOf(legs, first);
        const waited = second.waitEnd - second.offeredAt;
        if (warm.waitSeconds !== null && Math.abs(waited - warm.waitSeconds) < ROUNDING) continue;
        const isCold = warm.waitSeconds !== null && waited > warm.waitSeconds;
        const inHand = isCold ? warm.waitSeconds : waited;
        const handover = !isCold && second.outcome === 'answered' ? warm.handoverSeconds : 0;
        expect(first.serviceEnd).toBeGreaterThanOrEqual(second.offeredAt + inHand + handover - ROUNDING);
        const {people, skills} = groups[first.group];
        if (people === null) {
          const {handleTimeFactor} = skills.find(({contactType}) => contactType === first.type)!;
          const besideWork = first.serviceEnd - first.waitEnd - first.work * handleTimeFactor;
          expect(besideWork).toBeCloseTo(inHand + handover, 6);
        }
        if (isCold) wentOnCold++;
        else if (second.outcome === 'answered') handedOver++;
        else lost++;
      }
    }, warmCenters);
    expect(Math.min(handedOver, lost, wentOnCold)).toBeGreaterThan(0);
  });

  it('count all of that as time in which agents are busy', () => {
    everyPath((scenario, {legs, rings, tally}) => {
      const {clock, contactTypes, groups, run} = scenario;
      if (run.warmUpSeconds > 0) return;
      const layout = {contactTypes: contactTypes.length, groups: groups.length, intervals: clock.intervalLabels.length};
      groups.forEach((_, group) => {
        const counted = (name: CounterName): number =>
          Array.from(
            {length: layout.intervals + 1},
            (__, interval) => tally.counters[rowOffset(layout, contactTypes.length + group, interval) + COUNTER[name]],
          ).reduce((sum, value) => sum + value, 0);
        const served = legs.filter(leg => leg.group === group);
        const rung = rings.filter(ring => ring.group === group).reduce((sum, {from, to}) => sum + to - from, 0);
        const busy = served.reduce((sum, {waitEnd, serviceEnd}) => sum + serviceEnd - waitEnd, 0);
        expect(Math.abs(counted('busy') - busy - rung)).toBeLessThan(ROUNDING);
        expect(counted('idle')).toBeGreaterThanOrEqual(-ROUNDING);
      });
    }, warmCenters);
  });
});
