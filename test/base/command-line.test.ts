import {describe, expect, it} from 'vitest';
import {commandLine} from '../../src/base/command-line.js';

describe('a command line to repeat', () => {
  it('leaves plain words as they are', () => {
    expect(commandLine(['plimsoll', 'simulate', 'scenarios/bank.yaml', '--volume', '110%'])).toBe(
      'plimsoll simulate scenarios/bank.yaml --volume 110%',
    );
  });

  it('quotes what a shell would take apart', () => {
    expect(commandLine(['plimsoll', 'simulate', "Anna's bank.yaml", ''])).toBe(
      String.raw`plimsoll simulate 'Anna'\''s bank.yaml' ''`,
    );
  });
});
