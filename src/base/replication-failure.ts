import {commandLine} from './command-line.js';

/** Which replication of which scenario failed. */
export interface FailedReplication {
  readonly scenario: string;
  readonly seed: string;
  /** From 0, as in replications.csv. */
  readonly replication: number;
  /** What simulates the scenario, `plimsoll simulate bank.yaml`; null: it was made in memory. */
  readonly command: string | null;
}

/** The simulation of one replication broke: our fault, told with what repeats it alone. */
export class ReplicationFailure extends Error {
  constructor(
    /** What went wrong, in the words of the error that was thrown. */
    readonly reason: string,
    readonly where: FailedReplication,
  ) {
    const {scenario, seed, replication, command} = where;
    super(
      `replication ${replication} of ${scenario} failed: ${reason}\n` +
        `  to repeat it alone: ${command ?? 'plimsoll simulate SCENARIO'} ${commandLine(['--seed', seed, '--only-replication', String(replication)])}`,
    );
    this.name = 'ReplicationFailure';
  }
}
