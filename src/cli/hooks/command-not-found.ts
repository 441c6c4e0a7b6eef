import type {Hook} from '@oclif/core';
import {suggest} from '../../base/suggest.js';
import {EXIT} from '../exit-codes.js';

/** Names the command that was probably meant; the same on a terminal and in a pipe, and never asks back. */
const commandNotFound: Hook.CommandNotFound = async function ({id, config}) {
  const typed = id.replaceAll(':', ' ');
  const names = config.commandIDs.map(name => name.replaceAll(':', ' '));
  // With words separated by spaces the arguments are taken for part of the name: the first word alone may be nearer.
  const nearest = suggest(typed, names) ?? suggest(typed.split(' ')[0] ?? '', names);
  const hint = nearest === null ? '' : ` (did you mean ${JSON.stringify(nearest)}?)`;
  process.stderr.write(`${config.bin}: unknown command ${JSON.stringify(typed)}${hint}\n  ${config.bin} --help\n`);
  process.exit(EXIT.userError);
};

export default commandNotFound;
