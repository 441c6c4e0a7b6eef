import {maxFlow} from '../../numeric/max-flow.js';
import type {Finding} from '../finding.js';
import {intervalLoads, type IntervalLoads} from '../interval-loads.js';
import {mayServe, type Outlook} from '../outlook.js';
import {spansText, union, type Span} from '../spans.js';
import {agentsText, erlangsText, listText} from '../words.js';

/** Contact types that together offer more than all who may serve any of them can carry, in one interval. */
interface Excess {
  readonly types: readonly number[];
  readonly span: Span;
  readonly load: number;
  /** Expected to be there. */
  readonly agents: number;
  /** By the timetable. */
  readonly onDuty: number;
}

/** More than this part of the agents is an excess; below it is rounding. */
const TOLERANCE = 1e-9;

/** LNT002: intervals in which the offered load is above what the agents on duty can carry, however they are shared. */
export function overload(outlook: Outlook): readonly Finding[] {
  const {scenario} = outlook;
  const found = new Map<string, Excess[]>();
  for (const interval of intervalLoads(outlook)) {
    for (const excess of excessesOf(outlook, interval)) {
      const key = excess.types.join();
      const excesses = found.get(key);
      if (excesses === undefined) found.set(key, [excess]);
      else excesses.push(excess);
    }
  }
  return [...found.values()].map(excesses => {
    const worst = excesses.reduce((most, excess) => (gapOf(excess) > gapOf(most) ? excess : most));
    const names = worst.types.map(type => scenario.contactTypes[type].name);
    const spans = union(excesses.map(({span}) => span));
    // of as many more, as many are away
    const more = Math.ceil((gapOf(worst) * worst.onDuty) / worst.agents - TOLERANCE * worst.agents);
    const away = worst.onDuty - worst.agents > TOLERANCE * worst.agents;
    const there = `${agentsText(worst.agents)}${away ? ` (${agentsText(worst.onDuty)} less absence and adherence)` : ''}`;
    return {
      code: 'LNT002',
      path: ['contacts', names[0], 'arrivals'],
      says:
        `${listText(names, 'and')} ${names.length === 1 ? 'offers' : 'offer'} more than the agents on duty can carry ${spansText(scenario.clock, spans)}; ` +
        `at worst ${erlangsText(worst.load)} for ${there} ${spansText(scenario.clock, [worst.span])}`,
      mend: `put at least ${more} more ${more === 1 ? 'agent' : 'agents'} who may serve ${listText(names, 'or')} on duty then, or expect a queue that grows until customers give up`,
    };
  });
}

const gapOf = ({load, agents}: Excess): number => load - agents;

/** Parted into contact types that share no agents. */
function excessesOf({scenario}: Outlook, {span, loads, agents, onDuty}: IntervalLoads): readonly Excess[] {
  if (loads.every(load => load === 0)) return [];
  const {short} = maxFlow(loads, agents, (type, group) => mayServe(scenario, type, group));
  const groupsOf = (type: number): number[] =>
    agents.flatMap((there, group) => (there > 0 && mayServe(scenario, type, group) ? [group] : []));
  const parts: {types: number[]; groups: Set<number>}[] = [];
  short.forEach((isShort, type) => {
    if (!isShort || loads[type] === 0) return;
    const groups = new Set(groupsOf(type));
    const joined = parts.filter(part => [...groups].some(group => part.groups.has(group)));
    for (const part of joined) {
      parts.splice(parts.indexOf(part), 1);
      for (const group of part.groups) groups.add(group);
    }
    parts.push({types: [...joined.flatMap(({types}) => types), type].sort((a, b) => a - b), groups});
  });
  return parts
    .map(({types, groups}) => ({
      types,
      span,
      load: types.reduce((sum, type) => sum + loads[type], 0),
      agents: [...groups].reduce((sum, group) => sum + agents[group], 0),
      onDuty: [...groups].reduce((sum, group) => sum + onDuty[group], 0),
    }))
    .filter(excess => gapOf(excess) > TOLERANCE * excess.agents);
}
