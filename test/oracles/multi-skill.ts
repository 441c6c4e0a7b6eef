import {exponential} from '../support/center.js';
import type {GroupSketch} from '../support/center.js';
import type {Expected, Family, OracleCase} from './case.js';
import {AHT, countedGroup, countedType, stationary} from './stationary.js';
import {readJson} from './table.js';

interface Design {
  readonly id: string;
  readonly description: string;
  readonly model: {
    readonly lam: readonly number[];
    readonly th: readonly number[];
    readonly n: readonly number[];
    /** By group and contact type. */
    readonly mu: readonly (readonly number[])[];
    /** By contact type: groups, the preferred one first. */
    readonly call_pref: readonly (readonly number[])[];
    /** By group: a rule, and contact types in order of priority. */
    readonly agent_rule: readonly (readonly ['prio' | 'fcfs', readonly number[]])[];
    /** Waiting places of the whole center. */
    readonly cap: number;
  };
  readonly results: {
    readonly P_served_immediately: readonly number[];
    readonly P_abandon: readonly number[];
    readonly P_block: readonly number[];
    readonly EQ: readonly number[];
    readonly E_wait_all: readonly number[];
    readonly occ: readonly number[];
    readonly flow_class_to_pool: readonly (readonly number[])[];
  };
}

/** In mean handle times; nothing in these designs is slower than patience with a mean of four, but for a line without patience at ρ 0.87. */
const RELAXATION = 10;
/** Waiting places that never run out in practice. */
const PLENTY = 20;
/** A figure is compared where so many contacts make it. */
const ENOUGH = 200;

function caseOf({id, description, model, results}: Design): OracleCase {
  const types = model.lam.map((_, type) => `type ${type}`);
  const groups = model.n.map((_, group) => `group ${group}`);
  const agents = model.n.reduce((sum, count) => sum + count, 0);
  const center = stationary({
    chance: `multi-skill ${id}`,
    types: Object.fromEntries(
      types.map((name, type) => [
        name,
        {
          perAht: model.lam[type],
          talk: exponential(AHT / rateOf(model, type)),
          ...(model.th[type] > 0 && {patience: exponential(AHT / model.th[type])}),
          priority: priorityOf(model, type),
          thresholdSeconds: 0,
        },
      ]),
    ),
    groups: Object.fromEntries(groups.map((name, group) => [name, groupOf(model, group, types)])),
    routing: {contact: model.agent_rule[0][0] === 'fcfs' ? ['age'] : ['priority', 'age']},
    // waiting places exist while all agents are busy, so lines are agents and waiting places together
    ...(model.cap < PLENTY && {lines: agents + model.cap}),
    relaxation: RELAXATION,
    overtaking: true,
    contacts: 800_000,
  });
  const expected = [
    ...types.flatMap((name, type) => expectedOfType(name, type, model, results, center.contacts)),
    ...groups.flatMap((name, group): readonly Expected[] => [
      {figure: `occupancy of ${name}`, exact: results.occ[group], reading: {measure: 'occupancy', at: countedGroup(name)}},
      {
        figure: `contacts answered by ${name}`,
        exact: model.lam.reduce((sum, rate, type) => sum + rate * results.flow_class_to_pool[type][group], 0) * center.stretch,
        reading: {measure: 'answered', at: countedGroup(name)},
      },
    ]),
  ];
  return {name: `${id}: ${description}`, scenario: center.scenario, expected, slow: false};
}

/** The table's shares and waits are of all who come; those of the results are of the offered, who were not blocked. */
function expectedOfType(name: string, type: number, {lam, th}: Design['model'], results: Design['results'], contacts: number): readonly Expected[] {
  const at = countedType(name);
  const blocked = results.P_block[type];
  const offered = 1 - blocked;
  const own = (contacts * lam[type]) / lam.reduce((sum, rate) => sum + rate, 0);
  return [
    {
      figure: `${name}: answered at once, of offered`,
      exact: results.P_served_immediately[type] / offered,
      reading: {measure: 'serviceLevelOverOffered', at},
    },
    ...(th[type] > 0
      ? [{figure: `${name}: abandonment`, exact: results.P_abandon[type] / offered, reading: {measure: 'abandonment', at}} as const]
      : []),
    {figure: `${name}: mean wait, s`, exact: (results.E_wait_all[type] / offered) * AHT, reading: {measure: 'meanWait', at}},
    {figure: `${name}: mean queue length`, exact: results.EQ[type], reading: {measure: 'meanQueueLength', at}},
    ...(blocked * own >= ENOUGH
      ? [{figure: `${name}: blocked, of all who call`, exact: blocked, reading: {counts: ['blocked'], over: ['created'], at}} as const]
      : []),
  ];
}

/** Talk is drawn at the rate of the group that the type prefers; other groups take a factor. */
const rateOf = (model: Design['model'], type: number): number => model.mu[model.call_pref[type][0]][type];

/** Where every rule that names the type puts it; the shared type of the W design comes last in both groups. */
function priorityOf({agent_rule}: Design['model'], type: number): number {
  return Math.max(...agent_rule.map(([, order]) => order.indexOf(type))) + 1;
}

function groupOf(model: Design['model'], group: number, types: readonly string[]): GroupSketch {
  const served = model.agent_rule[group][1];
  return {
    count: model.n[group],
    skills: Object.fromEntries(
      served.map(type => [
        types[type],
        {level: model.call_pref[type].indexOf(group) + 1, handleTimeFactor: rateOf(model, type) / model.mu[group][type]},
      ]),
    ),
  };
}

export const multiSkill: Family = {
  title: 'Several skills',
  source: 'multiskill_ctmc.json',
  about:
    'V, N and W designs (contact types that share groups), by priority or first in, first out, one of them with few waiting places; and overflow to a slower group. Exact: the stationary ' +
    'distribution of the whole Markov chain, residual 2e-15. All types are judged at T = 0 s, which tells who is answered at once. Waiting places become lines: agents and waiting places together.',
  notCompared: 'How the contacts of a type part into groups: the results count what a group answers, over all types; that sum is compared.',
  cases: readJson<readonly Design[]>('multiskill_ctmc.json').map(caseOf),
};
