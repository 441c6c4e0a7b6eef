import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {NONE} from '../../../src/engine/contacts.js';
import {makeRouting} from '../../../src/engine/routing/index.js';
import type {ContactCriterion} from '../../../src/scenario/scenario.js';
import {AGENT_CHOICES, CONTACT_RULES, FIXED_CRITERIA, WAITING_CRITERIA} from '../../../src/scenario/schema/routing.js';
import {makeStream} from '../../../src/random/stream.js';
import {compare, moments, Scene, scenarioOf} from '../../support/scene.js';

/** Every policy that a scenario can name: each agent choice with each order of criteria. */
const policies = [
  ...AGENT_CHOICES.map(agent => ({agent, contact: ['age'] as readonly ContactCriterion[]})),
  ...contactRules().map(contact => ({agent: 'longest-idle' as const, contact})),
];

function contactRules(): (readonly ContactCriterion[])[] {
  const before: readonly ContactCriterion[] = FIXED_CRITERIA;
  const prefixes: ContactCriterion[][] = [[], ...before.map(one => [one]), [...before], [...before].reverse()];
  const rules = [
    ...WAITING_CRITERIA.flatMap(end => prefixes.map(prefix => [...prefix, end])),
    ...Object.values(CONTACT_RULES),
  ];
  return [...new Map(rules.map(rule => [rule.join(), rule])).values()];
}

describe.each(policies)('routing by $agent and $contact', ({agent: agentChoice, contact: rule}) => {
  const everyMoment = (check: (scene: Scene, policy: ReturnType<typeof makeRouting>) => void): void => {
    fc.assert(
      fc.property(moments, moment => {
        const scenario = scenarioOf(moment, agentChoice, rule);
        check(new Scene(moment, scenario), makeRouting(scenario, makeStream('1', 0, 'routing', 'random-agent')));
      }),
      {numRuns: 25},
    );
  };

  it('chooses an idle agent who may take the contact, of the lowest level and then the best by the rule, and nobody only when there is none', () => {
    everyMoment((scene, policy) => {
      for (const contact of [...scene.waiting, ...scene.arriving]) {
        const able = scene.idleFor(contact);
        const chosen = policy.chooseAgent(scene.floor, contact);
        if (able.length === 0) expect(chosen).toBe(NONE);
        else {
          expect(able).toContain(chosen);
          const places = able.map(agent => scene.agentPlace(agentChoice, agent, contact)).sort(compare);
          expect(scene.agentPlace(agentChoice, chosen, contact)).toEqual(places[0]);
        }
      }
    });
  });

  it('chooses a waiting contact that the agent may take, the first of its type and the best by the criteria, and none only when there is none', () => {
    everyMoment((scene, policy) => {
      for (const agent of scene.agents()) {
        const able = scene.waitingFor(agent);
        const chosen = policy.chooseContact(scene.floor, agent);
        if (able.length === 0) {
          expect(chosen).toBe(NONE);
          continue;
        }
        expect(able).toContain(chosen);
        expect(chosen).toBe(able.filter(contact => scene.contacts[contact].type === scene.contacts[chosen].type)[0]);
        const rank = (contact: number): number[] =>
          rule
            .map(criterion => scene.place(criterion, contact, scene.groupOf[agent]))
            .concat(scene.contacts[contact].at, contact);
        if (scene.isOwn(chosen, agent)) continue;
        for (const other of able) expect(compare(rank(other), rank(chosen))).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('answers the same for the same seed', () => {
    everyMoment((scene, policy) => {
      const again = makeRouting(scene.scenario, makeStream('1', 0, 'routing', 'random-agent'));
      for (const contact of [...scene.waiting, ...scene.arriving])
        expect(policy.chooseAgent(scene.floor, contact)).toBe(again.chooseAgent(scene.floor, contact));
      for (const agent of scene.agents())
        expect(policy.chooseContact(scene.floor, agent)).toBe(again.chooseContact(scene.floor, agent));
    });
  });
});
