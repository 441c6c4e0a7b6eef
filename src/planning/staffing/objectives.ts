import {kindOf} from '../../scenario/channels.js';
import type {Scenario, ServiceLevelDefinition} from '../../scenario/scenario.js';
import type {MeasureName} from '../../scenario/schema/measures.js';
import type {Scope} from '../../statistics/results.js';

/** Something that a number of agents must achieve: a measure of a scope, at least or at most so much. */
export interface StaffingObjective {
  readonly measure: MeasureName;
  readonly scope: Scope;
  /** Name of the contact type, group, …; `total` for the total. */
  readonly name: string;
  readonly comparison: '>=' | '<=';
  /** Seconds, a share, contacts: in the unit of the measure. */
  readonly target: number;
  /** interval: in every one; horizon: over all of it together. */
  readonly over: 'interval' | 'horizon';
}

/** Over what objectives are judged that do not say so themselves. */
export type JudgedOver = StaffingObjective['over'];

const MEASURE_OF: Readonly<Record<ServiceLevelDefinition, MeasureName>> = {
  'excluding-abandons': 'serviceLevelExcludingAbandons',
  'over-offered': 'serviceLevelOverOffered',
  'over-answered': 'serviceLevelOverAnswered',
  'abandons-met': 'serviceLevelAbandonsMet',
};

/** The measure behind `serviceLevel` of a contact type: the definition that its objective names. */
export function serviceLevelOf(scenario: Scenario, name: string): MeasureName {
  const objective = scenario.contactTypes.find(type => type.name === name)?.objective ?? null;
  return MEASURE_OF[objective?.definition ?? 'excluding-abandons'];
}

/**
 * What contact types ask for by their own objectives. Deferred work is due hours or days later, so it is judged over the
 * horizon, whatever holds for the others.
 */
export function objectivesOf({contactTypes}: Scenario, over: JudgedOver): readonly StaffingObjective[] {
  return contactTypes.flatMap(({name, channel, objective}): readonly StaffingObjective[] =>
    objective === null
      ? []
      : [
          {
            measure: 'serviceLevel',
            scope: 'contactType',
            name,
            comparison: '>=',
            target: objective.share,
            over: kindOf(channel) === 'deferred' ? 'horizon' : over,
          },
        ],
  );
}

/**
 * What sites ask for: that their agents are no busier than they bear in the long run, so over the horizon. Sites at which
 * nobody works ask for nothing.
 */
export function occupancyObjectivesOf({sites, groups}: Scenario): readonly StaffingObjective[] {
  return sites.flatMap(({name, occupancy}, site): readonly StaffingObjective[] =>
    occupancy === null || !groups.some(group => group.site === site)
      ? []
      : [{measure: 'occupancy', scope: 'site', name, comparison: '<=', target: occupancy, over: 'horizon'}],
  );
}

/** Measures that may be asked for: those that are a ratio of sums, by interval or over the horizon. */
export const STAFFING_MEASURES = [
  'serviceLevel',
  'serviceLevelExcludingAbandons',
  'serviceLevelOverOffered',
  'serviceLevelOverAnswered',
  'serviceLevelAbandonsMet',
  'abandonment',
  'abandonmentAfterThreshold',
  'asa',
  'meanWait',
  'waitMax',
  'occupancy',
  'objectiveMet',
] as const satisfies readonly MeasureName[];

/** Objectives that a day meets or not exist over the horizon only. */
export const judgedOver = (measure: MeasureName, over: JudgedOver): JudgedOver =>
  measure === 'objectiveMet' ? 'horizon' : over;
