import type {ContactType} from '../scenario/scenario.js';

/** Where contacts of a type are sent on, as the events read it. */
export interface TransferRule {
  readonly to: number;
  readonly probability: number;
  /** null: cold. */
  readonly warm: HandoverRule | null;
}

/** How an agent hands over to the next one. */
export interface HandoverRule {
  /** Both agents are busy for so long. */
  readonly seconds: number;
  /** Infinity: the agent waits until the other one answers or the customer has gone. */
  readonly wait: number;
}

export function transferRules({transfers}: ContactType): readonly TransferRule[] {
  return transfers.map(({to, probability, warm}) => ({
    to,
    probability,
    warm: warm && {seconds: warm.handoverSeconds, wait: warm.waitSeconds ?? Infinity},
  }));
}
