import type {Sampler} from '../random/sampler.js';
import type {Instants} from './generate/instants.js';
import type {ReplayCursor, Row} from './replay-cursor.js';
import type {Tape} from './tape.js';

/** What contacts of one type bring along; null: none (wrap-up), for ever (patience). */
export interface Brings {
  readonly talk: Sampler;
  readonly wrapUp: Sampler | null;
  readonly patience: Sampler | null;
}

/** Everything that is merged in one replication. */
export interface MergerParts {
  /** By contact type: who goes first among equal arrival times. */
  readonly rank: Int32Array;
  /** In order of rank. */
  readonly generated: readonly {readonly contactType: number; readonly instants: Instants}[];
  readonly replayed: readonly ReplayCursor[];
  /** By contact type. */
  readonly brings: readonly Brings[];
}

/** Merges all sources by time of arrival and draws, in that order, what each contact brings. */
export class Merger {
  private readonly rank: Int32Array;
  private readonly instants: readonly Instants[];
  private readonly typeOf: Int32Array;
  private readonly replayed: readonly ReplayCursor[];
  private readonly brings: readonly Brings[];
  /** Next arrival of each generated source; Infinity: none. */
  private readonly nextAt: Float64Array;

  constructor({rank, generated, replayed, brings}: MergerParts) {
    this.rank = rank;
    this.instants = generated.map(({instants}) => instants);
    this.typeOf = Int32Array.from(generated, ({contactType}) => contactType);
    this.replayed = replayed;
    this.brings = brings;
    this.nextAt = Float64Array.from(this.instants, (each) => each.next());
  }

  /** The next chunk when nothing is replayed. */
  fill(tape: Tape): void {
    tape.length = 0;
    this.takeGenerated(tape, Number.POSITIVE_INFINITY, -1);
  }

  /** The next chunk when logs are read beside. */
  async fillReading(tape: Tape): Promise<void> {
    tape.length = 0;
    while (tape.length < tape.arrivedAt.length) {
      for (const cursor of this.replayed) if (cursor.mustLoad) await cursor.load();
      const first = this.firstReplayed();
      if (first === null) {
        this.takeGenerated(tape, Number.POSITIVE_INFINITY, -1);
        return;
      }
      const row = first.head!;
      this.takeGenerated(tape, row.arrivedAt, this.rank[row.contactType]!);
      if (tape.length === tape.arrivedAt.length) return;
      this.put(tape, row);
      first.take();
    }
  }

  close(): void {
    for (const cursor of this.replayed) cursor.close();
  }

  /** Contacts generated before the given time; at that very time only those of a lower rank. */
  private takeGenerated(tape: Tape, before: number, rankBefore: number): void {
    const {nextAt, instants, typeOf, brings} = this;
    const {contactType, arrivedAt, talk, wrapUp, patience} = tape;
    const sources = nextAt.length;
    const capacity = arrivedAt.length;
    let length = tape.length;
    while (length < capacity && sources > 0) {
      let source = 0;
      let at = nextAt[0]!;
      for (let other = 1; other < sources; other++) {
        if (nextAt[other]! < at) {
          source = other;
          at = nextAt[other]!;
        }
      }
      const type = typeOf[source]!;
      if (at >= before && (at > before || at === Number.POSITIVE_INFINITY || this.rank[type]! >= rankBefore)) break;
      const brought = brings[type]!;
      contactType[length] = type;
      arrivedAt[length] = at;
      talk[length] = brought.talk.next(at);
      wrapUp[length] = brought.wrapUp === null ? 0 : brought.wrapUp.next(at);
      patience[length] = brought.patience === null ? Number.POSITIVE_INFINITY : brought.patience.next(at);
      length++;
      nextAt[source] = instants[source]!.next();
    }
    tape.length = length;
  }

  private firstReplayed(): ReplayCursor | null {
    let first: ReplayCursor | null = null;
    for (const cursor of this.replayed) {
      const row = cursor.head;
      if (row === null) continue;
      if (first === null || this.isBefore(row, first.head!)) first = cursor;
    }
    return first;
  }

  private isBefore(a: Row, b: Row): boolean {
    if (a.arrivedAt !== b.arrivedAt) return a.arrivedAt < b.arrivedAt;
    return this.rank[a.contactType]! < this.rank[b.contactType]!;
  }

  /** A recorded contact. Every quantity is drawn, also where the log has it, so that streams stay in step. */
  private put(tape: Tape, row: Row): void {
    const {contactType, arrivedAt: at} = row;
    const brought = this.brings[contactType]!;
    const drawnTalk = brought.talk.next(at);
    const drawnWrapUp = brought.wrapUp === null ? 0 : brought.wrapUp.next(at);
    const drawnPatience = brought.patience === null ? Number.POSITIVE_INFINITY : brought.patience.next(at);
    const i = tape.length++;
    tape.contactType[i] = contactType;
    tape.arrivedAt[i] = at;
    tape.wrapUp[i] = Number.isNaN(row.wrapUp) ? drawnWrapUp : row.wrapUp;
    if (Number.isNaN(row.handle)) tape.talk[i] = drawnTalk;
    else tape.talk[i] = Number.isNaN(row.wrapUp) ? row.handle : Math.max(0, row.handle - row.wrapUp);
    tape.patience[i] = Number.isNaN(row.patience) ? drawnPatience : row.patience;
  }
}
