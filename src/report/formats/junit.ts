import type {GateOutcome, RuleOutcome} from '../../experiment/gate/outcome.js';
import {foundText, whichFigure} from '../documents/gate-words.js';

/**
 * A gate as JUnit XML, one test case a rule: a failed rule is a failure, an undecided one an error.
 *
 * @see https://github.com/testmoapp/junitxml, the form that CI systems read
 */
export function renderJunit({candidate, rules, replications, seed}: GateOutcome): string {
  const count = (verdict: RuleOutcome['verdict']): number => rules.filter(rule => rule.verdict === verdict).length;
  const counts = `tests="${rules.length}" failures="${count('fail')}" errors="${count('inconclusive')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="plimsoll gate" ${counts}>`,
    `  <testsuite name="${xml(candidate)}" ${counts}>`,
    `    <properties><property name="replications" value="${replications}"/><property name="seed" value="${xml(seed)}"/></properties>`,
    ...rules.map(rule => testCase(rule, candidate)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(rule: RuleOutcome, candidate: string): string {
  const {verdict, file, line} = rule;
  const at = `file="${xml(file)}"${line === null ? '' : ` line="${line}"`}`;
  const head = `    <testcase name="${xml(rule.rule)}" classname="${xml(candidate)}" ${at}`;
  const lines = rule.checks
    .filter(check => check.verdict === verdict)
    .map(check => `${whichFigure(check)}: ${foundText(check)}`);
  if (verdict === 'pass') return `${head}/>`;
  const element = verdict === 'fail' ? 'failure' : 'error';
  const message = xml(lines[0] ?? verdict);
  return `${head}>\n      <${element} type="${verdict}" message="${message}">${xml(lines.join('\n'))}</${element}>\n    </testcase>`;
}

/** Characters that XML 1.0 cannot hold at all. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text in which nothing of XML comes alive. */
function xml(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
