/**
 * Evaluations of the formulas a second, on one core, at 100 agents, of the built library; a part of `npm run bench`.
 */
import type * as Library from '../src/index.js';

/** Loads from well below to above the agents, so that no branch is guessed right every time. */
const LOADS = Array.from({length: 37}, (_, i) => 70 + i);
const CALM = LOADS.filter(load => load < 99);

/** Evaluations a second of the best of some rounds, by CPU time; others on the machine disturb the rest. */
function perSecond(evaluate: (round: number) => unknown, count: number): number {
  let best = 0;
  let last: unknown;
  for (let i = 0; i < count / 10; i++) last = evaluate(i);
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    for (let i = 0; i < count; i++) last = evaluate(i);
    const {user, system} = process.cpuUsage(before);
    best = Math.max(best, (1e6 * count) / (user + system));
  }
  if (last === undefined) throw new Error('nothing was computed');
  return best;
}

/** One line a formula, with what is asked of it. */
export async function formulaSpeeds(): Promise<readonly string[]> {
  const {erlangA, erlangC, impatientQueue, requiredAgents, transientQueue} = (await import(
    new URL('../dist/index.js', import.meta.url).href
  )) as typeof Library;
  const queue = {aht: 180, agents: 100, threshold: 20};
  const c = perSecond(
    i => erlangC({arrivalRate: CALM[i % CALM.length] / 180, aht: 180, agents: 100, threshold: 20}),
    1_000_000,
  );
  const a = perSecond(
    i => erlangA({arrivalRate: LOADS[i % LOADS.length] / 180, aht: 180, agents: 100, patience: 180, threshold: 20}),
    40_000,
  );
  const shaped = perSecond(
    i =>
      impatientQueue({
        ...queue,
        arrivalRate: LOADS[i % LOADS.length] / 180,
        patience: {kind: 'lognormal', mean: 180, cv: 1.5},
      }),
    300,
  );
  const staff = perSecond(
    i =>
      requiredAgents({
        arrivalRate: LOADS[i % LOADS.length] / 180,
        aht: 180,
        patience: 180,
        targets: {serviceLevel: {share: 0.8, threshold: 20}},
      }),
    2000,
  );
  const before = process.cpuUsage();
  transientQueue({
    intervals: Array.from({length: 96}, (_, i) => ({
      ...queue,
      seconds: 540,
      arrivalRate: (90 + 15 * Math.sin(i / 15)) / 180,
      patience: 360,
    })),
  });
  const {user, system} = process.cpuUsage(before);
  const day = (user + system) / 1e6;
  const thousands = (value: number): string => Math.round(value).toLocaleString('en-US');
  return [
    `erlang c  ${thousands(c)} a second at 100 agents, bar 1,000,000`,
    `erlang a  ${thousands(a)} a second at 100 agents, bar 20,000; with lognormal patience ${thousands(shaped)}; whole staffing searches ${thousands(staff)}`,
    `transient  a day of 96 intervals at 100 agents in ${day.toFixed(2)} s`,
  ];
}
