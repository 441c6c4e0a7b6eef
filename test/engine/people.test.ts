import {describe, expect, it} from 'vitest';
import {learningFactor} from '../../src/scenario/learning.js';
import type {AgentTimetable, People, Staffing} from '../../src/scenario/scenario.js';
import {centerWith} from '../support/center.js';
import {pathOf, type Path} from '../support/path.js';
import {peopleWith} from '../support/people.js';
import {smallDay, type Caller} from '../support/small-day.js';

const DAY = 86_400;
const help = {types: {help: {}}};

const shiftEachDay = (days: number, from = 8 * 3600, to = 16 * 3600): AgentTimetable => ({
  shifts: Array.from({length: days}, (_, day) => ({from: day * DAY + from, to: day * DAY + to, breaks: []})),
});

const team = (agents: number, days: number): Staffing => ({
  kind: 'shifts',
  agents: Array.from({length: agents}, () => shiftEachDay(days)),
});

/** `agent/day` of everybody who came. */
const cameOn = ({duties}: Pick<Path, 'duties'>): Set<string> =>
  new Set(duties.map(({agent, from}) => `${agent}/${Math.floor(from / DAY)}`));

describe('unplanned absence', () => {
  const days = 50;
  const staff = (told: Partial<People>, name = 'team', first: Record<string, {skills: {help: number}}> = {}) =>
    centerWith({
      ...help,
      groups: {...first, [name]: {staffing: team(40, days), skills: {help: 1}, people: peopleWith(told)}},
      clock: {days},
    });

  it('keeps each agent away each day with its probability', () => {
    const came = cameOn(pathOf(staff({absence: 0.1}), {callers: []})).size;
    // 2,000 agent-days, standard deviation 13.4; four of them
    expect(Math.abs(came - 1800)).toBeLessThan(54);
  });

  it('is drawn anew in every replication, and the same again for the same seed', () => {
    const absent = staff({absence: 0.1});
    const of = (seed: string, replication: number) => cameOn(pathOf(absent, {callers: [], seed, replication}));
    expect(of('1', 0)).toEqual(of('1', 0));
    expect(of('1', 0)).not.toEqual(of('1', 1));
    expect(of('1', 0)).not.toEqual(of('2', 0));
  });

  it('does not depend on the name of the group or on where it is declared', () => {
    const before = {early: {skills: {help: 1}}};
    const agentDays = (scenario: ReturnType<typeof staff>) =>
      pathOf(scenario, {callers: []}).duties.filter(({to, from}) => to - from === 8 * 3600);
    const plain = ({agent, from}: {agent: number; from: number}) => [agent, from];
    const declaredLast = agentDays(staff({absence: 0.1}, 'team', before)).map(plain);
    const renamed = agentDays(staff({absence: 0.1}, 'a team', before)).map(plain);
    const scenario = staff({absence: 0.1}, 'team', before);
    const declaredFirst = agentDays({...scenario, groups: [...scenario.groups].reverse()}).map(plain);
    expect(renamed).toEqual(declaredLast);
    expect(declaredFirst).toEqual(declaredLast);
  });

  it('strikes the same agents in a group that grows, where its chance has a name', () => {
    const came = (agents: number, stream: string | null) =>
      cameOn(
        pathOf(
          centerWith({
            ...help,
            groups: {
              other: {count: 1, skills: {help: 1}},
              team: {staffing: team(agents, days), skills: {help: 2}, people: peopleWith({absence: 0.1, stream})},
            },
            clock: {days},
          }),
          {callers: []},
        ),
      );
    const small = came(20, 'team');
    const large = came(40, 'team');
    for (const agentDay of small) expect(large.has(agentDay)).toBe(true);
    expect(came(20, 'others')).not.toEqual(small);
  });

  it('strikes each of the agents of a number, so that fewer come, all day', () => {
    const counts: Staffing = {
      kind: 'counts',
      changes: [
        {at: 0, agents: 0},
        {at: 8 * 3600, agents: 10},
        {at: 12 * 3600, agents: 20},
        {at: 16 * 3600, agents: 0},
      ],
    };
    const scenario = centerWith({
      ...help,
      groups: {team: {staffing: counts, skills: {help: 1}, people: peopleWith({absence: 0.25})}},
    });
    let came = 0;
    for (let replication = 0; replication < 100; replication++) {
      const {duties} = pathOf(scenario, {callers: [], replication});
      const until = (to: number) => duties.filter(stretch => stretch.from < to).length;
      came += duties.length;
      // nobody who came at eight has gone before four
      expect(duties.every(({to}) => to === 16 * 3600)).toBe(true);
      expect(until(9 * 3600)).toBeLessThanOrEqual(10);
    }
    // 2,000 agent-days, standard deviation 19.4; four of them
    expect(Math.abs(came - 1500)).toBeLessThan(78);
  });

  it('is drawn for each day of a group that works round the clock', () => {
    const scenario = centerWith({
      ...help,
      groups: {team: {count: 100, skills: {help: 1}, people: peopleWith({absence: 0.2})}},
      clock: {days: 30},
    });
    const {duties} = pathOf(scenario, {callers: []});
    const onDuty = Array.from(
      {length: 30},
      (_, day) => duties.filter(({from, to}) => from <= day * DAY + 1 && to > day * DAY + 1).length,
    );
    expect(new Set(onDuty).size).toBeGreaterThan(4);
    const mean = onDuty.reduce((sum, agents) => sum + agents, 0) / 30;
    // standard deviation 0.73; four of them
    expect(Math.abs(mean - 80)).toBeLessThan(3);
  });

  it('is not paid', () => {
    const {tally} = pathOf(staff({absence: 1}), {callers: []});
    expect(tally.counters.every(value => value === 0)).toBe(true);
  });
});

describe('individual speed', () => {
  const calls = (agents: number): Caller[] =>
    Array.from({length: agents}, () => ({type: 'help', at: 0, talk: 100, wrapUp: 100}));
  const staff = (agents: number, told: Partial<People>, factor = 1) =>
    centerWith({
      ...help,
      groups: {team: {count: agents, skills: {help: {handleTimeFactor: factor}}, people: peopleWith(told)}},
    });
  const handleTimes = (scenario: ReturnType<typeof staff>, agents: number, options = {}) => {
    const times = new Array<number>(agents);
    for (const {agent, waitEnd, serviceEnd} of pathOf(scenario, {callers: calls(agents), ...options}).legs)
      times[agent] = serviceEnd - waitEnd;
    return times;
  };

  it('multiplies talk and wrap-up by a factor of the agent, with mean 1 and the variation asked for', () => {
    const times = handleTimes(staff(2000, {speedCv: 0.2}), 2000).map(time => time / 200);
    const mean = times.reduce((sum, time) => sum + time, 0) / 2000;
    const deviation = Math.sqrt(times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / 1999);
    // standard errors 0.0045 and 0.0035; four of them
    expect(Math.abs(mean - 1)).toBeLessThan(0.018);
    expect(Math.abs(deviation - 0.2)).toBeLessThan(0.014);
  });

  it('comes beside the factor of the group', () => {
    const alone = handleTimes(staff(5, {speedCv: 0.2}), 5);
    const slow = handleTimes(staff(5, {speedCv: 0.2, stream: null}, 1.5), 5);
    slow.forEach((time, agent) => expect(time).toBeCloseTo(1.5 * alone[agent], 9));
  });

  it('stays with the agent in every replication, and with the first agents of a group that grows', () => {
    const five = handleTimes(staff(5, {speedCv: 0.2}), 5);
    expect(handleTimes(staff(5, {speedCv: 0.2}), 5, {replication: 7})).toEqual(five);
    expect(handleTimes(staff(9, {speedCv: 0.2}), 9).slice(0, 5)).toEqual(five);
    expect(handleTimes(staff(5, {speedCv: 0.2}), 5, {seed: '2'})).not.toEqual(five);
  });

  it('leaves agents of other groups as they are', () => {
    const scenario = centerWith({
      types: {help: {}, sales: {}},
      groups: {quick: {skills: {help: 1}, people: peopleWith({speedCv: 0.5})}, plain: {skills: {sales: 1}}},
    });
    const {legs} = smallDay(scenario, [{type: 'sales', at: 0, talk: 100, wrapUp: 20}]);
    expect(legs[0].end).toBe(120);
  });
});

describe('new agents', () => {
  it('go half of what is left of the way to 100 % in every half-life', () => {
    const learning = {agents: 1, starts: 1.4, halfLifeDays: 14, daysSinceHired: 0};
    expect([0, 14, 28, 42].map(day => learningFactor(learning, day))).toEqual([1.4, 1.2, 1.1, 1.05]);
    expect(learningFactor({...learning, daysSinceHired: 14}, 14)).toBe(1.1);
  });

  it('are slower by the same factor all day, and quicker the day after', () => {
    const scenario = centerWith({
      ...help,
      groups: {
        team: {
          skills: {help: 1},
          people: peopleWith({learning: {agents: 1, starts: 2, halfLifeDays: 1, daysSinceHired: 0}}),
        },
      },
      clock: {days: 3},
    });
    const at = [0, 80_000, DAY, 2 * DAY + 50];
    const {legs} = smallDay(
      scenario,
      at.map(time => ({type: 'help', at: time, talk: 60, wrapUp: 20})),
    );
    expect(legs.map(({end}, call) => end - at[call])).toEqual([160, 160, 120, 100]);
  });

  it('are spread evenly over the agents of the group', () => {
    const scenario = centerWith({
      ...help,
      groups: {
        team: {
          count: 6,
          skills: {help: 1},
          people: peopleWith({learning: {agents: 2, starts: 1.5, halfLifeDays: 10, daysSinceHired: 0}}),
        },
      },
    });
    const {legs} = smallDay(
      scenario,
      Array.from({length: 6}, () => ({type: 'help', at: 0, talk: 100})),
    );
    const slow = legs.filter(({end}) => end === 150).map(({agent}) => agent);
    expect(slow).toEqual([2, 5]);
  });
});

describe('adherence', () => {
  const days = 20;
  const staff = (adherence: People['adherence'], shift = shiftEachDay(days)) =>
    centerWith({
      ...help,
      groups: {
        team: {
          staffing: {kind: 'shifts', agents: Array.from({length: 20}, () => shift)},
          skills: {help: 1},
          people: peopleWith({adherence}),
        },
      },
      clock: {days},
    });
  const seconds = ({duties}: Pick<Path, 'duties'>, kind: string) =>
    duties.filter(({duty}) => duty === kind).reduce((sum, {from, to}) => sum + to - from, 0);
  const paid = 20 * days * 8 * 3600;

  it('sets agents aside for the rest of the share, in paid time', () => {
    const path = pathOf(staff({share: 0.9, breakSeconds: 600}), {callers: []});
    expect(seconds(path, 'duty') + seconds(path, 'setAside')).toBeCloseTo(paid, 3);
    // variance of the share over a time t is 2 a (1 - a) tau / t with tau = (1 - a) a x 6,000 s = 540 s; four deviations
    const deviation = Math.sqrt((2 * 0.09 * 540) / paid);
    expect(Math.abs(seconds(path, 'setAside') / paid - 0.1)).toBeLessThan(4 * deviation);
  });

  it('holds when contacts keep agents from going: what they keep is taken from the next stretch', () => {
    const callers: Caller[] = [];
    for (let at = 0; at < days * DAY; at += 45) callers.push({type: 'help', at, talk: 600, patience: 30});
    const path = pathOf(staff({share: 0.9, breakSeconds: 600}), {callers});
    const deviation = Math.sqrt((2 * 0.09 * 540) / paid);
    const atWork = seconds(path, 'duty') + seconds(path, 'setAside');
    expect(Math.abs(seconds(path, 'setAside') / atWork - 0.1)).toBeLessThan(4 * deviation);
    for (const {agent, from, to} of path.duties.filter(({duty}) => duty === 'setAside')) {
      const during = path.legs.some(
        leg => leg.agent === agent && leg.outcome === 'answered' && leg.waitEnd < to && leg.serviceEnd > from,
      );
      expect(during).toBe(false);
    }
  });

  it('leaves breaks of the timetable where they are', () => {
    const shift = {
      shifts: Array.from({length: days}, (_, day) => ({
        from: day * DAY,
        to: day * DAY + 7200,
        breaks: [[day * DAY + 3600, day * DAY + 4500] as const],
      })),
    };
    const path = pathOf(staff({share: 0.5, breakSeconds: 1200}, shift), {callers: []});
    const breaks = path.duties.filter(({duty}) => duty === 'break');
    expect(breaks).toHaveLength(20 * days);
    expect(breaks.every(({from, to}) => from % DAY === 3600 && to % DAY === 4500)).toBe(true);
  });

  it('does not keep the run going when everybody has left', () => {
    const {end} = pathOf(staff({share: 0.5, breakSeconds: 6000}, shiftEachDay(days, 0, DAY)), {callers: []});
    expect(end).toBe(days * DAY);
  });
});

describe('an agent who does not answer', () => {
  const never = (setAsideSeconds = 60) =>
    peopleWith({noAnswer: {probability: 1 - 1e-12, ringSeconds: 20, setAsideSeconds}});
  const alone = centerWith({...help, groups: {team: {skills: {help: 1}, people: never()}}});

  it('is busy while it rings, then set aside, and the contact waits on as the same leg', () => {
    const {legs, duties, rings, noAnswers} = smallDay(alone, [{type: 'help', at: 100, patience: 50}]);
    expect(legs).toMatchObject([{outcome: 'abandoned', wait: 50, end: 150}]);
    expect(rings).toEqual([[100, 120]]);
    expect(noAnswers).toBe(1);
    expect(duties.slice(0, 3)).toMatchObject([
      {duty: 'duty', from: 0, to: 120},
      {duty: 'setAside', from: 120, to: 180},
      {duty: 'duty', from: 180},
    ]);
  });

  it('is free again when the customer hangs up while it rings', () => {
    const {legs, rings, noAnswers, duties} = smallDay(alone, [{type: 'help', at: 100, patience: 10}]);
    expect(legs).toMatchObject([{outcome: 'abandoned', wait: 10}]);
    expect(rings).toEqual([[100, 110]]);
    expect(noAnswers).toBe(0);
    expect(duties).toMatchObject([{duty: 'duty', from: 0, to: DAY}]);
  });

  it('leaves the contact to another agent, with its wait running on', () => {
    const scenario = centerWith({
      ...help,
      groups: {deaf: {skills: {help: 1}, people: never()}, awake: {skills: {help: 2}}},
    });
    const {legs} = smallDay(scenario, [{type: 'help', at: 100, talk: 30}]);
    expect(legs).toMatchObject([{outcome: 'answered', group: 'awake', wait: 20, end: 150}]);
  });

  it('gives the contact back to its place in the queue, before those who came later', () => {
    const scenario = centerWith({
      types: {help: {}, sales: {}},
      groups: {deaf: {skills: {help: 1}, people: never(3600)}, awake: {skills: {help: 2, sales: 1}}},
    });
    const {legs} = smallDay(scenario, [
      {type: 'sales', at: 0, talk: 50},
      {type: 'help', at: 10, talk: 30},
      {type: 'help', at: 20, talk: 30},
    ]);
    expect(legs.slice(1)).toMatchObject([
      {wait: 40, end: 80},
      {wait: 60, end: 110},
    ]);
  });

  it('finds the queue closed and its callers sent away', () => {
    const scenario = centerWith({
      ...help,
      queues: [{name: 'help', open: [[0, 110]], atClosing: 'dismiss', lines: null}],
      groups: {team: {skills: {help: 1}, people: never()}},
    });
    expect(smallDay(scenario, [{type: 'help', at: 100}]).legs).toMatchObject([{outcome: 'dismissed', wait: 20}]);
  });

  it('happens with its probability, whatever the routing', () => {
    const scenario = centerWith({
      ...help,
      groups: {
        team: {
          count: 50,
          skills: {help: 1},
          people: peopleWith({noAnswer: {probability: 0.2, ringSeconds: 5, setAsideSeconds: 0}}),
        },
      },
    });
    const {legs, noAnswers} = smallDay(
      scenario,
      Array.from({length: 4000}, (_, call) => ({type: 'help', at: 20 * call, talk: 60})),
    );
    expect(legs.every(({outcome}) => outcome === 'answered')).toBe(true);
    // failures before each success: mean 0.25, variance 0.3125; four deviations
    expect(Math.abs(noAnswers - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.3125));
  });

  it('does not ring for deferred work', () => {
    const scenario = centerWith({
      types: {help: {channel: 'email'}},
      groups: {team: {skills: {help: 1}, people: never()}},
    });
    expect(smallDay(scenario, [{type: 'help', at: 100}]).noAnswers).toBe(0);
  });
});
