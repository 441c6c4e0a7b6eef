import {formatCount} from '../base/units.js';

/**
 * Names as a sentence lists them.
 *
 * @example listText(['a', 'b', 'c'], 'or') // 'a, b or c'
 */
export function listText(names: readonly string[], last: 'and' | 'or'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

/** `8.3 contacts`, `1,240 contacts`. */
export function contactsText(expected: number): string {
  const rounded = amount(expected);
  return `${rounded} contact${rounded === '1' ? '' : 's'}`;
}

/** `8.3 Erlangs`. */
export const erlangsText = (load: number): string => `${amount(load)} Erlangs`;

/** `10 agents`, `9.5 agents`. */
export function agentsText(agents: number): string {
  const rounded = amount(agents);
  return `${rounded} agent${rounded === '1' ? '' : 's'}`;
}

/** `40 hours`, `1.5 hours`, of seconds. */
export function hoursText(seconds: number): string {
  const rounded = amount(seconds / 3600);
  return `${rounded} hour${rounded === '1' ? '' : 's'}`;
}

/** One decimal below a hundred, none above. */
function amount(value: number): string {
  return value < 99.95 ? String(Number(value.toFixed(1))) : formatCount(Math.round(value));
}
