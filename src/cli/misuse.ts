import type {Command, Errors} from '@oclif/core';
import {suggest} from '../base/suggest.js';

/** What the parser of flags and arguments knows about its error beyond the message. */
interface ParserError {
  readonly flags?: readonly string[];
  readonly args?: readonly {readonly name?: string}[];
}

/**
 * A wrong flag or argument in two lines: what was wrong, and where help is.
 *
 * @example "plimsoll simulate: unknown flag --sed (did you mean \"--seed\"?)\n  plimsoll simulate --help"
 */
export function describeMisuse(error: Errors.CLIError, bin: string, command: Command.Class): string {
  const name = [bin, ...command.id.split(':')].join(' ');
  return `${name}: ${whatIsWrong(error, command)}\n  ${name} --help`;
}

function whatIsWrong(error: Errors.CLIError & ParserError, command: Command.Class): string {
  const lines = error.message
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && line !== 'See more help with --help');
  if (error.constructor.name === 'NonExistentFlagsError')
    return (error.flags ?? []).map(flag => unknownFlag(flag, command)).join('; ');
  if (error.constructor.name === 'RequiredArgsError')
    return `missing ${(error.args ?? []).map(({name}) => name?.toUpperCase()).join(', ')}`;
  return lines
    .join(' ')
    .replace(/^Parsing (--\S+) Expected/, '$1: expected')
    .replace(/^([A-Z])(?=[a-z])/, letter => letter.toLowerCase());
}

function unknownFlag(flag: string, command: Command.Class): string {
  const names = Object.keys({...command.baseFlags, ...command.flags}).map(name => `--${name}`);
  const nearest = suggest(flag, names);
  return `unknown flag ${flag}${nearest === null ? '' : ` (did you mean ${JSON.stringify(nearest)}?)`}`;
}
