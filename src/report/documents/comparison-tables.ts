import type {MeasureName} from '../../scenario/schema/measures.js';
import type {ComparedCandidate, Comparison, ComparisonRow} from '../../statistics/comparison.js';
import {human} from '../numbers.js';
import {change, changeCell, verdictOn, type Changes} from './comparison-changes.js';
import {textCell, type Cell, type Column, type Table} from './document.js';
import {TOTAL, type Whose} from './figures.js';

const column = (heading: string, short: string, rank: number): Column => ({heading, short, rank});

/** Lines of the table of what differs, at the most. */
const MOST_INPUTS = 30;
/** Characters of a value in it. */
const LONGEST_VALUE = 28;

/** In what the files differ, by path: it stands above what came of it. null when nothing does. */
export function inputsTable({candidates}: Comparison): Table | null {
  const several = candidates.length > 1;
  const lines = candidates.flatMap(({name, changes}) =>
    changes.map(({path, base, candidate}) => [
      ...(several ? [textCell(name)] : []),
      textCell(shortened(path, 2 * LONGEST_VALUE)),
      textCell(base === null ? null : shortened(base, LONGEST_VALUE)),
      textCell(candidate === null ? null : shortened(candidate, LONGEST_VALUE)),
    ]),
  );
  if (lines.length === 0) return null;
  const left = lines.length - MOST_INPUTS;
  const more = [textCell(`and ${left} more`), ...Array.from({length: several ? 3 : 2}, () => textCell(''))];
  return {
    title: 'What differs',
    columns: [
      ...(several ? [column('candidate', 'candidate', 0)] : []),
      column('path', 'path', 0),
      column('base', 'base', 0),
      column('candidate', 'candidate', 0),
    ],
    rows: left > 0 ? [...lines.slice(0, MOST_INPUTS), more] : lines,
  };
}

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** Measures of the overview, each with its heading. */
const OVERVIEW: readonly (readonly [MeasureName, string, string])[] = [
  ['serviceLevel', 'service level', 'in time'],
  ['abandonment', 'abandonment', 'abandon'],
  ['asa', 'ASA', 'ASA'],
  ['occupancy', 'occupancy', 'occup.'],
  ['agents', 'agents', 'agents'],
  ['cost', 'cost', 'cost'],
];

/** One line a candidate, all contacts together; null where there is only one. */
export function overviewTable(comparison: Comparison, changes: Changes): Table | null {
  const {candidates, base} = comparison;
  if (candidates.length < 2) return null;
  // cost is only where there are prices
  const shown = OVERVIEW.filter(([measure]) =>
    candidates.some(({name}) => change(changes, name, measure, TOTAL) !== null),
  );
  const baseCell = (measure: MeasureName): Cell => {
    const row = candidates
      .map(({name}) => change(changes, name, measure, TOTAL))
      .find(found => (found?.base ?? null) !== null);
    return sideCell(row ?? null, 'base');
  };
  const rows = candidates.map(({name}) => {
    const level = change(changes, name, 'serviceLevel', TOTAL);
    const verdict = level && verdictOn(level);
    return [
      textCell(name, verdict?.tone, verdict?.mark ?? ' '),
      ...shown.map(([measure]) => changeCell(change(changes, name, measure, TOTAL))),
    ];
  });
  return {
    title: 'All contacts: each candidate against the base',
    columns: [
      column('candidate', 'candidate', 0),
      ...shown.map(([, heading, short], place) => column(heading, short, place)),
    ],
    rows: [[textCell(`base: ${base.name}`, 'neutral', ' '), ...shown.map(([measure]) => baseCell(measure))], ...rows],
  };
}

/** One line a contact type: what became of it under a candidate. */
export function changedContactsTable(
  {base, candidates}: Comparison,
  candidate: ComparedCandidate,
  changes: Changes,
): Table {
  const types = namesOf(base.scenario.contactTypes, candidate.scenario.contactTypes);
  const row = (whose: Whose): Cell[] => {
    const of = (measure: MeasureName) => change(changes, candidate.name, measure, whose);
    const level = of('serviceLevel');
    const verdict = level && verdictOn(level);
    return [
      textCell(whose.name, verdict?.tone, verdict?.mark ?? ' '),
      sideCell(level, 'base'),
      sideCell(level, 'candidate'),
      changeCell(level),
      changeCell(of('abandonment')),
      changeCell(of('asa')),
      changeCell(of('waitP90')),
    ];
  };
  return {
    title: titled('Contacts', candidates, candidate),
    columns: [
      column('contact type', 'type', 0),
      column('in time, base', 'base', 1),
      column('candidate', 'cand.', 1),
      column('change', 'change', 0),
      column('abandonment', 'abandon', 3),
      column('ASA', 'ASA', 4),
      column('P90 wait', 'P90', 5),
    ],
    rows: [...types.map(name => row({scope: 'contactType', name})), ...(types.length > 1 ? [row(TOTAL)] : [])],
  };
}

/** One line an agent group: what became of it under a candidate. */
export function changedAgentsTable(
  {base, candidates}: Comparison,
  candidate: ComparedCandidate,
  changes: Changes,
): Table {
  const groups = namesOf(base.scenario.groups, candidate.scenario.groups);
  const rows = [...groups.map((name): Whose => ({scope: 'group', name})), ...(groups.length > 1 ? [TOTAL] : [])];
  return staffTable(
    titled('Agents', candidates, candidate),
    column('agent group', 'group', 0),
    rows,
    candidate,
    changes,
  );
}

/** One line a site: what became of it under a candidate; null where neither side has several. */
export function changedSitesTable(
  {base, candidates}: Comparison,
  candidate: ComparedCandidate,
  changes: Changes,
): Table | null {
  const sites = namesOf(base.scenario.sites, candidate.scenario.sites);
  if (sites.length < 2) return null;
  const rows = sites.map((name): Whose => ({scope: 'site', name}));
  return staffTable(titled('Sites', candidates, candidate), column('site', 'site', 0), rows, candidate, changes);
}

function staffTable(
  title: string,
  first: Column,
  rows: readonly Whose[],
  candidate: ComparedCandidate,
  changes: Changes,
): Table {
  const row = (whose: Whose): Cell[] => {
    const of = (measure: MeasureName) => change(changes, candidate.name, measure, whose);
    const [agents, occupancy] = [of('agents'), of('occupancy')];
    return [
      textCell(whose.name),
      sideCell(agents, 'base'),
      sideCell(agents, 'candidate'),
      sideCell(occupancy, 'base'),
      sideCell(occupancy, 'candidate'),
      changeCell(occupancy),
      changeCell(of('answered')),
    ];
  };
  return {
    title,
    columns: [
      first,
      column('agents, base', 'agents', 1),
      column('candidate', 'cand.', 1),
      column('occupancy, base', 'occup.', 1),
      column('candidate', 'cand.', 1),
      column('change', 'change', 0),
      column('answered', 'answered', 3),
    ],
    rows: rows.map(row),
  };
}

/** The figure of one side; nothing where nobody saw it. */
function sideCell(row: ComparisonRow | null, side: 'base' | 'candidate'): Cell {
  const value = row?.[side] ?? null;
  return textCell(row === null || value === null ? null : human(value, row.unit));
}

const titled = (title: string, candidates: readonly unknown[], {name}: ComparedCandidate): string =>
  candidates.length === 1 ? title : `${title}: ${name}`;

/** Names of the base, then those that only the candidate has. */
function namesOf(base: readonly string[], candidate: readonly string[]): string[] {
  return [...new Set([...base, ...candidate])];
}
