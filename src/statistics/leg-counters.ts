import {CAUSES, OUTCOMES, type OutcomeName} from '../engine/outcomes.js';
import {COUNTER} from './counters.js';

/** Counter of each cause, and of each outcome. */
export const COUNTED_AS = Int32Array.from(
  CAUSES,
  cause =>
    ({
      first: COUNTER.first,
      redial: COUNTER.redialled,
      transfer: COUNTER.transferredIn,
      comeback: COUNTER.cameBack,
      deflection: COUNTER.deflectedIn,
      callback: COUNTER.callbackDials,
    })[cause],
);
export const ENDED_AS = Int32Array.from(OUTCOMES, outcome => COUNTER[outcome === 'message' ? 'messages' : outcome]);
/** Whether a leg with that outcome reached its queue, and whether the service level leaves it out. */
const NEVER_OFFERED: readonly OutcomeName[] = ['blocked', 'closed', 'contained', 'hungUpInAutomation', 'unreached'];
export const WAS_OFFERED = OUTCOMES.map(outcome => !NEVER_OFFERED.includes(outcome));
export const EXCUSED = OUTCOMES.map(outcome => ['message', 'deflected', 'calledBack'].includes(outcome));

/** By Duty; busy time is taken out of idle time in the end. */
export const COUNTER_OF_DUTY = [COUNTER.idle, COUNTER.breaks, COUNTER.idle, COUNTER.setAside, COUNTER.absence];
