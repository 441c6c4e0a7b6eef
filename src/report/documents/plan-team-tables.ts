import type {PlanResult} from '../../planning/headcount/make-plan.js';
import {currencySign, thousands} from '../numbers.js';
import type {Table} from './document.js';
import {cell, column, fte, tablesOf} from './plan-tables.js';

/** When to open which class; none where nobody is hired. */
export function classesTable({teams, chosen}: PlanResult): readonly Table[] {
  const rows = teams.flatMap(({name, months}) =>
    months.flatMap(({month, opened}) => (opened > 0 ? [{month, opened, name}] : [])),
  );
  if (rows.length === 0) return [];
  rows.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  const named = teams.length > 1;
  return [
    {
      title: chosen === 'optimised' ? 'Classes to open, at least cost' : 'Classes to open, as told',
      columns: [
        column('class opens', 'opens', 0),
        ...(named ? [column('team', 'team', 0)] : []),
        column('heads', 'heads', 0),
      ],
      rows: rows.map(({month, name, opened}) => [cell(month), ...(named ? [cell(name ?? '')] : []), cell(fte(opened))]),
    },
  ];
}

/** What each team comes to, and all of them. */
export function teamsTable({teams, months, total, currency}: PlanResult): Table {
  const row = (name: string, of: Pick<PlanResult, 'months' | 'total'>) => [
    cell(name),
    cell(fte(of.months[0]!.starting)),
    cell(fte(of.total.hires)),
    cell(fte(of.total.leavers)),
    cell(fte(of.months.at(-1)!.planned)),
    cell(fte(of.total.short), of.total.short >= 0.05 ? 'bad' : 'neutral'),
    ...(currency === null ? [] : [cell(thousands(of.total.cost))]),
  ];
  return {
    title: 'Teams',
    columns: [
      column('team', 'team', 0),
      column('heads at the start', 'start', 0),
      column('join', 'join', 1),
      column('leave', 'leave', 1),
      column('heads at the end', 'end', 0),
      column('short, FTE-months', 'short', 0),
      ...(currency === null ? [] : [column(`cost, ${currencySign(currency)}`, 'cost', 0)]),
    ],
    rows: [...teams.map(team => row(team.name ?? '', team)), row('total', {months, total})],
  };
}

/** FTE by kind of contact, over all teams; none where there is one kind. */
export function workTable({teams, months}: PlanResult): readonly Table[] {
  const needs = teams.flatMap(({workloads}) => workloads);
  const names = [...new Set(needs.map(({name}) => name))];
  if (names.length < 2) return [];
  const ofWorkload = (name: string | null, month: number): number =>
    needs.filter(need => need.name === name).reduce((sum, {required}) => sum + required[month]!, 0);
  return [
    {
      title: 'FTE that each kind of contact takes',
      columns: [
        column('month', 'month', 0),
        ...names.map(name => column(name ?? '', name ?? '', 0)),
        column('required', 'needed', 0),
      ],
      rows: months.map(({month, required}, index) => [
        cell(month),
        ...names.map(name => cell(fte(ofWorkload(name, index)))),
        cell(fte(required)),
      ]),
    },
  ];
}

/** Team after team: heads, FTE, money and what may be needed. */
export const teamTables = ({teams, currency}: PlanResult): readonly Table[] =>
  teams.flatMap(team => tablesOf(team, currency, `${team.name} · `));
