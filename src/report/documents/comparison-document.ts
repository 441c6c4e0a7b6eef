import type {Comparison, ComparedCandidate, ComparisonRow, OneSided} from '../../statistics/comparison.js';
import {human, thousands} from '../numbers.js';
import {change, changesOf, saidChange, verdictOn, type Changes} from './comparison-changes.js';
import {comparisonCurve} from './comparison-curve.js';
import {
  changedAgentsTable,
  changedContactsTable,
  changedSitesTable,
  inputsTable,
  overviewTable,
} from './comparison-tables.js';
import type {Callout, Document} from './document.js';
import {TOTAL} from './figures.js';

/** With more candidates than this the page has one line for each; JSON and CSV have everything. */
const MOST_IN_FULL = 3;

/** Columns of a comparison as CSV. */
export const COMPARISON_COLUMNS: readonly (keyof ComparisonRow)[] = [
  'candidateName',
  'measure',
  'scope',
  'name',
  'interval',
  'base',
  'candidate',
  'difference',
  'low',
  'high',
  'unit',
  'pairingSaves',
];

/** What a comparison found, as a page: a sentence, what differs in the files, what came of it, how sure that is. */
export function comparisonDocument(comparison: Comparison): Document {
  const {base, candidates} = comparison;
  const changes = changesOf(comparison);
  const inFull = candidates.length <= MOST_IN_FULL ? candidates : [];
  const curve = comparisonCurve(comparison, inFull, changes);
  const tables = [
    inputsTable(comparison),
    overviewTable(comparison, changes),
    ...inFull.flatMap(candidate => [
      changedContactsTable(comparison, candidate, changes),
      changedAgentsTable(comparison, candidate, changes),
      changedSitesTable(comparison, candidate, changes),
    ]),
  ];
  return {
    title:
      candidates.length === 1
        ? `${candidates[0]!.name} against ${base.name}`
        : `${candidates.length} candidates against ${base.name}`,
    description: base.scenario.description,
    headline: headlineOf(comparison, changes),
    callouts: calloutsOf(comparison, changes),
    tables: tables.filter(table => table !== null),
    curves: curve === null ? [] : [curve],
    notes: notesOf(comparison, changes, candidates.length > MOST_IN_FULL),
    data: comparison,
    rows: comparison.rows,
    csvColumns: COMPARISON_COLUMNS,
  };
}

/**
 * What came of it in one sentence.
 *
 * @example 'more agents: 92.1 % in time instead of 84.0 %, +8.1 pt ± 0.5; abandonment −2.2 pt ± 0.2; ASA −0:12 ± 1.1 s.'
 */
function headlineOf({replications, candidates}: Comparison, changes: Changes): string {
  if (replications.finished === 0) return 'No replication was finished, so there is nothing to compare.';
  const levels = candidates.flatMap(({name}) => {
    const row = change(changes, name, 'serviceLevel', TOTAL);
    return row === null || row.candidate === null || row.difference === null ? [] : [{name, row}];
  });
  const [first] = levels;
  if (first === undefined) return 'No contact was offered in both, so there is no service level to compare.';
  if (candidates.length > 1) {
    const best = levels.reduce((most, each) => (each.row.candidate! > most.row.candidate! ? each : most));
    return `Most in time under ${best.name}: ${inTime(best.row)}.`;
  }
  const others = (['abandonment', 'asa', 'cost'] as const).flatMap(measure => {
    const row = change(changes, first.name, measure, TOTAL);
    return row === null || row.difference === null ? [] : [`${measure === 'asa' ? 'ASA' : measure} ${saidChange(row)}`];
  });
  return `${first.name}: ${[inTime(first.row), ...others].join('; ')}.`;
}

function inTime(row: ComparisonRow): string {
  const now = human(row.candidate!, row.unit);
  return verdictOn(row)?.says === 'no change'
    ? `${now} in time, as in the base`
    : `${now} in time instead of ${human(row.base!, row.unit)}, ${saidChange(row)}`;
}

function calloutsOf(comparison: Comparison, changes: Changes): Callout[] {
  const {candidates, interrupted, replications, warnings} = comparison;
  return [
    ...candidates.flatMap(candidate => losers(candidate, changes)),
    ...candidates.flatMap(candidate => oneSided(candidate)),
    ...candidates
      .filter(({changes: inputs}) => inputs.length === 0)
      .map(({name}) => neutral(`${name}: the files say the same as the base`)),
    ...(interrupted
      ? [
          neutral(
            `interrupted: ${replications.finished} of ${replications.asked} replications finished; the figures are of those alone`,
          ),
        ]
      : []),
    ...(replications.finished > 0 && replications.finished < FEW
      ? [neutral(`warning: ${tooFew(replications.finished)}`)]
      : []),
    ...warnings.map(text => neutral(`warning: ${text}`)),
  ];
}

/** With fewer replications intervals may be too short, most of all those of waits. */
const FEW = 20;
const tooFew = (finished: number): string =>
  finished === 1
    ? 'one replication gives no intervals; ask for at least 20, and for 40 to have them on percentiles'
    : `${finished} replications are few: intervals may be too short; ask for at least ${FEW}`;

const neutral = (text: string): Callout => ({tone: 'neutral', mark: '!', text});

/** Contact types that are worse off: what a better total hides. */
function losers({name, scenario}: ComparedCandidate, changes: Changes): Callout[] {
  return scenario.contactTypes.flatMap(type => {
    const row = change(changes, name, 'serviceLevel', {scope: 'contactType', name: type});
    if (row === null || verdictOn(row)?.says !== 'worse') return [];
    return [{tone: 'bad', mark: '✗', text: `${type} is worse off under ${name}: ${inTime(row)}`} as const];
  });
}

const WORDS: Readonly<Record<OneSided['scope'], string>> = {
  channel: 'channel',
  contactType: 'contact type',
  queue: 'queue',
  group: 'agent group',
  site: 'site',
};

function oneSided({name, onlyInBase, onlyInCandidate}: ComparedCandidate): Callout[] {
  const listed = (things: readonly OneSided[]): string =>
    things.map(({scope, name: thing}) => `${WORDS[scope]} ${thing}`).join(', ');
  return [
    ...(onlyInBase.length === 0 ? [] : [neutral(`only in the base, not in ${name}: ${listed(onlyInBase)}`)]),
    ...(onlyInCandidate.length === 0 ? [] : [neutral(`only in ${name}: ${listed(onlyInCandidate)}`)]),
  ];
}

function notesOf(comparison: Comparison, changes: Changes, shortened: boolean): string[] {
  const {base, candidates, replications, seed, program} = comparison;
  const saved = candidates.flatMap(({name}) => {
    const factor = change(changes, name, 'serviceLevel', TOTAL)?.pairingSaves ?? null;
    return factor === null || factor < 1.05
      ? []
      : [`${factor < 10 ? factor.toFixed(1) : thousands(factor)} times${candidates.length > 1 ? ` (${name})` : ''}`];
  });
  return [
    ...(shortened ? ['Contacts and agents of each candidate: --format json or csv.'] : []),
    'A change is candidate minus base, with half of its 95 % interval; pt: percentage points. ✓ better, ✗ worse, ≈ no clear change, = no change at all. ' +
      'Each figure is judged by itself: of twenty that do not change, one will look changed.',
    ...(saved.length === 0
      ? []
      : [
          `All met the same customers. With different ones, the same certainty about the service level would take ${saved.join(', ')} as many replications.`,
        ]),
    `${base.scenario.startDate}, ${base.scenario.timezone}; ${thousands(replications.finished)} replications of each, seed ${seed}, plimsoll ${program}.`,
  ];
}
