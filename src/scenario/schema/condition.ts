import {parseDuration, parseShare} from '../../base/units.js';
import {suggest} from '../../base/suggest.js';
import type {ConditionMeasure, RoutingCondition} from '../scenario.js';
import {atom, Rejected} from './field.js';
import type {Field} from './field.js';

/** A condition as written; `of` is a queue or a contact type. */
export interface WrittenCondition extends Omit<RoutingCondition, 'queue'> {
  readonly of: string;
}

/** What a condition may ask, and how the amount behind it is written. */
const MEASURES: Readonly<Record<ConditionMeasure, {read: (text: string) => number | null; such: string}>> = {
  queue: {read: text => (/^\d{1,9}$/.test(text) ? Number(text) : null), such: 'a number of contacts such as 5'},
  'expected-wait': {read: parseDuration, such: 'a duration such as "60s"'},
  serviceLevel: {read: shareOf, such: 'a share such as "80%"'},
};
const NAMES = Object.keys(MEASURES) as ConditionMeasure[];

const FORM = 'a condition such as "only when queue(orders) > 5"';

/** `only when queue(orders) > 5`, `expected-wait(orders) > 60s`, `serviceLevel(orders) < 80%`. */
export const condition: Field<WrittenCondition> = atom(
  FORM,
  {type: 'string', examples: ['only when queue(orders) > 5', 'only when serviceLevel(orders) < 80%']},
  written => {
    const match = /^\s*(?:only when\s+)?([\w-]+)\s*\(([^()]+)\)\s*(>=|<=|>|<)\s*(\S.*?)\s*$/.exec(
      written.slice(0, 200),
    );
    if (match === null) return undefined;
    const [, name, of, comparison, amount] = match as unknown as readonly [string, string, string, string, string];
    const measure = NAMES.find(known => known === name);
    if (measure === undefined)
      return new Rejected('SCN012', `${FORM}, of one of ${NAMES.join(', ')}`, suggest(name, NAMES));
    const value = MEASURES[measure].read(amount);
    if (value === null) return new Rejected('SCN013', `${FORM}, with ${MEASURES[measure].such} behind the comparison`);
    return {measure, of: of.trim(), comparison: comparison as RoutingCondition['comparison'], value};
  },
);

function shareOf(text: string): number | null {
  const value = parseShare(text);
  return value === null || value < 0 || value > 1 ? null : value;
}
