import {DEMAND_QUANTILES} from '../../planning/sites/volumes.js';
import type {SitesComparison} from '../../planning/sites/compare-sites.js';
import type {MixPoint} from '../../planning/sites/mix-point.js';
import {amount, currencySign, human, percent, roundPercent, thousands} from '../numbers.js';
import {COST_LINES_NOTE, costLinesTable} from './cost-lines-table.js';
import {textCell, type Callout, type Cell, type Column, type Document, type Table, type Tone} from './document.js';

const COLUMNS = [
  'mix',
  'level',
  'agents',
  'costADay',
  'costADayPlusMinus',
  'costPerContact',
  'costPerResolved',
  'serviceLevel',
  'chance',
  'stressedServiceLevel',
  'stressedOccupancy',
  'holds',
];

/** A comparison of sites as a page: the cheapest mix that holds, every mix that does, and what better service costs. */
export function sitesDocument(comparison: SitesComparison): Document {
  const {points, asItIs} = comparison;
  return {
    title: comparison.scenario,
    description: comparison.description,
    headline: headlineOf(comparison),
    callouts: calloutsOf(comparison),
    tables: [
      ...(comparison.mixes.length === 0 && asItIs === null ? [] : [mixesTable(comparison)]),
      ...searchedTable(comparison),
      ...(comparison.frontier.length === 0 ? [] : [frontierTable(comparison)]),
      ...explained(comparison),
    ],
    curves: [],
    notes: notesOf(comparison),
    data: comparison,
    rows: [...(asItIs === null ? [] : [asItIs]), ...points].map(({stressed, costs: _, ...point}) => ({
      ...point,
      stressedServiceLevel: stressed.serviceLevel,
      stressedOccupancy: stressed.occupancy,
      holds: String(stressed.holds),
    })),
    csvColumns: COLUMNS,
  };
}

/** Where the cost of the cheapest mix, and of the center as it is, comes from; nothing where it was not asked for. */
function explained(comparison: SitesComparison): readonly Table[] {
  const {asItIs, currency, days} = comparison;
  return [bestOf(comparison), asItIs].flatMap(point =>
    point?.costs === undefined
      ? []
      : [costLinesTable(`Where the cost of a day comes from: ${point.mix}`, point.costs, currency, days)],
  );
}

const bestOf = ({mixes, cheapest}: SitesComparison): MixPoint | null =>
  mixes.find(({mix}) => mix === cheapest)?.holding ?? null;

/**
 * The answer in one sentence.
 *
 * @example 'paris 30 %, tunis 70 % is the cheapest mix that holds at the 90th percentile of demand: 41 seats, €8,120 a day.'
 */
function headlineOf(comparison: SitesComparison): string {
  const best = bestOf(comparison);
  if (best === null)
    return comparison.mixes.length === 0
      ? comparison.searched.length === 0
        ? 'No mix was finished, so there is nothing to compare.'
        : 'No mix was finished; below is what the search for the least agents had seen.'
      : 'No mix holds at the 90th percentile of demand, with up to twice as many agents as the scenario has.';
  const {asItIs, currency} = comparison;
  const against =
    asItIs === null
      ? ''
      : `; as it is, a day costs ${amount(asItIs.costADay, currency)} and ${asItIs.stressed.holds ? 'holds too' : 'does not hold'}`;
  return `${best.mix} is the cheapest mix that holds at the 90th percentile of demand: ${thousands(best.agents)} seats, ${amount(best.costADay, currency)} a day${against}.`;
}

function calloutsOf({mixes, interrupted}: SitesComparison): readonly Callout[] {
  const failing = mixes.filter(({holding}) => holding === null);
  return [
    ...(interrupted
      ? [{tone: 'neutral' as const, mark: '≈', text: 'Interrupted: mixes that were not finished are left out.'}]
      : []),
    ...failing.map(({mix}): Callout => ({
      tone: 'bad',
      mark: '✗',
      text: `${mix} holds with no number of agents tried: in some hours none of its sites works, or none may take some contacts, or agents are busier than they bear.`,
    })),
  ];
}

const column = (heading: string, short: string, rank: number): Column => ({heading, short, rank});
const money = (value: number | null, plusMinus: number | null = null): Cell => ({
  value,
  plusMinus,
  unit: value === null ? 'text' : 'money',
  tone: 'neutral',
  mark: null,
});
const share = (value: number, tone: Tone = 'neutral'): Cell => ({
  value,
  plusMinus: null,
  unit: 'share',
  tone,
  mark: null,
});

function mixesTable({mixes, asItIs, cheapest, currency}: SitesComparison): Table {
  const sign = currencySign(currency);
  const row = (name: string, point: MixPoint | null, mark: string | null): Cell[] => {
    const tone: Tone = mark === '✓' ? 'good' : mark === '✗' ? 'bad' : 'neutral';
    if (point === null) return [textCell(name, tone, mark), ...Array.from({length: 8}, () => textCell(null))];
    return [
      textCell(name, tone, mark),
      textCell(thousands(point.agents)),
      money(point.costADay, point.costADayPlusMinus),
      money(point.costPerContact),
      money(point.costPerResolved),
      share(point.serviceLevel),
      share(point.stressed.serviceLevel),
      textCell(percent(point.chance, 0)),
      share(point.stressed.occupancy),
    ];
  };
  return {
    title: 'The least staffing with which each mix holds at the 90th percentile of demand',
    wholeNames: true,
    columns: [
      column('mix', 'mix', 0),
      column('seats', 'seats', 0),
      column(`cost a day, ${sign}`, `${sign} a day`, 0),
      column('per contact', 'contact', 2),
      column('per resolved', 'resolved', 3),
      column('service level', 'in time', 0),
      column('at P90 demand', 'at P90', 1),
      column('chance a day meets it', 'chance', 0),
      column('occupancy at P90', 'occup.', 4),
    ],
    rows: [
      ...mixes.map(({mix, holding}) => row(mix, holding, holding === null ? '✗' : mix === cheapest ? '✓' : null)),
      ...(asItIs === null ? [] : [row('as it is', asItIs, asItIs.stressed.holds ? null : '✗')]),
    ],
  };
}

/** After Ctrl-C: of each mix that was not finished the fewest agents that held so far, else the most that did not. */
function searchedTable({interrupted, searched, mixes, currency, replications}: SitesComparison): readonly Table[] {
  const finished = new Set(mixes.map(({mix}) => mix));
  const names = [...new Set(searched.map(({mix}) => mix))].filter(name => !finished.has(name));
  if (!interrupted || names.length === 0) return [];
  const best = names.map(name => {
    const own = searched.filter(({mix}) => mix === name).sort((a, b) => a.level - b.level);
    return own.find(({holds}) => holds) ?? own.at(-1)!;
  });
  const sign = currencySign(currency);
  return [
    {
      title: `Not finished: seen so far at the 90th percentile of demand alone, ${replications} replications each`,
      wholeNames: true,
      columns: [
        column('mix', 'mix', 0),
        column('seats', 'seats', 0),
        column(`cost a day, ${sign}`, `${sign} a day`, 0),
        column('service level', 'in time', 0),
        column('occupancy', 'occup.', 1),
        column('holds', 'holds', 0),
      ],
      rows: best.map(({mix, agents, costADay, serviceLevel, occupancy, holds}) => [
        textCell(mix, holds ? 'good' : 'bad', holds ? '✓' : '✗'),
        textCell(thousands(agents)),
        money(costADay),
        share(serviceLevel),
        share(occupancy),
        textCell(holds ? 'yes; fewer may, too' : 'not so many'),
      ]),
    },
  ];
}

function frontierTable({frontier, currency}: SitesComparison): Table {
  const sign = currencySign(currency);
  return {
    title: 'What better service costs: mixes that no other, and no average of two, beats in cost and service',
    wholeNames: true,
    columns: [
      column('mix', 'mix', 0),
      column('seats', 'seats', 0),
      column('service level', 'in time', 0),
      column(`cost a day, ${sign}`, `${sign} a day`, 0),
      column('one more point costs a day', 'a point', 0),
    ],
    rows: frontier.map(({point, costADayPerPoint}) => [
      textCell(point.mix),
      textCell(thousands(point.agents)),
      share(point.serviceLevel),
      money(point.costADay),
      textCell(costADayPerPoint === null ? null : human(costADayPerPoint, 'money')),
    ]),
  };
}

function notesOf({demandCv, replications, seed, program, asItIs}: SitesComparison): readonly string[] {
  return [
    `Demand is lognormal around the volume of the scenario with a coefficient of variation of ${roundPercent(demandCv)}; figures are means over its ` +
      `${DEMAND_QUANTILES.map(quantile => roundPercent(quantile)).join(', ')} quantiles. A mix holds when every objective is met at the last of them and no site is busier than it bears.`,
    'Seats: the most agents there at once, added up over groups. Agents are on duty by interval, net of breaks (which are paid), in the proportions of the scenario, at sites that it has open at that time; follow the sun: where it is day (08:00 to 20:00). ' +
      'Chance: days on which the contact type that misses its objective most often meets it.',
    `${replications} replications of every mix, number of agents and volume, on the same customers; seed ${seed}, plimsoll ${program}.`,
    ...(asItIs?.costs === undefined ? [] : [COST_LINES_NOTE]),
  ];
}
