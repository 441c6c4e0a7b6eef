import {parseMoney, parseShare} from '../../base/units.js';
import {atom, Rejected} from './field.js';
import type {Value} from '../value.js';
import type {Field, Reading} from './field.js';

/** An amount as written; conversion into the currency of the scenario comes later. */
export interface WrittenAmount {
  readonly amount: number;
  /** ISO code, `EUR`; null: nothing is nothing in any currency. */
  readonly currency: string | null;
}

/** Signs that stand for one currency. */
const SIGNS: Readonly<Record<string, string>> = {'€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY'};
/** More is a slip of the unit. */
const MOST = 1e12;

/** What an amount may be paid for, in seconds; null: for the thing that its key names. */
const PER = {h: 3600, min: 60, month: 2_629_800, thing: null} as const;

/** ISO code of a currency written as a sign or a code; null: neither. */
export const currencyCode = (written: string): string | null =>
  SIGNS[written.trim()] ?? (/^[A-Z]{3}$/.test(written.trim()) ? written.trim() : null);

/** The name of a currency, `EUR` or `€`. */
export const currency: Field<string> = atom(
  'a currency such as EUR or €',
  {type: 'string', examples: ['EUR', 'USD', '€']},
  written => currencyCode(written) ?? undefined,
);

/**
 * An amount of money with its currency: `€31/h`, `0.42 EUR`, free. The time may be left out, since the key says it.
 *
 * @param per what it is paid for
 * @param example shown in messages
 */
export function price(per: keyof typeof PER, example: string): Field<WrittenAmount> {
  return atom(expectation(example), {type: 'string', examples: [example]}, (written, at, reading) =>
    readAmount(written, per, example, at, reading),
  );
}

const expectation = (example: string): string => `an amount with its currency such as "${example}"`;

/** An amount as `price` reads it, for what may be an amount among other things. */
export function readAmount(
  written: string,
  per: keyof typeof PER,
  example: string,
  at: Value,
  {currencies}: Reading,
): WrittenAmount | Rejected {
  const trimmed = written.trim();
  const expects = expectation(example);
  if (trimmed === 'free') return {amount: 0, currency: null};
  const money = parseMoney(trimmed);
  if (money === null) {
    if (trimmed.startsWith('-')) return new Rejected('SCN014', expects);
    return new Rejected(
      'SCN090',
      expects,
      /^\d+(\.\d+)?$/.test(trimmed) ? example.replace(/\d+(\.\d+)?/, trimmed) : null,
    );
  }
  if (money.perSeconds !== null && money.perSeconds !== PER[per])
    return new Rejected('SCN090', `${expects}; the key says what it is paid for`);
  if (money.amount > MOST) return new Rejected('SCN014', 'an amount below a thousand billion');
  const currency = currencyCode(money.currency)!;
  if (!currencies.has(currency)) currencies.set(currency, at);
  return {amount: money.amount, currency};
}

/** A share of something, or an amount. */
export type ShareOrAmount = {readonly share: number} | {readonly amount: WrittenAmount};

/** `5%` or `€500`. */
export const shareOrAmount: Field<ShareOrAmount> = atom(
  'a share such as "5%" or an amount such as "€500"',
  {type: 'string', examples: ['5%', '€500']},
  (written, at, reading) => {
    const share = written.includes('%') ? parseShare(written) : null;
    if (share !== null) return share >= 0 && share <= 1 ? {share} : new Rejected('SCN014');
    const amount = readAmount(written, 'thing', '€500', at, reading);
    return amount instanceof Rejected ? amount : {amount};
  },
);
