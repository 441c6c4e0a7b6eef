import type {Scenario} from '../../scenario/scenario.js';

/** Work that arrives in one stretch and must be done within open hours. */
export interface DueWork {
  /** Work by cell, in agent seconds. */
  readonly work: Float64Array;
  /** By cell: the last cell in which what arrived in it is still in time; beyond the horizon: not due in it. */
  readonly dueCell: Int32Array;
  /** By cell: share of it in which the queue is open. */
  readonly open: Float64Array;
}

/**
 * When the work of a deferred contact type is due: its threshold counted in the open hours of its queue from the end of
 * the cell in which it came.
 *
 * @param contacts by cell
 * @param aht seconds by cell
 */
export function dueWork(
  {clock, contactTypes, queues}: Scenario,
  type: number,
  contacts: Float64Array,
  aht: (cell: number) => number,
): DueWork {
  const {intervalSeconds} = clock;
  const cells = contacts.length;
  const {queue, thresholdSeconds} = contactTypes[type];
  const spans = queues[queue].open ?? [[0, cells * intervalSeconds] as const];
  const open = new Float64Array(cells);
  for (const [from, to] of spans) {
    for (let cell = Math.max(0, Math.floor(from / intervalSeconds)); cell < cells; cell++) {
      if (cell * intervalSeconds >= to) break;
      const inside = Math.min(to, (cell + 1) * intervalSeconds) - Math.max(from, cell * intervalSeconds);
      open[cell] += Math.max(0, inside) / intervalSeconds;
    }
  }
  const work = Float64Array.from(contacts, (count, cell) => count * aht(cell));
  const dueCell = Int32Array.from(contacts, (_, cell) => {
    let left = thresholdSeconds;
    let due = cell;
    // what comes in the middle of a cell has half of it
    left -= (open[cell] * intervalSeconds) / 2;
    while (due + 1 < cells && left > 0) left -= open[++due] * intervalSeconds;
    return left > 0 ? cells : due;
  });
  return {work, dueCell, open};
}

/**
 * The least constant number of agents, in open hours, that gets all work done in time: for every stretch of cells the work
 * that comes and is due inside it ÷ the open seconds there.
 *
 * @returns agents, a fraction; 0 where nothing is due
 * @see docs/explanation/methods.md#deferred-work-in-due-time
 */
export function leastConstantAgents({work, dueCell, open}: DueWork, intervalSeconds: number): number {
  const cells = work.length;
  let most = 0;
  for (let from = 0; from < cells; from++) {
    if (work[from] === 0) continue;
    const dueBy = new Map<number, number>();
    for (let cell = from; cell < cells; cell++)
      if (work[cell] > 0 && dueCell[cell] < cells)
        dueBy.set(dueCell[cell], (dueBy.get(dueCell[cell]) ?? 0) + work[cell]);
    let due = 0;
    let room = 0;
    for (let cell = from; cell < cells; cell++) {
      room += open[cell] * intervalSeconds;
      due += dueBy.get(cell) ?? 0;
      if (due > 0 && room > 0) most = Math.max(most, due / room);
    }
  }
  return most;
}
