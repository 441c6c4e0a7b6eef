import type {StaffingAnswer, StaffingMethod, TypeRequirement} from '../../planning/staffing/answer.js';
import type {StaffingObjective} from '../../planning/staffing/objectives.js';
import {figureText} from '../../scenario/figure-reference.js';
import {MEASURES} from '../../statistics/measures.js';
import {roundPercent, threshold} from '../numbers.js';

const METHOD_NAMES: Readonly<Record<StaffingMethod | TypeRequirement['method'], string>> = {
  'erlang-c': 'Erlang C',
  'erlang-a': 'Erlang A',
  transient: 'transient',
  simulation: 'simulation',
  flow: 'flow',
};

/** A method as it is called on pages. What knows patience and several chats held at once is Erlang Chat. */
export function methodName(
  {workload}: Pick<StaffingAnswer, 'workload'>,
  method: StaffingMethod | TypeRequirement['method'],
): string {
  if (method !== 'erlang-a' || workload.every(({kind}) => kind !== 'concurrent')) return METHOD_NAMES[method];
  return workload.some(({kind}) => kind === 'live') ? 'Erlang A, chats by Erlang Chat' : 'Erlang Chat';
}

/** An objective as it is written: `serviceLevel(orders) >= 80 %`. */
export function objectiveText({measure, scope, name, comparison, target, over}: StaffingObjective): string {
  const sign = comparison === '>=' ? '≥' : '≤';
  const {unit} = MEASURES[measure];
  const amount = unit === 'share' ? roundPercent(target) : unit === 'seconds' ? threshold(target) : String(target);
  return `${figureText({measure, scope, name})} ${sign} ${amount}${over === 'horizon' ? ' over the horizon' : ''}`;
}
