import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {scheduleShifts} from '../../../src/planning/schedule/schedule.js';
import {read} from '../../support/scenario-text.js';

const place = {file: 'center.yaml', line: 1, column: 1, path: ''};
const places = {shifts: place, headcount: place, timeLimit: place, requirementFile: null};

/** Needs by day and hour from eight, some kinds of shifts. */
const tasks = fc.record({
  needs: fc.array(fc.array(fc.integer({min: 0, max: 3}), {minLength: 5, maxLength: 5}), {minLength: 7, maxLength: 7}),
  worked: fc.tuple(fc.integer({min: 1, max: 5}), fc.integer({min: 0, max: 2})),
  daysOff: fc.constantFrom('any', 'together'),
  vary: fc.constantFrom('0s', '1h', '2h'),
  lunch: fc.boolean(),
});

describe('schedules of any needs', () => {
  it('cover them with agents who work their days, rest, eat in their windows, and cost what the solver says', async () => {
    await fc.assert(
      fc.asyncProperty(tasks, async ({needs, worked: [least, more], daysOff, vary, lunch}) => {
        const rows = needs.flatMap((day, index) =>
          day.map((agents, hour) => `2026-11-${23 + index} ${String(8 + hour).padStart(2, '0')}:00,team,${agents}`),
        );
        const text = `
clock: {start: 2026-11-23, days: 7, interval: 60m}
contacts: {help: {arrivals: 60/h, handle: 4m}}
agents: {team: {count: 1, skills: [help]}}
scheduling:
  requirement: needs.csv
  rounds: 0
  gap: 40%
  shifts:
    long:
      length: 4h
      starts: 07:00-10:00
      days-a-week: ${least}-${least + more}
      days-off: ${daysOff}
      starts-vary: ${vary}
      ${lunch ? 'breaks: [{length: 1h, after: 1h-2h}]' : ''}
    short: {length: 2h, starts: 08:00-11:00, days-a-week: 2-7, at-most: 60%}
`;
        const scenario = await read(text, {'needs.csv': ['start,group,agents', ...rows, ''].join('\n')});
        // adding cover and cost up again is part of every run: it throws where they differ
        const {agents, cover} = (await scheduleShifts(scenario, {places}))!;
        needs.forEach((day, index) =>
          day.forEach((wanted, hour) => expect(cover[0]![index * 24 + 8 + hour]!).toBeGreaterThanOrEqual(wanted)),
        );
        for (const {shifts, type} of agents) {
          const days = shifts.map(({day}) => day);
          expect(new Set(days).size).toBe(days.length);
          if (type === 1) continue;
          expect(days.length).toBeGreaterThanOrEqual(least);
          expect(days.length).toBeLessThanOrEqual(least + more);
          const starts = shifts.map(({startOfDay}) => startOfDay);
          expect(Math.max(...starts) - Math.min(...starts)).toBeLessThanOrEqual(
            {'0s': 0, '1h': 3600, '2h': 7200}[vary],
          );
          for (const {from, breaks} of shifts) {
            expect(breaks).toHaveLength(lunch ? 1 : 0);
            for (const [start, end] of breaks) {
              expect(end - start).toBe(3600);
              expect([3600, 7200]).toContain(start - from);
            }
          }
        }
        expect(agents.filter(({type}) => type === 1).length).toBeLessThanOrEqual(0.6 * agents.length + 1e-9);
      }),
      {numRuns: 25, seed: 1},
    );
  });
});
