import type {CheckOutcome, GateOutcome, RuleOutcome} from '../../experiment/gate/outcome.js';
import type {Verdict} from '../../statistics/gates/verdict.js';
import {roundPercent, thousands} from '../numbers.js';
import {textCell, type Callout, type Cell, type Column, type Document, type Table, type Tone} from './document.js';
import {
  askedOf,
  daysText,
  differenceText,
  figureValue,
  foundText,
  intervalText,
  isOfDays,
  replicationsToDecide,
  whichFigure,
  worstFirst,
} from './gate-words.js';

const TONES: Readonly<Record<Verdict, Tone>> = {pass: 'good', fail: 'bad', inconclusive: 'neutral'};
export const MARKS: Readonly<Record<Verdict, string>> = {pass: '✓', fail: '✗', inconclusive: '≈'};

/** Checks of one rule in every interval that get a line; the others are counted. */
const MOST_LINES = 6;

/** What a gate found, as a page: the verdict, what failed and what cannot be told, every rule with its figures. */
export function gateDocument(outcome: GateOutcome): Document {
  const {candidate, baseline} = outcome;
  return {
    title: `Gate: ${candidate}`,
    description: baseline === null ? null : `against ${baseline.name}${baseline.kind === 'stored' ? ', stored' : ''}`,
    headline: headlineOf(outcome),
    callouts: calloutsOf(outcome),
    tables: [tableOf(outcome)],
    curves: [],
    notes: notesOf(outcome),
    data: outcome,
    rows: [],
  };
}

/** The verdict in one sentence. */
export function headlineOf({verdict, rules, baseline}: GateOutcome): string {
  const count = (wanted: Verdict): number => rules.filter(rule => rule.verdict === wanted).length;
  const all = `${rules.length} rule${rules.length === 1 ? '' : 's'}`;
  if (verdict === 'pass') return `Pass: ${rules.length === 1 ? 'the rule holds' : `all ${all} hold`}.`;
  const open = count('inconclusive');
  if (verdict === 'inconclusive') return `Inconclusive: ${open} of ${all} cannot be decided yet, none is broken.`;
  const worse = baseline === null ? 'broken' : 'broken or worse than the baseline allows';
  return `Fail: ${count('fail')} of ${all} ${worse}${open === 0 ? '' : `, ${open} cannot be decided yet`}.`;
}

function calloutsOf(outcome: GateOutcome): Callout[] {
  const spoken = outcome.rules.flatMap(rule => (rule.verdict === 'pass' ? [] : ruleCallouts(rule, outcome)));
  const stopped: Callout[] = outcome.interrupted
    ? [
        {
          tone: 'neutral',
          mark: '!',
          text: `interrupted: judged after ${thousands(outcome.replications)} replications; this is no verdict to rely on`,
        },
      ]
    : [];
  return [...spoken, ...stopped, ...outcome.notes.map((text): Callout => ({tone: 'neutral', mark: '!', text}))];
}

function ruleCallouts(rule: RuleOutcome, {replications}: GateOutcome): Callout[] {
  const {verdict, because} = rule;
  if (because !== null) return [{tone: TONES[verdict], mark: MARKS[verdict], text: because}];
  const speaking = worstFirst(rule.checks.filter(check => check.verdict === verdict));
  const callouts = speaking.slice(0, MOST_LINES).map((check): Callout => {
    const advice = verdict === 'inconclusive' ? adviceFor(check, replications) : '';
    return {tone: TONES[verdict], mark: MARKS[verdict], text: `${whichFigure(check)}: ${foundText(check)}${advice}`};
  });
  const more = speaking.length - callouts.length;
  if (more === 0) return callouts;
  const text = `… and ${more} more of "${rule.rule}"`;
  return [...callouts, {tone: TONES[verdict], mark: MARKS[verdict], text}];
}

function adviceFor(check: CheckOutcome, replications: number): string {
  if (check.because !== null) return '';
  if (check.margin?.amount === 0) return '; without a margin a rule passes only when nothing differs at all';
  const needed = replicationsToDecide(check, replications);
  return needed === null
    ? '; it lies right at what is allowed'
    : `; some ${thousands(needed)} replications would tell (--replications, --until-decided)`;
}

/** A check below the line of its rule: `  orders 10:30`. */
function withinRule({scope, name, interval}: CheckOutcome): string {
  const time = interval === null ? [] : [intervalText(interval)];
  return `  ${[...(scope === 'total' ? [] : [name]), ...time].join(' ')}`;
}

const column = (heading: string, short: string, rank: number): Column => ({heading, short, rank});

function tableOf({rules, baseline}: GateOutcome): Table {
  const compared = baseline !== null;
  const rows = rules.flatMap(rule => ruleRows(rule));
  const kept = (cells: readonly Cell[]): readonly Cell[] =>
    compared ? cells : cells.filter((_, place) => place !== 1);
  return {
    title: 'Rules',
    columns: [
      column('figure', 'figure', 0),
      ...(compared ? [column('baseline', 'baseline', 3)] : []),
      column(compared ? 'candidate' : 'value', compared ? 'candid.' : 'value', 1),
      column(compared ? 'change' : '±', compared ? 'change' : '±', 2),
      column('wanted', 'wanted', 4),
    ],
    rows: rows.map(kept),
  };
}

function ruleRows({subject, everyInterval, verdict, checks}: RuleOutcome): readonly (readonly Cell[])[] {
  const [only] = checks;
  if (checks.length === 1 && only !== undefined) return [checkRow(only, whichFigure(only))];
  const passed = checks.filter(check => check.verdict === 'pass').length;
  const tone = TONES[verdict];
  const summary = [
    textCell(subject, tone, MARKS[verdict]),
    textCell(null),
    textCell(checks.length === 0 ? null : `${passed}/${checks.length} pass`),
    textCell(everyInterval ? 'by interval' : null),
    textCell(only === undefined ? null : askedOf(only)),
  ];
  const telling = worstFirst(checks.filter(check => check.verdict !== 'pass'));
  return [summary, ...telling.slice(0, MOST_LINES).map(check => checkRow(check, withinRule(check)))];
}

function checkRow(check: CheckOutcome, label: string): readonly Cell[] {
  const {unit, verdict, change, candidate, baseline} = check;
  const tone = TONES[verdict];
  return [
    textCell(label, tone, MARKS[verdict]),
    textCell(baseline === null ? null : figureValue(baseline, unit)),
    textCell(candidate === null ? null : figureValue(candidate, unit)),
    textCell(change === null ? null : changeText(check, change)),
    textCell(askedOf(check)),
  ];
}

function changeText(check: CheckOutcome, {value, low, high}: NonNullable<CheckOutcome['change']>): string {
  const {unit, baseline, nothingDiffers} = check;
  if (nothingDiffers) return 'none';
  if (isOfDays(check)) return daysText({value, low, high}, check.limit);
  const half = (high - low) / 2;
  return baseline === null ? `± ${differenceText(half, null, unit).slice(1)}` : differenceText(value, half, unit);
}

function notesOf({alpha, looks, replications, seed, program, baseline, rules}: GateOutcome): string[] {
  const checks = rules.reduce((sum, rule) => sum + rule.checks.length, 0);
  const paired =
    baseline === null
      ? ''
      : baseline.paired
        ? 'Both meet the same customers: differences are paired, replication by replication. '
        : 'Not paired: baseline and candidate met different customers, so only large changes can be seen. ';
  const looked = looks.planned > 1 ? `, at look ${looks.done} of ${looks.planned}` : '';
  return [
    `${paired}± is half of the 95 % interval of the ${baseline === null ? 'figure' : 'change'}. ✓ pass, ✗ fail, ≈ inconclusive.`,
    `Fail: shown to be worse than allowed, with a chance of at most ${roundPercent(alpha)} of any false alarm among ${checks} check${checks === 1 ? '' : 's'} (Holm). Pass: shown to be within what is allowed (one-sided 95 %).`,
    `${thousands(replications)} replication${replications === 1 ? '' : 's'}${looked}, seed ${seed}, plimsoll ${program}.`,
  ];
}
