import {describe, expect, it} from 'vitest';
import {terminalOf} from '../../src/cli/terminal.js';

const screen = {isTTY: true, columns: 120};
const pipe = {};

describe('what a page may count on', () => {
  it('is the width of the terminal and color, on a terminal', () => {
    expect(terminalOf(screen, {TERM: 'xterm'}, true)).toEqual({width: 120, color: true, interactive: true});
  });

  it('is 80 columns of plain text in a pipe', () => {
    expect(terminalOf(pipe, {TERM: 'xterm'}, true)).toEqual({width: 80, color: false, interactive: false});
  });

  it.each([{NO_COLOR: '1'}, {FORCE_COLOR: '0'}, {TERM: 'dumb'}, {NO_COLOR: '1', FORCE_COLOR: '1'}])(
    'is no color with %o',
    env => {
      expect(terminalOf(screen, env, true).color).toBe(false);
    },
  );

  it('is no color when the user says so, and color in a pipe when forced', () => {
    expect(terminalOf(screen, {}, false).color).toBe(false);
    expect(terminalOf(pipe, {FORCE_COLOR: '1'}, true).color).toBe(true);
  });

  it('is never less than 40 columns', () => {
    expect(terminalOf({isTTY: true, columns: 12}, {}, true).width).toBe(40);
  });
});
