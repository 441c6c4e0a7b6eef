import {figureText} from '../../scenario/figure-reference.js';
import type {GateRule} from '../../scenario/gate-rule.js';
import {together, type Judged} from '../../statistics/gates/verdict.js';
import type {Evidence} from '../../statistics/gates/weigh.js';
import {MEASURES} from '../../statistics/measures.js';
import type {Check} from './checks.js';
import type {CheckOutcome, RuleOutcome} from './outcome.js';

/** A check with what was seen of it and its verdict so far. */
export interface Found {
  readonly check: Check;
  readonly evidence: Evidence;
  readonly judged: Judged;
}

/** What came of each rule, from what was found of its checks. */
export function tellRules(rules: readonly GateRule[], found: readonly Found[]): readonly RuleOutcome[] {
  return rules.map(({text, subject, everyInterval, at}, index) => {
    const checks = found.filter(({check}) => check.rule === index).map(tellCheck);
    const verdict = together(checks.length === 0 ? ['inconclusive'] : checks.map(check => check.verdict));
    const {file, line, column} = at;
    return {
      rule: text,
      subject,
      everyInterval: everyInterval !== null,
      file,
      line,
      column,
      verdict,
      checks,
      because: null,
    };
  });
}

function tellCheck({check: {figure, label, demand}, evidence, judged}: Found): CheckOutcome {
  const {candidate, baseline, change, nothingDiffers, because} = evidence;
  return {
    figure: figureText(figure),
    ...figure,
    interval: label,
    unit: MEASURES[figure.measure].unit,
    kind: demand.kind,
    limit: 'limit' in demand ? demand.limit : null,
    margin: 'margin' in demand ? demand.margin : null,
    verdict: judged.verdict,
    candidate,
    baseline,
    change,
    nothingDiffers,
    p: judged.pAdjusted,
    because,
  };
}
