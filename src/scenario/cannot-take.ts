import type {Site} from './scenario.js';
import type {WrittenSite} from './schema/agents.js';
import type {WrittenScenario} from './schema/document.js';

/** What the agents of a site cannot take, by index of contact type. */
export function cannotTake(
  told: NonNullable<WrittenSite['cannot-take']>,
  {contacts}: WrittenScenario,
): NonNullable<Site['cannotTake']> {
  return told.map(({name, value}) => ({
    contactType: contacts.findIndex(type => type.name === name.value),
    share: value.value,
  }));
}
