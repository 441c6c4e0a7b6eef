import type {ContactType} from './scenario.js';

/** Share of a contact type's first attempts that come to its queue: those that its bot or IVR neither contains nor loses. */
export const shareToQueue = ({automation}: ContactType): number =>
  automation === null ? 1 : Math.max(0, 1 - automation.contained - automation.hangsUp);

/** Contact types, by index, as which contacts of one may come again: sent on, deflected, redialling or coming back. */
export function laterTypesOf({transfers, redial, deflect, comesBack, automation}: ContactType): ReadonlySet<number> {
  const later = new Set(transfers.filter(({probability}) => probability > 0).map(({to}) => to));
  if (deflect !== null && deflect.accepted > 0) later.add(deflect.to);
  for (const again of [redial, comesBack, automation?.comesBack ?? null])
    if (again !== null && again.probability > 0) later.add(again.as);
  return later;
}
