import {describe, expect, it} from 'vitest';
import type {GoingQuiet} from '../../src/scenario/scenario.js';
import {COUNTER, rowOffset, type CounterName} from '../../src/statistics/counters.js';
import {centerWith, constant, holds, queueNamed, type CenterSketch, type TypeSketch} from '../support/center.js';
import {pathOf} from '../support/path.js';
import {smallDay, type Caller} from '../support/small-day.js';

const silence = (after: number, seconds: number, more: Partial<GoingQuiet> = {}): GoingQuiet => ({
  after: constant(after),
  for: constant(seconds),
  atMost: null,
  backTo: 'own-agent',
  ...more,
});

/** One contact type by messaging, an agent who holds one at a time, a day of half an hour. */
function desk(quiet: GoingQuiet, more: Partial<CenterSketch> = {}, type: TypeSketch = {}) {
  return centerWith({
    types: {text: {channel: 'messaging', goesQuiet: quiet, ...type}},
    groups: {team: {skills: {text: 1}}},
    clock: {daySeconds: 1800},
    ...more,
  });
}

const text = (at: number, talk: number, more: Partial<Caller> = {}): Caller => ({type: 'text', at, talk, ...more});

/** Counters of the first contact type and of the first group over the whole day. */
function counted(scenario: ReturnType<typeof desk>, callers: readonly Caller[]) {
  const {tally} = pathOf(scenario, {callers});
  const layout = {contactTypes: scenario.contactTypes.length, groups: scenario.groups.length, intervals: 1};
  const at = (entity: number, name: CounterName) =>
    tally.counters[rowOffset(layout, entity, 0) + COUNTER[name]] +
    tally.counters[rowOffset(layout, entity, 1) + COUNTER[name]];
  return {of: (name: CounterName) => at(0, name), team: (name: CounterName) => at(layout.contactTypes, name)};
}

describe('a customer who falls silent', () => {
  it('leaves the agent to the next one, and is gone on with when back', () => {
    // worked from 0 to 40, silent until 100, worked to the end at 120
    const {legs} = smallDay(desk(silence(40, 60)), [text(0, 60), text(10, 30)]);
    expect(legs).toMatchObject([
      {outcome: 'answered', wait: 0, end: 120},
      {outcome: 'answered', wait: 30, end: 70},
    ]);
  });

  it('falls silent after every stretch of the talk, as often as it may', () => {
    // 40 worked, 10 silent, 40 worked, 10 silent, 20 left
    expect(smallDay(desk(silence(40, 10)), [text(0, 100)]).legs).toMatchObject([{end: 120}]);
    expect(smallDay(desk(silence(40, 10, {atMost: 1})), [text(0, 100)]).legs).toMatchObject([{end: 110}]);
  });

  it('does not at the very end of the talk: the wrap-up follows', () => {
    expect(smallDay(desk(silence(50, 600)), [text(0, 100, {wrapUp: 20})]).legs).toMatchObject([{end: 50 + 600 + 70}]);
    expect(smallDay(desk(silence(100, 600)), [text(0, 100, {wrapUp: 20})]).legs).toMatchObject([{end: 120}]);
  });

  it('waits when back until there is room, without end, and before those who come later', () => {
    const {legs} = smallDay(desk(silence(40, 60), {}, {messageAfterSeconds: 50}), [
      text(0, 60, {patience: 5}),
      text(50, 40 + 80),
      text(101, 20),
    ]);
    // the second is worked on from 50 to 90, and silent until 150; the first is back at 100 and gets the agent at once
    expect(legs).toMatchObject([{end: 120}, {wait: 0}, {wait: 19, end: 140}]);
    const busy = smallDay(desk(silence(40, 60)), [
      text(0, 60, {patience: 5}),
      text(50, 39, {wrapUp: 40}),
      text(101, 5),
    ]);
    // back at 100, the agent is busy until 129
    expect(busy.legs).toMatchObject([{end: 149}, {end: 129}, {wait: 48, end: 154}]);
  });

  it('is answered once, and its later wait is a figure of its own', () => {
    const scenario = desk(silence(40, 60));
    const {of, team} = counted(scenario, [text(0, 60), text(50, 39, {wrapUp: 40})]);
    expect(of('created')).toBe(2);
    expect(of('answered')).toBe(2);
    expect(of('done')).toBe(2);
    expect(of('waitAnswered')).toBe(0);
    expect(of('replies')).toBe(1);
    expect(of('replyWait')).toBe(29);
    expect(of('queueTime')).toBe(29);
    expect(of('handle')).toBe(60 + 79);
    expect(team('busy')).toBe(60 + 79);
    expect(team('handle')).toBe(60 + 79);
  });

  it('speeds up the others whom the agent holds, and slows them down when back', () => {
    const types = {
      text: {channel: 'messaging', byConcurrency: [1, 2], goesQuiet: silence(50, 100, {atMost: 1})},
    } as const;
    const team = {skills: {text: 1}, capacity: [holds('messaging', 2)]};
    const {legs} = smallDay(centerWith({types, groups: {team}, clock: {daySeconds: 1800}}), [
      text(0, 60),
      text(0, 200),
    ]);
    // both are half as fast: silent at 100 with 10 and 150 s left; back at 200; the first ends at 220, the second alone again
    expect(legs).toMatchObject([{end: 220}, {end: 220 + 140}]);
  });

  it('goes back to its own agent, though another has been idle for longer', () => {
    const team = {skills: {text: 1}, count: 2};
    const day = [text(0, 60), text(5, 10)];
    const agents = (quiet: GoingQuiet) =>
      pathOf(desk(quiet, {groups: {team}}), {callers: day}).legs.map(({number, agent}) => [number, agent]);
    // the second agent is idle from 15 on, the first from 40 on
    expect(agents(silence(40, 60))).toEqual([
      [2, 1],
      [1, 0],
    ]);
    expect(agents(silence(40, 60, {backTo: 'anyone'}))).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  it('goes to another agent when its own has none free, or waits for its own where the routing says so', () => {
    const team = {skills: {text: 1}, count: 2};
    // the first agent takes the third at 50 for 200 s; at 100 the second agent is idle
    const day = [text(0, 60), text(5, 90), text(50, 35)];
    const quiet = silence(40, 60, {atMost: 1});
    const more: Partial<CenterSketch> = {groups: {team}};
    const legs = (routing: CenterSketch['routing']) =>
      smallDay(desk(quiet, {...more, ...(routing && {routing})}), [...day.slice(0, 2), text(50, 35, {wrapUp: 165})])
        .legs;
    expect(legs({})[0]).toMatchObject({agent: 1, end: 120});
    expect(legs({lastAgentSeconds: 300})[0]).toMatchObject({agent: 0, end: 270});
  });

  it('interrupts the email that its own agent has taken meanwhile, where it may', () => {
    const types = {text: {channel: 'messaging', goesQuiet: silence(40, 60)}, mail: {channel: 'email'}} as const;
    const team = {skills: {text: 1, mail: 2}, capacity: [holds('email', 1, {interruptedBy: ['messaging']})]};
    const {legs} = smallDay(centerWith({types, groups: {team}, clock: {daySeconds: 1800}}), [
      text(0, 60),
      {type: 'mail', at: 10, talk: 100},
    ]);
    expect(legs).toMatchObject([{end: 120}, {wait: 30, end: 160}]);
  });

  it('is in service still at the end of the run when it would be back after it', () => {
    const scenario = desk(silence(40, 5000));
    const {legs, end} = smallDay(scenario, [text(0, 60)]);
    expect(legs).toMatchObject([{outcome: 'answered', wait: 0, end: 1800}]);
    expect(end).toBe(1800);
    const {of} = counted(scenario, [text(0, 60)]);
    expect([of('answered'), of('done'), of('inService'), of('handle')]).toEqual([1, 0, 1, 40]);
  });

  it('waits over the night when its queue has closed, and is not dismissed', () => {
    const queues = [
      queueNamed('text', {
        open: [
          [0, 200],
          [1000, 1400],
        ],
        atClosing: 'dismiss',
      }),
    ];
    const staffing = {
      kind: 'counts',
      changes: [
        {at: 0, agents: 1},
        {at: 150, agents: 0},
        {at: 1000, agents: 1},
      ],
    } as const;
    const scenario = desk(silence(40, 120), {queues, groups: {team: {skills: {text: 1}, staffing}}});
    const {of} = counted(scenario, [text(0, 60), text(155, 10)]);
    expect([of('answered'), of('dismissed'), of('done'), of('replyWait')]).toEqual([1, 1, 1, 200 - 160]);
    expect(smallDay(scenario, [text(0, 60)]).legs).toMatchObject([{wait: 0, end: 1020}]);
  });
});
