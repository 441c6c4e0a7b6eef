import {parseClockRange} from '../../base/units.js';
import {weekdays} from './atoms.js';
import {atom, either, listOf, mapOf, mapped} from './field.js';
import type {Field} from './field.js';

/** For each day of the week (0 is Monday) the spans [from, to) in seconds after local midnight. */
export type WeekHours = readonly (readonly (readonly [number, number])[])[];

type Spans = readonly (readonly [number, number])[];

const spansText: Field<Spans> = atom(
  'opening hours such as "08:00-20:00", "08:00-12:00, 13:00-18:00" or closed',
  {type: 'string', examples: ['08:00-20:00', 'closed']},
  written => {
    if (written.trim() === 'closed') return [];
    const spans = written.split(',').map(part => parseClockRange(part));
    return spans.every(span => span !== null) ? spans : undefined;
  },
);

const spans: Field<Spans> = either(spansText.expects, {
  scalar: spansText,
  list: mapped(listOf(spansText, spansText.expects), parts => parts.flat()),
});

/** Opening hours: the same every day, or by day of the week; a day not named is closed. */
export const openingHours: Field<WeekHours> = either(
  'opening hours such as "08:00-20:00" or {mon-fri: 08:00-20:00, sat: 09:00-13:00}',
  {
    scalar: mapped(spansText, (daily): WeekHours => Array.from({length: 7}, () => daily)),
    list: mapped(listOf(spansText, spansText.expects), (daily): WeekHours =>
      Array.from({length: 7}, () => daily.flat()),
    ),
    map: mapped(mapOf(weekdays, spans, 'opening hours for each day of the week'), (entries): WeekHours => {
      const week: Spans[] = Array.from({length: 7}, () => []);
      for (const {name, value} of entries) for (const day of name) week[day] = value;
      return week;
    }),
  },
);
