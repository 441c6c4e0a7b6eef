import {describe, expect, it} from 'vitest';
import {compareScenarios, type Candidate} from '../../../src/experiment/compare.js';
import {comparisonJsonSchema} from '../../../src/report/comparison-schema.js';
import {verdictOn} from '../../../src/report/documents/comparison-changes.js';
import {comparisonDocument} from '../../../src/report/documents/comparison-document.js';
import {render} from '../../../src/report/formats/render.js';
import {faultsOf} from '../../../src/report/json-schema.js';
import {signed} from '../../../src/report/numbers.js';
import type {ComparisonRow} from '../../../src/statistics/comparison.js';
import {twoDesks} from '../../support/two-desks.js';

const PAGE = {width: 90, color: false};
const base = {...twoDesks({replications: 6}, 60), name: 'Two desks'};

const compared = (...candidates: Candidate[]) =>
  compareScenarios(base, candidates, {workers: 'in-process', program: '1.2.3'});

/** Half as many contacts again. */
const busier: Candidate = {
  name: 'busier',
  scenario: {...twoDesks({}, 90), groups: base.groups},
  changes: [{path: 'run.volume', base: null, candidate: '150%'}],
};
const same: Candidate = {name: 'same', scenario: base};

describe('the page of a comparison', () => {
  const page = compared(busier).then(comparison => ({comparison, document: comparisonDocument(comparison)}));

  it('says what came of it, which contact types are worse off, and what differs in the files above the figures', async () => {
    const text = render((await page).document, 'terminal', PAGE);
    expect(text).toMatch(/busier against Two desks/);
    expect(text).toMatch(/busier: \d+\.\d % in time instead of \d+\.\d %, −\d+\.\d pt ± \d/);
    expect(text).toMatch(/✗ cards is worse off under busier/);
    expect(text.indexOf('run.volume')).toBeGreaterThan(0);
    expect(text.indexOf('run.volume')).toBeLessThan(text.indexOf('Contacts\n'));
    expect(text).toMatch(/! warning: 6 replications are few/);
    expect(text.split('\n').every(line => line.length <= PAGE.width)).toBe(true);
  });

  it('is the same in Markdown, and whole in JSON and CSV', async () => {
    const {comparison, document} = await page;
    expect(render(document, 'markdown', PAGE)).toMatch(/## What differs\n\n\| path \| base \| candidate \|/);
    expect(JSON.parse(render(document, 'json', PAGE))).toEqual(comparison);
    const lines = render(document, 'csv', PAGE).trimEnd().split('\n');
    expect(lines[0]).toBe(
      'candidateName,measure,scope,name,interval,base,candidate,difference,low,high,unit,pairingSaves',
    );
    expect(lines).toHaveLength(1 + comparison.rows.length);
  });

  it('has the sites where there are several', async () => {
    const {comparison} = await page;
    const sites = ['paris', 'lisbon'];
    const withSites = {...comparison.base, scenario: {...comparison.base.scenario, sites}};
    const answered = comparison.rows.find(row => row.measure === 'answered' && row.scope === 'total')!;
    const rows = sites.map(name => ({...answered, scope: 'site' as const, name, difference: 7, low: 6, high: 8}));
    const document = comparisonDocument({...comparison, base: withSites, rows: [...comparison.rows, ...rows]});
    const table = document.tables.find(({title}) => title === 'Sites')!;
    expect(table.rows.map(cells => [cells[0]!.value, cells.at(-1)!.value])).toEqual(
      sites.map(name => [name, '+7 ± 1']),
    );
    expect((await page).document.tables.some(({title}) => title === 'Sites')).toBe(false);
  });

  it('is as its schema says', async () => {
    expect(faultsOf(comparisonJsonSchema(), (await page).comparison)).toEqual([]);
  });

  it('has a line for each of several candidates, and says when one is the base again', async () => {
    const comparison = await compared(busier, same, ...[70, 80].map(perHour => ({...busier, name: `${perHour}`})));
    const text = render(comparisonDocument(comparison), 'terminal', {width: 140, color: false});
    expect(text).toMatch(/4 candidates against Two desks/);
    expect(text).toMatch(/base: Two desks/);
    expect(text).toMatch(/= same +none +none +none/);
    expect(text).toMatch(/! same: the files say the same as the base/);
    expect(text).toMatch(/Contacts and agents of each candidate: --format json or csv/);
    expect(text).not.toMatch(/Contacts: busier/);
  });
});

describe('the verdict on a change', () => {
  const row = (measure: ComparisonRow['measure'], difference: number, low: number, high: number) =>
    verdictOn({measure, difference, low, high} as ComparisonRow)?.says;

  it('is better or worse only when the whole interval says so, and knows which way is better', () => {
    expect(row('serviceLevel', 0.02, 0.01, 0.03)).toBe('better');
    expect(row('asa', 2, 1, 3)).toBe('worse');
    expect(row('asa', 2, -1, 5)).toBe('no clear change');
    expect(row('occupancy', 0.02, 0.01, 0.03)).toBe('changed');
    expect(row('asa', 0, 0, 0)).toBe('no change');
  });
});

describe('a difference in words', () => {
  it('has its sign, shares in points, and no ± where it is certain', () => {
    expect(signed(0.0213, 0.004, 'share')).toBe('+2.1 pt ± 0.4');
    expect(signed(-4.25, null, 'seconds')).toBe('−4.3 s');
    expect(signed(1, 0, 'agents')).toBe('+1');
    expect(signed(0, 0, 'share')).toBe('none');
    expect(signed(0.0001, 0.0002, 'share')).toBe('+0.01 pt ± 0.02');
  });
});
