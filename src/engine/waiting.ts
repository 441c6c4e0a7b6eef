import {NONE, type Contacts} from './contacts.js';

/**
 * Waiting contacts: one first-come list for each contact type, through the contacts' own links, with its length; removal
 * from the middle costs the same as from the head. A queue is the lists of its contact types.
 */
export class WaitingLists {
  readonly head: Int32Array;
  private readonly tail: Int32Array;
  readonly length: Int32Array;
  /** Waiting contacts by queue. */
  readonly queueLength: Int32Array;

  constructor(private readonly contacts: Contacts, private readonly queueOfType: Int32Array, queues: number) {
    this.head = new Int32Array(queueOfType.length).fill(NONE);
    this.tail = new Int32Array(queueOfType.length).fill(NONE);
    this.length = new Int32Array(queueOfType.length);
    this.queueLength = new Int32Array(queues);
  }

  /** Puts a contact last in the list of its type. */
  append(contact: number): void {
    const {next, previous, contactType} = this.contacts;
    const type = contactType[contact];
    const last = this.tail[type];
    next[contact] = NONE;
    previous[contact] = last;
    if (last === NONE) this.head[type] = contact;
    else next[last] = contact;
    this.tail[type] = contact;
    this.length[type]++;
    this.queueLength[this.queueOfType[type]]++;
  }

  remove(contact: number): void {
    const {next, previous, contactType} = this.contacts;
    const type = contactType[contact];
    const before = previous[contact];
    const after = next[contact];
    if (before === NONE) this.head[type] = after;
    else next[before] = after;
    if (after === NONE) this.tail[type] = before;
    else previous[after] = before;
    this.length[type]--;
    this.queueLength[this.queueOfType[type]]--;
  }
}
