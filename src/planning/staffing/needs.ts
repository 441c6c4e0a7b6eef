import type {Counts} from './grid.js';
import {areFeltTogether, type Effect} from './probes.js';
import type {SearchWork} from './search-work.js';

/** What is known of the agents of each group and interval: what breaks without one of them. */
export class Needs {
  /** By group, by interval: the check that breaks first with one agent fewer; null: none that is known of. */
  readonly binding: (number | null)[][];
  /** Where nothing has changed since a look found what breaks. */
  private readonly known: boolean[][];
  /** Where an agent was asked for by a sample that objectives broke on. */
  private readonly askedFor: boolean[][];
  private readonly isClose: boolean[][];

  constructor(counts: Counts) {
    const each = <T>(value: T): T[][] => counts.map(row => row.map(() => value));
    this.binding = each<number | null>(null);
    this.known = each(false);
    this.askedFor = each(false);
    this.isClose = each(false);
  }

  isOpen(group: number, interval: number): boolean {
    return !this.known[group][interval];
  }

  /**
   * What one agent fewer does is known.
   *
   * @param check the one that it breaks, or keeps by the least
   * @param close it breaks nothing, but by so little that other streams may say otherwise
   */
  settle({group, interval}: Pick<Effect, 'group' | 'interval'>, check: number | null, close: boolean): void {
    this.binding[group][interval] = check;
    this.known[group][interval] = true;
    this.isClose[group][interval] = close;
  }

  /** Whether a sample that objectives broke on has asked for an agent here. */
  wasAskedFor({group, interval}: Effect): boolean {
    return this.askedFor[group][interval];
  }

  /** Numbers have changed: whoever is felt where agents were added may be spare now, and where some went no longer close. */
  changed(before: Counts, after: Counts, {trials, grid}: SearchWork): void {
    const everywhere = trials.checks.some(({interval}) => interval === -1);
    after.forEach((row, group) =>
      row.forEach((agents, interval) => {
        const more = agents - before[group][interval];
        if (more === 0) return;
        if (more > 0) this.askedFor[group][interval] = true;
        this.known.forEach((known, other) =>
          known.forEach((_, place) => {
            if ((everywhere || areFeltTogether(grid, interval, place)) && (more > 0 || this.isClose[other][place]))
              known[place] = false;
          }),
        );
      }),
    );
  }

  /** Where one agent fewer keeps the objectives by too little to call. */
  close(): readonly {readonly group: number; readonly interval: number}[] {
    return this.isClose.flatMap((row, group) => row.flatMap((close, interval) => (close ? [{group, interval}] : [])));
  }
}
