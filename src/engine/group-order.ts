import type {Scenario} from '../scenario/scenario.js';

/**
 * The groups in an order that depends on what they are and not on where or under what name they are declared, so that
 * ties between agents (all idle since they signed in together) fall the same way after a reordering or renaming. Groups
 * that are alike in everything keep their declared order.
 */
export function groupOrder({groups, contactTypes}: Scenario): number[] {
  const keys = groups.map(({skills, staffing}) => {
    const rights = skills.map(({contactType, level, handleTimeFactor}) => [contactTypes[contactType].stream, level, handleTimeFactor]);
    return JSON.stringify([rights.map((right) => JSON.stringify(right)).sort(), staffing]);
  });
  return groups.map((_, index) => index).sort((a, b) => (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b));
}
