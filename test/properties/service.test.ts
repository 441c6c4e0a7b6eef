import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Scenario} from '../../src/scenario/scenario.js';
import {centerWith} from '../support/center.js';
import {everyPath, ROUNDING, RUNS, wasOffered} from '../support/every-path.js';
import {pathOf, type Leg, type Path} from '../support/path.js';
import {smallCenters} from '../support/random-center.js';
import type {Caller} from '../support/small-day.js';

const horizonOf = ({clock}: Scenario): number => clock.dayStarts[clock.days];
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
        // a bot works outside opening hours too
        const cameToQueue = outcome !== 'contained' && outcome !== 'hungUpInAutomation' && outcome !== 'blocked';
        if (!cameToQueue) continue;
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
        types: Object.fromEntries(
          Object.entries(sketch.types).map(([name, type]) => [name, {...type, wrapUp: none, automation: null}]),
        ),
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

/**
 * Place of the contact in the order that the scenario's criteria put it into at that time, for agents of the group; lower
 * goes first. Legs do not tell how long a queue was between two things of one instant: the contract suite looks at that.
 */
function orderOf(
  {contactTypes, groups, routing}: Scenario,
  {type, offeredAt}: Leg,
  group: number,
  at: number,
): number[] {
  const level = groups[group].skills.find(({contactType}) => contactType === type)!.level;
  const {priority, weight, ageing, thresholdSeconds} = contactTypes[type];
  const by = {
    priority,
    level,
    age: offeredAt,
    'weighted-wait': -weight * (at - offeredAt),
    ageing: priority - ageing * (at - offeredAt),
    due: offeredAt + thresholdSeconds,
    'queue-length': 0,
  };
  return routing.contact.map(criterion => by[criterion]);
}

/** By how much the first place differs from the second, in the first criterion in which they do. */
function difference(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((value, index) => Math.abs(value - other[index]) > ROUNDING);
  return differing < 0 ? 0 : one[differing] - other[differing];
}

describe('routing in every small center', () => {
  it('gives an agent the contact that goes first by the criteria, of all who wait and whom the agent may take', () => {
    everyPath((scenario, {legs, duties}) => {
      const pastShift = ({agent, waitEnd}: Leg) =>
        duties.some(
          ({agent: of, duty, from, to}) => of === agent && duty === 'overrun' && from <= waitEnd && waitEnd <= to,
        );
      for (const taken of legs.filter(leg => leg.outcome === 'answered' && !pastShift(leg))) {
        const at = taken.waitEnd;
        const order = orderOf(scenario, taken, taken.group, at);
        for (const other of legs) {
          if (!wasOffered(other) || !skilled(scenario, other.type, taken.group) || other.waitEnd <= at) continue;
          if (other.offeredAt + delayOf(scenario, other.type, taken.group) >= at) continue;
          expect(difference(order, orderOf(scenario, other, taken.group, at))).toBeLessThanOrEqual(0);
        }
      }
    });
  });

  it('gives a contact the agent of the lowest level, then by the rule: the fastest, then the one idle for the longest time', () => {
    everyPath((scenario, path) => {
      const {agent: rule} = scenario.routing;
      const agents = [...new Map(path.duties.map(({agent, group}) => [agent, group]))];
      const idle = new Map(agents.map(([agent]) => [agent, idleSpans(path, agent)]));
      for (const leg of path.legs.filter(({outcome}) => outcome === 'answered')) {
        const {type, group, agent, waitEnd: at} = leg;
        const place = (of: number, since: number): number[] => {
          const {level, handleTimeFactor} = scenario.groups[of].skills.find(({contactType}) => contactType === type)!;
          if (rule === 'longest-idle') return [level, since];
          return rule === 'most-proficient' ? [level, handleTimeFactor, since] : [level];
        };
        const since = idle.get(agent)!.find(([, to]) => to === at)?.[0] ?? at;
        for (const [other, of] of agents) {
          const delay = delayOf(scenario, type, of);
          // at the very end of the delay an agent who becomes free goes before the contact's own timer
          if (!skilled(scenario, type, of) || (delay > 0 && delay > at - leg.offeredAt - ROUNDING)) continue;
          const span = idle.get(other)!.find(([from, to]) => from < at && at < to);
          if (span !== undefined) expect(difference(place(group, since), place(of, span[0]))).toBeLessThanOrEqual(0);
        }
      }
    });
  });
});
