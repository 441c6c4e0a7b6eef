import {formatCount} from '../../base/units.js';
import {currencyOf, makeAmountOf} from '../../scenario/prices.js';
import {parseText} from '../../scenario/parse.js';
import {Problems} from '../../scenario/problems.js';
import type {Reading} from '../../scenario/schema/field.js';
import {deepest} from '../../scenario/value.js';
import type {MapValue, Value} from '../../scenario/value.js';
import {experienced} from './cohorts.js';
import {monthLabel} from './months.js';
import type {HeadcountPlan, TeamPlan} from './plan.js';
import {planDocument, type WrittenPlan} from './plan-schema.js';
import {readTeam} from './read-team.js';
import {readWorkloads} from './read-workloads.js';
import type {WrittenTeam} from './team-schema.js';

/** A plan with the way back to its file. */
export interface LocatedPlan {
  readonly plan: HeadcountPlan;
  readonly root: MapValue;
  readonly problems: Problems;
}

/**
 * Reads the text of a plan of headcount.
 *
 * @param file as messages name it
 * @param defaultName title where the plan has none
 * @throws UserError with every problem found
 * @example readPlan('start: 2027-01\nmonths: 2\nrequired: [40, 42]\npeople: {start: 60}', 'plan.yaml', 'plan').plan.months // 2
 */
export function readPlan(text: string, file: string, defaultName: string): LocatedPlan {
  const problems = new Problems();
  const root = parseText(text, file, problems, 'a plan with start, months and people');
  if (root !== null && root.kind !== 'map')
    problems.add('PLN001', root, 'a plan: a mapping with start, months, people');
  problems.throwIfAny();
  const reading: Reading = {problems, includes: [], timezones: new Map(), currencies: new Map()};
  const written = planDocument.read(root!, reading);
  problems.throwIfAny();
  const plan = planOf(written!, reading, defaultName);
  problems.throwIfAny();
  for (const team of plan.teams) checkHeads(team, root!, problems);
  problems.throwIfAny();
  return {plan, root: root as MapValue, problems};
}

function planOf(written: WrittenPlan, {problems, currencies}: Reading, defaultName: string): HeadcountPlan {
  const {start, months} = written;
  const currency = currencyOf(written, currencies, problems);
  const amountOf = makeAmountOf(currency, written);
  const teams = writtenTeams(written, problems);
  const workloads = readWorkloads(
    written,
    teams.map(({name}) => name),
    problems,
  );
  const reading = {start, months, exchange: written, currency, amountOf, problems};
  return {
    name: written.name ?? defaultName,
    description: written.description ?? null,
    start,
    months,
    currency,
    teams: teams.map(({name, at, team}, index): TeamPlan => {
      if (workloads[index]!.length === 0) problems.add('PLN011', at, 'a team that some workload is served by', name);
      return {name, start, months, workloads: workloads[index]!, ...readTeam(team, reading)};
    }),
    budget: written.budget === undefined ? null : amountOf(written.budget.value),
  };
}

/** A team as it stands in the file, with its place. */
interface NamedTeam {
  readonly name: string | null;
  readonly at: Value;
  readonly team: WrittenTeam;
}

/** The name of the sum of all teams, which no team may have. */
export const TOTAL = 'total';

/** The teams as written; people, hiring and outsourcing of the plan itself are one team without a name. */
function writtenTeams({people, hiring, outsourcing, teams, here}: WrittenPlan, problems: Problems): NamedTeam[] {
  if ((people === undefined) === (teams === undefined))
    problems.add('PLN010', teams?.at ?? here, 'one of people and teams');
  if (teams === undefined)
    return people === undefined ? [] : [{name: null, at: here, team: {people, hiring, outsourcing}}];
  if (teams.value.length === 0) problems.add('PLN010', teams.at, 'at least one team');
  for (const key of ['hiring', 'outsourcing'])
    if (deepest(here, key) !== here)
      problems.add('PLN010', deepest(here, key), `no ${key} beside teams; it belongs to a team`);
  return teams.value.map(({name, key, value}) => {
    if (name === TOTAL) problems.add('PLN010', key, 'another name, since total is the sum of all teams', name);
    return {name, at: key, team: value};
  });
}

/** What can be seen only once the plan is whole. */
function checkHeads(team: TeamPlan, root: Value, problems: Problems): void {
  const below = experienced(team).heads.findIndex(heads => heads < 0);
  if (below === -1) return;
  const path = team.name === null ? [] : ['teams', team.name];
  problems.add(
    'PLN006',
    deepest(root, ...path, 'people', 'transfers'),
    `transfers that leave somebody in ${monthLabel(team.start + below)}`,
    formatCount(Math.abs(Math.round(team.people.transfers[below]!))),
  );
}
