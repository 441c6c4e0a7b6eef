import type {Stream} from '../random/stream.js';
import {makeReplayChunk, type ReplayReader} from './replay-reader.js';

/** Rows read at once. */
const CHUNK = 2048;

/** How the stamps of one contact type are spread. */
export interface Jitter {
  readonly seconds: number;
  readonly stream: Stream;
}

/**
 * One log as a queue of rows in order of (spread) arrival. Spread stamps may overtake each other, so rows are held
 * back until no row still unread can come before them.
 */
export class ReplayCursor {
  /** Rows in order of arrival; those before `row` are done with. */
  private rows: Row[] = [];
  private row = 0;
  /** Rows known to be in their final order. */
  private settled = 0;
  private ended = false;
  private readonly chunk = makeReplayChunk(CHUNK);
  private readonly reader: ReplayReader;
  private readonly jitters: ReadonlyMap<number, Jitter>;

  /** @param jitters by contact type; one uniform a row, in the order of the log */
  constructor(reader: ReplayReader, jitters: ReadonlyMap<number, Jitter>) {
    this.reader = reader;
    this.jitters = jitters;
  }

  /** Whether the next row is not known before more is read. */
  get mustLoad(): boolean {
    return this.row === this.settled && !this.ended;
  }

  /** The next row; null when there is none left. */
  get head(): Row | null {
    return this.row < this.settled ? this.rows[this.row]! : null;
  }

  take(): void {
    this.row++;
  }

  /** Reads on until the next row is known. */
  async load(): Promise<void> {
    while (this.mustLoad) {
      await this.reader.read(this.chunk);
      this.append();
    }
  }

  close(): void {
    this.reader.close();
  }

  private append(): void {
    const {chunk} = this;
    const rows = this.rows.slice(this.row);
    this.row = 0;
    this.ended = chunk.length === 0;
    for (let i = 0; i < chunk.length; i++) {
      const contactType = chunk.contactType[i]!;
      const jitter = this.jitters.get(contactType);
      rows.push({
        contactType,
        arrivedAt: chunk.arrivedAt[i]! + (jitter === undefined ? 0 : jitter.stream.next() * jitter.seconds),
        handle: chunk.handle[i]!,
        wrapUp: chunk.wrapUp[i]!,
        patience: chunk.patience[i]!,
      });
    }
    // The sort is stable, so rows of one instant stay in the order of the log.
    if (this.jitters.size > 0) rows.sort((a, b) => a.arrivedAt - b.arrivedAt);
    this.rows = rows;
    this.settled = this.ended ? rows.length : settledBefore(rows, chunk.arrivedAt[chunk.length - 1]!);
  }
}

/** A row of a log; NaN: to be drawn. */
export interface Row {
  readonly contactType: number;
  readonly arrivedAt: number;
  readonly handle: number;
  readonly wrapUp: number;
  readonly patience: number;
}

/** Rows at or before the last stamp read: nothing unread can come before them. */
function settledBefore(rows: readonly Row[], lastStamp: number): number {
  let count = rows.length;
  while (count > 0 && rows[count - 1]!.arrivedAt > lastStamp) count--;
  return count;
}
