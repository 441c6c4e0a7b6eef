import {describe, expect, it} from 'vitest';
import type {Shrinkage} from '../../src/scenario/scenario.js';
import {shrinkageAt} from '../../src/scenario/shrinkage.js';
import {helpLine, messagesOf, read} from '../support/scenario-text.js';

const groupOf = async (team: string) => (await read(helpLine({team: `count: 6\n${team}`}))).groups[0]!;
const sharesOf = async (team: string): Promise<readonly number[]> => {
  const {outOfOffice, inOffice} = shrinkageAt((await groupOf(team)).shrinkage!, 0);
  return [outOfOffice, inOffice].map(share => Number(share.toFixed(12)));
};

describe('shrinkage', () => {
  it('is none, and full time 40 hours a week, when nothing is said', async () => {
    expect(await groupOf('')).toMatchObject({shrinkage: null, fullTimeSeconds: 40 * 3600});
  });

  it('adds up where all is measured on paid time', async () => {
    expect(await sharesOf('shrinkage: 30%')).toEqual([0, 0.3]);
    expect(await sharesOf('shrinkage: {out-of-office: {leave: 9%, sickness: 4%}, in-office: 10%}')).toEqual([
      0.13, 0.1,
    ]);
  });

  it('multiplies where each is measured on what the ones before leave', async () => {
    expect(
      await sharesOf('shrinkage: {out-of-office: {leave: 10%, sickness: 10%}, in-office: 20%, measured: remainder}'),
    ).toEqual([0.19, 0.162]);
  });

  it('may differ by interval', () => {
    const shrinkage: Shrinkage = {
      outOfOffice: [{name: 'leave', share: 0.1}],
      inOffice: [],
      measured: 'paid-time',
      byCell: {outOfOffice: [null, null], inOffice: [0.2, null]},
    };
    expect(shrinkageAt(shrinkage, 0)).toEqual({outOfOffice: 0.1, inOffice: 0.2});
    expect(shrinkageAt(shrinkage, 1)).toEqual({outOfOffice: 0.1, inOffice: 0});
  });

  it('must leave some of the paid time', async () => {
    expect(await messagesOf(helpLine({team: 'count: 6\nshrinkage: {out-of-office: 40%, in-office: 60%}'}))).toEqual([
      expect.stringContaining('shares that leave some of the paid time'),
    ]);
  });
});
