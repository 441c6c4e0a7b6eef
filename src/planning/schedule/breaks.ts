import type {BreakAlternative, ShiftStart} from '../../scenario/scheduling.js';
import {cellsOf, type CellGrid} from './cells.js';
import type {ProgramBuilder, Term} from './program-builder.js';
import type {StartVariable} from './tours.js';

/** Agents who take breaks this way, of all those for whom the same places are open. */
export interface BreakVariable {
  readonly variable: number;
  /** Who shares the places: `breakKey` of their starts. */
  readonly key: string;
  readonly alternative: BreakAlternative;
}

/** Counts agents of a group in cells: a variable, present or away. */
export type CountInCells = (group: number, cells: readonly number[], variable: number, sign: 1 | -1) => void;

/** Starts of one group with the same places for the same breaks share their variables. */
export const breakKey = ({group}: ShiftStart, alternatives: readonly BreakAlternative[]): string =>
  `${group} ${alternatives.map(spans => spans.map(([from, to]) => `${from}-${to}`).join('+')).join(' ')}`;

/**
 * Writes down breaks: all who may take them at the same places split over these places. So no column is needed for every
 * way to take all breaks of a shift, and those who could be swapped are not told apart (implicit breaks: Aykin 1996).
 */
export function addBreaks(
  starters: readonly StartVariable[],
  grid: CellGrid,
  count: CountInCells,
  builder: ProgramBuilder,
): readonly BreakVariable[] {
  const sharing = new Map<string, {group: number; alternatives: readonly BreakAlternative[]; who: number[]}>();
  for (const {start, variable} of starters) {
    count(start.group, cellsOf(start.from, start.to, grid), variable, 1);
    for (const alternatives of start.breaks) {
      const key = breakKey(start, alternatives);
      if (!sharing.has(key)) sharing.set(key, {group: start.group, alternatives, who: []});
      sharing.get(key)!.who.push(variable);
    }
  }
  return [...sharing].flatMap(([key, {group, alternatives, who}]) => {
    const cellsAway = alternatives.map(spans => spans.flatMap(([from, to]) => cellsOf(from, to, grid)));
    if (alternatives.length === 1) {
      for (const variable of who) count(group, cellsAway[0]!, variable, -1);
      return [];
    }
    const variables = alternatives.map((alternative, place) => {
      const variable = builder.variable({integer: true});
      count(group, cellsAway[place]!, variable, -1);
      return {variable, key, alternative};
    });
    builder.constraint(
      [...variables.map(({variable}): Term => [variable, 1]), ...who.map((variable): Term => [variable, -1])],
      0,
      0,
    );
    return variables;
  });
}
