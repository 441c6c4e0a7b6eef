import {UserError, type Place} from '../../base/errors.js';
import {suggest} from '../../base/suggest.js';
import {parseComparison} from '../../scenario/figure-comparison.js';
import type {Scenario} from '../../scenario/scenario.js';
import {figureCatalogue} from '../../statistics/figure-catalogue.js';
import {judgedOver, STAFFING_MEASURES, type JudgedOver, type StaffingObjective} from './objectives.js';
import type {StaffingProblemCode} from './problem-codes.js';

/**
 * Reads objectives as they are written on the command line: `asa(orders) <= 20s`, `occupancy(group paris) <= 85%`.
 *
 * @param over what they are judged over, but for those that exist over the horizon only
 * @throws UserError FIG001 to FIG005 for a figure that cannot be read, STF002 for one that staffing cannot aim at
 * @example readObjectives(['abandonment(orders) <= 3%'], scenario, 'interval', '--objective')
 */
export function readObjectives(
  texts: readonly string[],
  scenario: Scenario,
  over: JudgedOver,
  flag: string,
): readonly StaffingObjective[] {
  const catalogue = figureCatalogue(scenario);
  return texts.map((text): StaffingObjective => {
    const place: Place = {file: flag, line: null, column: null, path: ''};
    const {figure, comparison, value} = parseComparison(text, place, catalogue);
    const known: readonly string[] = STAFFING_MEASURES;
    if (!known.includes(figure.measure))
      throw refused(place, `a measure that staffing can aim at (${known.join(', ')})`, figure.measure, known);
    const least = comparison === '>=' || comparison === '>';
    if (least !== isHigherBetter(figure.measure))
      throw refused(
        place,
        `${figure.measure} ${least ? '<=' : '>='} an amount, since more agents must make it better`,
        text,
      );
    return {...figure, comparison: least ? '>=' : '<=', target: value, over: judgedOver(figure.measure, over)};
  });
}

/** More agents raise service levels and days that meet them, and lower all else. */
const isHigherBetter = (measure: string): boolean => measure.startsWith('serviceLevel') || measure === 'objectiveMet';

function refused(place: Place, expected: string, got: string, names: readonly string[] = []): UserError {
  const code: StaffingProblemCode = 'STF002';
  return new UserError([{code, place, expected, got, nearest: suggest(got, names)}]);
}

/**
 * Reads `GROUP=NUMBER` flags.
 *
 * @param otherwise by group, where no flag names it
 * @throws UserError STF004
 */
export function readByGroup(
  texts: readonly string[],
  {groups}: Scenario,
  otherwise: readonly number[],
  flag: string,
  wholeNumbers: boolean,
): number[] {
  const result = [...otherwise];
  for (const text of texts) {
    const mark = text.lastIndexOf('=');
    const name = text.slice(0, Math.max(0, mark)).trim();
    const group = groups.findIndex(candidate => candidate.name === name);
    const value = Number(text.slice(mark + 1));
    const names = groups.map(candidate => candidate.name);
    const place: Place = {file: flag, line: null, column: null, path: ''};
    const code: StaffingProblemCode = 'STF004';
    if (mark < 1 || group === -1)
      throw new UserError([
        {
          code,
          place,
          expected: `GROUP=NUMBER with a group of ${names.join(', ')}`,
          got: text,
          nearest: suggest(name, names),
        },
      ]);
    if (
      text.slice(mark + 1).trim() === '' ||
      !(value >= 0) ||
      value > 1e6 ||
      (wholeNumbers && !Number.isInteger(value))
    )
      throw new UserError([
        {
          code,
          place,
          expected: `a ${wholeNumbers ? 'whole ' : ''}number, 0 or more, after ${name}=`,
          got: text,
          nearest: null,
        },
      ]);
    result[group] = value;
  }
  return result;
}
