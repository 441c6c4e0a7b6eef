import type {Results} from '../../statistics/results.js';
import {currencySign} from '../numbers.js';
import {textCell, type Cell, type Table} from './document.js';
import {figure, figureCell, TOTAL, type Figures, type Whose} from './figures.js';
import {daysCounted} from './days-counted.js';

/** What contact types cost, and what sites do (groups, where there are no sites); none where no price is known. */
export function costTables(results: Results, figures: Figures): readonly Table[] {
  const {currency, contactTypes, sites, groups} = results.scenario;
  if (currency === undefined) return [];
  const types = contactTypes.map((name): Whose => ({scope: 'contactType', name}));
  const places =
    sites.length > 0
      ? sites.map((name): Whose => ({scope: 'site', name}))
      : groups.map((name): Whose => ({scope: 'group', name}));
  return [
    costTable('Cost by contact type', 'contact type', types, currency, results, figures),
    costTable(
      sites.length > 0 ? 'Cost by site' : 'Cost by agent group',
      sites.length > 0 ? 'site' : 'agent group',
      places,
      currency,
      results,
      figures,
    ),
  ];
}

function costTable(
  title: string,
  heading: string,
  list: readonly Whose[],
  currency: string,
  {scenario}: Results,
  figures: Figures,
): Table {
  const sign = currencySign(currency);
  const row = (whose: Whose): Cell[] => [
    textCell(whose.name),
    figureCell(figure(figures, 'cost', whose), 'neutral', null, daysCounted(scenario)),
    figureCell(figure(figures, 'costPerContact', whose)),
    figureCell(figure(figures, 'costPerResolved', whose)),
  ];
  const rows = list.map(row);
  return {
    title,
    columns: [
      {heading, short: heading, rank: 0},
      {heading: `cost a day, ${sign}`, short: `${sign} a day`, rank: 0},
      {heading: `per contact, ${sign}`, short: `${sign}/contact`, rank: 0},
      {heading: `per resolved contact, ${sign}`, short: `${sign}/resolved`, rank: 1},
    ],
    rows: list.length === 1 ? rows : [...rows, row(TOTAL)],
  };
}
