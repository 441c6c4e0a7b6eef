import type {Scenario} from '../../scenario/scenario.js';
import {agentTiers, type AgentTiers} from './tiers.js';

/** A stage that no contact reaches. */
const NEVER = 0x7f_ff_ff_ff;

/** By contact type: the first stage of a wait at which a group comes in that might not take the contact before; at others groups only drop out. */
export function firstWidening(scenario: Scenario): Int32Array {
  const tiers = agentTiers(scenario, false);
  return Int32Array.from(scenario.contactTypes, (_, type) => {
    for (let stage = 1; tiers.nextStageAfter[tiers.stageStart[type] + stage - 1] < Infinity; stage++)
      if (joiningAt(tiers, type, stage).length > 0) return stage;
    return NEVER;
  });
}

/** Groups that may take a type from this stage on, and not at the one before. */
export function joiningAt(tiers: AgentTiers, type: number, stage: number): readonly number[] {
  const before = groupsAt(tiers, type, stage - 1);
  return groupsAt(tiers, type, stage).filter(group => !before.includes(group));
}

/** Groups that might take a type at the stage before, and no longer. */
export function leavingAt(tiers: AgentTiers, type: number, stage: number): readonly number[] {
  const now = groupsAt(tiers, type, stage);
  return groupsAt(tiers, type, stage - 1).filter(group => !now.includes(group));
}

/** Groups that may take a type at a stage of its wait, by the order of their declaration. */
export function groupsAt({start, stageStart, list}: AgentTiers, type: number, stage: number): readonly number[] {
  const groups: number[] = [];
  let at = start[stageStart[type] + stage];
  for (let length = list[at]; length > 0; length = list[at]) {
    groups.push(...list.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return groups.sort((a, b) => a - b);
}
