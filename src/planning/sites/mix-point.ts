import type {CostLine} from '../../statistics/results.js';

/** One mix with so many agents, over all futures of demand. */
export interface MixPoint {
  readonly mix: string;
  /** Agents as a multiple of those of the scenario, in agents of usual speed. */
  readonly level: number;
  /** Agents at once at the most, over all groups. */
  readonly agents: number;
  /** Amounts in the currency of the scenario; half of the 95 % interval beside them. */
  readonly costADay: number;
  readonly costADayPlusMinus: number | null;
  readonly costPerContact: number;
  readonly costPerResolved: number | null;
  /** Over all futures of demand. */
  readonly serviceLevel: number;
  /** Share of days on which the objectives are met, of the contact type that meets its own least often. */
  readonly chance: number;
  /** At the 90th percentile of demand. */
  /** Only where it was asked for: what cost consists of, over the horizon and all futures of demand. */
  readonly costs?: readonly CostLine[];
  readonly stressed: {readonly serviceLevel: number; readonly occupancy: number; readonly holds: boolean};
}
