import type {Scenario} from '../scenario/scenario.js';
import {gatherer, type Gather} from './gather.js';

/** More than this are not kept: those of a search that goes from one scenario to the next would fill the memory. */
const MOST = 12;

/** The engines of one thread, one a scenario and seed, kept warm for further jobs; the longest unused makes room. */
export class Engines {
  private readonly kept = new Map<string, Gather>();

  /**
   * @param key names scenario and seed
   * @param scenario is asked for only when its engine is not there
   */
  of(key: string, scenario: () => Scenario): Gather {
    const engine = this.kept.get(key) ?? gatherer(scenario());
    this.kept.delete(key);
    this.kept.set(key, engine);
    if (this.kept.size > MOST) this.drop(this.kept.keys().next().value!);
    return engine;
  }

  /** Forgets an engine: one that was stopped in the middle is not used again. */
  drop(key: string): void {
    this.kept.delete(key);
  }
}
