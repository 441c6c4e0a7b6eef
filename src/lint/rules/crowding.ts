import {maxFlow} from '../../numeric/max-flow.js';
import {kindOf} from '../../scenario/channels.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {Finding} from '../finding.js';
import {intervalLoads, type IntervalLoads} from '../interval-loads.js';
import {atOnce, mayServe, type Outlook} from '../outlook.js';
import {spansText, union, type Span} from '../spans.js';
import {agentsText, erlangsText, listText} from '../words.js';

/** Agents left over, as a part of those there, that count as none. */
const NOTHING = 1e-9;

/** An interval in which nobody is without a chat. */
interface Crowd {
  readonly span: Span;
  readonly others: readonly number[];
  readonly load: number;
  readonly agents: number;
}

/**
 * LNT007: contact types that take the whole agent, while chats are enough to give each agent who could serve them one:
 * the next chat then comes before the last is done, and no agent is ever free of them.
 */
export function crowding(outlook: Outlook): readonly Finding[] {
  const {scenario} = outlook;
  if (scenario.groups.every(({capacity}) => capacity.length === 0)) return [];
  const crowds = scenario.contactTypes.map((): Crowd[] => []);
  for (const interval of intervalLoads(outlook)) {
    interval.loads.forEach((load, type) => {
      if (load === 0 || kindOf(scenario.contactTypes[type].channel) !== 'live') return;
      const crowd = crowdOf(scenario, interval, type);
      if (crowd !== null) crowds[type].push(crowd);
    });
  }
  return crowds.flatMap((found, type): Finding[] => {
    if (found.length === 0) return [];
    const {name} = scenario.contactTypes[type];
    const worst = found.reduce((most, crowd) => (crowd.load > most.load ? crowd : most));
    const others = listText(
      worst.others.map(other => scenario.contactTypes[other].name),
      'and',
    );
    return [
      {
        code: 'LNT007',
        path: ['contacts', name],
        says:
          `${name} may find no agent free ${spansText(scenario.clock, union(found.map(({span}) => span)))}: ${others} ` +
          `${worst.others.length === 1 ? 'offers' : 'offer'} ${erlangsText(worst.load)}, one with each of the ${agentsText(worst.agents)} who could serve it, and the next comes before the last is done`,
        mend: `keep agents for ${name} alone, or a few idle for it (routing: {reserve: …})`,
      },
    ];
  });
}

/** null: some agents are left without a chat, when each takes one before anybody takes two. */
function crowdOf(scenario: Scenario, {span, singleLoads, agents}: IntervalLoads, type: number): Crowd | null {
  const able = agents.map((there, group) => there > 0 && mayServe(scenario, type, group));
  const there = agents.filter((_, group) => able[group]).reduce((sum, count) => sum + count, 0);
  const occupies = (other: number, group: number): boolean =>
    mayServe(scenario, other, group) && (!able[group] || keepsOut(scenario, other, type, group));
  const others = singleLoads.flatMap((load, other) =>
    load > 0 && able.some((isAble, group) => isAble && occupies(other, group)) ? [other] : [],
  );
  if (others.length === 0) return null;
  const chats = singleLoads.map((load, other) => (others.includes(other) ? load : 0));
  const fits = (other: number, group: number): boolean => (other === type ? able[group] : occupies(other, group));
  const without = maxFlow(chats, agents, fits).total;
  const withIt = maxFlow(
    chats.map((load, other) => (other === type ? Infinity : load)),
    agents,
    fits,
  ).total;
  if (withIt - without > NOTHING * there) return null;
  return {span, others, load: others.reduce((sum, other) => sum + singleLoads[other], 0), agents: there};
}

/** Does an agent of the group who holds one of the other type take more of them, but none of this type? */
function keepsOut(scenario: Scenario, other: number, type: number, group: number): boolean {
  const {contactTypes, groups} = scenario;
  const held = groups[group].capacity.find(({channel}) => channel === contactTypes[other].channel);
  return (
    kindOf(contactTypes[other].channel) === 'concurrent' &&
    held !== undefined &&
    held.atOnce > 1 &&
    !held.interruptedBy.includes(contactTypes[type].channel) &&
    atOnce(scenario, contactTypes[type], group) === 1
  );
}
