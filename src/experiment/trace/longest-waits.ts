import {Mark, Time, type Contacts} from '../../engine/contacts.js';
import type {Observer} from '../../engine/observer.js';
import {Cause, Outcome} from '../../engine/outcomes.js';

/** A contact and the longest wait of its legs, seconds. */
interface Wait {
  readonly number: number;
  readonly seconds: number;
}

/**
 * Remembers the contacts whose legs waited the longest; equally long: the lower number. Who is to be called back waits
 * elsewhere, and the backlog began to wait before there was anything to tell: these do not count.
 */
export class LongestWaits implements Observer {
  /** The longest first. */
  private worst: Wait[] = [];

  /**
   * @param most how many
   * @param contactType legs of this type alone; null: of all
   */
  constructor(
    private readonly most: number,
    private readonly contactType: number | null,
  ) {}

  /** Their numbers, the one with the longest wait first. */
  numbers(): readonly number[] {
    return this.worst.map(({number}) => number);
  }

  legEnded(contacts: Contacts, contact: number, outcome: number): void {
    const {times, marks} = contacts;
    if (contacts.causeOf(contact) === Cause.callback || times[(contact << Time.shift) | Time.number] <= 0) return;
    if (this.contactType !== null && marks[(contact << Mark.shift) | Mark.contactType] !== this.contactType) return;
    const time = contact << Time.shift;
    const waitEnd = times[time | (outcome === Outcome.answered ? Time.answeredAt : Time.endedAt)];
    this.take({number: times[time | Time.number], seconds: waitEnd - times[time | Time.offeredAt]});
  }

  dutyEnded(): void {
    // agents wait for nobody here
  }

  busyEnded(): void {
    // likewise
  }

  private take(wait: Wait): void {
    const last = this.worst.at(-1);
    if (wait.seconds <= 0 || (this.worst.length === this.most && last !== undefined && !isWorse(wait, last))) return;
    const known = this.worst.find(({number}) => number === wait.number);
    if (known !== undefined && !isWorse(wait, known)) return;
    this.worst = [...this.worst.filter(other => other !== known), wait]
      .sort((a, b) => (isWorse(a, b) ? -1 : 1))
      .slice(0, this.most);
  }
}

function isWorse(one: Wait, other: Wait): boolean {
  return one.seconds > other.seconds || (one.seconds === other.seconds && one.number < other.number);
}
