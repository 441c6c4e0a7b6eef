import {describe, expect, it} from 'vitest';
import {makeBlock} from '../../src/random/block.js';
import {fillExponential} from '../../src/random/exponential.js';
import {makeStream} from '../../src/random/stream.js';

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** Positive doubles in order are consecutive integers. */
function ordinal(value: number): bigint {
  double[0] = value;
  return bits[0];
}

describe('the exponential block', () => {
  it('stays within two units in the last place of the logarithm of Math, over half a million draws', () => {
    const stream = makeStream('1', 0, 'help', 'talk');
    const block = makeBlock();
    let worst = 0;
    for (let round = 0; round < 2000; round++) {
      stream.fill(block.values);
      const uniforms = Float64Array.from(block.values);
      fillExponential(block, 1);
      block.values.forEach((value, index) => {
        const difference = Number(ordinal(value) - ordinal(-Math.log(uniforms[index])));
        worst = Math.max(worst, Math.abs(difference));
      });
    }
    expect(worst).toBeLessThanOrEqual(2);
  });
});
