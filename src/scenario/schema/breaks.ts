import {parseClockRange, parseDuration} from '../../base/units.js';
import {atom, either, listOf, mapped, Rejected} from './field.js';
import type {Field} from './field.js';

/** A break as written, seconds after midnight: at a time, or so long somewhere in a window. */
export type WrittenBreak =
  | {readonly kind: 'fixed'; readonly span: readonly [number, number]}
  | {readonly kind: 'window'; readonly seconds: number; readonly window: readonly [number, number]};

/** `12:00-12:30`, or `30m within 11:30-13:30`. */
const aBreak: Field<WrittenBreak> = atom(
  'a span such as "12:00-12:30", or "30m within 11:30-13:30"',
  {type: 'string', examples: ['12:00-12:30', '30m within 11:30-13:30']},
  readBreak,
);

/** One break, in a scenario or in a cell of a roster; undefined: something else. */
export function readBreak(written: string): WrittenBreak | Rejected | undefined {
  const match = /^\s*(\S+)\s+within\s+(.+?)\s*$/.exec(written.slice(0, 100));
  if (match === null) {
    const span = parseClockRange(written);
    return span === null ? undefined : {kind: 'fixed', span};
  }
  const [seconds, window] = [parseDuration(match[1]!), parseClockRange(match[2]!)];
  if (seconds === null || window === null) return undefined;
  if (seconds <= 0 || seconds > window[1] - window[0])
    return new Rejected('SCN014', 'a break above zero that fits into its window');
  return {kind: 'window', seconds, window};
}

/** The breaks of a shift. */
export const breaks: Field<readonly WrittenBreak[]> = either('a span such as "12:00-12:30" or a list of them', {
  scalar: mapped(aBreak, only => [only]),
  list: listOf(aBreak, 'a list of spans such as [12:00-12:30]'),
});
