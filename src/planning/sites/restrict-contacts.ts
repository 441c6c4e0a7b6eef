import type {AgentGroup, ContactType, Routing, Scenario} from '../../scenario/scenario.js';

/** A part of the contacts of one type that one site cannot take: for want of a language, a licence, a right. */
export interface Restriction {
  /** Index into sites. */
  readonly site: number;
  /** Index into contactTypes. */
  readonly contactType: number;
  readonly share: number;
}

/**
 * The same center with a part of a contact type set apart as a type of its own, in the same queue and alike in all else,
 * which every group may serve that serves the whole, but for those of the site.
 */
export function restrictContacts(scenario: Scenario, {site, contactType, share}: Restriction): Scenario {
  if (share === 0) return scenario;
  const apart = scenario.contactTypes.length;
  const whole = scenario.contactTypes[contactType]!;
  const siteName = scenario.sites[site]!.name;
  const part = itself(
    {
      ...whole,
      name: `${whole.name} not ${siteName}`,
      stream: `${whole.stream} not ${siteName}`,
      arrivals: scaled(whole, share),
    },
    contactType,
    apart,
  );
  return {
    ...scenario,
    contactTypes: [
      ...scenario.contactTypes.map((type, index) =>
        index === contactType ? {...type, arrivals: scaled(type, 1 - share)} : type,
      ),
      part,
    ],
    groups: scenario.groups.map(group => (group.site === site ? group : withSkill(group, contactType, apart))),
    sites: scenario.sites.map(each =>
      each.contract === null
        ? each
        : {
            ...each,
            contract: {
              ...each.contract,
              revenuePerContact: [...each.contract.revenuePerContact, each.contract.revenuePerContact[contactType]!],
              terms: each.contract.terms.map(term =>
                term.contactTypes.includes(contactType) ? {...term, contactTypes: [...term.contactTypes, apart]} : term,
              ),
            },
          },
    ),
    routing: routingOf(scenario.routing, contactType, apart, group => scenario.groups[group]!.site !== site),
  };
}

const scaled = ({arrivals}: ContactType, factor: number): ContactType['arrivals'] =>
  arrivals.map(source =>
    source.kind === 'replayed' ? source : {...source, expected: source.expected.map(contacts => contacts * factor)},
  );

/** Who comes again as the whole comes again as the part. */
function itself(type: ContactType, from: number, to: number): ContactType {
  const again = <Rule extends {readonly as: number}>(rule: Rule | null): Rule | null =>
    rule?.as === from ? {...rule, as: to} : rule;
  return {
    ...type,
    redial: again(type.redial),
    comesBack: again(type.comesBack),
    automation: type.automation && {...type.automation, comesBack: again(type.automation.comesBack)},
  };
}

function withSkill(group: AgentGroup, from: number, to: number): AgentGroup {
  const skill = group.skills.find(({contactType}) => contactType === from);
  return skill === undefined ? group : {...group, skills: [...group.skills, {...skill, contactType: to}]};
}

function routingOf(routing: Routing, from: number, to: number, serves: (group: number) => boolean): Routing {
  const kept = <Rule extends {readonly group: number}>(rules: readonly Rule[] = []): readonly Rule[] =>
    rules.filter(({group}) => serves(group));
  return {
    ...routing,
    overflow: [...routing.overflow, kept(routing.overflow[from])],
    expiry: [...routing.expiry, kept(routing.expiry[from])],
    shares: [...routing.shares, null],
    reserves: routing.reserves.map(rule => (rule.for.includes(from) ? {...rule, for: [...rule.for, to]} : rule)),
  };
}
