import {resolve} from 'node:path';
import {describe, expect, it} from 'vitest';
import {askPlimsoll} from '../support/ask-plimsoll.js';

const scenarios = resolve(import.meta.dirname, '../../scenarios');

describe('plimsoll sites', () => {
  it('refuses what cannot be compared, and prints nothing', async () => {
    const silent = await askPlimsoll(['sites', `${scenarios}/help-line.yaml`]);
    expect([silent.exitCode, silent.stdout]).toEqual([2, '']);
    expect(silent.stderr).toContain('expected at least two sites with agents, got "none"\n  plimsoll explain PLN021');
    const wrong = await askPlimsoll(['sites', `${scenarios}/retail-sites.yaml`, '--mix', 'paris=70%,tunis=20%']);
    expect(wrong.stderr).toContain('--mix: expected shares that add up to 100%');
    const cv = await askPlimsoll(['sites', `${scenarios}/retail-sites.yaml`, '--demand-cv', '10']);
    expect(cv.stderr).toContain('PLN026');
  });
});
