import {FAN_SHARES} from '../../planning/headcount/fan.js';
import type {PlanResult} from '../../planning/headcount/make-plan.js';
import type {TeamResult} from '../../planning/headcount/plan-team.js';
import {csvField} from './csv.js';

type Row = Readonly<Record<string, number | string>>;

/**
 * A plan as CSV: one row a month, heads, FTE and amounts unrounded; with several teams one row a month and team, then those
 * of their sum, `total`. Where kinds of contact have names, a column has the FTE of each.
 */
export function planCsv(result: PlanResult): string {
  const {teams} = result;
  const names = [
    ...new Set(teams.flatMap(({workloads}) => workloads.flatMap(({name}) => (name === null ? [] : [name])))),
  ];
  const sum = teams.flatMap(({workloads}) => workloads);
  const rows =
    teams.length === 1
      ? rowsOf(result, null, sum, names)
      : [
          ...teams.flatMap(team => rowsOf(team, team.name, team.workloads, names)),
          ...rowsOf(result, 'total', sum, names),
        ];
  const columns = Object.keys(rows[0]!);
  return `${[columns, ...rows.map(row => columns.map(column => row[column]!))].map(line => line.map(csvField).join(',')).join('\n')}\n`;
}

function rowsOf(
  {months, fan}: Pick<PlanResult, 'months' | 'fan'>,
  team: string | null,
  needs: TeamResult['workloads'],
  names: readonly string[],
): readonly Row[] {
  return months.map(({month, cost, ...figures}, index) => {
    const {cash, ...heads} = figures;
    return {
      ...(team === null ? {} : {team}),
      month,
      ...heads,
      ...Object.fromEntries(
        Object.entries(cost).map(([name, value]) => [name === 'total' ? 'cost' : `${name}Cost`, value]),
      ),
      cash,
      ...Object.fromEntries(
        (fan?.[index]?.heads ?? []).map((value, place) => [`neededP${FAN_SHARES[place]! * 100}`, value]),
      ),
      ...(fan === null ? {} : {chanceCovered: fan[index]!.covered}),
      ...Object.fromEntries(names.map(name => [`required:${name}`, requiredFor(needs, name, index)])),
    };
  });
}

const requiredFor = (needs: TeamResult['workloads'], name: string, month: number): number =>
  needs.filter(need => need.name === name).reduce((sum, {required}) => sum + required[month]!, 0);
