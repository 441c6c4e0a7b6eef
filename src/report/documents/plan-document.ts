import type {PlanMonth} from '../../planning/headcount/plan.js';
import type {PlanResult} from '../../planning/headcount/make-plan.js';
import {FAN_SHARES} from '../../planning/headcount/fan.js';
import {amount, currencySign, roundPercent, thousands} from '../numbers.js';
import {textCell, type Callout, type Cell, type Column, type Document, type Table, type Tone} from './document.js';

/** A plan of headcount as a page: when to open which class, heads and gaps by month, money, how much may be needed. */
export function planDocument(result: PlanResult): Document {
  return {
    title: result.name,
    description: result.description,
    headline: headlineOf(result),
    callouts: calloutsOf(result),
    tables: [
      ...classesTable(result),
      headsTable(result),
      coverTable(result),
      ...(result.currency === null ? [] : [moneyTable(result, result.currency)]),
      ...(result.fan === null ? [] : [fanTable(result)]),
    ],
    curves: [],
    notes: notesOf(result),
    data: result,
    rows: [],
  };
}

const fte = (value: number): string => (Math.abs(value) < 0.05 ? '0' : value.toFixed(1).replace('-', '−'));

/**
 * The plan in one sentence.
 *
 * @example '62 heads become 71.4 over 18 months: 46 join in 4 classes, 36.6 leave; every month is covered; it costs €3,912,000.'
 */
function headlineOf({months, total, currency}: PlanResult): string {
  const first = months[0]!;
  const classes = months.filter(({hires}) => hires > 0).length;
  const joined =
    classes === 0 ? 'nobody joins' : `${fte(total.hires)} join in ${classes} ${classes === 1 ? 'class' : 'classes'}`;
  const short = months.filter(month => month.short >= 0.05).length;
  const covered =
    short === 0
      ? 'every month is covered'
      : `${short} of ${months.length} months are short, of ${fte(total.short)} FTE-months in all`;
  const cost = currency === null ? '' : `; it costs ${amount(total.cost, currency)}`;
  return `${fte(first.starting)} heads become ${fte(months.at(-1)!.planned)} over ${months.length} months: ${joined}, ${fte(total.leavers)} leave; ${covered}${cost}.`;
}

function calloutsOf({warnings, total}: PlanResult): readonly Callout[] {
  const said = warnings.map((text): Callout => ({tone: 'bad', mark: '✗', text}));
  return total.short < 0.05 && said.length === 0
    ? [
        {
          tone: 'good',
          mark: '✓',
          text: 'Every month is covered by those who are planned, with overtime and outsourcing as told.',
        },
      ]
    : said;
}

const column = (heading: string, short: string, rank: number): Column => ({heading, short, rank});
const cell = (text: string, tone: Tone = 'neutral'): Cell => textCell(text, tone);

/** When to open which class; none where nobody is hired. */
function classesTable({months, chosen}: PlanResult): readonly Table[] {
  const lead = months.findIndex(({opened}) => opened > 0);
  if (lead === -1) return [];
  const joins = months.flatMap((month, index) => (month.opened > 0 ? [{month, index}] : []));
  return [
    {
      title: chosen === 'optimised' ? 'Classes to open, at least cost' : 'Classes to open, as told',
      columns: [column('class opens', 'opens', 0), column('heads', 'heads', 0)],
      rows: joins.map(({month}) => [cell(month.month), cell(fte(month.opened))]),
    },
  ];
}

function headsTable({months}: PlanResult): Table {
  return {
    title: 'Heads: planned = starting − attrition + hires + transfers',
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

function coverTable({months}: PlanResult): Table {
  const tone = (month: PlanMonth): Tone => (month.short >= 0.05 ? 'bad' : 'neutral');
  return {
    title: 'FTE, net of shrinkage',
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

function moneyTable({months, total}: PlanResult, currency: string): Table {
  const sign = currencySign(currency);
  const money = (value: number): Cell => cell(thousands(value).replace('-', '−'));
  const sum = (of: (month: PlanMonth) => number): number => months.reduce((all, month) => all + of(month), 0);
  return {
    title: `Money, ${sign}`,
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

function fanTable({fan, months}: PlanResult): Table {
  return {
    title: 'Heads that may be needed',
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

function notesOf({chosen, gap, currency, total, fan}: PlanResult): readonly string[] {
  const best =
    chosen !== 'optimised'
      ? []
      : [
          gap === null
            ? 'Classes were chosen to leave as little short as can be, then at low cost; the search was cut short and proves nothing.'
            : `Classes were chosen to leave as little short as can be, then at least cost, proven to ${Number((100 * gap).toFixed(3))} %. Nothing after the plan counts: a class that would pay only later is not opened.`,
        ];
  const owed =
    currency === null || total.owed === 0
      ? []
      : [`${amount(total.owed, currency)} of outsourcing is paid after the plan.`];
  const chance =
    fan === null
      ? []
      : [
          'The chance that a month is covered counts on all overtime and outsourcing allowed, under the uncertainty told.',
        ];
  return [
    ...best,
    ...owed,
    ...chance,
    'FTE: the hours of one full contract. Productive: without those in training and what learning still lacks. Net: less shrinkage. ' +
      'plimsoll plan FILE --explain MONTH derives every figure.',
  ];
}
