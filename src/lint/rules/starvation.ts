import {maxFlow} from '../../numeric/max-flow.js';
import type {AgentGroup, ContactCriterion, Scenario} from '../../scenario/scenario.js';
import type {Finding} from '../finding.js';
import {intervalLoads, type IntervalLoads} from '../interval-loads.js';
import {mayServe, type Outlook} from '../outlook.js';
import {spansText, union, type Span} from '../spans.js';
import {agentsText, erlangsText, listText} from '../words.js';

/** Agents left over, as a part of those there, that count as none. */
const NOTHING = 1e-9;

/** An interval in which a contact type has no agents left. */
interface Hunger {
  readonly span: Span;
  /** Contact types that go first. */
  readonly before: readonly number[];
  readonly load: number;
  readonly agents: number;
}

/** LNT006: contact types behind others that fill all agents who could serve them. */
export function starvation(outlook: Outlook): readonly Finding[] {
  const {scenario} = outlook;
  if (strictCriteria(scenario).length === 0) return [];
  const hungry = scenario.contactTypes.map((): Hunger[] => []);
  for (const interval of intervalLoads(outlook)) {
    interval.loads.forEach((load, type) => {
      if (load === 0) return;
      const hunger = hungerOf(scenario, interval, type);
      if (hunger !== null) hungry[type].push(hunger);
    });
  }
  return hungry.flatMap((hungers, type): Finding[] => {
    if (hungers.length === 0) return [];
    const {name} = scenario.contactTypes[type];
    const worst = hungers.reduce((most, hunger) => (hunger.load > most.load ? hunger : most));
    const first = listText(
      worst.before.map(other => scenario.contactTypes[other].name),
      'and',
    );
    return [
      {
        code: 'LNT006',
        path: ['contacts', name],
        says:
          `${name} waits without end ${spansText(scenario.clock, union(hungers.map(({span}) => span)))}: ` +
          `${first} always ${worst.before.length === 1 ? 'goes' : 'go'} first and alone ${worst.before.length === 1 ? 'offers' : 'offer'} ${erlangsText(worst.load)} to the ${agentsText(worst.agents)} who could serve it`,
        mend: `keep agents for ${name} alone, or let the wait count (routing: {contact: priority-with-ageing})`,
      },
    ];
  });
}

/** What a free agent looks at before the wait counts. */
const strictCriteria = ({routing}: Scenario): readonly ContactCriterion[] =>
  routing.contact.filter(criterion => criterion === 'priority' || criterion === 'level');

/** null: some agents are left for the type, when all that goes first is shared as well as can be. */
function hungerOf(scenario: Scenario, {span, loads, agents}: IntervalLoads, type: number): Hunger | null {
  const able = agents.map((there, group) => there > 0 && mayServe(scenario, type, group));
  const there = agents.filter((_, group) => able[group]).reduce((sum, count) => sum + count, 0);
  const isBefore = (other: number, group: number): boolean =>
    mayServe(scenario, other, group) && (!able[group] || goesFirst(scenario, group, other, type));
  const before = loads.flatMap((load, other) =>
    load > 0 && able.some((isAble, group) => isAble && isBefore(other, group)) ? [other] : [],
  );
  if (before.length === 0) return null;
  const first = loads.map((load, other) => (other === type ? 0 : load));
  const fits = (other: number, group: number): boolean => (other === type ? able[group] : isBefore(other, group));
  const without = maxFlow(first, agents, fits).total;
  const withIt = maxFlow(
    loads.map((_, other) => (other === type ? Infinity : first[other])),
    agents,
    fits,
  ).total;
  if (withIt - without > NOTHING * there) return null;
  return {span, before, load: before.reduce((sum, other) => sum + loads[other], 0), agents: there};
}

/** Does a free agent of the group take the one type before the other, whoever has waited longer? */
function goesFirst(scenario: Scenario, group: number, one: number, other: number): boolean {
  for (const criterion of strictCriteria(scenario)) {
    const difference =
      rankOf(scenario, scenario.groups[group], one, criterion) -
      rankOf(scenario, scenario.groups[group], other, criterion);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function rankOf({contactTypes}: Scenario, group: AgentGroup, type: number, criterion: ContactCriterion): number {
  if (criterion === 'priority') return contactTypes[type].priority;
  return group.skills.find(({contactType}) => contactType === type)?.level ?? Infinity;
}
