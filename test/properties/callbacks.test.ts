import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {CAUSES, OUTCOMES} from '../../src/engine/outcomes.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {COUNTER, rowOffset, type CounterName} from '../../src/statistics/counters.js';
import {callbackCenters} from '../support/callback-centers.js';
import {centerWith} from '../support/center.js';
import {everyPath, ROUNDING, RUNS} from '../support/every-path.js';
import {pathOf, type Leg, type Path} from '../support/path.js';
import {rearranged} from '../support/rearranged.js';

const everyCallbackPath = (check: Parameters<typeof everyPath>[0]): void => everyPath(check, callbackCenters);

/** A counter of an entity over the horizon and after it. */
function counted({clock, contactTypes, groups}: Scenario, {tally}: Path, entity: number, name: CounterName): number {
  const layout = {contactTypes: contactTypes.length, groups: groups.length, intervals: clock.intervalLabels.length};
  return Array.from(
    {length: layout.intervals + 1},
    (_, interval) => tally.counters[rowOffset(layout, entity, interval) + COUNTER[name]],
  ).reduce((sum, value) => sum + value, 0);
}

const isRequest = ({cause}: Leg): boolean => cause === 'callback';
const wasDialled = (leg: Leg): boolean => isRequest(leg) && (leg.outcome === 'answered' || leg.outcome === 'unreached');
const onTheLine = (leg: Leg): boolean => !isRequest(leg) && leg.outcome !== 'blocked' && leg.outcome !== 'closed';

describe('small centers that offer callbacks', () => {
  it('show every way in which a request ends', () => {
    const seen = new Set<string>();
    for (const {sketch, callers} of fc.sample(callbackCenters, {numRuns: RUNS, seed: 1}))
      for (const {cause, outcome} of pathOf(centerWith(sketch), {callers}).legs) seen.add(`${cause} ${outcome}`);
    for (const outcome of ['answered', 'unreached', 'closed', 'dismissed', 'stillWaiting'])
      expect(seen).toContain(`callback ${outcome}`);
    for (const cause of ['first', 'redial', 'transfer']) expect(seen).toContain(`${cause} calledBack`);
    expect([...CAUSES, ...OUTCOMES]).toContain('callback');
  });

  it('keep books that balance and agree with the legs counted one by one', () => {
    everyCallbackPath((scenario, path) => {
      const seen = path.legs.filter(({offeredAt}) => offeredAt >= scenario.run.warmUpSeconds);
      scenario.contactTypes.forEach((_, type) => {
        const of = (name: CounterName) => counted(scenario, path, type, name);
        const legs = (which: (leg: Leg) => boolean) => seen.filter(leg => leg.type === type && which(leg)).length;
        expect(of('created')).toBe(legs(() => true));
        const again = of('redialled') + of('transferredIn') + of('cameBack') + of('deflectedIn') + of('callbackDials');
        expect(of('created')).toBe(of('first') + again);
        const neverOffered =
          of('closed') + of('blocked') + of('contained') + of('hungUpInAutomation') + of('unreached');
        expect(of('created')).toBe(neverOffered + of('offered'));
        expect(of('calledBack')).toBe(legs(({outcome}) => outcome === 'calledBack'));
        expect(of('unreached')).toBe(legs(({outcome}) => outcome === 'unreached'));
        expect(of('callbackDials')).toBe(legs(isRequest));
        expect(of('answered')).toBe(legs(({outcome}) => outcome === 'answered'));
        expect(of('callbacksAnswered')).toBe(legs(leg => isRequest(leg) && leg.outcome === 'answered'));
        expect(of('callbacksOffered')).toBe(
          legs(leg => isRequest(leg) && !['unreached', 'closed'].includes(leg.outcome)),
        );
        const delays = seen.filter(leg => leg.type === type && wasDialled(leg));
        const delay = delays.reduce((sum, {offeredAt, waitEnd}) => sum + waitEnd - offeredAt, 0);
        expect(Math.abs(of('callbackWait') - delay)).toBeLessThan(ROUNDING);
        const waits = seen.filter(leg => leg.type === type && !isRequest(leg) && leg.outcome === 'answered');
        const wait = waits.reduce((sum, {offeredAt, waitEnd}) => sum + waitEnd - offeredAt, 0);
        expect(Math.abs(of('waitAnswered') - wait)).toBeLessThan(ROUNDING);
      });
    });
  });

  it('count the time that a telephone rings for nothing as time in which the agent is busy', () => {
    everyCallbackPath((scenario, path) => {
      if (scenario.run.warmUpSeconds > 0) return;
      scenario.groups.forEach((_, group) => {
        const busy = path.legs
          .filter(leg => leg.group === group)
          .reduce((sum, {waitEnd, serviceEnd}) => sum + serviceEnd - waitEnd, 0);
        expect(Math.abs(counted(scenario, path, scenario.contactTypes.length + group, 'busy') - busy)).toBeLessThan(
          ROUNDING,
        );
      });
    });
  });

  it('dial nobody who has not asked, and nobody more often than agreed', () => {
    everyCallbackPath((scenario, {legs}) => {
      const byLeg = new Map(legs.map(leg => [`${leg.number} ${leg.leg}`, leg]));
      for (const leg of legs.filter(isRequest)) {
        const {redials} = scenario.contactTypes[leg.type].callback!;
        const before = (back: number) => byLeg.get(`${leg.number} ${leg.leg - back}`)?.outcome;
        let back = 1;
        while (before(back) === 'unreached') back++;
        expect(before(back)).toBe('calledBack');
        expect(back - 1).toBeLessThanOrEqual(redials);
      }
    });
  });

  it('dial requests in the order in which they fell due, and those behind the queue only when nobody is on the line', () => {
    everyCallbackPath((scenario, {legs}) => {
      for (const dialled of legs.filter(wasDialled)) {
        const at = dialled.waitEnd;
        const behind = scenario.contactTypes[dialled.type].callback!.place === 'after-queue';
        for (const other of legs) {
          if (other.type !== dialled.type || !(other.offeredAt < at && other.waitEnd > at)) continue;
          if (isRequest(other) || !behind) expect(other.offeredAt).toBeGreaterThanOrEqual(dialled.offeredAt);
          else if (onTheLine(other)) expect.fail(`number ${other.number} is on the line at ${at}`);
        }
      }
    });
  });

  it('leave no request waiting while more agents are idle than are kept, and nobody is on the line', () => {
    everyCallbackPath((scenario, path) => {
      const changes = [
        ...new Set(path.legs.flatMap(({offeredAt, waitEnd, serviceEnd}) => [offeredAt, waitEnd, serviceEnd])),
      ];
      const duties = path.duties.flatMap(({from, to}) => [from, to]);
      const instants = [...new Set([...changes, ...duties])].sort((a, b) => a - b);
      instants.slice(1).forEach((to, index) => {
        const at = (instants[index] + to) / 2;
        const is = (from: number, until: number) => from < at && at < until;
        const idle = path.duties.filter(
          ({agent, duty, from, to: end}) =>
            duty === 'duty' &&
            is(from, end) &&
            !path.legs.some(leg => leg.agent === agent && is(leg.waitEnd, leg.serviceEnd)),
        );
        scenario.contactTypes.forEach(({callback}, type) => {
          if (scenario.routing.overflow[type].length > 0) return;
          const able = idle.filter(({group}) =>
            scenario.groups[group].skills.some(skill => skill.contactType === type),
          );
          const here = path.legs.filter(leg => leg.type === type && is(leg.offeredAt, leg.waitEnd));
          if (able.length > callback!.reserve && !here.some(onTheLine)) expect(here.filter(isRequest)).toEqual([]);
        });
      });
    });
  });

  it('give the same figures in whatever order they are declared, and in chunks of whatever size', () => {
    fc.assert(
      fc.property(callbackCenters, ({sketch, callers}) => {
        const scenario = centerWith(sketch);
        const backwards = (list: readonly unknown[]) => list.map((_, index) => list.length - 1 - index);
        const {contactTypes, groups, queues, sites} = scenario;
        const places = {
          types: backwards(contactTypes),
          groups: backwards(groups),
          queues: backwards(queues),
          sites: backwards(sites),
        };
        const other = rearranged(scenario, places, name => name);
        const story = (of: Scenario, chunk: number) =>
          pathOf(of, {callers, chunk})
            .legs.map(({type, number, leg, cause, outcome, offeredAt, waitEnd, serviceEnd}) => ({
              ...{type: of.contactTypes[type].name, number, leg, cause, outcome, offeredAt, waitEnd, serviceEnd},
            }))
            .sort((a, b) => a.number - b.number || a.leg - b.leg || (a.type < b.type ? -1 : 1));
        // agents alike in everything keep their declared order, and the same agents serve the same contacts
        if (new Set(groups.map(({skills, staffing}) => JSON.stringify([skills, staffing]))).size < groups.length)
          return;
        expect(story(other, 50)).toEqual(story(scenario, 7));
      }),
      {numRuns: RUNS},
    );
  });
});
