import {describe, expect, it} from 'vitest';
import {makeStream, Stream} from '../../src/random/stream.js';
import {scaledDistance} from '../support/kolmogorov-smirnov.js';

const uniformCdf = (x: number) => x;

function draw(stream: Stream, count: number): Float64Array {
  const values = new Float64Array(count);
  stream.fill(values);
  return values;
}

describe('a stream of chance', () => {
  it('gives the same numbers for the same name, others for any other', () => {
    const first = (...name: Parameters<typeof makeStream>) => makeStream(...name).next();
    expect(first('7', 0, 'orders', 'talk')).toBe(first('7', 0, 'orders', 'talk'));
    const names = [
      first('7', 0, 'orders', 'talk'),
      first('8', 0, 'orders', 'talk'),
      first('7', 1, 'orders', 'talk'),
      first('7', 0, 'claims', 'talk'),
      first('7', 0, 'orders', 'patience'),
      first('7', 0, 'orders talk', ''),
      first('70', 0, 'orders', 'talk'),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('fills a buffer with what as many single draws would have given', () => {
    const filled = draw(makeStream('1', 0, 'a', 'b'), 1000);
    const single = makeStream('1', 0, 'a', 'b');
    expect(Array.from(filled)).toEqual(Array.from({length: 1000}, () => single.next()));
  });

  it('goes on after a fill where it stopped', () => {
    const inParts = makeStream('1', 0, 'a', 'b');
    const parts = [...draw(inParts, 3), ...draw(inParts, 1), inParts.next(), ...draw(inParts, 5)];
    expect(parts).toEqual(Array.from(draw(makeStream('1', 0, 'a', 'b'), 10)));
  });

  it('is sfc32, bit for bit', () => {
    // Written out again from the definition in PractRand, in unsigned arithmetic.
    let [a, b, c, counter] = [1n, 2n, 3n, 1n];
    const mask = 0xffffffffn;
    const next = () => {
      const result = (a + b + counter) & mask;
      counter = (counter + 1n) & mask;
      a = b ^ (b >> 9n);
      b = (c + (c << 3n)) & mask;
      c = ((((c << 21n) & mask) | (c >> 11n)) + result) & mask;
      return result;
    };
    for (let i = 0; i < 12; i++) next();
    const stream = new Stream(1, 2, 3);
    for (let i = 0; i < 100; i++) expect(BigInt(stream.nextInt32() >>> 0)).toBe(next());
  });

  it('stays strictly between 0 and 1, on a grid of odd multiples of 2⁻⁵³', () => {
    const values = draw(makeStream('1', 0, 'grid', ''), 100_000);
    expect(values.every(u => u > 0 && u < 1 && (u * 2 ** 53) % 2 === 1)).toBe(true);
  });

  it('reaches neither 0 nor 1 even where all bits are equal', () => {
    const at = (high: number, low: number) => high * 2 ** -32 + (0.5 + 2 ** -53) + (low >>> 12) * 2 ** -52;
    expect(at(-(2 ** 31), 0)).toBe(2 ** -53);
    expect(at(2 ** 31 - 1, -1)).toBe(1 - 2 ** -53);
  });

  it('is uniform (Kolmogorov-Smirnov at 99.99 %), and so are its low bits', () => {
    const values = draw(makeStream('1', 0, 'uniform', ''), 200_000);
    expect(scaledDistance(values, uniformCdf)).toBeLessThan(2.23);
    expect(
      scaledDistance(
        values.map(u => (u * 2 ** 30) % 1),
        uniformCdf,
      ),
    ).toBeLessThan(2.23);
  });

  it('is unrelated to the streams of neighbouring replications, purposes and names', () => {
    const count = 20_000;
    const streams = [
      ...Array.from({length: 12}, (_, replication) => makeStream('1', replication, 'orders', 'talk')),
      makeStream('2', 0, 'orders', 'talk'),
      makeStream('1', 0, 'orders', 'patience'),
      makeStream('1', 0, 'order', 'talk'),
    ].map(stream => draw(stream, count));
    let worst = 0;
    for (let i = 0; i < streams.length; i++) {
      for (let j = 0; j < i; j++) {
        let sum = 0;
        for (let k = 0; k < count; k++) sum += (streams[i]![k]! - 0.5) * (streams[j]![k]! - 0.5);
        worst = Math.max(worst, Math.abs((12 * sum) / Math.sqrt(count)));
      }
    }
    // 105 pairs, each standard normal: 4.3 is exceeded once in 550 seeds.
    expect(worst).toBeLessThan(4.3);
  });

  it('begins differently in each of many replications: first draws are uniform over replications', () => {
    const firsts = Float64Array.from({length: 20_000}, (_, replication) =>
      makeStream('1', replication, 'orders', 'arrivals').next(),
    );
    expect(scaledDistance(firsts, uniformCdf)).toBeLessThan(2.23);
  });

  it('picks every whole number below a bound about equally often', () => {
    const stream = makeStream('1', 0, 'bound', '');
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) counts[stream.nextBelow(7)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.9); // 99.99 % of chi-square with 6 degrees of freedom
  });
});
