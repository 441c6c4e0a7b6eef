import {makeQuantile} from '../random/distributions/index.js';
import type {Automation, ComingBack, ContactType, Distribution} from '../scenario/scenario.js';
import {Index} from './contacts.js';

/** Who comes again after having been served, by contact type; a probability of 0: nobody. */
export interface Comebacks {
  readonly probability: Float64Array;
  readonly as: Int32Array;
  readonly after: readonly Quantile[];
}

type Quantile = (u: number) => number;

/** What customers do beside waiting and hanging up, as the events read it; all by contact type. */
export interface Behaviours {
  readonly redialProbability: Float64Array;
  readonly redialAtMost: Float64Array;
  readonly redialAs: Int32Array;
  readonly redialAfter: readonly Quantile[];
  /** Does any contact type have a bot or IVR? */
  readonly hasAutomation: boolean;
  /** 1 where it has one. */
  readonly automated: Uint8Array;
  readonly automationTime: readonly Quantile[];
  /** Infinity: no limit. */
  readonly ports: Float64Array;
  readonly contained: Float64Array;
  readonly hangsUp: Float64Array;
  readonly containedComebacks: Comebacks;
  /** Does anybody come back who was answered? */
  readonly hasComebacks: boolean;
  readonly comebacks: Comebacks;
  /** Does anybody fall silent in the middle of a contact? Then: of which types; after how much talk and for how long; how often. */
  readonly hasSilences: boolean;
  readonly fallsSilent: Uint8Array;
  readonly quietAfter: readonly Quantile[];
  readonly quietFor: readonly Quantile[];
  readonly quietAtMost: Float64Array;
  /** 1 where the agent who had it goes on with it, if there is room. */
  readonly backToOwn: Uint8Array;
  readonly deflectTo: Int32Array;
  /** Seconds of waiting; Infinity: no offer. */
  readonly deflectAfter: Float64Array;
  readonly deflectAccepted: Float64Array;
}

/** The behaviours of a scenario's contact types: what may be absent has become a number that never bites. */
export function makeBehaviours(types: readonly ContactType[]): Behaviours {
  const automationOf = (value: (automation: Automation) => number, without: number): Float64Array =>
    Float64Array.from(types, ({automation}) => (automation === null ? without : value(automation)));
  return {
    redialProbability: Float64Array.from(types, ({redial}) => redial?.probability ?? 0),
    redialAtMost: Float64Array.from(types, ({redial}) => (redial === null ? 0 : (redial.atMost ?? Infinity))),
    redialAs: Int32Array.from(types, ({redial}) => redial?.as ?? Index.NONE),
    redialAfter: types.map(({redial}) => quantileOf(redial?.after)),
    hasAutomation: types.some(({automation}) => automation !== null),
    automated: Uint8Array.from(types, ({automation}) => (automation === null ? 0 : 1)),
    automationTime: types.map(({automation}) => quantileOf(automation?.time)),
    ports: automationOf(({ports}) => ports ?? Infinity, Infinity),
    contained: automationOf(({contained}) => contained, 0),
    hangsUp: automationOf(({hangsUp}) => hangsUp, 0),
    containedComebacks: comebacksOf(types.map(({automation}) => automation?.comesBack ?? null)),
    hasComebacks: types.some(({comesBack}) => comesBack !== null),
    comebacks: comebacksOf(types.map(({comesBack}) => comesBack)),
    hasSilences: types.some(({goesQuiet}) => goesQuiet !== null),
    fallsSilent: Uint8Array.from(types, ({goesQuiet}) => (goesQuiet === null ? 0 : 1)),
    quietAfter: types.map(({goesQuiet}) => quantileOf(goesQuiet?.after)),
    quietFor: types.map(({goesQuiet}) => quantileOf(goesQuiet?.for)),
    quietAtMost: Float64Array.from(types, ({goesQuiet}) => goesQuiet?.atMost ?? Infinity),
    backToOwn: Uint8Array.from(types, ({goesQuiet}) => (goesQuiet?.backTo === 'own-agent' ? 1 : 0)),
    deflectTo: Int32Array.from(types, ({deflect}) => deflect?.to ?? Index.NONE),
    deflectAfter: Float64Array.from(types, ({deflect}) => deflect?.afterSeconds ?? Infinity),
    deflectAccepted: Float64Array.from(types, ({deflect}) => deflect?.accepted ?? 0),
  };
}

function comebacksOf(rules: readonly (ComingBack | null)[]): Comebacks {
  return {
    probability: Float64Array.from(rules, rule => rule?.probability ?? 0),
    as: Int32Array.from(rules, rule => rule?.as ?? Index.NONE),
    after: rules.map(rule => quantileOf(rule?.after)),
  };
}

const quantileOf = (distribution: Distribution | undefined): Quantile =>
  distribution === undefined ? () => Infinity : makeQuantile(distribution);
