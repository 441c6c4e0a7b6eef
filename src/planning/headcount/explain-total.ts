import {explainMonth, figure, type Derivation} from './explain-plan.js';
import type {PlanResult} from './make-plan.js';
import type {HeadcountPlan, PlanMonth} from './plan.js';
import type {TeamResult} from './plan-team.js';
import {TOTAL} from './read-plan.js';

/** How the figures of a month came about, of a team or of all of them. */
export interface ExplainedMonth {
  readonly month: string;
  /** Name of the team, `total` for all of them; null: the plan names none. */
  readonly team: string | null;
  readonly derivations: readonly Derivation[];
}

/**
 * How every figure of some months came about, team by team and in total.
 *
 * @param indices places of the months in the plan
 */
export function explainPlan(
  {teams}: HeadcountPlan,
  result: Pick<PlanResult, 'months' | 'teams'>,
  indices: readonly number[],
): readonly ExplainedMonth[] {
  return indices.flatMap(index => {
    const {month} = result.months[index]!;
    const each = teams.map((team, place): ExplainedMonth => {
      return {month, team: team.name, derivations: explainMonth(team, result.teams[place]!, index)};
    });
    if (teams.length === 1) return each;
    return [...each, {month, team: TOTAL, derivations: explainTotal(result.months, result.teams, index)}];
  });
}

/** How every figure of a month of all teams is the sum of theirs. */
function explainTotal(
  months: readonly PlanMonth[],
  teams: readonly Pick<TeamResult, 'name' | 'months'>[],
  index: number,
): readonly Derivation[] {
  const sumOf = (name: string, of: (month: PlanMonth) => number): Derivation => ({
    figure: name,
    value: of(months[index]!),
    from: teams.map(team => `${figure(of(team.months[index]!))} ${team.name ?? ''}`.trim()).join(' + '),
  });
  return TOTALLED.map(([name, of]) => sumOf(name, of));
}

const TOTALLED: readonly (readonly [string, (month: PlanMonth) => number])[] = [
  ['starting', month => month.starting],
  ['attrition', month => month.attrition],
  ['hires', month => month.hires],
  ['transfers', month => month.transfers],
  ['planned', month => month.planned],
  ['productive', month => month.productive],
  ['net', month => month.net],
  ['required', month => month.required],
  ['over or under', month => month.overUnder],
  ['overtime', month => month.overtime],
  ['outsourced', month => month.outsourced],
  ['time off', month => month.timeOff],
  ['short', month => month.short],
  ['cost', month => month.cost.total],
  ['cash', month => month.cash],
];
