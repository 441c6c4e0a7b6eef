import type {Routing} from './scenario.js';
import type {WrittenScenario} from './schema/document.js';

/** Routing as written becomes delays by contact type and group; where two delays meet the longer one holds. */
export function buildRouting(written: WrittenScenario): Routing {
  const {routing} = written;
  const overflow = written.contacts.map(({name: type}) => {
    const delays = new Map<number, number>();
    const delay = (group: number, seconds: number): void => {
      delays.set(group, Math.max(seconds, delays.get(group) ?? 0));
    };
    for (const {name, value} of routing?.overflow ?? []) {
      if (name !== type) continue;
      for (const group of value.to)
        delay(
          written.agents.findIndex(candidate => candidate.name === group.value),
          value.after,
        );
    }
    const localFirst = routing?.['local-first'];
    for (const {name, value: sites} of localFirst?.sites ?? []) {
      if (name !== type) continue;
      const later = new Set(sites.slice(1).map(({value}) => value));
      written.agents.forEach(({value: {site, skills}}, group) => {
        const able = skills.some(({contactType}) => contactType.value === type);
        if (able && site !== undefined && later.has(site.value)) delay(group, localFirst!.after);
      });
    }
    return [...delays]
      .filter(([, afterSeconds]) => afterSeconds > 0)
      .sort(([a], [b]) => a - b)
      .map(([group, afterSeconds]) => ({group, afterSeconds}));
  });
  return {
    agent: routing?.agent ?? 'longest-idle',
    contact: routing?.contact ?? ['priority', 'level', 'age'],
    overflow,
  };
}
