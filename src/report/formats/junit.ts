import type {GateOutcome, RuleOutcome} from '../../experiment/gate/outcome.js';
import {headlineOf} from '../documents/gate-document.js';
import {foundIn} from '../documents/gate-words.js';

/**
 * A gate as JUnit XML, one test case a rule: a failed rule is a failure, an undecided one an error.
 *
 * @see https://github.com/testmoapp/junitxml, the form that CI systems read
 */
export function renderJunit(outcome: GateOutcome): string {
  const {candidate, rules, replications, seed, notes} = outcome;
  const count = (verdict: RuleOutcome['verdict']): number => rules.filter(rule => rule.verdict === verdict).length;
  const counts = `tests="${rules.length}" failures="${count('fail')}" errors="${count('inconclusive')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="plimsoll gate" ${counts}>`,
    `  <testsuite name="${name(candidate)}" ${counts}>`,
    `    <properties><property name="replications" value="${replications}"/><property name="seed" value="${xml(seed)}"/></properties>`,
    ...rules.map(rule => testCase(rule, candidate)),
    `    <system-out>${xml([headlineOf(outcome), ...notes].join('\n'))}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(rule: RuleOutcome, candidate: string): string {
  const {verdict, file, line} = rule;
  const at = `file="${xml(file)}"${line === null ? '' : ` line="${line}"`}`;
  const head = `    <testcase name="${name(rule.rule)}" classname="${name(candidate)}" ${at}`;
  const lines = foundIn(rule);
  if (verdict === 'pass') return `${head}/>`;
  const element = verdict === 'fail' ? 'failure' : 'error';
  const message = xml(lines[0] ?? verdict);
  return `${head}>\n      <${element} type="${verdict}" message="${message}">${xml(lines.join('\n'))}</${element}>\n    </testcase>`;
}

/** Characters that XML 1.0 cannot hold at all. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A name on one line. */
const name = (text: string): string => xml(text.replace(/\s+/g, ' ').trim());

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
