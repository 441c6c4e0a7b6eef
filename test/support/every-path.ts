import fc from 'fast-check';
import type {Scenario} from '../../src/scenario/scenario.js';
import {centerWith} from './center.js';
import {pathOf, type Leg, type Path} from './path.js';
import {smallCenters} from './random-center.js';

/** Random centers that each property is checked in. */
export const RUNS = 250;
/** Sums of times in seconds differ by rounding when added up in another order; a day here has 2,400 s at the most. */
export const ROUNDING = 1e-8;

/** Checks one thing of everything that happened in many small random centers. */
export function everyPath(check: (scenario: Scenario, path: Path) => void, centers = smallCenters): void {
  fc.assert(
    fc.property(centers, ({sketch, callers}) => {
      const scenario = centerWith(sketch);
      check(scenario, pathOf(scenario, {callers, chunk: 7}));
    }),
    {numRuns: RUNS},
  );
}

const NEVER_OFFERED: readonly Leg['outcome'][] = ['blocked', 'closed', 'contained', 'hungUpInAutomation', 'unreached'];
export const wasOffered = ({outcome}: Leg): boolean => !NEVER_OFFERED.includes(outcome);
