import type {Scenario} from '../scenario/scenario.js';
import {observationsOf} from '../statistics/observed-scenario.js';
import {PairPlans} from '../statistics/pair-plan.js';
import {gather, makeEngine, type Engine, type GatherHooks, type GatherTask, type GatheredBlock} from './gather.js';

/** More than this are not kept, but for those of the job at hand: a search that goes from one scenario to the next would fill the memory. */
const MOST = 12;

/** A scenario that may have its engine already. */
export interface KeyedScenario {
  /** Names what it simulates, and its seed. */
  readonly key: string;
  /** Asked for only when there is no engine yet. */
  readonly scenario: () => Scenario;
  /** What simulates it from the command line; null: it was made in memory. */
  readonly command: string | null;
}

/** The engines of one thread, one a scenario and seed, kept warm for further jobs; the longest unused make room. */
export class Engines {
  private readonly kept = new Map<string, Engine>();
  private readonly pairs = new PairPlans(MOST);

  /** Gathers one block of a scenario, and of the rivals that are set beside it. */
  async gather(
    base: KeyedScenario,
    rivals: readonly KeyedScenario[],
    task: GatherTask,
    hooks?: GatherHooks,
  ): Promise<GatheredBlock> {
    const everyone = [base, ...rivals];
    let whole = false;
    try {
      const engine = this.engineOf(base);
      const beside = rivals.map(rival => {
        const of = this.engineOf(rival);
        return {engine: of, pairs: this.pairs.of(engine.scenario, of.scenario)};
      });
      this.makeRoom(Math.max(MOST, everyone.length));
      const block = await gather(engine, beside, task, hooks);
      whole = block.replications === task.replications * observationsOf(engine.scenario);
      return block;
    } finally {
      // an engine that was stopped in the middle is not used again
      if (!whole) for (const {key} of everyone) this.kept.delete(key);
    }
  }

  private engineOf({key, scenario, command}: KeyedScenario): Engine {
    const engine = this.kept.get(key) ?? makeEngine(scenario(), command);
    this.kept.delete(key);
    this.kept.set(key, engine);
    return engine;
  }

  private makeRoom(most: number): void {
    for (const key of this.kept.keys()) {
      if (this.kept.size <= most) return;
      this.kept.delete(key);
    }
  }
}
