import type {StaffingMethod, TypeRequirement} from '../../planning/staffing/answer.js';
import type {StaffingObjective} from '../../planning/staffing/objectives.js';
import {figureText} from '../../scenario/figure-reference.js';
import {MEASURES} from '../../statistics/measures.js';
import {roundPercent, threshold} from '../numbers.js';

/** Methods as they are called on pages. */
export const METHOD_NAMES: Readonly<Record<StaffingMethod | TypeRequirement['method'], string>> = {
  'erlang-c': 'Erlang C',
  'erlang-a': 'Erlang A',
  transient: 'transient',
  simulation: 'simulation',
  flow: 'flow',
};

/** An objective as it is written: `serviceLevel(orders) >= 80 %`. */
export function objectiveText({measure, scope, name, comparison, target, over}: StaffingObjective): string {
  const sign = comparison === '>=' ? '≥' : '≤';
  const {unit} = MEASURES[measure];
  const amount = unit === 'share' ? roundPercent(target) : unit === 'seconds' ? threshold(target) : String(target);
  return `${figureText({measure, scope, name})} ${sign} ${amount}${over === 'horizon' ? ' over the horizon' : ''}`;
}
