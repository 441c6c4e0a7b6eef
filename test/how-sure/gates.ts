import type {Demand} from '../../src/scenario/gate-rule.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {MEASURES} from '../../src/statistics/measures.js';
import {ratioOfSums} from '../../src/statistics/gates/contrast.js';
import {judge, together, type Verdict} from '../../src/statistics/gates/verdict.js';
import {weigh} from '../../src/statistics/gates/weigh.js';
import {loadScenarioText} from '../../src/scenario/load.js';
import {observe, type Seen} from './observe.js';

/** Verdicts of many gates on one question. */
export interface GateStudy {
  readonly question: string;
  /** Pairs of replications in each gate. */
  readonly replications: number;
  readonly gates: number;
  readonly fail: number;
  readonly pass: number;
}

export interface GateStudies {
  /** A change that alters chance but not the law, rules without a margin: every fail is false. */
  readonly otherChance: readonly GateStudy[];
  /** A real change that is exactly as bad as is allowed: a fail is false. */
  readonly atMargin: readonly GateStudy[];
  /** The same change where it is not allowed, and where twice as much is. */
  readonly power: readonly GateStudy[];
}

export const GATES = 1000;
export const ALPHA = 0.05;
/** Pairs in each of the thousand gates. */
export const PAIRS = 40;
const RATIOS = ['serviceLevel(cards)', 'asa(cards)', 'asa(loans)', 'abandonment'] as const;
const PERCENTILES = ['waitP80(loans)', 'waitP90(cards)', 'waitP95(loans)', 'waitP99'] as const;
/** Pairs of replications by which scatter is told, few and many. */
const FEW_AND_MORE = [20, PAIRS] as const;

/** Two desks on days of very different volume; some agents do not come, by the chance named. */
async function center(people: string, second: number, seed: string): Promise<Scenario> {
  const text = `
clock: {interval: 60m}
traffic: {busyness: {cv: 32%}}
contacts:
  cards: {arrivals: 60/h, handle: 3m, patience: 2m, objective: 80% in 20s, open: 09:00-11:00}
  loans: {arrivals: 30/h, handle: 4m, patience: 200s, objective: 80% in 20s, open: 09:00-11:00}
agents:
  first: {count: 3, skills: [cards], absence: 8%, stream: first ${people}}
  second: {count: ${second}, skills: {cards: 2, loans: 1}, absence: 8%, stream: second ${people}}
run: {seed: ${seed}}
`;
  return loadScenarioText(text, {file: 'two-desks.yaml'});
}

/** Rules about ratios of sums. */
export const measureGates = (): Promise<GateStudies> => measure(RATIOS, FEW_AND_MORE, [20, 40, 80, 160]);

/** Rules about percentiles of waits. */
export const measurePercentileGates = (): Promise<GateStudies> => measure(PERCENTILES, FEW_AND_MORE, [20, 40, 80, 160]);

/** Runs all of them on three centers that meet the same customers: as it is, with other people absent, with an agent fewer. */
async function measure(
  figures: readonly string[],
  sizes: readonly number[],
  powerSizes: readonly number[],
): Promise<GateStudies> {
  const centers = (seed: string) => Promise.all([center('a', 4, seed), center('b', 4, seed), center('a', 3, seed)]);
  const truth = await observeAll(await centers('truth'), figures);
  const worse = figures.map((name, figure) => worsening(truth, 2, name, figure));
  const seen = await observeAll(await centers('gates'), figures);
  const study = (question: string, candidate: number, allowed: number, replications: number): GateStudy => {
    const demands = figures.map((name, figure): Demand => ({
      kind: isLower(name) ? 'not-above' : 'not-below',
      margin: {kind: 'absolute', amount: Math.max(0, allowed * worse[figure])},
    }));
    const gates = Math.floor((GATES * PAIRS) / replications);
    const verdicts = Array.from({length: gates}, (_, gate) => verdictOf(seen, candidate, demands, gate, replications));
    const share = (wanted: Verdict) => verdicts.filter(verdict => verdict === wanted).length / gates;
    return {question, replications, gates, fail: share('fail'), pass: share('pass')};
  };
  return {
    otherChance: sizes.map(pairs => study('other people fall ill, as often as before; no margin', 1, 0, pairs)),
    atMargin: sizes.map(pairs => study('one agent fewer; exactly that much worse is allowed', 2, 1, pairs)),
    power: powerSizes.flatMap(replications => [
      study('one agent fewer; nothing worse is allowed', 2, 0, replications),
      study('one agent fewer; half as much worse is allowed', 2, 0.5, replications),
      study('one agent fewer; twice as much worse is allowed', 2, 2, replications),
    ]),
  };
}

const isLower = (figure: string): boolean => {
  const measure = /^\w+/.exec(figure)![0] as keyof typeof MEASURES;
  return MEASURES[measure].better === 'lower';
};

async function observeAll(centers: readonly Scenario[], figures: readonly string[]): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const one of centers) seen.push(await observe(one, figures, GATES * PAIRS));
  return seen;
}

function worsening(seen: readonly Seen[], candidate: number, name: string, figure: number): number {
  const of = (center: number): number => ratioOfSums(seen[center][figure](0, GATES * PAIRS))!;
  const change = of(candidate) - of(0);
  return isLower(name) ? change : -change;
}

function verdictOf(
  seen: readonly Seen[],
  candidate: number,
  demands: readonly Demand[],
  gate: number,
  replications: number,
): Verdict {
  const [from, to] = [gate * replications, (gate + 1) * replications];
  const evidence = demands.map((demand, figure) =>
    weigh(demand, {
      candidate: seen[candidate][figure](from, to),
      baseline: seen[0][figure](from, to),
      paired: true,
      ofDays: false,
    }),
  );
  return together(judge(evidence, {alpha: ALPHA, looks: 1}).map(({verdict}) => verdict));
}
