import {describe, expect, it} from 'vitest';
import {csvField, renderCsvPart} from '../../../src/report/formats/csv.js';
import {render} from '../../../src/report/formats/render.js';
import {resultsDocument} from '../../../src/report/documents/results-document.js';
import {faultsOf} from '../../../src/report/json-schema.js';
import {resultsJsonSchema} from '../../../src/report/results-schema.js';
import {bankDay} from '../../support/bank-day.js';

const PAGE = {width: 80, color: true};

describe('results as JSON', () => {
  it('are the results exactly as they stand', () => {
    const results = bankDay({warnings: ['an "odd" warning\n']});
    expect(JSON.parse(render(results, 'json', PAGE))).toEqual(results);
  });

  it('keep the order of keys, and have one row a line', () => {
    const results = bankDay();
    const text = render(results, 'json', PAGE);
    expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(results));
    expect(text.split('\n').filter(line => line.startsWith('    {"measure":'))).toHaveLength(results.rows.length);
  });

  it('conform to the published schema', () => {
    expect(faultsOf(resultsJsonSchema(), JSON.parse(render(bankDay(), 'json', PAGE)))).toEqual([]);
  });

  it('are well-formed without rows', () => {
    const results = {...bankDay({finished: 0, asked: 50, interrupted: true}), rows: [], waits: []};
    expect(JSON.parse(render(results, 'json', PAGE))).toEqual(results);
  });
});

describe('results as CSV', () => {
  it('have one tidy row a figure under one header, ended by CRLF', () => {
    const results = bankDay();
    const lines = render(results, 'csv', PAGE).split('\n');
    expect(lines[0]).toBe('measure,scope,name,interval,value,low,high,unit');
    expect(lines).toHaveLength(results.rows.length + 2);
    expect(lines.at(-1)).toBe('');
    expect(lines).toContain('offered,total,total,2026-11-23T00:00:00+01:00,0,0,0,count');
  });

  it('of several scenarios stand under one header too, the scenario first', () => {
    const {rows} = bankDay();
    const lines = [renderCsvPart('Bank, today', rows, true), renderCsvPart('Bank', rows, false)].join('').split('\n');
    expect(lines[0]).toBe('scenario,measure,scope,name,interval,value,low,high,unit');
    expect(lines).toHaveLength(2 * rows.length + 2);
    expect(lines).toContain('"Bank, today",offered,total,total,2026-11-23T00:00:00+01:00,0,0,0,count');
    expect(lines).toContain('Bank,offered,total,total,2026-11-23T00:00:00+01:00,0,0,0,count');
  });

  it('leave absent ends of intervals empty', () => {
    expect(render(bankDay({finished: 1}), 'csv', PAGE)).toContain('\nserviceLevel,total,total,,0.8034,,,share\n');
  });

  it('quote names that need it (RFC 4180)', () => {
    expect([csvField('a,b'), csvField('say "hi"'), csvField('two\nlines'), csvField('plain'), csvField(null)]).toEqual([
      '"a,b"',
      '"say ""hi"""',
      '"two\nlines"',
      'plain',
      '',
    ]);
  });
});

describe('results as Markdown', () => {
  it('say the headline first and mark what missed', () => {
    const text = render(bankDay(), 'markdown', PAGE);
    expect(text).toContain('**80.3 % ± 0.3 of 14,210 calls a day');
    expect(text).toContain('- ✗ cards misses its objective');
    expect(text).toContain('| ✗ cards | 4,650 ± 20 | 74.2 % ± 0.4 | 80 % in 20 s |');
  });

  it('keep every table rectangular, whatever a name contains', () => {
    const text = render(bankDay({contactTypes: ['a|b', '<script>', 'two\nlines']}), 'markdown', PAGE);
    for (const table of text.split('\n\n').filter(part => part.startsWith('|'))) {
      const bars = table
        .trim()
        .split('\n')
        .map(line => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(bars).size).toBe(1);
    }
    expect(text).not.toContain('<script>');
  });
});

describe('a document', () => {
  it('renders as its results do, in every format', () => {
    const results = bankDay();
    for (const format of ['terminal', 'json', 'csv', 'markdown'] as const) {
      expect(render(resultsDocument(results), format, PAGE)).toBe(render(results, format, PAGE));
    }
  });
});
