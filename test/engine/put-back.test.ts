import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Scenario} from '../../src/scenario/scenario.js';
import {COUNTER, rowOffset, type CounterName} from '../../src/statistics/counters.js';
import {centerWith, type CenterSketch, type GroupSketch} from '../support/center.js';
import {pathOf, type Path} from '../support/path.js';
import {smallDay} from '../support/small-day.js';

const byCalls = {channel: 'email', atOnce: 1, interruptedBy: ['voice'], restartSeconds: 0} as const;

/** One agent, on a break from 50 on and gone home at 1000, and others who know emails alone. */
function desk(home: Partial<GroupSketch>, more: Partial<CenterSketch> = {}): Scenario {
  return centerWith({
    types: {mail: {channel: 'email'}, call: {}},
    groups: {
      desk: {
        skills: {mail: 1, call: 1},
        capacity: [byCalls],
        staffing: {kind: 'shifts', agents: [{shifts: [{from: 0, to: 1000, breaks: [[50, 1000]]}]}]},
      },
      home: {skills: {mail: {level: 2, handleTimeFactor: 2}}, ...home},
    },
    clock: {daySeconds: 1800},
    ...more,
  });
}

/** The call puts the email aside at 30, with 70 s of talk left; the agent is on the break from 70 on. */
const callers = [
  {type: 'mail', at: 0, talk: 100, wrapUp: 20},
  {type: 'call', at: 30, talk: 40},
];

const from = (at: number): Partial<GroupSketch> => ({staffing: {kind: 'counts', changes: [{at, agents: 1}]}});

const contact = fc.record({
  type: fc.constantFrom('mail', 'call'),
  at: fc.integer({min: 0, max: 900}),
  talk: fc.integer({min: 1, max: 120}),
  wrapUp: fc.constantFrom(0, 15),
});

/** A quarter of an hour of emails and calls, the first of which often takes the agent from an email before the break. */
const days = fc
  .tuple(fc.integer({min: 1, max: 49}), fc.array(contact, {minLength: 2, maxLength: 10}))
  .map(([at, others]) => [{type: 'mail', at: 0, talk: 80}, {type: 'call', at, talk: 60}, ...others])
  .map(callers => callers.sort((a, b) => a.at - b.at));

/** Of emails (or calls), over the day and after it. */
function counted(scenario: Scenario, {tally}: Path, name: CounterName, type = 0): number {
  const layout = {contactTypes: 2, groups: 2, intervals: scenario.clock.intervalLabels.length};
  return [0, layout.intervals].reduce(
    (sum, at) => sum + tally.counters[rowOffset(layout, type, at) + COUNTER[name]],
    0,
  );
}

describe('an email that its agent has left with what is undone', () => {
  it('has waited until the first agent took it, and is done by the second at that one’s own speed', () => {
    const {legs} = smallDay(desk(from(500)), callers);
    // at 1000 the second agent has 70 s × 2 of talk and 20 s × 2 of wrap-up to do
    expect(legs).toMatchObject([
      {type: 'mail', wait: 0, group: 'home', end: 1180},
      {type: 'call', wait: 0, end: 70},
    ]);
  });

  it('counts the work of both as its handle time, and no time in which nobody worked on it', () => {
    const scenario = desk(from(1200));
    const path = pathOf(scenario, {callers});
    const of = (name: CounterName): number => counted(scenario, path, name);
    // it lies in the queue from 1000 to 1200
    expect(path.legs[1]).toMatchObject({waitEnd: 0, serviceEnd: 1380});
    expect(of('handle')).toBe(30 + 140 + 40);
    expect(of('work')).toBe(120);
    expect(of('waitAnswered')).toBe(0);
    expect(of('queueTime')).toBe(200);
    expect([of('answered'), of('done'), of('replies')]).toEqual([1, 1, 0]);
  });

  it('is in service still when nobody goes on with it before the end', () => {
    const scenario = desk({staffing: {kind: 'counts', changes: []}});
    const path = pathOf(scenario, {callers});
    const of = (name: CounterName): number => counted(scenario, path, name);
    expect([of('answered'), of('inService'), of('stillWaiting')]).toEqual([1, 1, 0]);
    expect(of('handle')).toBe(30);
    expect(of('queueTime')).toBe(800);
  });

  it('costs its second agent as much as going on with it after an interruption', () => {
    const {legs} = smallDay(
      desk({...from(1200), skills: {mail: 2, call: 2}, capacity: [{...byCalls, restartSeconds: 15}]}),
      callers,
    );
    expect(legs[0]).toMatchObject({end: 1200 + 15 + 70 + 20});
  });

  it('may be taken by further groups once it is old enough', () => {
    const {legs} = smallDay(desk(from(0), {routing: {overflow: [[{group: 1, afterSeconds: 1300}], []]}}), callers);
    expect(legs[0]).toMatchObject({wait: 0, group: 'home', end: 1300 + 180});
  });

  it('is busy time of exactly the agents who worked on it, however the day goes', () => {
    const scenario = desk(from(300));
    let putBack = 0;
    fc.assert(
      fc.property(days, callers => {
        const path = pathOf(scenario, {callers});
        const handled = [0, 1].reduce((sum, type) => sum + counted(scenario, path, 'handle', type), 0);
        const busy = path.busy.reduce((sum, {from, to}) => sum + to - from, 0);
        expect(handled).toBeCloseTo(busy, 6);
        putBack += path.rests.length;
      }),
      {numRuns: 50, seed: 1},
    );
    expect(putBack).toBeGreaterThan(5);
  });
});
