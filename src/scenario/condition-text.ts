import {formatDuration} from '../base/units.js';
import type {RoutingCondition, Scenario} from './scenario.js';

/** As it is written: `queue(orders) > 5`. */
export function conditionText({queues}: Pick<Scenario, 'queues'>, condition: RoutingCondition): string {
  const {measure, queue, comparison, value} = condition;
  const limit =
    measure === 'queue'
      ? String(value)
      : measure === 'serviceLevel'
        ? `${Number((value * 100).toFixed(4))}%`
        : formatDuration(value);
  return `${measure}(${queues[queue].name}) ${comparison} ${limit}`;
}
