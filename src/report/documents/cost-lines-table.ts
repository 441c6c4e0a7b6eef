import type {CostItem} from '../../statistics/cost-items.js';
import type {CostLine} from '../../statistics/results.js';
import {currencySign, quantity} from '../numbers.js';
import {textCell, type Cell, type Table} from './document.js';

/** What an item is, and what its quantity counts; null: the amount follows from others. */
const WORDS: Readonly<Record<CostItem, readonly [name: string, unit: string | null]>> = {
  pay: ['pay with on-costs', 'paid hours'],
  overtime: ['overtime premium', 'hours past the shift'],
  support: ['support staff', 'paid hours'],
  licences: ['licences', 'seat months'],
  turnover: ['hiring for those who leave', 'seat years'],
  contractHours: ['contract, by paid hour', 'paid hours'],
  productiveHours: ['contract, by productive hour', 'productive hours'],
  handledMinutes: ['contract, by handled minute', 'minutes'],
  contacts: ['contract, by contact', 'contacts'],
  revenue: ['contract, share in revenue', null],
  seats: ['contract, by seat', 'seat months'],
  minimum: ['contract, up to the minimum', null],
  setUp: ['contract, set-up fee', 'months'],
  bonuses: ['contract, bonuses', null],
  penalties: ['contract, penalties', null],
};

/**
 * Where cost comes from: quantity × rate = amount of every item of every group, and the total, which is the cost.
 *
 * @param days over which amounts and quantities are shared; the page gives those of a day
 */
export function costLinesTable(title: string, lines: readonly CostLine[], currency: string, days: number): Table {
  const sign = currencySign(currency);
  const money = (value: number): Cell => ({value, plusMinus: null, unit: 'money', tone: 'neutral', mark: null});
  const sumOf = (some: readonly CostLine[]): number => some.reduce((total, {amount}) => total + amount, 0);
  const groups = [...new Set(lines.map(({group}) => group))];
  return {
    title,
    columns: [
      {heading: 'agent group and item', short: 'item', rank: 0},
      {heading: 'quantity a day', short: 'a day', rank: 0},
      {heading: `× rate, ${sign}`, short: `× ${sign}`, rank: 0},
      {heading: `= a day, ${sign}`, short: `= ${sign} a day`, rank: 0},
    ],
    rows: [
      ...groups.flatMap(name => {
        const own = lines.filter(({group}) => group === name);
        return [
          [textCell(name), textCell(''), textCell(''), money(sumOf(own) / days)],
          ...own.map(({item, quantity: units, rate, amount}): Cell[] => {
            const [words, unit] = WORDS[item];
            return [
              textCell(`· ${words}`),
              textCell(units === null || unit === null ? '' : `${few(units / days)} ${unit}`),
              textCell(rate === null ? '' : rateText(rate)),
              money(amount / days),
            ];
          }),
        ];
      }),
      [textCell('total'), textCell(''), textCell(''), money(sumOf(lines) / days)],
    ],
  };
}

/** A seat for one day is a small part of a seat and month. */
const few = (units: number): string => (Math.abs(units) < 1 ? String(Number(units.toPrecision(2))) : quantity(units));

/** Rates are small: a handled minute costs 0.33, and a licence by the month 81.88. */
const rateText = (rate: number): string =>
  rate.toLocaleString('en-US', {minimumFractionDigits: 2, maximumFractionDigits: rate < 1 ? 4 : 2});

/** How to read it. */
export const COST_LINES_NOTE =
  'Where cost comes from: means over replications; the horizon is counted as its part of a month (1/12 of 365.25 days). Minimum, bonuses and penalties follow from what the contract charges ' +
  'and from service, replication by replication. Cost by contact type: what a contract charges by contact falls on the type that brings it, all else goes by handle time.';
