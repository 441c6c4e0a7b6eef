import type {PlanResult} from '../../planning/headcount/make-plan.js';
import {amount} from '../numbers.js';
import type {Callout, Document} from './document.js';
import {fte, tablesOf} from './plan-tables.js';
import {classesTable, teamsTable, teamTables, workTable} from './plan-team-tables.js';

/** A plan of headcount as a page: when to open which class, heads and gaps by month, money, how much may be needed. */
export function planDocument(result: PlanResult): Document {
  return {
    title: result.name,
    description: result.description,
    headline: headlineOf(result),
    callouts: calloutsOf(result),
    tables: [
      ...classesTable(result),
      ...(result.teams.length > 1 ? [teamsTable(result)] : []),
      ...workTable(result),
      ...tablesOf(result, result.currency, result.teams.length > 1 ? 'All teams · ' : ''),
      ...(result.teams.length > 1 ? teamTables(result) : []),
    ],
    curves: [],
    notes: notesOf(result),
    data: result,
    rows: [],
  };
}

/**
 * The plan in one sentence.
 *
 * @example '62 heads become 71.4 over 18 months: 46 join in 4 classes, 36.6 leave; every month is covered; it costs €3,912,000.'
 */
function headlineOf({months, total, currency, teams}: PlanResult): string {
  const first = months[0]!;
  const classes = teams.flatMap(team => team.months).filter(({hires}) => hires > 0).length;
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

function notesOf({chosen, gap, currency, total, fan, teams}: PlanResult): readonly string[] {
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
    ...notesOnTeams(teams),
    'FTE: the hours of one full contract. Productive: without those in training and what learning still lacks. Net: less shrinkage. ' +
      'plimsoll plan FILE --explain MONTH derives every figure.',
  ];
}

function notesOnTeams(teams: PlanResult['teams']): readonly string[] {
  const shared = teams.some(({workloads}) => workloads.length > 1)
    ? ['FTE of several workloads add up: nobody who waits for one kind of contact is counted on for another.']
    : [];
  return teams.length === 1
    ? shared
    : [...shared, 'Teams do not help each other out: what one has over does not cover what another is short of.'];
}
