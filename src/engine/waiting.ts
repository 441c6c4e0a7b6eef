import {Index, Mark, Time, type Contacts} from './contacts.js';

/**
 * Waiting contacts: one first-come list for each contact type, through the contacts' own links; removal from the middle
 * costs the same as from the head. A queue is the lists of its contact types.
 */
export class WaitingLists {
  readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** Waiting contacts by queue. */
  readonly queueLength: Int32Array;

  constructor(
    private readonly contacts: Contacts,
    readonly queueOfType: Int32Array,
    queues: number,
  ) {
    this.head = new Int32Array(queueOfType.length);
    this.tail = new Int32Array(queueOfType.length);
    this.queueLength = new Int32Array(queues);
    this.clear();
  }

  /** Nobody waits. */
  clear(): void {
    this.head.fill(Index.NONE);
    this.tail.fill(Index.NONE);
    this.queueLength.fill(0);
  }

  /** Puts a contact last in the list of its type. */
  append(contact: number): void {
    const {marks} = this.contacts;
    const at = contact << Mark.shift;
    const type = marks[at | Mark.contactType];
    const last = this.tail[type];
    marks[at | Mark.next] = Index.NONE;
    marks[at | Mark.previous] = last;
    if (last === Index.NONE) this.head[type] = contact;
    else marks[(last << Mark.shift) | Mark.next] = contact;
    this.tail[type] = contact;
    this.queueLength[this.queueOfType[type]]++;
  }

  /** Puts a contact first in the list of its type. */
  prepend(contact: number): void {
    const {marks} = this.contacts;
    const at = contact << Mark.shift;
    const type = marks[at | Mark.contactType];
    const first = this.head[type];
    marks[at | Mark.next] = first;
    marks[at | Mark.previous] = Index.NONE;
    if (first === Index.NONE) this.tail[type] = contact;
    else marks[(first << Mark.shift) | Mark.previous] = contact;
    this.head[type] = contact;
    this.queueLength[this.queueOfType[type]]++;
  }

  /** Puts a contact that had left the list back to its place by age. */
  putBack(contact: number): void {
    const {marks, times} = this.contacts;
    const at = contact << Mark.shift;
    const type = marks[at | Mark.contactType];
    const offeredAt = times[(contact << Time.shift) | Time.offeredAt];
    const number = times[(contact << Time.shift) | Time.number];
    let after = this.head[type];
    let before: number = Index.NONE;
    for (; after !== Index.NONE; after = marks[(after << Mark.shift) | Mark.next]) {
      const other = times[(after << Time.shift) | Time.offeredAt];
      if (other > offeredAt || (other === offeredAt && times[(after << Time.shift) | Time.number] > number)) break;
      before = after;
    }
    marks[at | Mark.previous] = before;
    marks[at | Mark.next] = after;
    if (before === Index.NONE) this.head[type] = contact;
    else marks[(before << Mark.shift) | Mark.next] = contact;
    if (after === Index.NONE) this.tail[type] = contact;
    else marks[(after << Mark.shift) | Mark.previous] = contact;
    this.queueLength[this.queueOfType[type]]++;
  }

  remove(contact: number): void {
    const {marks} = this.contacts;
    const at = contact << Mark.shift;
    const type = marks[at | Mark.contactType];
    const before = marks[at | Mark.previous];
    const after = marks[at | Mark.next];
    if (before === Index.NONE) this.head[type] = after;
    else marks[(before << Mark.shift) | Mark.next] = after;
    if (after === Index.NONE) this.tail[type] = before;
    else marks[(after << Mark.shift) | Mark.previous] = before;
    this.queueLength[this.queueOfType[type]]--;
  }

  /** The waiting contacts of a type, in order of arrival. */
  *of(contactType: number): Generator<number> {
    for (let contact = this.head[contactType]; contact !== Index.NONE;) {
      const next = this.contacts.marks[(contact << Mark.shift) | Mark.next];
      yield contact;
      contact = next;
    }
  }
}
