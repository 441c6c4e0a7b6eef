import {UserError} from '../../base/errors.js';
import {parseClockTime} from '../../base/units.js';
import {figureText, type FigureReference} from '../../scenario/figure-reference.js';
import type {Demand, GateRule} from '../../scenario/gate-rule.js';
import type {GateProblemCode} from '../../scenario/gate-problem-codes.js';
import type {Scenario} from '../../scenario/scenario.js';
import {MEASURES} from '../../statistics/measures.js';
import {cellRatio, type CellRatio} from '../../statistics/record-columns.js';
import {planRows, type RowPlan} from '../../statistics/rows.js';
import {waitPlaceOf, type WaitPlace} from '../../statistics/wait-records.js';

/** One figure in one interval, or over the horizon, of which a rule asks something. */
export interface Check {
  /** Index of its rule. */
  readonly rule: number;
  readonly figure: FigureReference;
  /** Index of the reporting interval; null: the horizon. */
  readonly interval: number | null;
  /** Its start, as results name it. */
  readonly label: string | null;
  readonly demand: Demand;
}

/** Where a check finds its figure in each replication: numerator and denominator, or the waits of which it is a percentile. */
export type CheckPlace = CellRatio | (WaitPlace & {readonly share: number});

/**
 * Takes rules apart into what is judged one by one.
 *
 * @throws UserError GAT003 no interval lies between the times
 */
export function checksOf(rules: readonly GateRule[], scenario: Scenario): readonly Check[] {
  return rules.flatMap((rule, index) => {
    const {figures, demand} = rule;
    return intervalsOf(rule, scenario).flatMap(({interval, label}) =>
      figures.map(figure => ({rule: index, figure, interval, label, demand})),
    );
  });
}

function intervalsOf(
  rule: GateRule,
  {clock}: Scenario,
): readonly {readonly interval: number | null; readonly label: string | null}[] {
  const {everyInterval} = rule;
  if (everyInterval === null) return [{interval: null, label: null}];
  const found = clock.intervalLabels
    .map((label, interval) => ({interval, label}))
    .filter(({label}) => {
      const time = timeOf(label);
      return time >= everyInterval.from && time < everyInterval.to;
    });
  if (found.length > 0) return found;
  throw problem('GAT003', rule, 'times between which an interval of the scenario starts', rule.text);
}

/** Seconds after midnight at which an interval starts, from `2026-11-23T08:00:00+01:00` or `T08:00`. */
const timeOf = (label: string): number => parseClockTime(/T(\d\d:\d\d)/.exec(label)?.[1] ?? '') ?? 0;

/**
 * Where the figures of checks stand in what one scenario counts.
 *
 * @throws UserError GAT007 when the scenario has no such figure: it is the baseline
 */
export function placesOf(
  checks: readonly Check[],
  rules: readonly GateRule[],
  scenario: Scenario,
): readonly CheckPlace[] {
  const plan = planRows(scenario);
  return checks.map(check => {
    const place = placeOf(check, plan);
    if (place === null)
      throw problem('GAT007', rules[check.rule]!, 'a figure that the baseline has as well', figureText(check.figure));
    return place;
  });
}

function placeOf({figure: {measure, scope, name}, interval}: Check, plan: RowPlan): CheckPlace | null {
  const index = plan.scopes.findIndex(each => each.scope === scope && each.name === name);
  if (index < 0 || !plan.measures.includes(measure)) return null;
  const {making} = MEASURES[measure];
  if (making.kind === 'percentile') return {...waitPlaceOf(plan, {scope, name}, interval)!, share: making.share};
  return cellRatio(plan, measure, index, interval ?? plan.layout.intervals + 1);
}

export function problem(code: GateProblemCode, {at}: Pick<GateRule, 'at'>, expected: string, got: string): UserError {
  return new UserError([{code, place: at, expected, got, nearest: null}]);
}
