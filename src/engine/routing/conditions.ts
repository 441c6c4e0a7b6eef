import type {RoutingCondition, Scenario} from '../../scenario/scenario.js';
import type {FloorView} from '../floor.js';

/** Does a condition hold now? */
export type Condition = (floor: FloorView) => boolean;

/** A group joins only while its condition holds: by group, or null where it always takes contacts. */
export function joinConditions(scenario: Scenario): readonly (Condition | null)[] {
  return scenario.groups.map(({joins}) => joins && makeCondition(scenario, joins));
}

function makeCondition(scenario: Scenario, {measure, queue, comparison, value}: RoutingCondition): Condition {
  const measured = {
    queue: (floor: FloorView) => floor.waitingIn(queue),
    'expected-wait': longestExpectedWait(scenario, queue),
    serviceLevel: (floor: FloorView) => floor.recentServiceLevel(queue),
  }[measure];
  switch (comparison) {
    case '>':
      return floor => measured(floor) > value;
    case '>=':
      return floor => measured(floor) >= value;
    case '<':
      return floor => measured(floor) < value;
    case '<=':
      return floor => measured(floor) <= value;
  }
}

/** Seconds that the contact type of the queue with the longest expected wait would wait if it came now. */
function longestExpectedWait({contactTypes}: Scenario, queue: number): (floor: FloorView) => number {
  const types = contactTypes.flatMap((type, index) => (type.queue === queue ? [index] : []));
  return floor => {
    let longest = 0;
    for (const type of types) longest = Math.max(longest, floor.expectedWait(type));
    return longest;
  };
}
