import {COUNTER} from './counters.js';

/** What follows from the other counters of a group's row, whose idle time still has the busy time in it. */
export function completeGroupRow(counters: Float64Array, base: number, slots: number, sharesAttention: boolean): void {
  const busy = counters[base + COUNTER.busy];
  // both are sums of thousands of spans: a difference of rounding size is no idle time
  const rest = counters[base + COUNTER.idle] - busy;
  const idle = Math.abs(rest) <= 1e-9 * busy ? 0 : rest;
  counters[base + COUNTER.idle] = idle;
  counters[base + COUNTER.slots] = (busy + idle) * slots;
  if (!sharesAttention) counters[base + COUNTER.slotTime] = busy * slots;
}

/** What follows from the other counters of a contact type's row. */
export function completeRow(counters: Float64Array, base: number): void {
  const lost =
    counters[base + COUNTER.abandoned] +
    counters[base + COUNTER.balked] +
    counters[base + COUNTER.messages] +
    counters[base + COUNTER.dismissed] +
    counters[base + COUNTER.deflected] +
    counters[base + COUNTER.calledBack];
  counters[base + COUNTER.offered] =
    counters[base + COUNTER.answered] +
    lost +
    counters[base + COUNTER.stillWaiting] -
    counters[base + COUNTER.backlogAtStart];
  const neverOffered =
    counters[base + COUNTER.blocked] +
    counters[base + COUNTER.closed] +
    counters[base + COUNTER.contained] +
    counters[base + COUNTER.hungUpInAutomation] +
    counters[base + COUNTER.unreached];
  const later =
    counters[base + COUNTER.redialled] +
    counters[base + COUNTER.transferredIn] +
    counters[base + COUNTER.cameBack] +
    counters[base + COUNTER.deflectedIn] +
    counters[base + COUNTER.callbackDials];
  counters[base + COUNTER.created] += counters[base + COUNTER.offered] + neverOffered;
  counters[base + COUNTER.first] = counters[base + COUNTER.created] - later;
  counters[base + COUNTER.done] =
    counters[base + COUNTER.answered] - counters[base + COUNTER.transferredOut] - counters[base + COUNTER.inService];
  counters[base + COUNTER.waitAll] += counters[base + COUNTER.waitAnswered];
}
