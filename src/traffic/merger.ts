import type {Sampler} from '../random/sampler.js';
import type {Instants} from './generate/instants.js';
import {Tournament} from './generate/tournament.js';
import type {ReplayCursor, Row} from './replay-cursor.js';
import type {Tape} from './tape.js';

/** What contacts of one type bring along; null: none (wrap-up), for ever (patience). */
export interface Brings {
  readonly talk: Sampler;
  readonly wrapUp: Sampler | null;
  readonly patience: Sampler | null;
}

/** Everything that is merged. */
export interface MergerParts {
  /** By contact type: who goes first among equal arrival times. */
  readonly rank: Int32Array;
  /** In order of rank. */
  readonly generated: readonly {readonly contactType: number; readonly instants: Instants}[];
  /** Whether logs are read beside. */
  readonly reads: boolean;
  /** By contact type. */
  readonly brings: readonly Brings[];
}

/** Merges all sources by time of arrival and draws, in that order, what each contact brings. */
export class Merger {
  private readonly rank: Int32Array;
  /** The one source when nothing has to be merged. */
  private readonly only: Instants | null;
  private readonly tournament: Tournament;
  private readonly typeOf: Int32Array;
  private replayed: readonly ReplayCursor[] = [];
  private readonly brings: readonly Brings[];

  constructor({rank, generated, reads, brings}: MergerParts) {
    this.rank = rank;
    const instants = generated.map(each => each.instants);
    this.only = instants.length === 1 && !reads ? instants[0]! : null;
    this.tournament = new Tournament(this.only === null ? instants : []);
    this.typeOf = Int32Array.from(generated, ({contactType}) => contactType);
    this.brings = brings;
  }

  /** Begins a replication, whose generators and samplers have begun. */
  start(replayed: readonly ReplayCursor[]): void {
    this.replayed = replayed;
    this.tournament.start();
  }

  /** The next chunk when nothing is replayed. */
  fill(tape: Tape): void {
    tape.length = 0;
    if (this.only === null) this.takeGenerated(tape, Number.POSITIVE_INFINITY, -1);
    else this.takeAll(tape, this.only);
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
    const {tournament, typeOf, rank} = this;
    const {nextAt} = tournament;
    const {contactType, arrivedAt} = tape;
    const capacity = arrivedAt.length;
    const from = tape.length;
    let length = from;
    while (length < capacity) {
      const source = tournament.first;
      const at = nextAt[source]!;
      if (at >= before && (at > before || at === Number.POSITIVE_INFINITY || rank[typeOf[source]!]! >= rankBefore))
        break;
      contactType[length] = typeOf[source]!;
      arrivedAt[length++] = at;
      tournament.advance();
    }
    tape.length = length;
    this.bring(tape, from);
  }

  private takeAll(tape: Tape, only: Instants): void {
    tape.length = only.fill(tape.arrivedAt, 0);
    tape.contactType.fill(this.typeOf[0]!, 0, tape.length);
    this.bring(tape, 0);
  }

  /** Draws what the contacts from that entry on bring, column by column: each has a stream of its own. */
  private bring(tape: Tape, from: number): void {
    const {contactType, arrivedAt, talk, wrapUp, patience, length} = tape;
    const {brings} = this;
    if (this.only !== null) {
      const only = brings[this.typeOf[0]!]!;
      only.talk.fill(talk, arrivedAt, from, length);
      if (only.wrapUp === null) wrapUp.fill(0, from, length);
      else only.wrapUp.fill(wrapUp, arrivedAt, from, length);
      if (only.patience === null) patience.fill(Number.POSITIVE_INFINITY, from, length);
      else only.patience.fill(patience, arrivedAt, from, length);
      return;
    }
    for (let i = from; i < length; i++) {
      const at = arrivedAt[i]!;
      const brought = brings[contactType[i]!]!;
      talk[i] = brought.talk.next(at);
      wrapUp[i] = brought.wrapUp === null ? 0 : brought.wrapUp.next(at);
      patience[i] = brought.patience === null ? Number.POSITIVE_INFINITY : brought.patience.next(at);
    }
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
