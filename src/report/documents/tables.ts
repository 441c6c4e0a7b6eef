import type {Results, Scope} from '../../statistics/results.js';
import {roundPercent, threshold} from '../numbers.js';
import {textCell, type Cell, type Column, type Table} from './document.js';
import {figure, figureCell, TOTAL, type Figures, type Whose} from './figures.js';
import {objectiveOf, verdictOn, type ObjectiveOfType} from './verdict.js';
import {daysCounted} from './days-counted.js';

const column = (heading: string, short: string, rank: number): Column => ({heading, short, rank});

/** One line a contact type, and the total where there are several. */
export function contactsTable(results: Results, figures: Figures): Table {
  const {contactTypes} = results.scenario;
  const days = daysCounted(results.scenario);
  const row = (whose: Whose, objective: ObjectiveOfType | null): Cell[] => {
    const verdict = whose.scope === 'total' ? null : verdictOn(figures, objective);
    const tone = verdict?.tone ?? 'neutral';
    return [
      textCell(whose.name, tone, verdict?.mark ?? null),
      figureCell(figure(figures, 'offered', whose), 'neutral', null, days),
      figureCell(figure(figures, 'serviceLevel', whose), tone, null),
      textCell(
        objective === null ? null : `${roundPercent(objective.share)} in ${threshold(objective.thresholdSeconds)}`,
      ),
      figureCell(figure(figures, 'abandonment', whose)),
      figureCell(figure(figures, 'asa', whose)),
      figureCell(figure(figures, 'waitP90', whose)),
      figureCell(figure(figures, 'aht', whose)),
    ];
  };
  const rows = contactTypes.map(name => row({scope: 'contactType', name}, objectiveOf(results, name)));
  return {
    title: 'Contacts',
    columns: [
      column('contact type', 'type', 0),
      column('offered a day', 'offered', 1),
      column('service level', 'in time', 0),
      column('objective', 'objective', 2),
      column('abandonment', 'abandon', 3),
      column('ASA', 'ASA', 5),
      column('P90 wait', 'P90', 4),
      column('AHT', 'AHT', 6),
    ],
    rows: contactTypes.length === 1 ? rows : [...rows, row(TOTAL, null)],
  };
}

/** One line an agent group, and the total where there are several. */
export function agentsTable(results: Results, figures: Figures): Table {
  return staffTable('Agents', 'agent group', 'group', 'group', results.scenario.groups, figures);
}

/** One line a site; null where at most one is named. */
export function sitesTable(results: Results, figures: Figures): Table | null {
  const {sites} = results.scenario;
  return sites.length < 2 ? null : staffTable('Sites', 'site', 'site', 'site', sites, figures, false);
}

function staffTable(
  title: string,
  heading: string,
  short: string,
  scope: Scope,
  names: readonly string[],
  figures: Figures,
  total = true,
): Table {
  const row = (whose: Whose): Cell[] => [
    textCell(whose.name),
    agentsCell(figureCell(figure(figures, 'agents', whose))),
    figureCell(figure(figures, 'occupancy', whose)),
    figureCell(figure(figures, 'utilisation', whose)),
  ];
  const rows = names.map(name => row({scope, name}));
  return {
    title,
    columns: [
      column(heading, short, 0),
      column('mean agents', 'agents', 0),
      column('occupancy', 'occup.', 0),
      column('utilisation', 'util.', 1),
    ],
    rows: names.length === 1 || !total ? rows : [...rows, row(TOTAL)],
  };
}

/** How many agents are there is planned: what chance adds at the ends of shifts is not worth a ± until it shows. */
function agentsCell(cell: Cell): Cell {
  return cell.plusMinus !== null && cell.plusMinus < 0.05 ? {...cell, plusMinus: null} : cell;
}
