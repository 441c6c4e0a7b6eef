import {csvFile, duration, ownName, share} from './atoms.js';
import {choice, either, mapOf, mapped, optional, record, withDefault} from './field.js';
import type {Field, RecordOf} from './field.js';

/** Paid hours of a full-time agent in a week, where nothing is said. */
export const FULL_TIME_SECONDS = 40 * 3600;

/** A reason why paid time is lost, and its share. */
export interface WrittenReason {
  readonly name: string;
  readonly share: number;
}

const reasons = (alone: string): Field<readonly WrittenReason[]> =>
  either('a share such as "12%", or reasons such as {leave: 9%, sickness: 4%}', {
    scalar: mapped(share, only => [{name: alone, share: only}]),
    map: mapped(mapOf(ownName, share, 'a share for each reason'), entries =>
      entries.map(({name, value}) => ({name, share: value})),
    ),
  });

const shrinkageKeys = {
  'out-of-office': optional(reasons('out of office'), 'Away for the whole day: leave, sickness.', 'none'),
  'in-office': optional(reasons('in office'), 'There, and not available: breaks, training, meetings.', 'none'),
  measured: withDefault(
    choice(['paid-time', 'remainder'] as const),
    'paid-time' as const,
    'paid-time',
    'What the shares are shares of. paid-time: all of the paid time, so they add up. remainder: what the ones before leave, out of office first, so they multiply.',
  ),
  'by-interval': optional(
    csvFile,
    'CSV with columns time and in-office (and out-of-office, if wanted) with shares such as 0.18: in its place in these intervals.',
    'the same all day',
  ),
};
const shrinkageRecord = record(
  'shrinkage',
  'Paid time in which an agent is not available for contacts. plimsoll staff adds it to what contacts need; a simulation has it in the breaks, absence and adherence of its agents instead.',
  shrinkageKeys,
);

export type WrittenShrinkage = Omit<RecordOf<typeof shrinkageKeys>, 'here'>;

const NOTHING: WrittenShrinkage = {
  'out-of-office': undefined,
  'in-office': undefined,
  measured: 'paid-time',
  'by-interval': undefined,
};

/** What planning knows of a group beside its timetable. */
export const shrinkageKeysOfGroup = {
  shrinkage: optional(
    either('a share such as "30%" or {out-of-office, in-office}', {
      scalar: mapped(share, (only): WrittenShrinkage => ({
        ...NOTHING,
        'in-office': [{name: 'shrinkage', share: only}],
      })),
      map: mapped(shrinkageRecord, ({here: _, ...read}): WrittenShrinkage => read),
    }),
    'Paid time in which its agents are not available for contacts: what plimsoll staff adds to the requirement. Simulations do not look at it.',
    'none',
  ),
  'full-time': withDefault(
    duration({above: 0}),
    FULL_TIME_SECONDS,
    '40h',
    'Paid hours of a full-time agent in a week: by them agent hours become full-time equivalents.',
  ),
};
