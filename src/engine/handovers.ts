/**
 * Warm transfers under way: two legs of one customer, the one with an agent who stays on the line and the one that is sent
 * on and not answered yet. By slot; no room is made where the scenario has none.
 */
export class Handovers {
  /** The other one of the two legs; 0: none. */
  partner: Int32Array;
  /** Of the leg sent on: seconds in which both agents are busy once it is answered. */
  seconds: Float64Array;

  constructor(capacity: number) {
    this.partner = new Int32Array(capacity);
    this.seconds = new Float64Array(capacity);
  }

  clear(): void {
    this.partner.fill(0);
  }

  /** Makes room for slots below `capacity`. */
  grow(capacity: number): void {
    const {partner, seconds} = this;
    this.partner = new Int32Array(capacity);
    this.seconds = new Float64Array(capacity);
    this.partner.set(partner);
    this.seconds.set(seconds);
  }

  /** From now on these two are legs of one transfer. */
  link(first: number, second: number): void {
    this.partner[first] = second;
    this.partner[second] = first;
  }

  /** The leg is part of a transfer no longer, nor is the other one, which is given back; 0: it was part of none. */
  unlink(leg: number): number {
    const other = this.partner[leg];
    this.partner[leg] = 0;
    if (other !== 0) this.partner[other] = 0;
    return other;
  }
}
