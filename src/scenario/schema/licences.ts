/** List prices of software, per agent and month, cheapest plan first. */
export interface LicenceList {
  /** Product in words. */
  readonly product: string;
  readonly currency: string;
  /** One a plan; empty: the maker publishes none. */
  readonly plans: readonly number[];
}

/**
 * What `licence: zendesk-talk 2` costs where a scenario says nothing else under `costs.licences`. Prices change: these
 * are list prices as they stood on the day named.
 *
 * @see Help Desk Migration, "Centre de contact vs centre d'appels", 13 March 2023
 */
export const LICENCES = {
  asOf: '2023-03-13',
  source: 'Help Desk Migration, "Centre de contact vs centre d\'appels", 13 March 2023',
  products: {
    liveagent: {product: 'LiveAgent', currency: 'USD', plans: [0, 15, 29, 49]},
    'freshdesk-contact-center': {product: 'Freshdesk Contact Center', currency: 'USD', plans: [0, 15, 39, 69]},
    'zendesk-talk': {product: 'Zendesk Talk', currency: 'USD', plans: [0, 19, 49, 89]},
    dixa: {product: 'Dixa', currency: 'USD', plans: [39, 89, 139]},
    'zoho-desk': {product: 'Zoho Desk', currency: 'EUR', plans: [14, 23, 40]},
    servicenow: {product: 'ServiceNow', currency: 'USD', plans: []},
  } satisfies Readonly<Record<string, LicenceList>> as Readonly<Record<string, LicenceList>>,
} as const;
