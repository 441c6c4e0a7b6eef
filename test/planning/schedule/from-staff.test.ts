import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {openExecutor} from '../../../src/experiment/executor.js';
import {objectivesOf} from '../../../src/planning/staffing/objectives.js';
import {staffScenario} from '../../../src/planning/staffing/staff.js';
import {scheduleShifts} from '../../../src/planning/schedule/schedule.js';
import {writeStaffing} from '../../../src/report/write-staffing.js';
import {loadScenarioText} from '../../../src/scenario/load.js';
import {temporaryFolder} from '../../support/temporary-folder.js';

const center = (days: number): string => `
clock: {start: 2026-11-23, days: ${days}, timezone: Europe/Paris, interval: 60m}
contacts: {help: {arrivals: 60/h, queue: q, handle: 4m, patience: 3m, objective: 80% in 20s}}
queues: {q: {open: 08:00-14:00}}
agents: {team: {skills: [help], shifts: [{agents: 9, from: '08:00', to: '14:00'}]}}
run: {replications: 2}
`;

describe('a schedule', () => {
  it.each([1, 2])(
    'covers what plimsoll staff --out wrote down as needed, interval by interval, over %d days',
    async days => {
      const folder = temporaryFolder();
      const file = join(folder, 'center.yaml');
      writeFileSync(file, center(days));
      const scenario = await loadScenarioText(center(days), {file});
      const answer = await staffScenario(scenario, {
        objectives: objectivesOf(scenario, 'interval'),
        executor: openExecutor({workers: 'in-process'}),
        signal: new AbortController().signal,
        program: '0.1.0',
        method: 'erlang-a',
      });
      writeStaffing(folder, answer);
      const text = `${center(days)}scheduling: {requirement: requirement.csv, rounds: 0, gap: 0%, shifts: {short: {length: 4h, starts: 08:00-10:00}}}\n`;
      const schedule = (await scheduleShifts(await loadScenarioText(text, {file}), {workers: 'in-process'}))!;
      const {agents} = answer.groups[0]!;
      const perHour = 3600 / schedule.grid.cellSeconds;
      expect(agents.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(20);
      expect(agents.length * days).toBeGreaterThanOrEqual(24);
      schedule.needed.forEach((needed, cell) => {
        const hour = Math.floor(cell / perHour);
        expect(needed).toBe(agents[hour % agents.length]);
        expect(schedule.cover[0]![cell]).toBeGreaterThanOrEqual(needed);
      });
    },
  );
});
