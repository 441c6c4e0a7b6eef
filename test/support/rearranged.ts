import type {ContactType, Scenario} from '../../src/scenario/scenario.js';

/** Where each thing of the scenario goes: `types[2]` is the new place of contact type 2. */
export interface Rearrangement {
  readonly types: readonly number[];
  readonly groups: readonly number[];
  readonly queues: readonly number[];
  readonly sites: readonly number[];
}

/** The same center with its contact types, groups, queues, sites, skills and shifts declared in another order, and groups, queues and sites under other names. */
export function rearranged(
  scenario: Scenario,
  {types, groups, queues, sites}: Rearrangement,
  rename: (name: string) => string,
): Scenario {
  const typeMoved = (type: ContactType): ContactType => ({
    ...type,
    queue: queues[type.queue],
    redial: type.redial && {...type.redial, as: types[type.redial.as]},
    automation: type.automation && {
      ...type.automation,
      comesBack: type.automation.comesBack && {...type.automation.comesBack, as: types[type.automation.comesBack.as]},
    },
    comesBack: type.comesBack && {...type.comesBack, as: types[type.comesBack.as]},
    deflect: type.deflect && {...type.deflect, to: types[type.deflect.to]},
    transfers: type.transfers.map(rule => ({...rule, to: types[rule.to]})),
  });
  return {
    ...scenario,
    contactTypes: moved(scenario.contactTypes.map(typeMoved), types),
    queues: moved(
      scenario.queues.map(queue => ({...queue, name: rename(queue.name)})),
      queues,
    ),
    sites: moved(
      scenario.sites.map(site => ({...site, name: rename(site.name)})),
      sites,
    ),
    groups: moved(
      scenario.groups.map(group => ({
        ...group,
        name: rename(group.name),
        site: group.site === null ? null : sites[group.site],
        staffing:
          group.staffing.kind === 'shifts'
            ? {...group.staffing, agents: [...group.staffing.agents].reverse()}
            : group.staffing,
        skills: group.skills.map(skill => ({...skill, contactType: types[skill.contactType]})).reverse(),
      })),
      groups,
    ),
    routing: {
      ...scenario.routing,
      overflow: moved(
        scenario.routing.overflow.map(rules => rules.map(rule => ({...rule, group: groups[rule.group]})).reverse()),
        types,
      ),
    },
  };
}

function moved<T>(list: readonly T[], places: readonly number[]): T[] {
  const result: T[] = [];
  list.forEach((item, index) => (result[places[index]] = item));
  return result;
}
