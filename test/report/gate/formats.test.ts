import {describe, expect, it} from 'vitest';
import type {CheckOutcome, GateOutcome} from '../../../src/experiment/gate/outcome.js';
import {faultsOf} from '../../../src/report/json-schema.js';
import {gateJsonSchema} from '../../../src/report/gate-schema.js';
import {renderGate} from '../../../src/report/formats/gate.js';

const check = (more: Partial<CheckOutcome>): CheckOutcome => ({
  figure: 'asa(orders)',
  measure: 'asa',
  scope: 'contactType',
  name: 'orders',
  interval: null,
  unit: 'seconds',
  kind: 'not-above',
  limit: null,
  margin: {kind: 'relative', amount: 0.03},
  verdict: 'fail',
  candidate: 24.34,
  baseline: 20.11,
  change: {value: 4.23, low: 3.7, high: 4.76},
  nothingDiffers: false,
  p: 0.0001,
  because: null,
  ...more,
});
const outcome: GateOutcome = {
  format: 'plimsoll-gate',
  version: 1,
  program: '0.1.0',
  verdict: 'fail',
  candidate: 'Shop & <co>',
  baseline: {kind: 'stored', name: 'Shop', paired: true},
  seed: '1',
  replications: 200,
  alpha: 0.05,
  looks: {planned: 5, done: 2},
  interrupted: false,
  notes: [],
  rules: [
    {
      rule: 'asa(orders) not worse than baseline + 3%',
      subject: 'asa(orders)',
      everyInterval: false,
      file: 'gates.yaml',
      line: 4,
      column: 5,
      verdict: 'fail',
      checks: [check({})],
      because: null,
    },
    {
      rule: 'serviceLevel(each type) >= 80% in every interval',
      subject: 'serviceLevel(each type)',
      everyInterval: true,
      file: 'gates.yaml',
      line: 5,
      column: 5,
      verdict: 'inconclusive',
      checks: ['09:00', '09:30'].map((time, index) =>
        check({
          figure: 'serviceLevel(orders)',
          measure: 'serviceLevel',
          interval: `2026-11-23T${time}:00+01:00`,
          unit: 'share',
          kind: 'at-least',
          limit: 0.8,
          margin: null,
          verdict: index === 0 ? 'pass' : 'inconclusive',
          candidate: 0.81,
          baseline: null,
          change: {value: 0.01, low: -0.02, high: 0.04},
          p: 1,
        }),
      ),
      because: null,
    },
    {
      rule: 'abandonment not worse than baseline',
      subject: 'abandonment',
      everyInterval: false,
      file: 'gates.yaml',
      line: 6,
      column: 5,
      verdict: 'pass',
      checks: [check({figure: 'abandonment', verdict: 'pass', nothingDiffers: true, p: 1})],
      because: null,
    },
  ],
};
const page = {width: 80, color: false};
const text = (format: Parameters<typeof renderGate>[1]) => renderGate(outcome, format, page);

describe('the outcome of a gate', () => {
  it('tells on a terminal what failed, by how much, and how many replications would tell the rest', () => {
    const shown = text('terminal');
    expect(shown).toContain('✗ asa(orders): 24.3 s against 20.1 s, +4.23 ± 0.53 s, wanted ≤ base + 3 %');
    expect(shown).toMatch(
      /≈ serviceLevel\(orders\) at 09:30: 81.0 % ± 3.0 pt, wanted ≥ 80 %; some [\d,]+\s+replications/,
    );
    expect(shown).toMatch(/≈ serviceLevel\(each type\) +– +1\/2 pass +by interval/);
    expect(Math.max(...shown.split('\n').map(line => [...line].length))).toBeLessThanOrEqual(80);
  });

  it('is JUnit XML with one test case a rule', () => {
    const xml = text('junit');
    expect(xml.match(/<testcase /g)).toHaveLength(3);
    expect(xml).toContain('tests="3" failures="1" errors="1"');
    expect(xml).toContain('classname="Shop &amp; &lt;co&gt;" file="gates.yaml" line="4"');
    expect(xml).toContain('<failure type="fail" message="asa(orders): 24.3 s against 20.1 s');
    expect(xml).toContain('<error type="inconclusive"');
  });

  it('is an annotation at the line of the rule on GitHub, errors first', () => {
    const lines = text('github')
      .split('\n')
      .filter(line => line.startsWith('::'));
    expect(lines[0]).toBe(
      '::error file=gates.yaml,line=4,col=5,title=asa(orders) not worse than baseline + 3%25::asa(orders): 24.3 s against 20.1 s, +4.23 ± 0.53 s, wanted ≤ base + 3 %25',
    );
    expect(lines[1]).toMatch(/^::warning file=gates\.yaml,line=5/);
    expect(renderGate({...outcome, verdict: 'pass', rules: [outcome.rules[2]!]}, 'github', page)).toContain(
      '::notice title=Gate%3A Shop & <co>::Pass: the rule holds.',
    );
  });

  it('is a table in Markdown, a line a check as CSV, and JSON with a schema', () => {
    expect(text('markdown')).toContain('| ✗ asa(orders) | 20.1 s | 24.3 s | +4.23 ± 0.53 s | ≤ base + 3 % |');
    expect(text('markdown')).toContain('# Gate: Shop &amp; &lt;co\\>');
    const csv = text('csv').trimEnd().split('\n');
    expect(csv).toHaveLength(5);
    expect(csv[1]).toContain('asa(orders) not worse than baseline + 3%,asa,contactType,orders,,fail,24.34,20.11,4.23');
    expect(JSON.parse(text('json'))).toEqual(outcome);
    expect(faultsOf(gateJsonSchema(), outcome)).toEqual([]);
    expect(faultsOf(gateJsonSchema(), {...outcome, verdict: 'green'})).toMatchObject([{path: 'verdict'}]);
  });

  it('keeps names that look like markup harmless, on one line each', () => {
    const hostile = {...outcome, candidate: 'a|b `c` <i> & $x$ ~~y~~ @team\n::error::z ##[group]'};
    const all = (format: Parameters<typeof renderGate>[1]) => renderGate(hostile, format, {...page, width: 40});
    expect(all('markdown').split('\n')[0]).toBe(
      '# Gate: a\\|b \\`c\\` &lt;i\\> &amp; \\$x\\$ \\~\\~y\\~\\~ @<!-- -->team ::error::z ##\\[group\\]',
    );
    expect(all('junit')).toContain('<testsuite name="a|b `c` &lt;i&gt; &amp; $x$ ~~y~~ @team ::error::z ##[group]"');
    const commands = all('github').match(/^[ ]*::\w+|##\[/gm);
    expect(commands).toEqual(['::error', '::warning']);
  });

  it('says of a share of days how far the truth may be to each side, and why --exact failed', () => {
    const days = check({
      figure: 'objectiveMet(orders)',
      measure: 'objectiveMet',
      unit: 'share',
      kind: 'at-least',
      limit: 0.9,
      margin: null,
      baseline: null,
      candidate: 0,
      change: {value: -0.9, low: -0.9, high: -0.732},
    });
    const rules = [
      {...outcome.rules[0]!, checks: [days]},
      {...outcome.rules[0]!, subject: 'the same bytes', checks: [], because: 'not the same bytes: asa: 2 was 3'},
    ];
    const shown = renderGate({...outcome, rules}, 'terminal', page);
    expect(shown).toContain('✗ P(day meets objective, orders): 0.0 % (0 to 17 %), wanted ≥ 90 %');
    expect(shown).toContain('✗ not the same bytes: asa: 2 was 3');
    expect(renderGate({...outcome, rules}, 'junit', page)).toContain(
      '<failure type="fail" message="not the same bytes: asa: 2 was 3">',
    );
  });
});
