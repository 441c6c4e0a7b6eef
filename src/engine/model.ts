import {makeVaryingMean, makeVaryingQuantile, type VaryingMean, type VaryingQuantile} from '../random/varying.js';
import {makeAnnouncements, type Announcements} from './announcements.js';
import {makeAttention, type Attention} from './attention.js';
import {makeBehaviours, type Behaviours} from './behaviours.js';
import {makeCallbackModel, type CallbackModel} from './callback-model.js';
import {groupOrder} from './group-order.js';
import {hasObstacles} from './routing/obstacles.js';
import {agentTiers} from './routing/tiers.js';
import {transferRules, type TransferRule} from './transfer-rules.js';
import {RINGING_CHANNELS} from '../scenario/channels.js';
import type {Scenario} from '../scenario/scenario.js';

/** What a draw of a later leg is for: part of the key of its hash. */
export const DRAW = {
  talk: 1,
  wrapUp: 2,
  patience: 3,
  balk: 4,
  redial: 5,
  redialAfter: 6,
  transfer: 7,
  callback: 8,
  callbackAfter: 9,
  callbackAnswered: 10,
  automationTime: 20,
  automation: 21,
  comeback: 22,
  comebackAfter: 23,
  deflect: 24,
  believes: 30,
  noAnswer: 40,
  quietAfter: 50,
  quietFor: 51,
  obstacle: 60,
} as const;

/** Purposes are below this: what a leg draws several times, it draws the k-th time for `purpose + k * PURPOSES`. */
export const PURPOSES = 256;

/** The scenario as the events read it: names have become indices, and what may be absent a number that never bites. */
export interface Model extends Behaviours {
  readonly horizon: number;
  readonly contactTypes: number;
  readonly groups: number;
  readonly queues: number;
  readonly queueOfType: Int32Array;
  /** By group × contactTypes + type. */
  readonly handleTimeFactor: Float64Array;
  /** Does a site resolve more or less of what it serves than others? */
  readonly hasResolution: boolean;
  /** By group: factor on the share of contacts that do not come back. */
  readonly resolution: Float64Array;
  /** By type: 0 never balks; balks only when more than so many wait. */
  readonly balkProbability: Float64Array;
  readonly balkQueueOver: Float64Array;
  /** By type: and only when the expected wait is longer; -1: however short. */
  readonly balkWaitOver: Float64Array;
  readonly transfers: readonly (readonly TransferRule[])[];
  readonly hasWarmTransfers: boolean;
  /** By type: Infinity never. */
  readonly messageAfter: Float64Array;
  /** Overflow stages of each type (routing/tiers.ts): key of the first, and by key the seconds to the next. */
  readonly stageStart: Int32Array;
  readonly nextStageAfter: Float64Array;
  /** By type: 1 when a wait may end in a message or on another channel, or widen. */
  readonly hasSteps: Uint8Array;
  /** By type, for later legs. */
  readonly talk: readonly VaryingQuantile[];
  readonly wrapUp: readonly (VaryingQuantile | null)[];
  readonly patience: readonly (VaryingQuantile | null)[];
  /** Mean talk and wrap-up, and mean patience where it ends, by type and time. */
  readonly meanHandle: readonly VaryingMean[];
  readonly meanPatience: readonly (VaryingMean | null)[];
  readonly hasAnnouncements: boolean;
  readonly announcements: Announcements;
  readonly hasCallbacks: boolean;
  /** Are agents who share attention kept for those who call, while requests are not dialled? */
  readonly keepsForCallers: boolean;
  readonly callbacks: CallbackModel;
  /** By queue: does it send the waiting away when it closes? */
  readonly dismisses: Uint8Array;
  /** Infinity: no limit. */
  readonly queueLines: Float64Array;
  readonly centerLines: number;
  readonly hasLines: boolean;
  /** What routing must remember: who took contacts; how long each agent was idle and on duty. */
  readonly remembersAnswers: boolean;
  readonly remembersTimes: boolean;
  readonly remembersServiceLevel: boolean;
  readonly remembersServers: boolean;
  /** Does a site leave part of a contact type to others? */
  readonly hasObstacles: boolean;
  readonly remembersWaits: boolean;
  /** May an answered contact wait for an agent again: back after a silence, or left behind undone? */
  readonly hasSecondWaits: boolean;
  /** By type: T, seconds. */
  readonly threshold: Float64Array;
  /** Seconds that a contact waits for the agent who served it before; 0: not at all. */
  readonly lastAgentWait: number;
  /** Groups that take contacts on a condition. */
  readonly joiningGroups: Int32Array;
  /** By group: 1 for these. */
  readonly joinsOnCondition: Uint8Array;
  readonly hasJoins: boolean;
  readonly attention: Attention;
  /** What agents do as people: some stay away, some are quicker than others. */
  readonly hasAbsence: boolean;
  readonly hasPaidAbsence: boolean;
  /** By group: 1 when the shifts are paid that its agents miss. */
  readonly paysAbsence: Uint8Array;
  readonly hasPace: boolean;
  /** Some step aside, or do not answer; then their timers run. */
  readonly hasTimers: boolean;
  readonly hasNoAnswer: boolean;
  /** By type: 1 when it rings at an agent before it is answered. */
  readonly rings: Uint8Array;
}

export function makeModel(scenario: Scenario): Model {
  const {contactTypes: types, groups, queues, clock, routing} = scenario;
  const handleTimeFactor = new Float64Array(groups.length * types.length).fill(NaN);
  groups.forEach(({skills}, group) =>
    skills.forEach(skill => (handleTimeFactor[group * types.length + skill.contactType] = skill.handleTimeFactor)),
  );
  const resolution = Float64Array.from(groups, ({site}) =>
    site === null ? 1 : (scenario.sites[site]?.resolution ?? 1),
  );
  const stages = agentTiers(scenario, false);
  const attention = makeAttention(scenario);
  return {
    ...makeBehaviours(types),
    horizon: clock.dayStarts[clock.days],
    contactTypes: types.length,
    groups: groups.length,
    queues: queues.length,
    queueOfType: Int32Array.from(types, ({queue}) => queue),
    handleTimeFactor,
    hasResolution: resolution.some(factor => factor !== 1),
    resolution,
    balkProbability: Float64Array.from(types, ({balk}) => balk?.probability ?? 0),
    balkWaitOver: Float64Array.from(types, ({balk}) => balk?.expectedWaitOver ?? -1),
    balkQueueOver: Float64Array.from(types, ({balk}) => balk?.queueOver ?? Infinity),
    transfers: types.map(transferRules),
    hasWarmTransfers: types.some(({transfers}) => transfers.some(({warm}) => warm !== null)),
    messageAfter: Float64Array.from(types, ({messageAfterSeconds}) => messageAfterSeconds ?? Infinity),
    stageStart: stages.stageStart,
    nextStageAfter: stages.nextStageAfter,
    hasSteps: Uint8Array.from(types, ({messageAfterSeconds, deflect}, type) =>
      messageAfterSeconds !== null ||
      deflect !== null ||
      stages.nextStageAfter[stages.stageStart[type]] < Infinity ||
      (routing.lastAgentSeconds ?? 0) > 0
        ? 1
        : 0,
    ),
    talk: types.map(({talk}) => makeVaryingQuantile(talk, clock)),
    wrapUp: types.map(({wrapUp}) => wrapUp && makeVaryingQuantile(wrapUp, clock)),
    patience: types.map(({patience}) => patience && makeVaryingQuantile(patience, clock)),
    meanHandle: types.map(({talk, wrapUp}) => {
      const [talking, wrapping] = [makeVaryingMean(talk, clock), wrapUp && makeVaryingMean(wrapUp, clock)];
      return at => talking(at) + (wrapping?.(at) ?? 0);
    }),
    meanPatience: types.map(({patience}) => patience && makeVaryingMean(patience, clock)),
    hasAnnouncements: types.some(({announce}) => announce !== null),
    announcements: makeAnnouncements(types),
    hasCallbacks: types.some(({callback}) => callback !== null),
    keepsForCallers: types.some(({callback}) => (callback?.reserve ?? 0) > 0),
    callbacks: makeCallbackModel(types),
    dismisses: Uint8Array.from(queues, ({atClosing}) => (atClosing === 'dismiss' ? 1 : 0)),
    queueLines: Float64Array.from(queues, ({lines}) => lines ?? Infinity),
    centerLines: scenario.lines ?? Infinity,
    hasLines: scenario.lines !== null || queues.some(({lines}) => lines !== null),
    remembersAnswers: routing.agent === 'round-robin' || routing.shares.some(shares => shares !== null),
    remembersTimes: routing.agent === 'least-occupied',
    remembersServiceLevel: groups.some(({joins}) => joins?.measure === 'serviceLevel'),
    remembersWaits: types.some(({announce}) => announce?.estimator === 'last-wait'),
    remembersServers: routing.lastAgentSeconds !== null,
    hasObstacles: hasObstacles(scenario),
    hasSecondWaits: attention.putsBack || types.some(({goesQuiet}) => goesQuiet !== null),
    threshold: Float64Array.from(types, ({thresholdSeconds}) => thresholdSeconds),
    lastAgentWait: routing.lastAgentSeconds ?? 0,
    joiningGroups: Int32Array.from(groupOrder(scenario).filter(group => groups[group].joins !== null)),
    joinsOnCondition: Uint8Array.from(groups, ({joins}) => (joins === null ? 0 : 1)),
    hasJoins: groups.some(({joins}) => joins !== null),
    attention,
    hasTimers: groups.some(({people}) => people !== null && (people.adherence !== null || people.noAnswer !== null)),
    hasNoAnswer: groups.some(({people}) => people !== null && people.noAnswer !== null),
    rings: Uint8Array.from(types, ({channel}) => (RINGING_CHANNELS.includes(channel) ? 1 : 0)),
    hasAbsence: groups.some(({people}) => people !== null && people.absence > 0),
    hasPaidAbsence: groups.some(({people}) => people !== null && people.paidAbsence),
    paysAbsence: Uint8Array.from(groups, ({people}) => (people !== null && people.paidAbsence ? 1 : 0)),
    hasPace: groups.some(({people}) => people !== null && (people.speedCv > 0 || people.learning !== null)),
  };
}
