import {CAUSES, OUTCOMES} from './columns.js';

const CAUSE_STRIDE = CAUSES.length;
const OUTCOME_STRIDE = OUTCOMES.length;

/**
 * The engine's own counts of what came and what became of it, and of its agents' time, kept apart from the columns. A run
 * whose books do not balance is stopped: it is a bug (MODEL.md section 2).
 */
export class Books {
  /** Legs begun, by contact type × cause. */
  private readonly created: Float64Array;
  /** Legs ended, by contact type × outcome. */
  private readonly ended: Float64Array;
  /** Answered legs not yet done, by contact type. */
  readonly inService: Float64Array;
  /** By group, seconds: signed in (breaks apart), and in talk or wrap-up. */
  readonly dutySeconds: Float64Array;
  readonly busySeconds: Float64Array;

  constructor(private readonly contactTypes: number, private readonly groups: number) {
    this.created = new Float64Array(contactTypes * CAUSE_STRIDE);
    this.ended = new Float64Array(contactTypes * OUTCOME_STRIDE);
    this.inService = new Float64Array(contactTypes);
    this.dutySeconds = new Float64Array(groups);
    this.busySeconds = new Float64Array(groups);
  }

  begin(contactType: number, cause: number): void {
    this.created[contactType * CAUSE_STRIDE + cause]++;
  }

  end(contactType: number, outcome: number): void {
    this.ended[contactType * OUTCOME_STRIDE + outcome]++;
  }

  /** Legs begun in all. */
  legs(): number {
    return this.created.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Throws when contacts or agent time are lost or made up.
   *
   * @param waiting contacts waiting by type at the end, before they are written off as still waiting
   * @param idleSeconds by group
   */
  check(waiting: ArrayLike<number>, idleSeconds: ArrayLike<number>): void {
    for (let type = 0; type < this.contactTypes; type++) {
      const created = sumOf(this.created, type * CAUSE_STRIDE, CAUSE_STRIDE);
      const ended = sumOf(this.ended, type * OUTCOME_STRIDE, OUTCOME_STRIDE);
      const inside = waiting[type] + this.inService[type];
      if (created !== ended + inside) {
        throw new Error(`the books do not balance: contact type ${type} has ${created} created, ${ended} ended, ${waiting[type]} waiting, ${this.inService[type]} in service`);
      }
    }
    for (let group = 0; group < this.groups; group++) {
      const duty = this.dutySeconds[group];
      const told = this.busySeconds[group] + idleSeconds[group];
      if (Math.abs(duty - told) > 1e-6 + 1e-9 * duty) {
        throw new Error(`the books do not balance: agents of group ${group} were signed in ${duty} s, but busy ${this.busySeconds[group]} s and idle ${idleSeconds[group]} s`);
      }
    }
  }
}

function sumOf(numbers: Float64Array, from: number, length: number): number {
  let sum = 0;
  for (let index = from; index < from + length; index++) sum += numbers[index];
  return sum;
}
