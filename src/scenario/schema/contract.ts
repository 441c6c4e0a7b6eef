import {share, text, whole} from './atoms.js';
import {choice, listOf, mapOf, optional, placed, record, required, withDefault} from './field.js';
import type {RecordOf} from './field.js';
import {price, shareOrAmount} from './money.js';

const judgedKeys = {
  judged: withDefault(
    choice(['horizon', 'day']),
    'horizon',
    'horizon',
    'Whether each replication is judged as a whole, or each of its days.',
  ),
  contacts: optional(
    listOf(placed(text), 'a list of contact types'),
    'Contact types whose service level counts, together.',
    'those that the agents of the site may serve',
  ),
};

const penaltyKeys = {
  below: required(share, 'Service level under which it is due.'),
  costs: required(
    shareOrAmount,
    'What the contractor loses each time: a share of the charges of the period judged, or an amount.',
  ),
  ...judgedKeys,
};
const penalty = record(
  'penalties',
  'What a contractor loses for a service level below a threshold. Of several on the same contact types the largest is due.',
  penaltyKeys,
);

const bonusKeys = {
  from: required(share, 'Service level from which it is due.'),
  pays: required(
    shareOrAmount,
    'What the contractor gains each time: a share of the charges of the period judged, or an amount.',
  ),
  ...judgedKeys,
};
const bonus = record(
  'bonuses',
  'What a contractor gains for a service level. Of several on the same contact types the largest is due.',
  bonusKeys,
);

const revenueShare = record('revenue-share', 'A part of what contacts bring in.', {
  share: required(share, 'Part of the revenue that goes to the contractor.'),
  revenue: required(
    mapOf(placed(text), price('thing', '€45'), 'an amount for each contact type'),
    'What an answered contact of each type brings on average: {orders: €45}; a type not named brings nothing.',
  ),
});

const setUp = record('set-up', 'A fee paid once, spread evenly over months.', {
  fee: required(price('thing', '€20000'), 'The whole fee.'),
  months: withDefault(whole({min: 1, max: 600}), 12, '12', 'Months over which it is spread.'),
});

const contractKeys = {
  'per-paid-hour': optional(
    price('h', '€24'),
    'For each hour that agents are paid: signed in, breaks, set aside, absent with pay.',
    'nothing',
  ),
  'per-productive-hour': optional(
    price('h', '€27'),
    'For each hour in which agents are busy or ready; breaks and time set aside are not charged.',
    'nothing',
  ),
  'per-handled-minute': optional(price('min', '€0.42'), 'For each minute of talk, hold and wrap-up.', 'nothing'),
  'per-contact': optional(price('thing', '€2.10'), 'For each contact answered.', 'nothing'),
  'per-seat': optional(
    price('month', '€1800/month'),
    'For each seat and month; a site has as many seats as agents on its timetables, or at once at the most where only numbers are told.',
    'nothing',
  ),
  'revenue-share': optional(revenueShare, 'A part of what contacts bring in.', 'nothing'),
  'at-least': optional(
    price('month', '€30000/month'),
    'Charges of a month, at the least; the horizon bears its part of the month.',
    'no minimum',
  ),
  'set-up': optional(setUp, 'A fee paid once, spread over months; the horizon bears its part.', 'nothing'),
  penalties: optional(listOf(penalty, 'a list of penalties'), 'What a low service level costs the contractor.', 'none'),
  bonuses: optional(listOf(bonus, 'a list of bonuses'), 'What a high service level brings the contractor.', 'none'),
};

/** What an outsourcer is paid; all that is named adds up. */
export const contract = record(
  'contract',
  'What an outsourcer is paid; all charges named add up. Amounts carry their currency.',
  contractKeys,
);
export type WrittenContract = RecordOf<typeof contractKeys>;
export type WrittenPenalty = RecordOf<typeof penaltyKeys>;
export type WrittenBonus = RecordOf<typeof bonusKeys>;
