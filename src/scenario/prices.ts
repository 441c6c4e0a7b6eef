import {suggest} from '../base/suggest.js';
import type {GroupPrices} from './money.js';
import type {Problems} from './problems.js';
import type {WrittenGroup, WrittenSite} from './schema/agents.js';
import type {WrittenCosts, WrittenLicence, WrittenSupport} from './schema/costs.js';
import type {WrittenScenario} from './schema/document.js';
import type {Placed} from './schema/field.js';
import {LICENCES} from './schema/licences.js';
import type {WrittenAmount} from './schema/money.js';
import type {Value} from './value.js';

/** The currency of the results, and what others are worth in it. */
export type Exchange = Pick<WrittenCosts, 'currency' | 'rates'>;

/** Amounts of a scenario, in one currency. */
export interface Prices {
  /** ISO code; null: no agent has a price. */
  readonly currency: string | null;
  /** In the currency of the scenario; undefined is nothing. */
  readonly amountOf: (amount: WrittenAmount | undefined) => number;
}

/**
 * Settles the currency in which all amounts of a scenario add up, and how others become it. That every agent has a price
 * or none has is checked here.
 */
export function makePrices(
  written: Pick<WrittenScenario, 'costs' | 'sites' | 'agents' | 'here'>,
  {currencies, problems}: {readonly currencies: ReadonlyMap<string, Value>; readonly problems: Problems},
): Prices {
  const currency = currencyOf(written.costs, currencies, problems);
  checkPrices(written, problems);
  return {
    currency: currency === null || !isPriced(written) ? null : currency,
    amountOf: makeAmountOf(currency, written.costs),
  };
}

/** Turns amounts into the currency of the results; nothing is nothing. */
export function makeAmountOf(currency: string | null, costs: Exchange | undefined): Prices['amountOf'] {
  return amount =>
    amount === undefined || amount.currency === null
      ? 0
      : amount.amount * (rateOf(amount.currency, currency, costs) ?? 1);
}

/** The currency of the results; null where there is no amount at all. */
export function currencyOf(
  costs: Exchange | undefined,
  currencies: ReadonlyMap<string, Value>,
  problems: Problems,
): string | null {
  const named = [...currencies.keys()];
  const currency = costs?.currency?.value ?? (named.length === 1 ? named[0]! : null);
  if (currency === null) {
    const second = named[1];
    if (second !== undefined)
      problems.add('SCN091', currencies.get(second)!, `costs.currency, one of ${named.join(', ')}`);
    return null;
  }
  for (const [other, at] of currencies) {
    if (rateOf(other, currency, costs) === null)
      problems.add('SCN091', at, `a rate in costs.rates: what one ${other} is worth in ${currency}`);
  }
  return currency;
}

function rateOf(from: string, to: string | null, costs: Exchange | undefined): number | null {
  return from === to ? 1 : (costs?.rates?.find(({name}) => name === from)?.value ?? null);
}

type Written = Pick<WrittenScenario, 'costs' | 'sites' | 'agents' | 'here'>;

const siteOf = ({sites}: Pick<Written, 'sites'>, group: WrittenGroup): WrittenSite | null =>
  sites?.find(({name}) => name === group.site?.value)?.value ?? null;

const hasPrice = (written: Written, group: WrittenGroup): boolean => {
  const site = siteOf(written, group);
  return group.pay !== undefined || site?.pay !== undefined || site?.contract !== undefined;
};

/** Whether anybody has a price; reading has made sure that all of them have one then. */
const isPriced = (written: Written): boolean => written.agents.some(({value}) => hasPrice(written, value));

function checkPrices(written: Written, problems: Problems): void {
  const asks = isPriced(written) || written.costs?.licence !== undefined || written.costs?.support !== undefined;
  // a price that could not be read is there all the same
  if (!asks || problems.touches('sites')) return;
  for (const {name, value, key} of written.agents) {
    if (hasPrice(written, value)) continue;
    const where = value.site === undefined ? `agents.${name}` : `sites.${value.site.value}`;
    problems.add('SCN092', key, `a price for these agents as for others: ${where}.pay such as €31/h`);
  }
}

/** What the agents of a group cost beside the contract of their site; null where nobody has a price. */
export function groupPrices(
  group: WrittenGroup,
  site: WrittenSite | null,
  {costs}: Pick<WrittenScenario, 'costs'>,
  {currency, amountOf}: Prices,
  problems: Problems,
): GroupPrices | null {
  if (currency === null) return null;
  const onCosts = 1 + (site?.['on-costs'] ?? 0);
  const pay = group.pay ?? site?.pay;
  const support = site?.support ?? (pay === undefined ? undefined : costs?.support);
  return {
    perPaidHour: amountOf(pay) * onCosts,
    overtimeFactor: site?.overtime ?? 1,
    supportPerPaidHour: supportPerHour(support, amountOf) * onCosts,
    licencePerSeatMonth: licencePrice(site?.licence ?? costs?.licence, costs, currency, amountOf, problems),
    turnoverPerSeatYear: (site?.attrition ?? 0) * amountOf(site?.hiring),
  };
}

/** Pay of all support staff for one hour of one agent. */
export function supportPerHour(support: WrittenSupport | undefined, amountOf: Prices['amountOf']): number {
  return (support ?? []).reduce((sum, {value}) => sum + amountOf(value.pay) / value['one-per'], 0);
}

/** Price of a licence per seat and month. */
export function licencePrice(
  licence: Placed<WrittenLicence> | undefined,
  costs: (Exchange & Pick<WrittenCosts, 'licences'>) | undefined,
  currency: string,
  amountOf: Prices['amountOf'],
  problems: Problems,
): number {
  if (licence === undefined) return 0;
  const {value, at} = licence;
  if ('amount' in value) return amountOf(value.amount);
  const own = costs?.licences?.find(({name}) => name === value.product)?.value;
  const list = LICENCES.products[value.product];
  if (own === undefined && list === undefined) {
    const known = [...(costs?.licences ?? []).map(({name}) => name), ...Object.keys(LICENCES.products)];
    problems.add(
      'SCN093',
      at,
      `a product with prices: ${known.join(', ')}`,
      value.product,
      suggest(value.product, known),
    );
    return 0;
  }
  const plans = own?.map(amountOf) ?? list!.plans.map(amount => amountOf({amount, currency: list!.currency}));
  const price = plans[value.plan - 1];
  if (price === undefined) {
    const expected =
      plans.length === 0
        ? `your own price, since ${list!.product} publishes none: costs.licences: {${value.product}: [€100]}`
        : `a plan of ${value.product} from 1 to ${plans.length}`;
    problems.add('SCN093', at, expected, `${value.product} ${value.plan}`);
    return 0;
  }
  if (own === undefined && price > 0 && rateOf(list!.currency, currency, costs) === null)
    problems.add('SCN091', at, `a rate in costs.rates: what one ${list!.currency} is worth in ${currency}`);
  return price;
}
