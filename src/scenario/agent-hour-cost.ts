import {SECONDS_PER_HOUR} from '../base/units.js';
import type {Contract} from './money.js';
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
  const parts = agentHourParts(scenario, group);
  return parts === null ? 1 : parts.reduce((sum, {amount}) => sum + amount, 0);
}

/** One part of what an hour costs. */
export interface HourPart {
  readonly what: string;
  readonly amount: number;
}

/**
 * What the cost of one more paid hour consists of.
 *
 * @returns parts above nothing; null where the scenario knows no price
 */
export function agentHourParts(scenario: Scenario, group: AgentGroup): readonly HourPart[] | null {
  const {prices, site} = group;
  if (scenario.currency === null || prices === null) return null;
  const contract = site === null ? null : scenario.sites[site]!.contract;
  const own = [
    {what: 'pay', amount: prices.perPaidHour},
    {what: 'support staff', amount: prices.supportPerPaidHour},
    {what: 'licence', amount: prices.licencePerSeatMonth / HOURS_A_SEAT_MONTH},
    {what: 'turnover', amount: prices.turnoverPerSeatYear / 12 / HOURS_A_SEAT_MONTH},
  ];
  const charged = contract === null ? [] : chargedParts(scenario, group, contract);
  return [...own, ...charged].filter(({amount}) => amount !== 0);
}

function chargedParts(scenario: Scenario, group: AgentGroup, contract: Contract): readonly HourPart[] {
  const occupancy = scenario.sites[group.site!]!.occupancy ?? USUAL_OCCUPANCY;
  const contacts = (SECONDS_PER_HOUR * occupancy) / handleTimeOf(scenario, group);
  const revenue =
    group.skills.reduce((sum, {contactType}) => sum + contract.revenuePerContact[contactType]!, 0) /
    group.skills.length;
  return [
    {what: 'contract by seat', amount: contract.perSeatMonth / HOURS_A_SEAT_MONTH},
    {what: 'contract by hour', amount: contract.perPaidHour + contract.perProductiveHour},
    {what: 'contract by minute', amount: contract.perHandledMinute * 60 * occupancy},
    {what: 'contract by contact', amount: (contract.perContact + revenue) * contacts},
  ];
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
