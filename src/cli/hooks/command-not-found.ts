import type {Hook} from '@oclif/core';
import {suggest} from '../../base/suggest.js';
import {EXIT} from '../exit-codes.js';

/** Names the command that was probably meant; the same on a terminal and in a pipe, and never asks back. */
const commandNotFound: Hook.CommandNotFound = async function ({id, config}) {
  const typed = id.replaceAll(':', ' ');
  // With words separated by spaces the arguments are taken for part of the name: the first word alone may be nearer.
  const first = typed.split(' ')[0] ?? '';
  const names = config.commandIDs.map(name => name.replaceAll(':', ' '));
  const nearest = suggest(typed, names) ?? suggest(first, names);
  const hint = nearest === null ? '' : ` (did you mean ${JSON.stringify(nearest)}?)`;
  const unknown = names.some(name => name.startsWith(`${first} `)) ? typed : first;
  process.stderr.write(`${config.bin}: unknown command ${JSON.stringify(unknown)}${hint}\n  ${config.bin} --help\n`);
  process.exit(EXIT.userError);
};

export default commandNotFound;
