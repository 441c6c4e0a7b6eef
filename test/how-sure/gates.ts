import type {Demand} from '../../src/scenario/gate-rule.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {MEASURES} from '../../src/statistics/measures.js';
import {ratioOfSums} from '../../src/statistics/gates/contrast.js';
import {judge, together, type Verdict} from '../../src/statistics/gates/verdict.js';
import {weigh} from '../../src/statistics/gates/weigh.js';
import {loadScenarioText} from '../../src/scenario/load.js';
import {observe, slice, type Seen} from './observe.js';

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
const FIGURES = ['serviceLevel(cards)', 'asa(cards)', 'asa(loans)', 'abandonment'] as const;

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

/** Runs all of them on three centers that meet the same customers: as it is, with other people absent, with an agent fewer. */
export async function measureGates(): Promise<GateStudies> {
  const centers = (seed: string) => Promise.all([center('a', 4, seed), center('b', 4, seed), center('a', 3, seed)]);
  const truth = await observeAll(await centers('truth'));
  const seen = await observeAll(await centers('gates'));
  const worse = FIGURES.map((_, figure) => worsening(truth, 2, figure));
  const study = (question: string, candidate: number, allowed: number, replications: number): GateStudy => {
    const demands = FIGURES.map((name, figure): Demand => ({
      kind: isLower(name) ? 'not-above' : 'not-below',
      margin: {kind: 'absolute', amount: Math.max(0, allowed * worse[figure])},
    }));
    const gates = Math.floor((GATES * PAIRS) / replications);
    const verdicts = Array.from({length: gates}, (_, gate) => verdictOf(seen, candidate, demands, gate, replications));
    const share = (wanted: Verdict) => verdicts.filter(verdict => verdict === wanted).length / gates;
    return {question, replications, gates, fail: share('fail'), pass: share('pass')};
  };
  return {
    otherChance: [study('other people fall ill, as often as before; no margin', 1, 0, PAIRS)],
    atMargin: [study('one agent fewer; exactly that much worse is allowed', 2, 1, PAIRS)],
    power: [20, 40, 80, 160].flatMap(replications => [
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

async function observeAll(centers: readonly Scenario[]): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const one of centers) seen.push(await observe(one, FIGURES, GATES * PAIRS));
  return seen;
}

function worsening(seen: readonly Seen[], candidate: number, figure: number): number {
  const change = ratioOfSums(seen[candidate][figure])! - ratioOfSums(seen[0][figure])!;
  return isLower(FIGURES[figure]) ? change : -change;
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
      candidate: slice(seen[candidate][figure], from, to),
      baseline: slice(seen[0][figure], from, to),
      paired: true,
      ofDays: false,
    }),
  );
  return together(judge(evidence, {alpha: ALPHA, looks: 1}).map(({verdict}) => verdict));
}
