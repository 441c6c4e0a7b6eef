import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Program} from '../../../src/planning/optimise/program.js';
import {solve} from '../../../src/planning/optimise/solve.js';

const MOST = 3;

/** Up to three whole-number variables from 0 to 3 and up to three constraints with small whole coefficients. */
const smallPrograms: fc.Arbitrary<Program> = fc
  .tuple(fc.integer({min: 1, max: 3}), fc.integer({min: 0, max: 3}), fc.boolean())
  .chain(([variables, constraints, minimise]) =>
    fc.record({
      minimise: fc.constant(minimise),
      variables: fc.array(
        fc.record({
          low: fc.constant(0),
          high: fc.integer({min: 0, max: MOST}),
          integer: fc.constant(true),
          cost: fc.integer({min: -5, max: 5}),
        }),
        {minLength: variables, maxLength: variables},
      ),
      constraints: fc.array(
        fc
          .tuple(
            fc.array(fc.integer({min: -3, max: 3}), {minLength: variables, maxLength: variables}),
            fc.integer({min: -6, max: 6}),
            fc.constantFrom(0, 2, Infinity),
          )
          .map(([factors, low, room]) => ({
            terms: factors.map((factor, place): readonly [number, number] => [place, factor]),
            low,
            high: low + room,
          })),
        {minLength: constraints, maxLength: constraints},
      ),
    }),
  );

/** Every way to set the variables, one by one. */
function* points(highs: readonly number[]): Generator<readonly number[]> {
  const [high, ...rest] = highs;
  if (high === undefined) return yield [];
  for (const others of points(rest)) for (let value = 0; value <= high; value += 1) yield [value, ...others];
}

function bestByHand({minimise, variables, constraints}: Program): number | null {
  let best: number | null = null;
  for (const point of points(variables.map(({high}) => high))) {
    const holds = constraints.every(({terms, low, high}) => {
      const sum = terms.reduce((total, [variable, factor]) => total + factor * point[variable]!, 0);
      return sum >= low && sum <= high;
    });
    if (!holds) continue;
    const cost = variables.reduce((total, variable, place) => total + variable.cost * point[place]!, 0);
    if (best === null || (minimise ? cost < best : cost > best)) best = cost;
  }
  return best;
}

describe('solving small programs', () => {
  it('finds what trying every combination finds, or that there is none', async () => {
    await fc.assert(
      fc.asyncProperty(smallPrograms, async program => {
        const best = bestByHand(program);
        const {status, objective, values} = await solve(program, {gap: 0});
        expect(status).toBe(best === null ? 'infeasible' : 'optimal');
        if (best === null) return;
        expect(objective).toBeCloseTo(best, 6);
        for (const {terms, low, high} of program.constraints) {
          const sum = terms.reduce((total, [variable, factor]) => total + factor * values[variable]!, 0);
          expect(sum).toBeGreaterThanOrEqual(low);
          expect(sum).toBeLessThanOrEqual(high);
        }
      }),
      {numRuns: 60, seed: 1},
    );
  });
});
