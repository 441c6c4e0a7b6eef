import {describe, expect, it} from 'vitest';
import {MEASURE_NAMES} from '../../src/scenario/schema/measures.js';
import {CELL_STRIDE, CELLS} from '../../src/statistics/cells.js';
import {COUNTER_STRIDE, COUNTERS} from '../../src/statistics/counters.js';
import {measuresReference} from '../../src/statistics/measures-reference.js';
import {MEASURES} from '../../src/statistics/measures.js';

describe('the table of measures', () => {
  it('gives every measure a label of its own', () => {
    expect(new Set(MEASURE_NAMES.map(name => MEASURES[name].label)).size).toBe(MEASURE_NAMES.length);
  });

  it('has every measure in the total, but for the days of an objective', () => {
    expect(MEASURE_NAMES.filter(name => !MEASURES[name].scopes.includes('total'))).toEqual(['objectiveMet']);
  });

  it('calls shares only what is a share of something counted in the same unit', () => {
    for (const name of MEASURE_NAMES) {
      const {unit, making} = MEASURES[name];
      if (unit === 'share') expect(making.kind).toBe('ratio');
      if (unit === 'count') expect(making.kind).toBe('count');
    }
  });

  it('is printed as one line a measure', () => {
    const lines = measuresReference().split('\n');
    for (const name of MEASURE_NAMES) expect(lines.filter(line => line.startsWith(`| \`${name}\` |`))).toHaveLength(1);
  });
});

describe('rows of cells', () => {
  it('begin with the counters as they stand, and have room for what is worked out', () => {
    expect(CELLS.slice(0, COUNTERS.length)).toEqual([...COUNTERS]);
    expect(COUNTERS.length).toBeLessThanOrEqual(COUNTER_STRIDE);
    expect(CELLS.length).toBeLessThanOrEqual(CELL_STRIDE);
  });
});
