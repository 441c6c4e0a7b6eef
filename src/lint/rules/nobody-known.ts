import type {Finding} from '../finding.js';
import {mayServe, type Outlook} from '../outlook.js';

/** LNT012: the last agent is preferred where no contact comes again to an agent who has served it. */
export function nobodyKnown({scenario, comes}: Outlook): readonly Finding[] {
  const {contactTypes, groups, routing} = scenario;
  if (routing.lastAgentSeconds === null) return [];
  const again = contactTypes.flatMap(({transfers, comesBack}, type) =>
    comes[type]
      ? [
          ...transfers.filter(({probability}) => probability > 0).map(({to}) => [type, to] as const),
          ...(comesBack !== null && comesBack.probability > 0 ? [[type, comesBack.as] as const] : []),
        ]
      : [],
  );
  const isKnown = again.some(([first, second]) =>
    groups.some((_, group) => mayServe(scenario, first, group) && mayServe(scenario, second, group)),
  );
  // who is back after a silence waits for its own agent
  const isBackAfterSilence = contactTypes.some(({goesQuiet}, type) => goesQuiet !== null && comes[type]);
  if (isKnown || isBackAfterSilence) return [];
  const why =
    again.length === 0
      ? 'no contact type has transfers or comes back once it is answered'
      : 'no group may serve both a contact and what becomes of it when it is transferred or comes back';
  return [
    {
      code: 'LNT012',
      path: ['routing', 'prefer-last-agent'],
      says: `nobody is ever asked first as the last agent: ${why}`,
      mend: 'tell which contacts come back (comes-back), give agents the skill for them, or leave prefer-last-agent out',
    },
  ];
}
