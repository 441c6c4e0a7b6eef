import {atom, Rejected} from '../../scenario/schema/field.js';
import type {Field} from '../../scenario/schema/field.js';
import {readAmount} from '../../scenario/schema/money.js';
import type {WrittenAmount} from '../../scenario/schema/money.js';
import {parseMonth} from './months.js';

/** A month of the calendar, by its number. */
export const month: Field<number> = atom(
  'a month such as 2027-03',
  {type: 'string', pattern: '^\\d{4}-\\d{2}$'},
  written => {
    const read = parseMonth(written);
    if (read === null) return undefined;
    return read < 1970 * 12 || read >= 2200 * 12 ? new Rejected('SCN014', 'a month from 1970 to 2199') : read;
  },
);

/** `2 months`, `6w`, `1.5 months`: in months. */
export const monthSpan: Field<number> = atom(
  'a time such as "2 months" or "6w"',
  {type: ['string', 'number'], examples: ['2 months', '6w']},
  written => {
    const match = /^\s*(\d+(?:\.\d+)?)\s*(months?|weeks?|w)?\s*$/.exec(written.slice(0, 40));
    if (match === null) return undefined;
    if (match[2] === undefined) return new Rejected('SCN016', null, `${match[1]} months`);
    const months = Number(match[1]) * (match[2].startsWith('m') ? 1 : 84 / 365.25);
    return months > 60 ? new Rejected('SCN014', 'at most 60 months') : months;
  },
);

/** `24%/year` or `2%/month`: the share of those there who leave in a month. */
export const attrition: Field<number> = atom(
  'a share with its time such as "24%/year" or "2%/month"',
  {type: 'string', examples: ['24%/year', '2%/month']},
  written => {
    const match = /^\s*(\d+(?:\.\d+)?)\s*%\s*(?:\/|\bper\b|\ba\b)?\s*(year|month)?\s*$/.exec(written.slice(0, 40));
    if (match === null) return undefined;
    const part = Number(match[1]) / 100;
    if (match[2] === undefined) return new Rejected('SCN016', null, `${match[1]}%/year`);
    if (part >= 1) return new Rejected('SCN014', 'a share below 100%');
    return match[2] === 'month' ? part : 1 - (1 - part) ** (1 / 12);
  },
);

/** Pay of one head: by month or by hour of the contract. */
export type Wage = {readonly amount: WrittenAmount; readonly per: 'month' | 'hour'};
export const wage: Field<Wage> = atom(
  'pay such as "€2400/month" or "€16/h"',
  {type: 'string', examples: ['€2400/month', '€16/h']},
  (written, at, reading): Wage | Rejected => {
    const monthly = /\/\s*month\s*$/.test(written);
    if (!monthly && !/\/\s*h(?:our)?\s*$/.test(written))
      return new Rejected('SCN090', 'pay with its time such as "€2400/month" or "€16/h"');
    const amount = readAmount(written, monthly ? 'month' : 'h', monthly ? '€2400/month' : '€16/h', at, reading);
    return amount instanceof Rejected ? amount : {amount, per: monthly ? 'month' : 'hour'};
  },
);

/** A number of contacts a month. */
export const contacts: Field<number> = atom(
  'contacts a month such as "120000/month"',
  {type: ['string', 'number'], examples: ['120000/month', 120000]},
  written => {
    const match = /^\s*(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(?:\/\s*month)?\s*$/.exec(written.slice(0, 40));
    return match === null ? undefined : Number(match[1]!.replaceAll(',', ''));
  },
);

/** `6%/year`; may be below zero. */
export const growth: Field<number> = atom(
  'growth a year such as "6%/year" or "-3%/year"',
  {type: 'string', examples: ['6%/year']},
  written => {
    const match = /^\s*([+-]?\d+(?:\.\d+)?)\s*%\s*(?:(?:\/|\bper\b|\ba\b)\s*year)?\s*$/.exec(written.slice(0, 40));
    if (match === null) return undefined;
    const rate = Number(match[1]) / 100;
    return rate <= -1 || rate > 10 ? new Rejected('SCN014', 'growth from -99% to 1000% a year') : rate;
  },
);
