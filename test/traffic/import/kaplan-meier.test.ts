import {describe, expect, it} from 'vitest';
import {meanSurvival, survivalOf} from '../../../src/traffic/import/kaplan-meier.js';
import type {Observation} from '../../../src/traffic/import/kaplan-meier.js';

const left = (seconds: number): Observation => ({seconds, seen: true});
const stayed = (seconds: number): Observation => ({seconds, seen: false});

describe('a survival curve', () => {
  it('agrees with the 6-MP group of Freireich et al. (1963), as Kaplan-Meier estimates are taught with it', () => {
    const weeks = [
      ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(left),
      ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(stayed),
    ];
    const {times, survival} = survivalOf(weeks)!;
    expect(times).toEqual([6, 7, 10, 13, 16, 22, 23, 35]);
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    published.forEach((share, index) => expect(survival[index]).toBeCloseTo(share, 3));
  });

  it('is closed at the longest time observed, so that nobody waits for ever', () => {
    expect(survivalOf([left(2), stayed(3)])).toEqual({times: [2, 3], survival: [0.5, 0]});
    expect(survivalOf([left(2), stayed(2)])).toEqual({times: [2], survival: [0]});
  });

  it('is the plain distribution where everything was seen, and its mean the mean', () => {
    const curve = survivalOf([left(10), left(20), left(30), left(60)])!;
    expect(curve.survival).toEqual([0.75, 0.5, 0.25, 0]);
    expect(meanSurvival(curve)).toBe(30);
  });

  it('needs one event at least', () => {
    expect(survivalOf([stayed(5)])).toBeNull();
    expect(survivalOf([])).toBeNull();
  });
});
