import {number, ownName} from './atoms.js';
import {atom, either, listOf, mapOf, mapped, optional, placed, record, Rejected, required} from './field.js';
import type {Field, Named, RecordOf} from './field.js';
import {currency, price, readAmount} from './money.js';
import type {WrittenAmount} from './money.js';

/** A licence as written: a price, or a plan of a product by its number. */
export type WrittenLicence = {readonly amount: WrittenAmount} | {readonly product: string; readonly plan: number};

/** `€49/month`, `free` or `zendesk-talk 2`. */
export const licence: Field<WrittenLicence> = atom(
  'a price such as "€49/month" or a product and the number of its plan such as "zendesk-talk 2"',
  {type: 'string', examples: ['€49/month', 'zendesk-talk 2', 'free']},
  (written, at, reading): WrittenLicence | Rejected => {
    const plan = /^\s*([a-z][\w-]*)\s+(\d{1,2})\s*$/.exec(written.slice(0, 100));
    if (plan !== null) return {product: plan[1]!, plan: Number(plan[2])};
    const amount = readAmount(written, 'month', '€49/month', at, reading);
    return amount instanceof Rejected ? amount : {amount};
  },
);

const roleKeys = {
  'one-per': required(
    number({min: 0.01, max: 1e6, expects: 'a number of agents above 0'}),
    'Agents for each of them: one-per 12 is one for every twelve agents, hour by hour.',
  ),
  pay: required(price('h', '€38/h'), 'Pay for one hour, to which the on-costs of the site are added.'),
};

/** Who stands behind the agents: team leads, quality, trainers, workforce management, managers. */
export const support = mapOf(
  ownName,
  record(
    'support',
    'Support staff by ratio to agents; one entry a role: {team-leads: {one-per: 12, pay: €38/h}, trainers: {one-per: 60, pay: €35/h}}.',
    roleKeys,
  ),
  'a mapping of roles to {one-per, pay}',
);
export type WrittenSupport = readonly Named<string, RecordOf<typeof roleKeys>>[];

const ownPrice = price('month', '€49/month');

const costsKeys = {
  currency: optional(placed(currency), 'Currency of the results.', 'that of the amounts, where all stand in one'),
  rates: optional(
    mapOf(
      currency,
      number({min: 1e-9, max: 1e9, expects: 'what one unit is worth, above 0'}),
      'a rate for each currency',
    ),
    'What one unit of another currency is worth in the currency of the results: {USD: 0.92}.',
    'none',
  ),
  licence: optional(
    placed(licence),
    'Software per agent and month, for every site that names none: a price, or a product and the number of its plan, cheapest first, such as "zendesk-talk 2".',
    'none',
  ),
  licences: optional(
    mapOf(
      ownName,
      either('a list of prices per agent and month', {
        scalar: mapped(ownPrice, only => [only]),
        list: listOf(ownPrice, 'a list of prices per agent and month'),
      }),
      'a list of prices for each product',
    ),
    'Prices per agent and month by product, cheapest plan first, in place of the list prices: {zendesk-talk: [free, $25, $55]}.',
    'list prices of 13 March 2023',
  ),
  support: optional(support, 'Support staff of every site that pays its agents and names none.', 'none'),
};

/** What all sites share of money. */
export const costs = record(
  'costs',
  'What all sites share of money: the currency, its rates, licences, support staff. Prices themselves stand at the sites.',
  costsKeys,
);
export type WrittenCosts = RecordOf<typeof costsKeys>;
