import {figureText, type FigureReference} from '../../scenario/figure-reference.js';
import type {MeasureName} from '../../scenario/schema/measures.js';
import type {Results} from '../../statistics/results.js';
import {human, thousands} from '../numbers.js';
import {textCell, type Cell, type Column, type Document} from './document.js';
import {figure, figuresOf, type Figures, type Whose} from './figures.js';
import {differenceText} from './gate-words.js';

/** Figures of every contact type and agent group that are looked at beside those of the rules. */
const OF_TYPES: readonly MeasureName[] = ['serviceLevel', 'abandonment', 'asa'];
const OF_GROUPS: readonly MeasureName[] = ['occupancy'];

/**
 * What moved between an old baseline and a new one.
 *
 * @param old null when there was none
 * @param asked figures of the rules, which are always shown
 */
export function baselineDocument(old: Results | null, now: Results, asked: readonly FigureReference[]): Document {
  const [before, after] = [figuresOf(old?.rows ?? []), figuresOf(now.rows)];
  const {finished} = now.replications;
  const moved = whatToShow(now, asked).flatMap(one => rowOf(one, before, after, old === null));
  const headline =
    old === null
      ? `New baseline of ${thousands(finished)} replications.`
      : moved.length === 0
        ? `Baseline written anew, ${thousands(finished)} replications: nothing moved.`
        : `Baseline written anew, ${thousands(finished)} replications: ${moved.length} figure${moved.length === 1 ? '' : 's'} moved.`;
  const column = (heading: string, rank: number): Column => ({heading, short: heading, rank});
  return {
    title: `Baseline: ${now.scenario.name}`,
    description: null,
    headline,
    callouts: [],
    tables:
      moved.length === 0
        ? []
        : [
            {
              title: old === null ? 'Figures' : 'What moved',
              columns: [column('figure', 0), column('before', 1), column('now', 0), column('change', 1)],
              rows: moved,
            },
          ],
    curves: [],
    notes: [`Seed ${now.seed}, plimsoll ${now.program}.`],
    data: {
      format: 'plimsoll-baseline',
      version: 1,
      scenario: now.scenario.name,
      replications: finished,
      moved: moved.map(([first]) => first?.value),
    },
    rows: now.rows.filter(({interval}) => interval === null),
  };
}

function whatToShow({scenario}: Results, asked: readonly FigureReference[]): readonly FigureReference[] {
  const usual = [
    ...scenario.contactTypes.flatMap(name => OF_TYPES.map(measure => ({measure, scope: 'contactType', name}) as const)),
    ...scenario.groups.flatMap(name => OF_GROUPS.map(measure => ({measure, scope: 'group', name}) as const)),
  ];
  const found = new Map([...asked, ...usual].map(one => [figureText(one), one]));
  return [...found.values()];
}

function rowOf(
  {measure, ...whose}: FigureReference & Whose,
  before: Figures,
  after: Figures,
  isNew: boolean,
): readonly (readonly Cell[])[] {
  const [was, is] = [figure(before, measure, whose), figure(after, measure, whose)];
  const row = is ?? was;
  if (row === null || (!isNew && was?.value === is?.value)) return [];
  const shown = (value: number | undefined): string | null => (value === undefined ? null : human(value, row.unit));
  const change = was === null || is === null ? null : differenceText(is.value - was.value, null, row.unit);
  return [
    [
      textCell(figureText({measure, ...whose})),
      textCell(shown(was?.value)),
      textCell(shown(is?.value)),
      textCell(change),
    ],
  ];
}
