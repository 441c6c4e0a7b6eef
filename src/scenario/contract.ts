import {suggest} from '../base/suggest.js';
import type {Contract, ServiceTerm} from './money.js';
import type {Prices} from './prices.js';
import type {Problems} from './problems.js';
import type {WrittenBonus, WrittenContract, WrittenPenalty} from './schema/contract.js';
import type {WrittenScenario} from './schema/document.js';
import type {Placed} from './schema/field.js';

/** The contract of a site, in the currency of the scenario. */
export function buildContract(
  written: WrittenContract,
  site: string,
  scenario: Pick<WrittenScenario, 'contacts' | 'agents'>,
  {amountOf}: Prices,
  problems: Problems,
): Contract {
  const setUp = written['set-up'];
  const shared = written['revenue-share'];
  const typeAt = makeTypeAt(scenario, problems);
  const revenuePerContact = scenario.contacts.map(() => 0);
  for (const {name, value} of shared?.revenue ?? []) {
    const type = typeAt(name);
    if (type !== -1) revenuePerContact[type] = shared!.share * amountOf(value);
  }
  const served = typesServedAt(site, scenario);
  const termOf = (kind: ServiceTerm['kind'], term: WrittenPenalty | WrittenBonus): ServiceTerm => {
    const [threshold, due] = 'below' in term ? [term.below, term.costs] : [term.from, term.pays];
    const named = term.contacts?.map(typeAt).filter(type => type !== -1);
    return {
      kind,
      threshold,
      share: 'share' in due ? due.share : 0,
      amount: 'share' in due ? 0 : amountOf(due.amount),
      judged: term.judged,
      contactTypes: [...new Set(named ?? served)].sort((a, b) => a - b),
    };
  };
  if (CHARGES.every(charge => written[charge] === undefined))
    problems.add('SCN094', written.here, `at least one of ${CHARGES.join(', ')}`);
  return {
    perPaidHour: amountOf(written['per-paid-hour']),
    perProductiveHour: amountOf(written['per-productive-hour']),
    perHandledMinute: amountOf(written['per-handled-minute']),
    perContact: amountOf(written['per-contact']),
    perSeatMonth: amountOf(written['per-seat']),
    revenuePerContact,
    leastPerMonth: amountOf(written['at-least']),
    setUpPerMonth: setUp === undefined ? 0 : amountOf(setUp.fee) / setUp.months,
    terms: [
      ...(written.penalties ?? []).map(term => termOf('penalty', term)),
      ...(written.bonuses ?? []).map(term => termOf('bonus', term)),
    ],
  };
}

const CHARGES = [
  'per-paid-hour',
  'per-productive-hour',
  'per-handled-minute',
  'per-contact',
  'per-seat',
  'revenue-share',
  'at-least',
  'set-up',
] as const;

/** Finds contact types by name; what is none is a problem and −1. */
function makeTypeAt({contacts}: Pick<WrittenScenario, 'contacts'>, problems: Problems) {
  const names = contacts.map(({name}) => name);
  return ({value, at}: Placed<string>): number => {
    const type = names.indexOf(value);
    if (type === -1)
      problems.add('SCN020', at, `the name of a contact type (${names.join(', ')})`, value, suggest(value, names));
    return type;
  };
}

function typesServedAt(site: string, {contacts, agents}: Pick<WrittenScenario, 'contacts' | 'agents'>): number[] {
  const groups = agents.filter(({value}) => value.site?.value === site);
  return contacts.flatMap(({name}, type) =>
    groups.some(({value}) => value.skills.some(({contactType}) => contactType.value === name)) ? [type] : [],
  );
}
