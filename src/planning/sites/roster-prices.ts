import type {Contract, GroupPrices} from '../../scenario/money.js';
import type {AgentGroup, Scenario} from '../../scenario/scenario.js';
import {seatsOf} from '../../scenario/seats.js';
import {staffLevels} from '../../scenario/staff-levels.js';

/** What an hour on duty and a seat cost where agents are told by interval, in place of by shifts. */
export interface RosterPrices {
  /** By group; null: no price is known. */
  readonly groups: readonly (GroupPrices | null)[];
  /** By site. */
  readonly contracts: readonly (Contract | null)[];
}

/**
 * Prices for mixes, whose agents are told by interval, net of breaks. The shifts of the scenario stay in them: an hour on
 * duty is paid with the breaks that belong to it, and for each agent there at once at the most as many have a licence and
 * must be replaced as the shifts take people. Groups told by numbers keep their prices.
 */
export function rosterPrices(scenario: Scenario): RosterPrices {
  const rosters = scenario.groups.map(group => rosterOf(group, scenario.clock.dayStarts.at(-1)!));
  return {
    groups: scenario.groups.map(({prices}, group) => {
      const {paid, onDuty, heads, most} = rosters[group]!;
      const [hours, seats] = [ratio(paid, onDuty), ratio(heads, most)];
      return (
        prices && {
          ...prices,
          perPaidHour: prices.perPaidHour * hours,
          supportPerPaidHour: prices.supportPerPaidHour * hours,
          licencePerSeatMonth: prices.licencePerSeatMonth * seats,
          turnoverPerSeatYear: prices.turnoverPerSeatYear * seats,
        }
      );
    }),
    contracts: scenario.sites.map(({contract}, site) => {
      const here = rosters.filter((_, group) => scenario.groups[group]!.site === site);
      const sum = (of: (roster: Roster) => number): number => here.reduce((total, roster) => total + of(roster), 0);
      return (
        contract && {
          ...contract,
          perPaidHour:
            contract.perPaidHour *
            ratio(
              sum(({paid}) => paid),
              sum(({onDuty}) => onDuty),
            ),
          perSeatMonth:
            contract.perSeatMonth *
            ratio(
              sum(({heads}) => heads),
              sum(({most}) => most),
            ),
        }
      );
    }),
  };
}

/** Agent seconds paid and on duty over the horizon; people who have a timetable, and the most on duty at once. */
interface Roster {
  readonly paid: number;
  readonly onDuty: number;
  readonly heads: number;
  readonly most: number;
}

function rosterOf({staffing}: AgentGroup, end: number): Roster {
  const levels = staffLevels(staffing);
  const onDuty = levels.reduce(
    (sum, {at, agents}, index) => sum + agents * Math.max(0, Math.min(end, levels[index + 1]?.at ?? end) - at),
    0,
  );
  const breaks =
    staffing.kind === 'counts'
      ? 0
      : staffing.agents
          .flatMap(({shifts}) => shifts.flatMap(shift => shift.breaks))
          .reduce((sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - from), 0);
  return {
    paid: onDuty + breaks,
    onDuty,
    heads: seatsOf(staffing),
    most: levels.reduce((most, {agents}) => Math.max(most, agents), 0),
  };
}

const ratio = (more: number, less: number): number => (less > 0 ? more / less : 1);
