import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {StaffingAnswer} from '../../src/planning/staffing/answer.js';
import {faultsOf, type JsonSchema} from '../../src/report/json-schema.js';
import {staffingJsonSchema} from '../../src/report/staffing-schema.js';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {inTemporaryFolder} from '../support/run-plimsoll.js';

const BY_FORMULA = ['staff', 'scenarios/help-line.yaml', '--method', 'erlang-a'];

const answerOf = async (words: readonly string[]): Promise<StaffingAnswer> => {
  const {stdout, stderr} = await askPlimsoll([...words, '--format', 'json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as StaffingAnswer;
};

describe('plimsoll staff', () => {
  it('says how many are needed when, and with --explain how it comes to that', async () => {
    const page = await askPlimsoll(BY_FORMULA);
    expect(page.exitCode).toBe(0);
    expect(page.stdout).toMatch(/agent hours meet the objectives, by Erlang A/);
    expect(page.stdout).toContain('Agents needed');
    expect(page.stdout).not.toContain('From workload to people');
    const explained = await askPlimsoll([...BY_FORMULA, '--explain']);
    expect(explained.stdout).toContain('From workload to people');
    expect(explained.stdout.replace(/\s+/g, ' ')).toContain('who hangs up leaves room for the others');
  });

  it('asks for more agents when more is asked of them, and names what binds', async () => {
    const plain = await answerOf(BY_FORMULA);
    const strict = await answerOf([...BY_FORMULA, '--objective', 'occupancy(team) <= 40%']);
    const hours = ({groups}: StaffingAnswer): number => groups.reduce((sum, {agentHours}) => sum + agentHours, 0);
    expect(hours(strict)).toBeGreaterThan(hours(plain));
    expect(strict.objectives).toHaveLength(plain.objectives.length + 1);
    expect(strict.groups[0].binds).toContain(plain.objectives.length);
  });

  it('answers as its published schema says', async () => {
    const schema = JSON.parse((await askPlimsoll(['schema', 'staffing'])).stdout) as JsonSchema;
    expect(schema).toEqual(staffingJsonSchema());
    const answer = await answerOf(BY_FORMULA);
    expect(faultsOf(schema, answer)).toEqual([]);
    expect(undescribed(schema, answer)).toEqual([]);
  });

  it('keeps the requirement for schedules and scenarios', () =>
    inTemporaryFolder(async folder => {
      const out = join(folder, 'staffed');
      const {exitCode, stdout} = await askPlimsoll([...BY_FORMULA, '--out', out, '--format', 'csv']);
      expect(exitCode).toBe(0);
      expect(readdirSync(out).sort()).toEqual(['by-interval', 'requirement.csv', 'staffing.json']);
      expect(readFileSync(join(out, 'requirement.csv'), 'utf8')).toBe(stdout);
      expect(stdout.split('\n')[0]).toBe('start,group,agents,in-office,paid,scheduled,gap,binds');
      expect(readFileSync(join(out, 'by-interval', 'team.csv'), 'utf8')).toMatch(
        /^time,agents\n2026-01-05T[^,]+,\d+\n/,
      );
    }));

  it.each([
    ['an objective of nobody', ['--objective', 'asa(hepl) <= 20s'], 'did you mean "help"'],
    [
      'an objective that more agents make worse',
      ['--objective', 'occupancy >= 80%'],
      'more agents must make it better',
    ],
    ['a limit on a group that is none', ['--at-most', 'taem=5'], 'did you mean "team"'],
    [
      'a method that does not know what is asked',
      ['--objective', 'objectiveMet(help) >= 90%'],
      'plimsoll explain STF003',
    ],
  ])('refuses %s with 2, and writes nothing', (_, words, message) =>
    inTemporaryFolder(async folder => {
      const out = join(folder, 'staffed');
      const {exitCode, stdout, stderr} = await askPlimsoll([...BY_FORMULA, ...words, '--out', out]);
      expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
      expect(stderr).toContain(message);
      expect(existsSync(join(out, 'requirement.csv'))).toBe(false);
    }),
  );
});

/** Keys that an answer has and its schema does not tell of. */
function undescribed(schema: JsonSchema | undefined, value: unknown, path = ''): readonly string[] {
  if (schema === undefined) return [path];
  if (Array.isArray(value)) return value.length === 0 ? [] : undescribed(schema.items, value[0], `${path}[]`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    undescribed(schema.properties?.[key], inner, `${path}.${key}`),
  );
}
