import {describe, expect, it} from 'vitest';
import {suggestZone} from '../../src/scenario/suggest-zone.js';

const zones = ['Africa/Tunis', 'America/New_York', 'Europe/Paris', 'Europe/Zurich'];

describe('a time zone that does not exist', () => {
  it.each([
    ['Europe/Pariss', 'Europe/Paris'],
    ['Paris', 'Europe/Paris'],
    ['Europe/Tunis', 'Africa/Tunis'],
    ['new york', 'America/New_York'],
    ['Zürich', 'Europe/Zurich'],
  ])('%s is probably %s', (written, meant) => {
    expect(suggestZone(written, zones)).toBe(meant);
  });

  it('is not guessed at when nothing is near', () => {
    expect(suggestZone('Mars/Olympus_Mons', zones)).toBeNull();
  });
});
