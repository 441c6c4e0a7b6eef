/** Rows that an import left out for one reason. */
export interface DroppedReason {
  readonly reason: string;
  readonly rows: number;
  /** Lines of the first of them. */
  readonly lines: readonly number[];
  /** What stood in the first of them. */
  readonly example: string;
}

/** Counts rows left out by reason, keeping the first lines of each, so that memory does not grow with the file. */
export class DroppedRows {
  readonly #reasons = new Map<string, {rows: number; lines: number[]; example: string}>();
  readonly #keep: number;

  /** @param keep lines remembered for each reason */
  constructor(keep = 10) {
    this.#keep = keep;
  }

  add(reason: string, line: number, example: string): void {
    const known = this.#reasons.get(reason);
    const entry = known ?? {rows: 0, lines: [], example: example.slice(0, 80)};
    entry.rows += 1;
    if (entry.lines.length < this.#keep) entry.lines.push(line);
    if (known === undefined) this.#reasons.set(reason, entry);
  }

  /** By number of rows, the most first. */
  list(): readonly DroppedReason[] {
    return [...this.#reasons]
      .map(([reason, entry]) => ({reason, ...entry}))
      .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
  }

  get total(): number {
    return [...this.#reasons.values()].reduce((sum, {rows}) => sum + rows, 0);
  }
}
