import {kindOf} from './channels.js';
import type {Holey, Items} from './holey.js';
import type {Problems} from './problems.js';
import type {WrittenContact} from './schema/contact.js';
import {deepest} from './value.js';
import type {Value} from './value.js';

const ALL = 1 - 1e-9;
const ROUNDING = 1e-9;

/** Reports a name that stands for no contact type. */
type IsContactType = (name: string, at: Value) => boolean;

/** Checks where contacts are sent on: to contact types that exist, no more than there are, warm only where somebody is on the line, and not for ever. */
export function checkTransfers(
  contacts: Items<WrittenContact>,
  isContactType: IsContactType,
  problems: Problems,
): void {
  for (const {name, value} of contacts) {
    for (const target of value.transfer ?? []) {
      if (isContactType(target.name, target.key) && target.name === name)
        problems.add('SCN020', target.key, 'another contact type', name);
    }
    checkWarmth(value, contacts, problems);
    const total = shareOf(value);
    if (total > 1 + ROUNDING)
      problems.add(
        'SCN024',
        deepest(value.here, 'transfer'),
        'shares that add up to at most 100%',
        `${Number((total * 100).toFixed(4))}%`,
      );
  }
  checkTransfersEnd(contacts, problems);
}

/** A customer whom an agent hands over is on the line with both. */
function checkWarmth(from: Holey<WrittenContact>, contacts: Items<WrittenContact>, problems: Problems): void {
  for (const {name, value} of from.transfer ?? []) {
    const at = (key: string): Value => deepest(from.here, 'transfer', name, key);
    if (value.warm === null) {
      if (value.wait !== null)
        problems.add('SCN080', at('wait'), 'wait only beside warm: the agent of a cold transfer does not wait');
      continue;
    }
    const to = contacts.find(contact => contact.name === name)?.value;
    for (const channel of [from.channel, to?.channel])
      if (channel !== undefined && kindOf(channel) === 'deferred')
        problems.add('SCN080', at('warm'), 'a warm transfer only where a customer is on the line', channel);
  }
}

/** Refuses contact types whose contacts would be sent on and on: no way out of them leads to an end. */
function checkTransfersEnd(contacts: Items<WrittenContact>, problems: Problems): void {
  const ending = new Set(contacts.filter(({value}) => shareOf(value) < ALL).map(({name}) => name));
  for (let before = -1; before !== ending.size;) {
    before = ending.size;
    for (const {name, value} of contacts) {
      if ((value.transfer ?? []).some(to => to.value.probability > 0 && ending.has(to.name))) ending.add(name);
    }
  }
  for (const {name, value} of contacts) {
    if (!ending.has(name))
      problems.add('SCN024', deepest(value.here, 'transfer'), 'transfers that come to an end', name);
  }
}

const shareOf = ({transfer}: Holey<WrittenContact>): number =>
  (transfer ?? []).reduce((sum, {value}) => sum + value.probability, 0);
