import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {PLIMSOLL} from '../support/run-plimsoll.js';

/** Milliseconds from start to end of a program. */
function millisecondsOf(words: readonly string[]): number {
  const started = performance.now();
  expect(spawnSync(process.execPath, words, {stdio: 'ignore'}).status).toBe(0);
  return performance.now() - started;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

describe('a cold start', () => {
  it('shows the help within three times of what Node itself takes', () => {
    const node: number[] = [];
    const help: number[] = [];
    for (let round = 0; round < 21; round += 1) {
      node.push(millisecondsOf(['-e', '0']));
      help.push(millisecondsOf([PLIMSOLL, '--help']));
    }
    expect(median(help) / median(node)).toBeLessThan(3);
  });
});
