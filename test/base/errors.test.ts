import {describe, expect, it} from 'vitest';
import {describeProblem} from '../../src/base/errors.js';

const problem = (got: string) =>
  describeProblem({
    code: 'SCN017',
    place: {file: 'bank.yaml', line: 3, column: 5, path: 'run.seed'},
    expected: 'a whole number',
    got,
    nearest: null,
  });

describe('what a user wrote, in a message', () => {
  it('is quoted as it stands', () => {
    expect(problem('größe 12 %')).toBe('bank.yaml:3:5 run.seed: expected a whole number, got "größe 12 %"');
  });

  it('is cut where it is long', () => {
    expect(problem('x'.repeat(5000))).toHaveLength(problem('').length + 80);
  });

  it('never reaches the terminal as a command, nor turns the line around', () => {
    expect(problem('\u001b[31m\u009b31m\u202eevil\n')).toContain('"\\u001b[31m\\u009b31m\\u202eevil\\u000a"');
  });
});
