import {FAN_SHARES} from '../../planning/headcount/fan.js';
import type {PlanResult} from '../../planning/headcount/make-plan.js';
import type {PlanMonth} from '../../planning/headcount/plan.js';
import {currencySign, roundPercent, thousands} from '../numbers.js';
import {textCell, type Cell, type Column, type Table, type Tone} from './document.js';

/** FTE or heads, as pages show them. */
export const fte = (value: number): string => (Math.abs(value) < 0.05 ? '0' : value.toFixed(1).replace('-', '−'));

export const column = (heading: string, short: string, rank: number): Column => ({heading, short, rank});
export const cell = (text: string, tone: Tone = 'neutral'): Cell => textCell(text, tone);

/** A team, or all of them. */
export type Planned = Pick<PlanResult, 'months' | 'fan' | 'total'>;

/**
 * Heads, FTE, money and what may be needed, month by month.
 *
 * @param whose before each title: `Paris · `, or nothing
 */
export function tablesOf(planned: Planned, currency: string | null, whose: string): readonly Table[] {
  return [
    headsTable(planned, whose),
    coverTable(planned, whose),
    ...(currency === null ? [] : [moneyTable(planned, currency, whose)]),
    ...(planned.fan === null ? [] : [fanTable(planned, whose)]),
  ];
}

const titled = (whose: string, title: string): string =>
  whose === '' || /^[A-Z]{2}/.test(title) ? whose + title : whose + title.charAt(0).toLowerCase() + title.slice(1);

function headsTable({months}: Planned, whose: string): Table {
  return {
    title: titled(whose, 'Heads: planned = starting − attrition + hires + transfers'),
    columns: [
      column('month', 'month', 0),
      column('starting', 'start', 0),
      column('attrition', 'leave', 1),
      column('hires', 'hires', 1),
      column('transfers', 'moved', 2),
      column('planned', 'planned', 0),
      column('productive', 'able', 1),
    ],
    rows: months.map(month => [
      cell(month.month),
      cell(fte(month.starting)),
      cell(fte(month.attrition)),
      cell(fte(month.hires)),
      cell(fte(month.transfers)),
      cell(fte(month.planned)),
      cell(fte(month.productive)),
    ]),
  };
}

function coverTable({months}: Planned, whose: string): Table {
  const tone = (month: PlanMonth): Tone => (month.short >= 0.05 ? 'bad' : 'neutral');
  return {
    title: titled(whose, 'FTE, net of shrinkage'),
    columns: [
      column('month', 'month', 0),
      column('required', 'needed', 0),
      column('planned net', 'net', 0),
      column('over/under', '+/−', 0),
      column('overtime', 'overtime', 1),
      column('outsourced', 'outside', 1),
      column('time off', 'off', 2),
      column('short', 'short', 0),
    ],
    rows: months.map(month => [
      textCell(month.month, tone(month), month.short >= 0.05 ? '✗' : null),
      cell(fte(month.required)),
      cell(fte(month.net)),
      cell(`${month.overUnder > 0.05 ? '+' : ''}${fte(month.overUnder)}`),
      cell(fte(month.overtime)),
      cell(fte(month.outsourced)),
      cell(fte(month.timeOff)),
      cell(fte(month.short), tone(month)),
    ]),
  };
}

function moneyTable({months, total}: Planned, currency: string, whose: string): Table {
  const sign = currencySign(currency);
  const money = (value: number): Cell => cell(thousands(value).replace('-', '−'));
  const sum = (of: (month: PlanMonth) => number): number => months.reduce((all, month) => all + of(month), 0);
  return {
    title: titled(whose, `Money, ${sign}`),
    columns: [
      column('month', 'month', 0),
      column('people', 'people', 1),
      column('overtime', 'overtime', 2),
      column('hiring and training', 'hiring', 2),
      column('outsourcing', 'outside', 2),
      column('cost', 'cost', 0),
      column('cash', 'cash', 0),
    ],
    rows: [
      ...months.map(({month, cost, cash}) => [
        cell(month),
        money(cost.people + cost.timeOff),
        money(cost.overtime),
        money(cost.hiring + cost.training),
        money(cost.outsourcing),
        money(cost.total),
        money(cash),
      ]),
      [
        cell('total'),
        money(sum(({cost}) => cost.people + cost.timeOff)),
        money(sum(({cost}) => cost.overtime)),
        money(sum(({cost}) => cost.hiring + cost.training)),
        money(sum(({cost}) => cost.outsourcing)),
        money(total.cost),
        money(total.cash),
      ],
    ],
  };
}

const SHOWN = [0.1, 0.5, 0.9] as const;

function fanTable({fan, months}: Planned, whose: string): Table {
  return {
    title: titled(whose, 'Heads that may be needed'),
    columns: [
      column('month', 'month', 0),
      column('planned', 'planned', 0),
      ...SHOWN.map(share => column(`enough in ${roundPercent(share)}`, `P${share * 100}`, 0)),
      column('chance that the month is covered', 'covered', 0),
    ],
    rows: fan!.map(({month, heads, covered}, index) => [
      cell(month),
      cell(fte(months[index]!.planned)),
      ...SHOWN.map(share => cell(fte(heads[FAN_SHARES.indexOf(share)]!))),
      cell(roundPercent(Number(covered.toFixed(2))), covered < 0.5 ? 'bad' : 'neutral'),
    ]),
  };
}
