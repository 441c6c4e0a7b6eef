import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, it} from 'vitest';
import {loadScenario} from '../../../src/scenario/load.js';
import type {AgentChoice, AgentGroup, Routing, Scenario} from '../../../src/scenario/scenario.js';
import {AGENT_CHOICES, CONTACT_RULES} from '../../../src/scenario/schema/routing.js';
import {built} from '../../support/built.js';
import {ROOT} from '../../support/run-plimsoll.js';

const {makeReplicator} = await built<typeof import('../../../src/experiment/replicate.js')>('experiment/replicate.js');

/** Everything counted in one replication, by contact type, group and interval. */
async function figuresOf(scenario: Scenario): Promise<string> {
  const openReplay = (): never => {
    throw new Error('nothing is replayed here');
  };
  const {counters} = await makeReplicator(scenario, {openReplay})(0);
  return counters.join();
}

interface Shipped {
  readonly scenario: Scenario;
  readonly figures: string;
}

const files = new Map<string, Promise<Shipped>>();

/** A shipped scenario, cut to its first day, and its figures. */
function shipped(file: string): Promise<Shipped> {
  const known = files.get(file) ?? runShipped(file);
  files.set(file, known);
  return known;
}

async function runShipped(file: string): Promise<Shipped> {
  const scenario = await loadScenario(resolve(ROOT, 'scenarios', file), {set: ['clock.days=1']});
  return {scenario, figures: await figuresOf(scenario)};
}

/** How the page on routing tells of each rule: what it does in one sentence, and a shipped scenario that has it. */
const told = [
  ...readFileSync(resolve(ROOT, 'docs/how-to/route-contacts.md'), 'utf8').matchAll(
    /^\| `([a-z-]+)` +\| (.+?) +\| `scenarios\/(.+)` \|$/gm,
  ),
].map(([, rule, sentence, file]) => ({rule, sentence, file}));

const withRouting = (scenario: Scenario, routing: Partial<Routing>): Scenario => ({
  ...scenario,
  routing: {...scenario.routing, ...routing},
});
const withGroups = (scenario: Scenario, change: (group: AgentGroup) => Partial<AgentGroup>): Scenario => ({
  ...scenario,
  groups: scenario.groups.map(group => ({...group, ...change(group)})),
});

/** The order that holds when a scenario says nothing of it. */
const USUAL = ['priority', 'level', 'age'] as const;

/** For each agent choice one that says nothing of it. */
const other = (rule: AgentChoice): AgentChoice => (rule === 'longest-idle' ? 'linear' : 'longest-idle');

describe('the page on routing', () => {
  it('tells of every rule in one sentence, with a shipped scenario', () => {
    expect(told.map(({rule}) => rule)).toEqual([...AGENT_CHOICES, ...Object.keys(CONTACT_RULES)]);
    for (const {sentence} of told) expect(sentence).toMatch(/^(the|any) .{15,}/);
  });
});

describe('a rule by which agents or contacts are chosen', () => {
  it.each(told)('$rule is needed by $file: another one gives other figures', async ({rule, file}) => {
    const {scenario, figures} = await shipped(file);
    const {agent, contact} = scenario.routing;
    const isAgentRule = AGENT_CHOICES.some(choice => choice === rule);
    if (isAgentRule) expect(agent).toBe(rule);
    else expect(contact).toEqual(CONTACT_RULES[rule as keyof typeof CONTACT_RULES]);
    const without = isAgentRule
      ? {agent: other(agent)}
      : {contact: rule === 'first-in-first-out' ? USUAL : CONTACT_RULES['first-in-first-out']};
    expect(figures === (await figuresOf(withRouting(scenario, without)))).toBe(false);
  });
});

describe('what widens, narrows or shares', () => {
  const none = <T>(scenario: Scenario, nothing: T): T[] => scenario.contactTypes.map(() => nothing);
  const noCondition = (scenario: Scenario): Scenario => withGroups(scenario, () => ({joins: null}));

  it.each<[what: string, file: string, without: (scenario: Scenario) => Scenario]>([
    ['overflow and local first', 'sites-overflow.yaml', s => withRouting(s, {overflow: none(s, [])})],
    [
      'rings',
      'bullseye.yaml',
      s => withRouting(s, {overflow: s.routing.overflow.map((rules, type) => (type === 0 ? [] : rules))}),
    ],
    ['rings that expire', 'bullseye.yaml', s => withRouting(s, {expiry: none(s, [])})],
    [
      'levels by waiting time',
      'bullseye.yaml',
      s => withRouting(s, {overflow: s.routing.overflow.map((rules, type) => (type === 1 ? [] : rules))}),
    ],
    ['agents kept idle', 'reserve.yaml', s => withRouting(s, {reserves: []})],
    ['a condition on the queue', 'reserve.yaml', noCondition],
    ['a condition on the expected wait', 'best-first.yaml', noCondition],
    ['a condition on the service level', 'two-sites-shared.yaml', noCondition],
    ['percent allocation', 'two-sites-shared.yaml', s => withRouting(s, {shares: none(s, null)})],
    ['the last agent first', 'bullseye.yaml', s => withRouting(s, {lastAgentSeconds: null})],
    [
      'email that gives way (blending)',
      'omnichannel.yaml',
      s => withGroups(s, ({capacity}) => ({capacity: capacity.map(held => ({...held, interruptedBy: []}))})),
    ],
    ['a table of what is held together', 'mixed-desk.yaml', s => withGroups(s, () => ({together: null}))],
  ])('%s is needed by %s: without it the figures are others', async (_, file, without) => {
    const {scenario, figures} = await shipped(file);
    const changed = without(scenario);
    expect(changed).not.toEqual(scenario);
    expect(figures === (await figuresOf(changed))).toBe(false);
  });
});
