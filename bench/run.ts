/**
 * `npm run bench`: CPU time a contact of the whole product path (scenario file in, results out, one thread) beside the C
 * and SimPy programs of PLIMSOLL_PEERS on the same work, in one run, interleaved; then memory, growth with the number of
 * agents, start-up, what a second worker brings, and a comparison of ten candidates. Ratios are the message: times differ between machines.
 * Each figure is that of the best round, ours and theirs alike: what else a machine does can only add to a time.
 *
 * `npm run bench -- peers staff` measures those parts alone.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {join} from 'node:path';
import {formulaSpeeds} from './formulas.js';
import {measured, type Measured} from './measured.js';

const ROUNDS = Number(process.env.PLIMSOLL_BENCH_ROUNDS ?? 3);
const PEERS = process.env.PLIMSOLL_PEERS ?? '../shared/bench';
const BARS: Readonly<Record<string, number>> = {w1: 7, w2: 8, w3: 6};
const SCENARIOS: Readonly<Record<string, string>> = {w1: 'w1', w2: 'w2', w3: 'w3-voice'};

/** Long enough that compiling, which each thread does for itself, counts little. */
const BANK = ['--replications', '3000', '--format', 'json'];

interface Peer {
  readonly program: string;
  readonly nsPerContact: number;
}

/** The product on one of the bench's scenarios; contacts are counted by itself. */
async function product(
  scenario: string,
  ...flags: string[]
): Promise<Measured & {readonly contacts: number; readonly nsPerContact: number}> {
  const run = await measured('node', [
    'bin/run.js',
    'simulate',
    `bench/scenarios/${scenario}.yaml`,
    '--workers',
    '1',
    '--format',
    'json',
    ...flags,
  ]);
  const {contacts} = JSON.parse(run.stdout) as {contacts: number};
  return {...run, contacts, nsPerContact: (1e9 * run.cpuSeconds) / contacts};
}

/** The peers' programs on one workload; none where they are not to be had. */
function peers(work: string, withSimpy: boolean): Peer[] {
  const script = join(PEERS, 'run.sh');
  if (!existsSync(script)) return [];
  const {stdout, status} = spawnSync('bash', [script, work, ...(withSimpy ? [] : ['--no-simpy'])], {encoding: 'utf8'});
  if (status !== 0) return [];
  return stdout
    .trim()
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Peer);
}

const best = (rounds: readonly number[]): number => Math.min(...rounds);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function workload(work: string): Promise<number> {
  const own: number[] = [];
  const c: number[] = [];
  let simpy: number | undefined;
  let contacts = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const run = await product(SCENARIOS[work]);
    contacts = run.contacts;
    own.push(run.nsPerContact);
    for (const peer of peers(work, work === 'w1' && round === 0)) {
      if (peer.program.startsWith('C ')) c.push(peer.nsPerContact);
      else simpy = peer.nsPerContact;
    }
  }
  say(
    `${work}  ${(contacts / 1e6).toFixed(1)} M contacts  plimsoll ${best(own).toFixed(0)} ns a contact (rounds ${own.map(ns => ns.toFixed(0)).join(', ')})`,
  );
  if (c.length === 0) say(`    no C program beside it: PLIMSOLL_PEERS names no folder with run.sh, or gcc is missing`);
  else
    say(
      `    C ${best(c).toFixed(1)} ns (rounds ${c.map(ns => ns.toFixed(1)).join(', ')})  ratio ${(best(own) / best(c)).toFixed(1)} × C, bar ${BARS[work]} ×`,
    );
  if (simpy !== undefined)
    say(`    SimPy ${simpy.toFixed(0)} ns  plimsoll is ${(simpy / best(own)).toFixed(0)} × as fast, bar 40 ×`);
  return best(own);
}

async function memory(): Promise<void> {
  const half = await product('w1', '--set', 'clock.days=730');
  const twice = await product('w1');
  say(
    `memory  ${half.peakMegabytes.toFixed(0)} MB at ${(half.contacts / 1e6).toFixed(0)} M contacts, ${twice.peakMegabytes.toFixed(0)} MB at ${(twice.contacts / 1e6).toFixed(0)} M; bar 150 MB`,
  );
}

async function startUp(): Promise<void> {
  const bare: number[] = [];
  const help: number[] = [];
  for (let round = 0; round < 7; round++) {
    bare.push((await measured('node', ['-e', '0'])).wallSeconds);
    help.push((await measured('node', ['bin/run.js', '--help'])).wallSeconds);
  }
  say(
    `start-up  plimsoll --help ${(1000 * best(help)).toFixed(0)} ms, node -e 0 ${(1000 * best(bare)).toFixed(0)} ms: ${(best(help) / best(bare)).toFixed(1)} ×, bar 3 ×`,
  );
}

async function workers(): Promise<void> {
  if (cpus().length < 2) {
    say('workers  skipped: one core');
    return;
  }
  const wall = async (count: number): Promise<number> =>
    (await measured('node', ['bin/run.js', 'simulate', 'scenarios/bank.yaml', ...BANK, '--workers', String(count)]))
      .wallSeconds;
  const one: number[] = [];
  const two: number[] = [];
  const sideBySide: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    one.push(await wall(1));
    two.push(await wall(2));
    sideBySide.push(Math.max(...(await Promise.all([wall(1), wall(1)]))));
  }
  const [alone, shared, both] = [best(one), best(two), best(sideBySide)];
  say(
    `workers  bank, ${BANK[1]} replications: ${alone.toFixed(1)} s with one, ${shared.toFixed(1)} s with two: ${(alone / shared).toFixed(2)} ×, bar 1.8 ×; two runs of one worker each, side by side, get ${((2 * alone) / both).toFixed(2)} × out of the two cores`,
  );
}

/** Agents of ten candidates, so that each is a center of its own. */
const CANDIDATES = Array.from({length: 10}, (_, more) => [
  '--candidate',
  `volume ${101 + more} %: run.volume=${101 + more}%`,
]).flat();

/** Ten candidates against the blended scenario: how much of the cores the work gets, and memory by replications. */
async function comparison(): Promise<void> {
  const compare = (replications: number, workers: number): Promise<Measured> =>
    measured('node', [
      ...['bin/run.js', 'compare', 'bench/scenarios/blended.yaml', ...CANDIDATES],
      ...['--replications', String(replications), '--workers', String(workers), '--format', 'csv'],
    ]);
  const cores = cpus().length;
  const few = await compare(50, cores);
  const usual = await compare(200, cores);
  const many = await compare(800, cores);
  const used = (run: Measured): string => ((100 * run.cpuSeconds) / (cores * run.wallSeconds)).toFixed(0);
  say(
    `compare  10 candidates × 200 replications of blended: ${usual.wallSeconds.toFixed(1)} s, ${usual.cpuSeconds.toFixed(1)} s of CPU, ${used(usual)} % of ${cores} cores, bar 90 %`,
  );
  say(
    `    memory ${few.peakMegabytes.toFixed(0)} MB at 50 replications, ${usual.peakMegabytes.toFixed(0)} MB at 200, ${many.peakMegabytes.toFixed(0)} MB at 800 (${used(many)} % of the cores)`,
  );
}

/** Agents needed of the shipped scenario with several skills, from the scenario file to the answer tried on fresh streams. */
async function staffing(): Promise<void> {
  const run = await measured('node', ['bin/run.js', 'staff', 'scenarios/two-skills.yaml', '--format', 'json']);
  const {verification} = JSON.parse(run.stdout) as {verification: {holds: boolean; least: boolean; rounds: number}};
  const {holds, least, rounds} = verification;
  say(
    `staff  three types, four groups, 24 half-hours: ${run.wallSeconds.toFixed(1)} s, ${run.cpuSeconds.toFixed(1)} s of CPU, bar 60 s on two cores; objectives ${holds ? 'hold' : 'are missed'} on fresh streams${least ? ', nobody to spare' : ''}, ${rounds} rounds`,
  );
}

/** From the scenario file to shifts with the gap proven, nothing simulated. */
async function shifts(): Promise<void> {
  const seconds: number[] = [];
  let gap = NaN;
  for (let round = 0; round < ROUNDS; round++) {
    const run = await measured('node', ['bin/run.js', 'schedule', 'bench/scenarios/shifts.yaml', '--format', 'json']);
    ({gap} = JSON.parse(run.stdout) as {gap: number});
    seconds.push(run.wallSeconds);
  }
  say(
    `shifts  48 half-hours × 200 shifts: ${best(seconds).toFixed(1)} s to a proven gap of ${(gap * 100).toFixed(2)} %, 0.5 % asked (rounds ${seconds.map(each => each.toFixed(1)).join(', ')})`,
  );
}

/** Workloads of the peers' specification, and how the cost of a contact grows with the number of agents. */
async function peerWork(): Promise<void> {
  const w1 = await workload('w1');
  const w2 = await workload('w2');
  await workload('w3');
  say(`growth  ${(w2 / w1).toFixed(2)} × from 100 to 1,000 agents, bar 1.25 ×`);
}

async function blended(): Promise<void> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push((await product('blended')).nsPerContact);
  say(
    `blended  plimsoll ${best(rounds).toFixed(0)} ns a contact (rounds ${rounds.map(ns => ns.toFixed(0)).join(', ')}): three sites, six channels, twenty groups; no C program does this work`,
  );
}

async function formulas(): Promise<void> {
  for (const line of await formulaSpeeds()) say(line);
}

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  peers: peerWork,
  blended,
  memory,
  'start-up': startUp,
  workers,
  formulas,
  compare: comparison,
  staff: staffing,
  shifts,
};

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !(name in PARTS));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
say(
  `plimsoll ${(JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}).version}, node ${process.version}, ${cpus().length} × ${cpus()[0].model}`,
);
for (const [name, measure] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) await measure();
