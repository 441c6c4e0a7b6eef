import type {Scenario} from '../../scenario/scenario.js';
import type {Finding} from '../finding.js';
import {intervalLoads} from '../interval-loads.js';
import {ableGroups, wantedSpans, type Outlook} from '../outlook.js';
import {intersection, spansText, union, type Span} from '../spans.js';
import {agentsText, listText} from '../words.js';

/** LNT008: contact types that get no agent, since all who are on duty are kept idle for others. */
export function keptIdle(outlook: Outlook): readonly Finding[] {
  const {scenario} = outlook;
  if (scenario.routing.reserves.length === 0) return [];
  const starved = scenario.contactTypes.map((): Span[] => []);
  const wanted = scenario.contactTypes.map((_, type) => (outlook.comes[type] ? wantedSpans(outlook, type) : []));
  for (const {span, onDuty} of intervalLoads(outlook)) {
    scenario.contactTypes.forEach((_, type) => {
      const there = ableGroups(scenario, type).filter(group => onDuty[group] > 0);
      const isStarved = there.length > 0 && there.every(group => keptFrom(scenario, type, group) >= onDuty[group]);
      if (isStarved) starved[type].push(...intersection(wanted[type], [span]));
    });
  }
  return starved.flatMap((spans, type): Finding[] => {
    if (spans.length === 0) return [];
    const {name} = scenario.contactTypes[type];
    const keepers = scenario.routing.reserves.filter(({group}) => ableGroups(scenario, type).includes(group));
    const kept = keepers.map(({group, keep}) => `${scenario.groups[group].name} keeps ${agentsText(keep)} idle`);
    return [
      {
        code: 'LNT008',
        path: ['routing', 'reserve', scenario.groups[keepers[0].group].name, 'keep'],
        says: `${name} gets no agent ${spansText(scenario.clock, union(spans))}: ${listText(kept, 'and')} for other contact types, and no more are on duty`,
        mend: `keep fewer agents idle than are on duty then, or name ${name} among those who may have them (for)`,
      },
    ];
  });
}

/** Agents of the group who are kept idle and not for this type. */
function keptFrom({routing}: Scenario, type: number, group: number): number {
  const rule = routing.reserves.find(reserve => reserve.group === group);
  return rule === undefined || rule.for.includes(type) ? 0 : rule.keep;
}
