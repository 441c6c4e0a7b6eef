import {figureText} from '../../scenario/figure-reference.js';
import {needsBaseline, type GateRule} from '../../scenario/gate-rule.js';
import {needReplications} from '../../scenario/need-replications.js';
import type {Scenario} from '../../scenario/scenario.js';
import {MEASURES} from '../../statistics/measures.js';
import type {Ratios} from '../../statistics/gates/contrast.js';
import {looksAt} from '../../statistics/gates/looks.js';
import {judge, together} from '../../statistics/gates/verdict.js';
import {weigh, type Evidence} from '../../statistics/gates/weigh.js';
import {blocksOf} from '../blocks.js';
import {contactsExpected} from '../effort.js';
import {openExecutor, type Executor, type Job} from '../executor.js';
import {programVersion} from '../program-version.js';
import {checksOf, placesOf, problem, type Check} from './checks.js';
import {Observations} from './observations.js';
import type {GateBaseline, GateOutcome} from './outcome.js';
import {tellRules, type Found} from './tell-rules.js';

/** What rules compare with: a scenario that is simulated beside the candidate, or what was kept of an earlier run. */
export type Baseline =
  | {readonly kind: 'scenario'; readonly scenario: Scenario}
  | {
      readonly kind: 'stored';
      readonly name: string;
      /** Replications that it has. */
      readonly replications: number;
      /** Whether they met the same customers as the candidate's will. */
      readonly paired: boolean;
      /** Of a check in the first so many replications; null: it was not kept. */
      readonly ratiosOf: (check: Check, replications: number) => Ratios | null;
    };

export interface GateOptions {
  readonly rules: readonly GateRule[];
  /** null where no rule needs one. */
  readonly baseline: Baseline | null;
  /** Pairs of replications; the first look under `untilDecided`. */
  readonly replications: number;
  readonly alpha: number;
  readonly untilDecided: boolean;
  readonly notes?: readonly string[];
  readonly workers?: number | 'in-process' | undefined;
  /** In place of one that is opened for this gate alone; it stays open. */
  readonly executor?: Executor | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told how many replications of both sides are done of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Judges a candidate by rules: simulates it, and the baseline where it is a scenario, on the same customers, look by look
 * until every rule is decided or the last look is over.
 *
 * @throws UserError GAT003 a rule that matches nothing, GAT005 to GAT007, GAT011
 * @see docs/explanation/methods.md#gates
 */
export async function runGate(candidate: Scenario, options: GateOptions): Promise<GateOutcome> {
  const {rules, baseline, alpha, untilDecided, replications, signal} = options;
  needReplications([candidate], 'a gate');
  const checks = checksOf(rules, candidate);
  const sides = sidesOf(candidate, checks, options);
  const looks = looksAt(replications, {untilDecided, most: mostOf(baseline)});
  const executor = options.executor ?? openExecutor({workers: options.workers});
  const work = progressOf(sides.length, looks, options.onProgress);
  let done = 0;
  let found: readonly Found[] = [];
  let pairs = 0;
  try {
    for (const look of looks) {
      await simulate(executor, sides, look, work.finish, signal);
      pairs = Math.min(...sides.map(({observations}) => observations.count));
      found = decide(checks, rules, sides, baseline, pairs, alpha, looks.length, found);
      done++;
      if (pairs < look || signal?.aborted || isDecided(found)) break;
      work.next();
    }
  } finally {
    if (options.executor === undefined) await executor.close();
  }
  const told = tellRules(rules, found);
  return {
    format: 'plimsoll-gate',
    version: 1,
    program: programVersion(),
    verdict: together(told.map(({verdict}) => verdict)),
    candidate: candidate.name,
    baseline: describe(baseline),
    seed: candidate.run.seed,
    replications: pairs,
    alpha,
    looks: {planned: looks.length, done},
    interrupted: pairs < looks[done - 1]!,
    notes: options.notes ?? [],
    rules: told,
  };
}

/** A scenario that is simulated, and what is observed of it. */
interface Side {
  readonly scenario: Scenario;
  readonly observations: Observations;
}

function sidesOf(candidate: Scenario, checks: readonly Check[], {rules, baseline}: GateOptions): readonly Side[] {
  const side = (scenario: Scenario): Side => ({
    scenario,
    observations: new Observations(placesOf(checks, rules, scenario)),
  });
  const without = rules.find(rule => needsBaseline(rule) && baseline === null);
  if (without !== undefined) throw problem('GAT005', without, 'a baseline, in the file or by --baseline', without.text);
  if (baseline?.kind === 'stored')
    for (const check of checks) if (needsBaseline(rules[check.rule]!)) storedOf(check, rules, baseline, 1);
  if (baseline?.kind !== 'scenario') return [side(candidate)];
  // The same seed: replication r of both meets the same customers.
  const {scenario} = baseline;
  return [side(candidate), side({...scenario, run: {...scenario.run, seed: candidate.run.seed}})];
}

const mostOf = (baseline: Baseline | null): number =>
  baseline?.kind === 'stored' && baseline.paired ? baseline.replications : Infinity;

/** Simulates what is missing to `look` replications of every side, side by side. */
async function simulate(
  executor: Executor,
  sides: readonly Side[],
  look: number,
  onFinished: (replications: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const from = sides[0]!.observations.count;
  const contacts = Math.max(...sides.map(({scenario}) => contactsExpected(scenario)));
  const jobs = blocksOf(look - from, contacts, from).flatMap(block =>
    sides.map((side): {readonly side: Side; readonly job: Job} => ({
      side,
      job: {scenario: side.scenario, ...side.observations.wanted(), ...block},
    })),
  );
  await executor.run(
    jobs.map(({job}) => job),
    {signal, onFinished, onResult: (block, index) => jobs[index]!.side.observations.add(block)},
  );
}

/** Weighs and judges what is not decided yet; a check that passed at an earlier look stays so. */
function decide(
  checks: readonly Check[],
  rules: readonly GateRule[],
  sides: readonly Side[],
  baseline: Baseline | null,
  pairs: number,
  alpha: number,
  looks: number,
  before: readonly Found[],
): readonly Found[] {
  const all = checks.map((check, index) => {
    const of = {
      candidate: sides[0]!.observations.of(index, pairs),
      baseline: needsBaseline(rules[check.rule]!) ? baselineOf(check, index, rules, sides, baseline, pairs) : null,
      paired: baseline?.kind !== 'stored' || baseline.paired,
      ofDays: check.figure.measure === 'objectiveMet',
    };
    return {check, evidence: weigh(check.demand, of)};
  });
  const seen = all.filter(({check, evidence}) => check.interval === null || isSeen(evidence));
  for (const [index, rule] of rules.entries()) {
    const own = seen.filter(({check}) => check.rule === index);
    if (pairs > 0 && !own.some(({evidence}) => isSeen(evidence)))
      throw problem('GAT003', rule, 'a rule about something that happens: nothing of it was seen', rule.text);
  }
  const judged = judge(
    seen.map(({evidence}) => evidence),
    {alpha, looks},
  );
  const passed = new Map(before.filter(one => one.judged.verdict === 'pass').map(one => [one.check, one.judged]));
  return seen.map(({check, evidence}, index) => {
    const now = judged[index]!;
    const earlier = now.verdict === 'inconclusive' ? passed.get(check) : undefined;
    return {check, evidence, judged: earlier ?? now};
  });
}

const isSeen = ({candidate, baseline}: Evidence): boolean => candidate !== null || baseline !== null;

function baselineOf(
  check: Check,
  index: number,
  rules: readonly GateRule[],
  sides: readonly Side[],
  baseline: Baseline | null,
  pairs: number,
): Ratios | null {
  return baseline?.kind === 'stored'
    ? storedOf(check, rules, baseline, pairs)
    : sides[1]!.observations.of(index, pairs);
}

function storedOf(
  check: Check,
  rules: readonly GateRule[],
  baseline: Extract<Baseline, {kind: 'stored'}>,
  pairs: number,
): Ratios {
  const kept = baseline.ratiosOf(check, baseline.paired ? pairs : baseline.replications);
  if (kept !== null) return kept;
  const rule = rules[check.rule]!;
  const {figure, interval, label} = check;
  const got = label === null ? figureText(figure) : `${figureText(figure)} at ${label}`;
  throw interval === null && MEASURES[figure.measure].making.kind !== 'percentile'
    ? problem('GAT007', rule, 'a figure that the stored baseline has as well', got)
    : problem(
        'GAT011',
        rule,
        'a baseline that kept it: written by plimsoll gate --update with this rule in the file',
        got,
      );
}

const isDecided = (found: readonly Found[]): boolean =>
  found.some(({judged}) => judged.verdict === 'fail') || found.every(({judged}) => judged.verdict === 'pass');

function describe(baseline: Baseline | null): GateBaseline | null {
  if (baseline === null) return null;
  return baseline.kind === 'scenario'
    ? {kind: 'scenario', name: baseline.scenario.name, paired: true}
    : {kind: 'stored', name: baseline.name, paired: baseline.paired};
}

/** How far the looks are; more of them are foreseen only when they are begun. */
function progressOf(sides: number, looks: readonly number[], tellIt: GateOptions['onProgress']) {
  let done = 0;
  let look = 0;
  return {
    finish(replications: number): void {
      done += replications;
      tellIt?.(done, looks[look]! * sides);
    },
    next(): void {
      look = Math.min(look + 1, looks.length - 1);
    },
  };
}
