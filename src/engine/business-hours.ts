import type {Scenario} from '../scenario/scenario.js';

/** The open hours of each contact type's queue, added up. */
export class BusinessHours {
  /** By contact type: starts and ends of the spans, and the open seconds before each span; null: always open. */
  private readonly spans: readonly (readonly (readonly [start: number, end: number, before: number])[] | null)[];

  constructor({contactTypes, queues}: Scenario) {
    this.spans = contactTypes.map(({queue}) => {
      let before = 0;
      return (
        queues[queue].open?.map(([start, end]) => {
          const span = [start, end, before] as const;
          before += end - start;
          return span;
        }) ?? null
      );
    });
  }

  /** Open seconds of the type's queue from one time to another. */
  between(contactType: number, from: number, to: number): number {
    return this.until(contactType, to) - this.until(contactType, from);
  }

  /**
   * When so many open seconds of the type's queue have passed from a time on. After the horizon nobody knows the hours: what is
   * left is counted on without a break.
   */
  after(contactType: number, from: number, seconds: number): number {
    const spans = this.spans[contactType];
    if (spans === null || spans.length === 0) return from + seconds;
    const wanted = this.until(contactType, from) + seconds;
    const found = spans.findIndex(([start, end, before]) => before + end - start >= wanted);
    if (found === -1) {
      const [start, end, before] = spans[spans.length - 1];
      return Math.max(from, end) + wanted - (before + end - start);
    }
    const [start, , before] = spans[found];
    return Math.max(from, start + wanted - before);
  }

  private until(contactType: number, time: number): number {
    const spans = this.spans[contactType];
    // ages of the backlog are told in open hours
    if (spans === null || time < 0) return time;
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle][0] <= time) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    const [start, end, before] = spans[low - 1];
    return before + Math.min(time, end) - start;
  }
}
