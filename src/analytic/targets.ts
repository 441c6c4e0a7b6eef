import {checked} from './check.js';
import type {QueueOutcome, ServiceLevelName} from './figures.js';

/** What is asked of a queue; all that are given must hold. */
export interface Targets {
  /** At least this share answered within the threshold; above 0, below 1. */
  readonly serviceLevel?: {
    readonly share: number;
    /** Seconds. */
    readonly threshold: number;
    /** Which way of counting; over offered when left out. */
    readonly definition?: ServiceLevelName;
  };
  /** Longest mean wait of those answered, seconds; above 0. */
  readonly asa?: number;
  /** Largest share that abandons; above 0. */
  readonly abandonment?: number;
  /** Largest share that waits at all; above 0. */
  readonly waitProbability?: number;
  /** Largest share that finds no line; above 0. */
  readonly blocking?: number;
  /** Largest busy share of agents' time; above 0. */
  readonly occupancy?: number;
}

/** Names of the targets. */
export type TargetName = keyof Targets;

/** In the order in which they are reported. */
export const TARGET_NAMES = ['serviceLevel', 'asa', 'abandonment', 'waitProbability', 'blocking', 'occupancy'] as const;

/** What rounding may add to a share before a target counts as missed. */
const SLACK = 1e-12;

/**
 * The targets that are given, in order.
 *
 * @throws RangeError when one is out of range, or none is given
 */
export function givenTargets(targets: Targets): readonly TargetName[] {
  const given = TARGET_NAMES.filter(name => targets[name] !== undefined);
  if (given.length === 0) throw new RangeError(`targets: expected at least one of ${TARGET_NAMES.join(', ')}`);
  const {serviceLevel, asa = 1, abandonment = 1, waitProbability = 1, blocking = 1, occupancy = 1} = targets;
  if (serviceLevel !== undefined) {
    if (!(serviceLevel.share > 0 && serviceLevel.share < 1))
      throw new RangeError(`targets.serviceLevel: expected a share above 0 and below 1, got ${serviceLevel.share}`);
    checked('targets.serviceLevel.threshold', serviceLevel.threshold, 0);
  }
  checked('targets.asa', asa, Number.MIN_VALUE);
  for (const [name, share] of Object.entries({abandonment, waitProbability, blocking, occupancy}))
    checked(`targets.${name}`, share, Number.MIN_VALUE, 1);
  return given;
}

/** Whether a queue meets one target; a queue that grows without end meets none. */
export function meets(outcome: QueueOutcome, targets: Targets, name: TargetName): boolean {
  if (outcome.outcome === 'unstable') return false;
  switch (name) {
    case 'serviceLevel': {
      const {share, definition = 'overOffered'} = targets.serviceLevel!;
      if (definition === 'overOffered') return outcome.notInTime <= 1 - share + SLACK;
      return outcome.serviceLevel[definition] >= share - SLACK;
    }
    case 'asa':
      return outcome.asa !== null && outcome.asa <= targets.asa! * (1 + SLACK);
    case 'abandonment':
      return outcome.abandonment <= targets.abandonment! + SLACK;
    case 'waitProbability':
      return outcome.waitProbability <= targets.waitProbability! + SLACK;
    case 'blocking':
      return outcome.blocking <= targets.blocking! * (1 + SLACK);
    case 'occupancy':
      return outcome.occupancy !== null && outcome.occupancy <= targets.occupancy! + SLACK;
  }
}
