import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {UserError, type Problem} from '../../src/base/errors.js';
import {loadCandidates, parseCandidate, type CandidateSources} from '../../src/scenario/candidates.js';
import {folderWith} from '../support/scenario-text.js';

const BASE = `name: Desk
contacts:
  calls: {arrivals: 60/h, handle: 4m, patience: 3m, objective: 80% in 20s}
agents:
  day: {count: 6, skills: [calls]}
  night: {count: 2, skills: [calls]}
run: {replications: 5, seed: a}
`;
const OTHER = `name: Desk
description: Not the same
contacts:
  calls: {arrivals: 60/h, handle: 3m, patience: 3m, objective: 80% in 20s}
agents:
  day: {count: 6, skills: [calls, chats]}
  both: {count: 2, skills: [calls]}
run: {replications: 9, seed: b, volume: 110%}
`.replace('skills: [calls, chats]', 'skills: [calls]');

const folder = folderWith({'base.yaml': BASE, 'other.yaml': OTHER});
const load = (sources: Partial<CandidateSources>) =>
  loadCandidates(join(folder, 'base.yaml'), {files: [], set: [], candidates: [], ...sources});

async function problemsOf(loading: Promise<unknown>): Promise<readonly Problem[]> {
  const error = await loading.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).problems;
}

describe('a candidate on the command line', () => {
  it('is a name and changes with semicolons between them', () => {
    expect(parseCandidate('more agents: agents.day.count=7; run.volume=110%')).toEqual({
      name: 'more agents',
      set: ['agents.day.count=7', 'run.volume=110%'],
    });
  });

  it('is called by its changes where it has no name', () => {
    expect(parseCandidate('agents.day.count=7')).toEqual({name: 'agents.day.count=7', set: ['agents.day.count=7']});
  });

  it('may set what holds a colon, a comma or an equals sign', () => {
    expect(parseCandidate('late: clock.start=2026-11-23; contacts.calls.handle=lognormal(4m, cv 0.9)').set).toEqual([
      'clock.start=2026-11-23',
      'contacts.calls.handle=lognormal(4m, cv 0.9)',
    ]);
    expect(parseCandidate('agents.day.shifts=[{from: 08:00, to: 12:00}]').set).toHaveLength(1);
  });

  it.each(['', 'more agents', 'more:', ': a=1', 'more: agents.day.count', 'more: =7'])('cannot be %j', text => {
    expect(() => parseCandidate(text)).toThrow(/NAME: PATH=VALUE/);
  });
});

describe('what is compared', () => {
  it('are files, the base with all of --set, and one more for each --candidate', async () => {
    const {base, candidates} = await load({
      files: [join(folder, 'other.yaml')],
      set: ['agents.day.count=7', 'run.volume=110%'],
      candidates: ['night: agents.night.count=3'],
    });
    expect(base.name).toBe('Desk');
    expect(candidates.map(({name}) => name)).toEqual([
      `Desk (${join(folder, 'other.yaml')})`,
      'agents.day.count=7; run.volume=110%',
      'night',
    ]);
    expect(candidates[1]!.scenario.run.volume).toBe(1.1);
    expect(candidates[2]!.changes).toEqual([{path: 'agents.night.count', base: '2', candidate: '3'}]);
  });

  it('differs by path, as written; what only one side has is listed with all that is in it', async () => {
    const {candidates} = await load({files: [join(folder, 'other.yaml')]});
    expect(candidates[0]!.changes).toEqual([
      {path: 'contacts.calls.handle', base: '4m', candidate: '3m'},
      {path: 'agents.night.count', base: '2', candidate: null},
      {path: 'agents.night.skills', base: '[calls]', candidate: null},
      {path: 'agents.both.count', base: null, candidate: '2'},
      {path: 'agents.both.skills', base: null, candidate: '[calls]'},
      {path: 'run.volume', base: null, candidate: '110%'},
    ]);
  });

  it('is refused when there is nothing, when a path has a typo and when two have one name', async () => {
    expect((await problemsOf(load({})))[0]!.code).toBe('CMP001');
    expect((await problemsOf(load({candidates: ['x: agents.dya.count=7']})))[0]).toMatchObject({
      code: 'SCN050',
      nearest: 'day',
    });
    expect((await problemsOf(load({candidates: ['x: run.volume=1', 'x: run.volume=2']})))[0]!.code).toBe('CMP003');
  });
});
