import {parseDuration} from '../../base/units.js';
import type {Backlog} from '../scenario.js';
import {atom, either, listOf, mapped, Rejected} from './field.js';
import type {Field} from './field.js';

const MOST_WAITING = 1_000_000;
/** A thousand years, as of any duration. */
const OLDEST_SECONDS = 3.2e10;

/** `120` or `40 aged 2h`. */
const batch: Field<Backlog> = atom(
  'a number of contacts such as 120, or with their age "40 aged 2h"',
  {type: ['integer', 'string'], examples: [120, '40 aged 2h']},
  written => {
    const match = /^\s*(\d{1,15})(?:\s+aged\s+(\S.*?))?\s*$/.exec(written.slice(0, 100));
    const ageSeconds = match === null ? null : match[2] === undefined ? 0 : parseDuration(match[2]);
    if (match === null || ageSeconds === null) return undefined;
    const contacts = Number(match[1]);
    return contacts > MOST_WAITING || ageSeconds > OLDEST_SECONDS
      ? new Rejected('SCN040', 'at most a million contacts, younger than a thousand years')
      : {contacts, ageSeconds};
  },
);

/** What waits when the horizon begins, the oldest first. */
export const backlog: Field<readonly Backlog[]> = mapped(
  either('a number of contacts such as 120, or a list by age such as [40 aged 2h, 12 aged 1d]', {
    scalar: mapped(batch, (only): readonly Backlog[] => [only]),
    list: listOf(batch, 'a list by age such as [40 aged 2h, 12 aged 1d]'),
  }),
  batches => batches.filter(({contacts}) => contacts > 0).sort((a, b) => b.ageSeconds - a.ageSeconds),
);
