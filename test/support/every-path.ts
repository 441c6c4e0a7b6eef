import fc from 'fast-check';
import type {Scenario} from '../../src/scenario/scenario.js';
import {centerWith} from './center.js';
import {pathOf, type Leg, type Path} from './path.js';
import {smallCenters, type SmallCenter} from './random-center.js';

/** Random centers that each property is checked in. */
export const RUNS = 250;
/** Sums of times in seconds differ by rounding when added up in another order; a day here has 2,400 s at the most. */
export const ROUNDING = 1e-8;

/** All properties of one process look at the same centers, so that each is simulated once; of another, at others. */
const SEED = Date.now() | 0;
const simulated = new Map<string, {readonly scenario: Scenario; readonly path: Path}>();

/** Checks one thing of everything that happened in many small random centers. */
export function everyPath(check: (scenario: Scenario, path: Path) => void, centers = smallCenters): void {
  fc.assert(
    fc.property(centers, center => {
      const {scenario, path} = simulatedOnce(center);
      check(scenario, path);
    }),
    {numRuns: RUNS, seed: SEED},
  );
}

function simulatedOnce({sketch, callers}: SmallCenter): {readonly scenario: Scenario; readonly path: Path} {
  const key = fc.stringify([sketch, callers]);
  let known = simulated.get(key);
  if (known === undefined) {
    const scenario = centerWith(sketch);
    known = {scenario, path: pathOf(scenario, {callers, chunk: 7})};
    simulated.set(key, known);
  }
  return known;
}

const NEVER_OFFERED: readonly Leg['outcome'][] = ['blocked', 'closed', 'contained', 'hungUpInAutomation', 'unreached'];
export const wasOffered = ({outcome}: Leg): boolean => !NEVER_OFFERED.includes(outcome);
