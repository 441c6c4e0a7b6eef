import {describe, expect, it} from 'vitest';
import {UserError} from '../../src/base/errors.js';
import {parseRule} from '../../src/scenario/gate-rule.js';
import {loadScenarioText} from '../../src/scenario/load.js';
import {figureCatalogue} from '../../src/statistics/figure-catalogue.js';
import {gateScenario} from '../support/gate-scenario.js';

const catalogue = figureCatalogue(await loadScenarioText(gateScenario(), {file: 'shop.yaml'}));
const place = {file: 'gates.yaml', line: 4, column: 5, path: 'rules[0]'};
const rule = (text: string) => parseRule(text, place, catalogue);
const relative = (amount: number) => ({kind: 'relative', amount});
const absolute = (amount: number) => ({kind: 'absolute', amount});

function complaint(text: string): string {
  try {
    rule(text);
  } catch (error) {
    if (error instanceof UserError) return `${error.problems[0]!.code} ${error.message}`;
    throw error;
  }
  return 'nothing wrong';
}

describe('a rule', () => {
  it.each([
    ['serviceLevel(orders) >= 80%', {kind: 'at-least', limit: 0.8}],
    ['asa<=20s', {kind: 'at-most', limit: 20}],
    ['P(day meets objective, orders) >= 90%', {kind: 'at-least', limit: 0.9}],
    ['asa(orders) not worse than baseline + 3%', {kind: 'not-above', margin: relative(0.03)}],
    ['asa(orders) is not worse than the baseline by more than 2s', {kind: 'not-above', margin: absolute(2)}],
    ['serviceLevel not worse than baseline - 1pt', {kind: 'not-below', margin: absolute(0.01)}],
    ['abandonment not worse than baseline', {kind: 'not-above', margin: absolute(0)}],
    ['occupancy not above baseline + 2pt', {kind: 'not-above', margin: absolute(0.02)}],
    ['occupancy not lower than baseline − 2%', {kind: 'not-below', margin: relative(0.02)}],
    ['occupancy(back) within ±1pt of baseline', {kind: 'within', margin: absolute(0.01)}],
    ['aht within +-3% of baseline', {kind: 'within', margin: relative(0.03)}],
  ])('reads "%s"', (text, demand) => {
    expect(rule(text).demand).toEqual(demand);
  });

  it('may speak of every interval, and of each thing of a kind', () => {
    expect(rule('serviceLevel(orders) >= 80% in every interval').everyInterval).toEqual({from: 0, to: 86_400});
    expect(rule('asa  <= 20s  in every interval between 09:00 and 13:00')).toMatchObject({
      text: 'asa <= 20s in every interval between 09:00 and 13:00',
      everyInterval: {from: 32_400, to: 46_800},
    });
    expect(rule('asa(each queue) <= 60s').figures.map(({name}) => name)).toEqual(['orders', 'returns']);
  });

  it('says where it stands and what it expected', () => {
    expect(complaint('asa no worse as baseline')).toMatch(
      /^GAT001 gates\.yaml:4:5 rules\[0\]: expected a rule such as/,
    );
    expect(complaint('serviceLevel not worse than baseline + 1pt')).toContain(
      'GAT002 gates.yaml:4:5 rules[0]: expected baseline - 1pt: below the baseline is the worse side',
    );
    expect(complaint('occupancy not worse than baseline + 1pt')).toContain('occupancy within ±… of baseline');
    expect(complaint('servicelevel(order) >= 80%')).toContain('did you mean "serviceLevel"?');
    expect(complaint('serviceLevel(order) >= 80%')).toContain('did you mean "orders"?');
    expect(complaint('asa <= 20')).toContain('did you mean "20s"?');
    expect(complaint('P(day meets objective) >= 90% in every interval')).toContain('GAT003');
    expect(complaint('asa <= 20s in every interval between 13:00 and 09:00')).toContain('GAT001');
  });
});
