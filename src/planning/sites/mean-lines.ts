import type {CostLine} from '../../statistics/results.js';

/** Lines of cost in equally likely futures become lines of their mean; a line that one of them lacks is nothing there. */
export function meanLines(futures: readonly (readonly CostLine[])[]): readonly CostLine[] {
  const lines = new Map<string, CostLine>();
  for (const line of futures.flat()) {
    const key = `${line.group}\0${line.item}`;
    const so = lines.get(key);
    lines.set(key, {
      ...line,
      quantity: line.quantity === null ? null : (so?.quantity ?? 0) + line.quantity / futures.length,
      amount: (so?.amount ?? 0) + line.amount / futures.length,
    });
  }
  return [...lines.values()];
}
