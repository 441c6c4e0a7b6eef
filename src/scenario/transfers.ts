import type {Problems} from './problems.js';
import type {Value} from './value.js';

/** Transfers of one contact type, as written. */
export interface WrittenTransfers {
  readonly name: string;
  readonly at: Value;
  readonly transfers: readonly {readonly name: string; readonly value: number}[];
}

const ALL = 1 - 1e-9;

/** Refuses contact types whose contacts would be sent on and on: no way out of them leads to an end. */
export function checkTransfersEnd(types: readonly WrittenTransfers[], problems: Problems): void {
  const ending = new Set(types.filter(({transfers}) => shareOf(transfers) < ALL).map(({name}) => name));
  for (let before = -1; before !== ending.size;) {
    before = ending.size;
    for (const {name, transfers} of types) {
      if (transfers.some(to => to.value > 0 && ending.has(to.name))) ending.add(name);
    }
  }
  for (const {name, at} of types) {
    if (!ending.has(name)) problems.add('SCN024', at, 'transfers that come to an end', name);
  }
}

const shareOf = (transfers: WrittenTransfers['transfers']): number =>
  transfers.reduce((sum, {value}) => sum + value, 0);
