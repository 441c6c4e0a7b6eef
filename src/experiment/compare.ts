import {needReplications} from '../scenario/need-replications.js';
import type {Scenario} from '../scenario/scenario.js';
import type {Comparison, ComparisonRow, InputDifference, OneSided} from '../statistics/comparison.js';
import {haveSameIntervals, PairPlans} from '../statistics/pair-plan.js';
import {PairedSummary} from '../statistics/paired-summary.js';
import {scopesOf} from '../statistics/scopes.js';
import {describe, Summary} from '../statistics/summary.js';
import {contactsExpected} from './effort.js';
import {openExecutor, type Executor, type ExecutorOptions} from './executor.js';
import type {GatheredBlock} from './gather.js';
import {programVersion} from './program-version.js';
import {startClock, type RunProgress} from './progress.js';

/** A scenario to be set beside the base. */
export interface Candidate {
  readonly name: string;
  readonly scenario: Scenario;
  /** In what the files differ, for the reader. */
  readonly changes?: readonly InputDifference[] | undefined;
}

export interface CompareOptions extends ExecutorOptions {
  /** Does the work, in place of one that is opened for this comparison alone. It stays open. */
  readonly executor?: Executor | undefined;
  /** Ends the work; the comparison then holds the replications finished so far and says so. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
  /** Version of the program, for the comparison; its own by default. */
  readonly program?: string | undefined;
  readonly warnings?: readonly string[] | undefined;
}

/** The base and each candidate after the same replications, before anything is worked out of them. */
export interface PairedRun {
  readonly base: Summary;
  readonly candidates: readonly {readonly summary: Summary; readonly pairs: PairedSummary}[];
}

/**
 * Simulates a base and candidates on the same replications of the base's seed (common random numbers), whatever seeds and
 * replications the candidates' own files say. Memory does not grow with the number of replications.
 *
 * @returns summaries of each, and of each candidate beside the base
 * @throws UserError when a replayed log cannot be read; ReplicationFailure when a simulation breaks
 */
export async function runPaired(
  base: Scenario,
  candidates: readonly Scenario[],
  options: Pick<CompareOptions, 'executor' | 'workers' | 'signal' | 'onProgress'> = {},
): Promise<PairedRun> {
  needReplications([base, ...candidates], 'a comparison');
  const {replications} = base.run;
  const rivals = candidates.map(candidate => onChanceOf(base, candidate));
  const summary = new Summary(base);
  const plans = new PairPlans(rivals.length);
  const beside = rivals.map(rival => {
    const own = new Summary(rival);
    return {summary: own, pairs: new PairedSummary(summary, own, plans.of(base, rival))};
  });
  const jobs = pairedBlocks(base, rivals).map(block => ({scenario: base, rivals, ...block}));
  const executor = options.executor ?? openExecutor({workers: options.workers});
  try {
    await executor.run(jobs, {
      signal: options.signal,
      onFinished: startClock(replications, options.onProgress).finish,
      onResult(block: GatheredBlock) {
        summary.merge(block);
        block.rivals.forEach((rival, index) => {
          beside[index]!.summary.merge(rival.block);
          beside[index]!.pairs.merge(rival.paired, rival.block.replications);
        });
      },
    });
  } finally {
    if (options.executor === undefined) await executor.close();
  }
  return {base: summary, candidates: beside};
}

/**
 * Compares candidates with a base, figure by figure, on common random numbers.
 *
 * @example const comparison = await compareScenarios(base, [{name: 'more agents', scenario: candidate}], {workers: 2})
 */
export async function compareScenarios(
  base: Scenario,
  candidates: readonly Candidate[],
  options: CompareOptions = {},
): Promise<Comparison> {
  const {program = programVersion(), warnings = []} = options;
  const run = await runPaired(
    base,
    candidates.map(({scenario}) => scenario),
    options,
  );
  const asked = base.run.replications;
  const {finished} = run.base;
  return {
    format: 'plimsoll-comparison',
    version: 1,
    program,
    base: {name: base.name, scenario: describe(base)},
    candidates: candidates.map(({name, scenario, changes = []}) => ({
      name,
      scenario: describe(scenario),
      changes,
      onlyInBase: onlyIn(base, scenario),
      onlyInCandidate: onlyIn(scenario, base),
    })),
    seed: base.run.seed,
    replications: {asked, finished},
    interrupted: finished < asked,
    warnings: [...warnings, ...clockWarnings(base, candidates)],
    rows: run.candidates.flatMap(({pairs}, index) =>
      pairs.rows().map((row): ComparisonRow => ({candidateName: candidates[index]!.name, ...row})),
    ),
  };
}

function onChanceOf({run: {seed, replications}}: Scenario, candidate: Scenario): Scenario {
  return {...candidate, run: {...candidate.run, seed, replications}};
}

/** At least so many blocks, so that eight workers end at nearly the same time. */
const LEAST_BLOCKS = 16;
/** Contacts of all scenarios together in one block, at the most, where replications are not longer than that. */
const MOST_CONTACTS_A_BLOCK = 2e6;

/** The first block is this part of the longest. */
const FIRST_PART = 16;

/**
 * Blocks as long as the number of workers allows: what a block adds to a comparison is large, however short the block. They
 * begin short and double, so that Ctrl-C loses no more than about as much as it keeps.
 */
function pairedBlocks(base: Scenario, rivals: readonly Scenario[]): {first: number; replications: number}[] {
  const {replications} = base.run;
  const contacts = [base, ...rivals].reduce((sum, scenario) => sum + contactsExpected(scenario), 0);
  const most = Math.max(1, Math.floor(MOST_CONTACTS_A_BLOCK / Math.max(1, contacts)));
  const longest = Math.min(most, Math.ceil(replications / LEAST_BLOCKS));
  const blocks = [];
  let size = Math.ceil(longest / FIRST_PART);
  for (let first = 0; first < replications; first += blocks.at(-1)!.replications) {
    blocks.push({first, replications: Math.min(size, replications - first)});
    size = Math.min(longest, 2 * size);
  }
  return blocks;
}

function onlyIn(one: Scenario, other: Scenario): readonly OneSided[] {
  const others = new Set(scopesOf(other).map(({scope, name}) => `${scope}\0${name}`));
  return scopesOf(one).flatMap(({scope, name}) =>
    scope === 'total' || others.has(`${scope}\0${name}`) ? [] : [{scope, name}],
  );
}

function clockWarnings(base: Scenario, candidates: readonly Candidate[]): string[] {
  return candidates.flatMap(({name, scenario}) => {
    if (scenario.clock.days !== base.clock.days || scenario.clock.startDate !== base.clock.startDate)
      return [
        `${name} simulates other days than ${base.name}: counts differ for that alone, and no interval is compared`,
      ];
    return haveSameIntervals(base, scenario)
      ? []
      : [`${name} reports other intervals than ${base.name}: only the whole horizon is compared`];
  });
}
