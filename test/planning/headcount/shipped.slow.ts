import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlan} from '../../../src/planning/headcount/make-plan.js';
import {readPlan} from '../../../src/planning/headcount/read-plan.js';
import {solve} from '../../../src/planning/optimise/solve.js';

describe('the shipped plan of a retailer with two sites', () => {
  it('covers calls, chats and letters in every month, and its teams add up', async () => {
    const file = resolve(import.meta.dirname, '../../../scenarios/plans/retailer-two-sites.yaml');
    const {months, teams, total, gap} = await makePlan(readPlan(readFileSync(file, 'utf8'), file, 'plan'), solve);
    expect(total.short).toBeLessThan(1e-5);
    expect(gap).toBeLessThanOrEqual(1e-4);
    months.forEach((month, index) => {
      const sum = teams.reduce((all, team) => all + team.months[index]!.planned, 0);
      expect(month.planned).toBeCloseTo(sum, 9);
    });
  });
});
