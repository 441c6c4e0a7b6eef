import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {known} from '../../docs/how-right-page.js';
import {LIMIT} from './compare.js';
import {FAMILIES} from './families.js';

const page = readFileSync(new URL('../../docs/explanation/how-right.md', import.meta.url), 'utf8');
/** Center, figure, known value, simulated value and z of each line of the full tables. */
const lines = page
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
  .filter(cells => cells.length === 7 && cells[1] !== 'Center' && cells[1] !== '---')
  .map(cells => cells.slice(1, 6));

describe('the page "How right is it?"', () => {
  it('lists the figures that the tests compare, all and no others (else: npm run how-right)', () => {
    const compared = FAMILIES.flatMap(({cases}) =>
      cases.flatMap(({name, expected}) => expected.map(({figure, exact}) => [name, figure, known(exact)])),
    );
    expect(lines.map(cells => cells.slice(0, 3))).toEqual(compared);
  });

  it('shows no figure that the tests would refuse', () => {
    expect(lines.filter(([, , , , z]) => !(Math.abs(Number(z)) < LIMIT))).toEqual([]);
  });
});
