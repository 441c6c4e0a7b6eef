import {describe, expect, it} from 'vitest';
import {scenarioFolders} from '../../src/cli/scenario-folders.js';

describe('folders of results', () => {
  it('are the folder itself for one scenario', () => {
    expect(scenarioFolders('reports', ['Small help line'])).toEqual(['reports']);
  });

  it('are named like the scenarios when there are several', () => {
    expect(scenarioFolders('reports', ['Small help line', 'Bank: Paris & Tunis', '***'])).toEqual([
      'reports/small-help-line',
      'reports/bank-paris-tunis',
      'reports/scenario',
    ]);
  });

  it('are numbered when scenarios share a name', () => {
    expect(scenarioFolders('out', ['Bank', 'bank', 'BANK'])).toEqual(['out/bank', 'out/bank-2', 'out/bank-3']);
  });
});
