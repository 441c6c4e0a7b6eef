import {SECONDS_PER_HOUR} from '../base/units.js';
import type {AgentGroup, Scenario} from './scenario.js';
import {meanOf} from './schema/distribution.js';

/** Hours that a seat is used in a month: 35 hours a week, 52 weeks in 12 months. */
export const HOURS_A_SEAT_MONTH = (35 * 52) / 12;
/** Share of the paid time in contacts, where a site does not tell its occupancy. */
const USUAL_OCCUPANCY = 0.8;

/**
 * What one more paid hour of an agent of the group costs, in the currency of the scenario: pay with on-costs, support
 * staff, licence, turnover, and what a contract charges by hour or seat. Charges by handled minute, contact or revenue
 * are taken at the occupancy of the site (else 80 %), since they come with the work that the hour brings.
 *
 * @returns 1 where the scenario knows no price, so that least cost is least hours
 * @example agentHourCost(scenario, scenario.groups[0]) // 44.02 with €31/h and on-costs of 42 %
 */
export function agentHourCost(scenario: Scenario, group: AgentGroup): number {
  const {prices, site} = group;
  if (scenario.currency === null || prices === null) return 1;
  const contract = site === null ? null : scenario.sites[site]!.contract;
  const perSeatMonth = prices.licencePerSeatMonth + prices.turnoverPerSeatYear / 12 + (contract?.perSeatMonth ?? 0);
  const own = prices.perPaidHour + prices.supportPerPaidHour + perSeatMonth / HOURS_A_SEAT_MONTH;
  if (contract === null) return own;
  const occupancy = scenario.sites[site!]!.occupancy ?? USUAL_OCCUPANCY;
  const contacts = (SECONDS_PER_HOUR * occupancy) / handleTimeOf(scenario, group);
  const revenue =
    group.skills.reduce((sum, {contactType}) => sum + contract.revenuePerContact[contactType]!, 0) /
    group.skills.length;
  return (
    own +
    contract.perPaidHour +
    contract.perProductiveHour +
    contract.perHandledMinute * 60 * occupancy +
    (contract.perContact + revenue) * contacts
  );
}

/** Mean handle time over the contact types that a group serves, each alike, as told for midnight. */
function handleTimeOf({contactTypes}: Scenario, {skills}: AgentGroup): number {
  const seconds = skills.map(({contactType, handleTimeFactor}) => {
    const {talk, wrapUp} = contactTypes[contactType]!;
    const wrap = wrapUp === null ? 0 : meanOf(wrapUp[0]!.distribution);
    return (meanOf(talk[0]!.distribution) + wrap) * handleTimeFactor;
  });
  return seconds.reduce((sum, each) => sum + each, 0) / seconds.length;
}
