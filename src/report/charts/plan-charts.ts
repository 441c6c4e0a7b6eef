import {FAN_SHARES} from '../../planning/headcount/fan.js';
import type {PlanResult} from '../../planning/headcount/make-plan.js';
import {currencySign} from '../numbers.js';
import {fileNames} from './results-charts.js';
import type {Chart, ChartLine, NamedChart} from './chart.js';

/** The charts of a plan: heads planned against the fan of the need, and cost and cash by month. */
export function planCharts(result: PlanResult): readonly NamedChart[] {
  return [
    {fileName: 'headcount.png', chart: headcountChart(result, result.teams, result.name)},
    ...headcountOfTeams(result),
    ...(result.currency === null ? [] : [{fileName: 'cost-by-month.png', chart: costChart(result, result.currency)}]),
  ];
}

/** A team, or all of them. */
type Planned = Pick<PlanResult, 'months' | 'fan'>;

/** A chart a team, where there are several. */
function headcountOfTeams({teams, name}: PlanResult): readonly NamedChart[] {
  if (teams.length === 1) return [];
  const plain = fileNames(teams.map(team => team.name!));
  return teams.map((team, index) => ({
    fileName: `headcount-${plain[index]!}.png`,
    chart: headcountChart(team, [team], `${name}: ${team.name!}`),
  }));
}

/** One edge a month, and one more at the end; where there are many, every third has a label. */
function labelsOf({months}: Planned): readonly (string | null)[] {
  const every = months.length > 12 ? 3 : 1;
  return [...months.map(({month}, index) => (index % every === 0 ? month : null)), null];
}

const line = (told: Pick<ChartLine, 'kind' | 'name' | 'ink' | 'values'> & Partial<ChartLine>): ChartLine => ({
  band: null,
  shadeAbove: null,
  ...told,
});

function headcountChart(result: Planned, teams: readonly Pick<PlanResult, 'months'>[], name: string): Chart {
  const {months, fan} = result;
  const at = (share: (typeof FAN_SHARES)[number]): readonly number[] =>
    fan!.map(({heads}) => heads[FAN_SHARES.indexOf(share)]!);
  const need =
    fan === null
      ? [line({kind: 'line', name: 'needed', ink: 'second', values: months.map((_, month) => needOf(teams, month))})]
      : [
          line({
            kind: 'line',
            name: 'needed: half of the futures in the dark band',
            ink: 'second',
            values: at(0.5),
            band: {low: at(0.25), high: at(0.75)},
          }),
          line({kind: 'line', name: '', ink: 'second', values: at(0.5), band: {low: at(0.05), high: at(0.95)}}),
        ];
  return {
    title: 'Heads planned and heads needed',
    subtitle: fan === null ? name : `${name} · nine futures in ten lie in the light band`,
    xTitle: 'month',
    yTitle: 'heads',
    yUnit: 'number',
    xLabels: labelsOf(result),
    lines: [...need, line({kind: 'steps', name: 'planned', ink: 'main', values: months.map(({planned}) => planned)})],
  };
}

/** Heads that the work of a month takes of teams, with the same share of learners as planned. */
function needOf(teams: readonly Pick<PlanResult, 'months'>[], month: number): number | null {
  const needs = teams.map(({months}) => {
    const {planned, net, required} = months[month]!;
    return net > 0 ? (required * planned) / net : null;
  });
  return needs.reduce<number | null>((sum, need) => (sum === null || need === null ? null : sum + need), 0);
}

function costChart(result: PlanResult, currency: string): Chart {
  const {months} = result;
  return {
    title: 'Cost and cash by month',
    subtitle: result.name,
    xTitle: 'month',
    yTitle: currencySign(currency),
    yUnit: 'number',
    xLabels: labelsOf(result),
    lines: [
      line({kind: 'steps', name: 'cost', ink: 'main', values: months.map(({cost}) => cost.total)}),
      line({kind: 'steps', name: 'cash paid', ink: 'second', values: months.map(({cash}) => cash)}),
    ],
  };
}
