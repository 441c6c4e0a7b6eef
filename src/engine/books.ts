import {OUTCOMES} from './outcomes.js';

const OUTCOME_STRIDE = OUTCOMES.length;

/**
 * The engine's own counts of what came and what became of it, and of its agents' time, kept apart from the columns. A run
 * whose books do not balance is stopped: it is a bug (MODEL.md section 2).
 */
export class Books {
  /** Later legs begun, by contact type. */
  private readonly laterLegs: Float64Array;
  /** Legs that waited at the start, by contact type. */
  private readonly backlog: Float64Array;
  /** Legs ended, by contact type × outcome. */
  private readonly ended: Float64Array;
  /** By group, seconds: signed in (breaks apart), and in talk or wrap-up. */
  readonly dutySeconds: Float64Array;
  readonly busySeconds: Float64Array;

  constructor(
    private readonly contactTypes: number,
    private readonly groups: number,
  ) {
    this.laterLegs = new Float64Array(contactTypes);
    this.backlog = new Float64Array(contactTypes);
    this.ended = new Float64Array(contactTypes * OUTCOME_STRIDE);
    this.dutySeconds = new Float64Array(groups);
    this.busySeconds = new Float64Array(groups);
  }

  /** Opens new books. */
  clear(): void {
    this.laterLegs.fill(0);
    this.backlog.fill(0);
    this.ended.fill(0);
    this.dutySeconds.fill(0);
    this.busySeconds.fill(0);
  }

  /** A redial or transfer comes in; first attempts are counted where they get their numbers. */
  beginLater(contactType: number): void {
    this.laterLegs[contactType]++;
  }

  /** It waits as the replication begins. */
  beginWaiting(contactType: number): void {
    this.backlog[contactType]++;
  }

  end(contactType: number, outcome: number): void {
    this.ended[contactType * OUTCOME_STRIDE + outcome]++;
  }

  /**
   * Throws when contacts or agent time are lost or made up.
   *
   * @returns legs begun in all
   * @param firstAttempts by contact type
   * @param live contacts waiting, in talk or in wrap-up by type
   * @param idleSeconds by group
   */
  check(firstAttempts: ArrayLike<number>, live: ArrayLike<number>, idleSeconds: ArrayLike<number>): number {
    let legs = 0;
    for (let type = 0; type < this.contactTypes; type++) {
      const created = firstAttempts[type] + this.laterLegs[type] + this.backlog[type];
      legs += created;
      const ended = sumOf(this.ended, type * OUTCOME_STRIDE, OUTCOME_STRIDE);
      if (created !== ended + live[type]) {
        throw new Error(
          `the books do not balance: contact type ${type} has ${created} created, ${ended} ended, ${live[type]} still there`,
        );
      }
    }
    for (let group = 0; group < this.groups; group++) {
      const duty = this.dutySeconds[group];
      const told = this.busySeconds[group] + idleSeconds[group];
      if (Math.abs(duty - told) > 1e-6 + 1e-9 * duty) {
        throw new Error(
          `the books do not balance: agents of group ${group} were signed in ${duty} s, but busy ${this.busySeconds[group]} s and idle ${idleSeconds[group]} s`,
        );
      }
    }
    return legs;
  }
}

function sumOf(numbers: Float64Array, from: number, length: number): number {
  let sum = 0;
  for (let index = from; index < from + length; index++) sum += numbers[index];
  return sum;
}
