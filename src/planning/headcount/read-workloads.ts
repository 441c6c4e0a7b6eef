import {suggest} from '../../base/suggest.js';
import type {Problems} from '../../scenario/problems.js';
import type {Placed} from '../../scenario/schema/field.js';
import type {Value} from '../../scenario/value.js';
import type {Demand, Uncertainty, Workload} from './plan.js';
import type {WrittenPlan, WrittenWorkload} from './plan-schema.js';
import {readDemand} from './read-demand.js';

/** The work of a plan: what each team serves, in the order of the teams. */
export function readWorkloads(
  written: WrittenPlan,
  teams: readonly (string | null)[],
  problems: Problems,
): readonly (readonly Workload[])[] {
  const {demand, required, workloads, uncertainty, here} = written;
  const told = [demand, required, workloads].filter(way => way !== undefined).length;
  if (told !== 1)
    problems.add('PLN002', workloads?.at ?? required?.at ?? here, 'one of demand, required and workloads');
  if (workloads === undefined) {
    if (teams.length > 1)
      problems.add('PLN009', here, `workloads, each with served-by: a team, since there are ${teams.length} of them`);
    const whole = wholeWorkload(null, {demand, required, uncertainty}, written, problems);
    return teams.map((_, index) => (index === 0 ? [whole] : []));
  }
  if (workloads.value.length === 0) problems.add('PLN002', workloads.at, 'at least one workload');
  const parted = workloads.value.map(({name, key, value}) => {
    if ((value.demand === undefined) === (value.required === undefined))
      problems.add('PLN002', value.required?.at ?? key, 'one of demand and required');
    const whole = wholeWorkload(name, value, written, problems);
    return {whole, shares: sharesOf(value, key, teams, problems)};
  });
  return teams.map((_, team) =>
    parted.flatMap(({whole, shares}) => (shares[team]! > 0 ? [partOf(whole, shares[team]!)] : [])),
  );
}

function wholeWorkload(
  name: string | null,
  {demand, required, uncertainty}: Pick<WrittenWorkload, 'demand' | 'required' | 'uncertainty'>,
  {start, months, uncertainty: ofPlan}: WrittenPlan,
  problems: Problems,
): Workload {
  checkMonths(required, months, problems);
  return {
    name,
    share: 1,
    required: required?.value ?? null,
    demand: demand === undefined ? null : readDemand(demand, start, months, problems),
    uncertainty: uncertaintyOf(uncertainty ?? ofPlan),
  };
}

function checkMonths(required: Placed<readonly number[]> | undefined, months: number, problems: Problems): void {
  if (required !== undefined && required.value.length !== months)
    problems.add('PLN002', required.at, `${months} numbers, one a month`, String(required.value.length));
}

const uncertaintyOf = (written: WrittenPlan['uncertainty']): Uncertainty => ({
  now: written?.now ?? 0,
  afterAYear: written?.['after-a-year'] ?? 0,
});

/** A team's part of a workload: its share of the contacts, or of the FTE told. */
function partOf(whole: Workload, share: number): Workload {
  const scaled = (values: readonly number[]): readonly number[] => values.map(value => value * share);
  const demand = (of: Demand): Demand => ({...of, contacts: scaled(of.contacts)});
  return {
    ...whole,
    share,
    required: whole.required === null ? null : scaled(whole.required),
    demand: whole.demand === null ? null : demand(whole.demand),
  };
}

/** What rounding may add to shares. */
const SLACK = 1e-9;

/** Shares of a workload in the order of the teams. */
function sharesOf(
  {'served-by': servedBy}: WrittenWorkload,
  key: Value,
  teams: readonly (string | null)[],
  problems: Problems,
): readonly number[] {
  const names = teams.filter(name => name !== null);
  if (servedBy === undefined) {
    if (teams.length > 1)
      problems.add('PLN009', key, `served-by: one of the teams ${names.join(', ')}, or shares of them`);
    return teams.map((_, index) => (index === 0 ? 1 : 0));
  }
  for (const {name, at} of servedBy.value)
    if (!names.includes(name))
      problems.add(
        'PLN009',
        at,
        names.length === 0 ? 'no served-by, since the plan has no teams' : `one of the teams ${names.join(', ')}`,
        name,
        suggest(name, names),
      );
  const sum = servedBy.value.reduce((all, {share}) => all + share, 0);
  if (Math.abs(sum - 1) > SLACK)
    problems.add('PLN009', servedBy.at, 'shares that add up to 100%', `${Number((100 * sum).toFixed(6))}%`);
  return teams.map(team => servedBy.value.find(({name}) => name === team)?.share ?? 0);
}
