import {makeQuantile} from '../random/distributions/index.js';
import type {ContactType} from '../scenario/scenario.js';

/** The callback rules of a scenario as the events read them, by contact type. */
export interface CallbackModel {
  /** Contact types that have a rule. */
  readonly types: Int32Array;
  /** Offered only when more than so many wait; Infinity: never. */
  readonly queueOver: Float64Array;
  /** Offered only when the expected wait is longer; below 0: however short. */
  readonly waitOver: Float64Array;
  readonly accepted: Float64Array;
  readonly answered: Float64Array;
  /** Time from the request until it may be dialled; null: at once. */
  readonly after: readonly (((u: number) => number) | null)[];
  /** 1 where a request waits in the queue in the customer's place. */
  readonly keepsPlace: Uint8Array;
  readonly reserve: Float64Array;
  /** Each type by itself, as the floor is asked about it. */
  readonly alone: readonly (readonly number[])[];
  readonly ring: Float64Array;
  readonly redials: Float64Array;
  readonly redialEvery: Float64Array;
}

export function makeCallbackModel(contactTypes: readonly ContactType[]): CallbackModel {
  const rules = contactTypes.map(({callback}) => callback);
  return {
    types: Int32Array.from(rules.flatMap((rule, type) => (rule === null ? [] : [type]))),
    queueOver: Float64Array.from(rules, rule => rule?.queueOver ?? Infinity),
    waitOver: Float64Array.from(rules, rule => rule?.expectedWaitOver ?? -1),
    accepted: Float64Array.from(rules, rule => rule?.accepted ?? 0),
    answered: Float64Array.from(rules, rule => rule?.answered ?? 1),
    after: rules.map(rule => (rule === null || rule.dialAfter === null ? null : makeQuantile(rule.dialAfter))),
    keepsPlace: Uint8Array.from(rules, rule => (rule?.place === 'kept' ? 1 : 0)),
    alone: rules.map((_, type) => [type]),
    reserve: Float64Array.from(rules, rule => rule?.reserve ?? 0),
    ring: Float64Array.from(rules, rule => rule?.ringSeconds ?? 0),
    redials: Float64Array.from(rules, rule => rule?.redials ?? 0),
    redialEvery: Float64Array.from(rules, rule => rule?.redialEverySeconds ?? 0),
  };
}
