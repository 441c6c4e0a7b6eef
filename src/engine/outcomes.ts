/** How a leg ended. */
export const OUTCOMES = [
  'answered',
  'abandoned',
  'blocked',
  'closed',
  'balked',
  'message',
  'dismissed',
  'stillWaiting',
  'contained',
  'hungUpInAutomation',
  'deflected',
  'calledBack',
  'unreached',
] as const;
export type OutcomeName = (typeof OUTCOMES)[number];
/** Place of each in OUTCOMES. */
export const enum Outcome {
  answered = 0,
  abandoned = 1,
  blocked = 2,
  closed = 3,
  balked = 4,
  message = 5,
  dismissed = 6,
  stillWaiting = 7,
  /** Served by a bot or IVR. */
  contained = 8,
  hungUpInAutomation = 9,
  /** Gone to another channel while waiting: a new leg there. */
  deflected = 10,
  /** Left a callback request: a new leg. */
  calledBack = 11,
  /** Did not answer when called back. */
  unreached = 12,
}

/** How a leg began. */
export const CAUSES = ['first', 'redial', 'transfer', 'comeback', 'deflection', 'callback'] as const;
export type CauseName = (typeof CAUSES)[number];
/** Place of each in CAUSES. */
export const enum Cause {
  first = 0,
  redial = 1,
  transfer = 2,
  /** Comes back, unresolved. */
  comeback = 3,
  deflection = 4,
  callback = 5,
}

/** What a stretch of an agent's paid time was, busy or idle not yet told apart: `overrun` is past the end of the shift, `absence` a day off that is paid. */
export const DUTIES = ['duty', 'break', 'overrun', 'setAside', 'absence'] as const;
export type DutyName = (typeof DUTIES)[number];
/** Place of each in DUTIES. */
export const enum Duty {
  duty = 0,
  break = 1,
  overrun = 2,
  setAside = 3,
  absence = 4,
}
