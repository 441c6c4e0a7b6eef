import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {inTemporaryFolder} from '../support/run-plimsoll.js';

describe('plimsoll erlang', () => {
  it('answers one case, in any format', async () => {
    const words = ['erlang', 'c', '--arrivals', '100/30m', '--aht', '180s', '--target', '80% in 20s', '--explain'];
    const page = await askPlimsoll(words);
    expect(page.exitCode).toBe(0);
    expect(page.stdout).toContain('14 agents (exactly 13.04) are needed');
    expect(page.stdout).toContain('Offered load: 100 contacts in 30 min');
    const {stdout} = await askPlimsoll([...words, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({format: 'plimsoll-erlang', version: 1, solvedFor: 'agents', agents: 14});
    const csv = await askPlimsoll([...words, '--format', 'csv']);
    expect(csv.stdout.split('\n')[0]).toMatch(/^arrivals,aht,target,solved-for,outcome,/);
  });

  it('tells a mistake with its flag, and what nothing can reach', async () => {
    const mistaken = await askPlimsoll(['erlang', 'c', '--arrivals', '100/30m', '--aht', '180', '--agents', '14']);
    expect(mistaken).toMatchObject({exitCode: 2, stdout: ''});
    expect(mistaken.stderr).toContain('--aht: expected a duration above zero such as "180s", got "180"');
    expect(mistaken.stderr).toContain('plimsoll explain ERL001');
    const few = [
      'erlang',
      'x',
      '--arrivals',
      '100/30m',
      '--aht',
      '3m',
      '--lines',
      '8',
      '--patience',
      '3m',
      '--target',
      '80% in 20s',
    ];
    expect((await askPlimsoll(few)).stderr).toContain('targets that some number of agents meets with 8 lines');
  });

  it('solves a grid row by row into a file, and writes nothing when a row is wrong', async () => {
    await inTemporaryFolder(async folder => {
      const [input, output] = [join(folder, 'grid.csv'), join(folder, 'answers.csv')];
      const words = ['erlang', 'a', '--input', input, '--output', output, '--target', '80% in 20s', '--patience', '3m'];
      writeFileSync(input, 'arrivals;aht;agents\n100/30m;180s;\n120/30m;3m;16\n');
      expect((await askPlimsoll(words)).stderr).toContain('2 cases solved');
      const [header, first, second] = readFileSync(output, 'utf8').trim().split('\n');
      expect(header).toMatch(/^arrivals,aht,agents,solved-for/);
      expect(first).toMatch(/^100\/30m,180s,,agents,stable,200,180,12,11\.7/);
      expect(second).toMatch(/^120\/30m,3m,16,service/);
      writeFileSync(input, 'arrivals,aht\n100/30m,180s\n100/30m,180\n,3m\n');
      writeFileSync(output, 'as it was');
      const wrong = await askPlimsoll(words);
      expect(wrong.exitCode).toBe(2);
      expect(wrong.stderr).toContain(`${input}:3:9 aht: expected a duration`);
      expect(wrong.stderr).toContain(`${input}:4`);
      expect(readFileSync(output, 'utf8')).toBe('as it was');
      expect(existsSync(join(folder, `.plimsoll-tmp-${process.pid}-answers.csv`))).toBe(false);
    });
  });
});

describe('plimsoll erlang priority, handle and between', () => {
  it('tells mean waits beside those of Erlang C, on a page, as JSON and for a grid', async () => {
    const page = await askPlimsoll([
      ...['erlang', 'priority', '--arrivals', '20/30m, 80/30m', '--aht', '180s', '--agents', '11'],
    ]);
    expect(page.stdout).toContain('The mean wait is 0:14 in class 1, 2:30 in class 2');
    const handle = ['erlang', 'handle', '--aht', '180s', '--agents', '12', '--shape', 'constant'];
    const {stdout} = await askPlimsoll([...handle, '--arrivals', '100/30m', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'plimsoll-erlang-mean-wait',
      figures: [{class: null, exact: true}],
    });
    await inTemporaryFolder(async folder => {
      const [input, output] = [join(folder, 'grid.csv'), join(folder, 'waits.csv')];
      writeFileSync(input, 'arrivals,#desk\n100/30m,a\n90/30m,b\n');
      const grid = [...handle, '--input', input, '--output', output];
      expect((await askPlimsoll(grid)).stderr).toContain('2 cases solved');
      expect(readFileSync(output, 'utf8').trim().split('\n')[1]).toMatch(/^100\/30m,a,,service,stable,200,180,12,,10,/);
      writeFileSync(input, 'arrivals,#desk\n100,a\n');
      const wrong = await askPlimsoll(grid);
      expect(wrong).toMatchObject({exitCode: 2, stdout: ''});
      expect(wrong.stderr).toContain(`${input}:2:1 arrivals: expected`);
    });
    const misused = await askPlimsoll(['erlang', 'c', '--arrivals', '100/30m', '--aht', '180s', '--shape', 'constant']);
    expect(misused.stderr).toContain('--shape: expected nothing: only handle and between know shapes');
  });
});

describe('plimsoll erlang without a grid', () => {
  it('writes its one answer to the file that is asked for', async () => {
    await inTemporaryFolder(async folder => {
      const output = join(folder, 'one.csv');
      const c = ['erlang', 'c', '--arrivals', '100/30m', '--aht', '180s', '--target', '80% in 20s', '--output', output];
      expect((await askPlimsoll(c)).stderr).toContain('one case solved');
      expect(readFileSync(output, 'utf8').split('\n')[1]).toMatch(
        /^100\/30m,180s,80% in 20s,agents,stable,200,180,14,/,
      );
      const priority = ['erlang', 'priority', '--arrivals', '20/30m, 80/30m', '--aht', '180s', '--max-asa', '10s, 60s'];
      const {stdout} = await askPlimsoll(priority);
      expect(stdout).toContain('12 agents are needed; the mean wait is then 8.1 s in class 1, 0:49 in class 2');
      await askPlimsoll([...priority, '--output', output]);
      expect(readFileSync(output, 'utf8').split('\n')[2]).toMatch(/^2,agents,stable,160,180,12,12,10,/);
    });
  });

  it('names line and column of every cell of a grid that it cannot read', async () => {
    await inTemporaryFolder(async folder => {
      const input = join(folder, 'grid.csv');
      writeFileSync(input, 'arrivals,aht,#desk,agents\n100/30m,180s,"a,b",14\n100/30m,"180","c,d",x\n');
      const {stderr} = await askPlimsoll(['erlang', 'c', '--input', input]);
      expect(stderr).toContain(`${input}:3:10 aht: expected`);
      expect(stderr).toContain(`${input}:3:21 agents: expected`);
      writeFileSync(input, 'arrivals,aht,arrivals\n1,2,3\n');
      expect((await askPlimsoll(['erlang', 'c', '--input', input])).stderr).toContain(
        `${input}:1:14 arrivals: expected`,
      );
    });
  });
});

describe('plimsoll erlang day', () => {
  it('shows method beside method, and writes them to a file', async () => {
    await inTemporaryFolder(async folder => {
      const [input, output] = [join(folder, 'day.csv'), join(folder, 'methods.csv')];
      writeFileSync(input, 'from,arrivals,agents\n08:00,40,7\n08:30,80,12\n');
      const words = ['erlang', 'day', '--input', input, '--interval', '30m', '--aht', '180s', '--patience', '3m'];
      const page = await askPlimsoll([...words, '--explain']);
      expect(page.exitCode).toBe(0);
      expect(page.stdout).toContain('By the transient method');
      expect(page.stdout).toMatch(/from +Erlangs +agents +transient +MOL +lag-SIPP +PSA +SIPP +SBC/);
      const {stdout} = await askPlimsoll([...words, '--format', 'json']);
      expect(JSON.parse(stdout)).toMatchObject({format: 'plimsoll-erlang-day', labels: ['08:00', '08:30']});
      expect((await askPlimsoll([...words, '--output', output])).stderr).toContain('2 intervals by 6 methods');
      expect(readFileSync(output, 'utf8').trim().split('\n')).toHaveLength(13);
      writeFileSync(input, 'from,arrivals,agents\n08:00,40,\n');
      const wrong = await askPlimsoll(words);
      expect(wrong).toMatchObject({exitCode: 2, stdout: ''});
      expect(wrong.stderr).toContain(`${input}:2:10 agents: expected agents on duty in the interval`);
    });
  });
});
