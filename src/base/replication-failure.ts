import {commandLine} from './command-line.js';

/** Which replication of which scenario failed. */
export interface FailedReplication {
  readonly scenario: string;
  readonly seed: string;
  /** From 0, as in replications.csv. */
  readonly replication: number;
  /** What simulates the scenario, `plimsoll simulate bank.yaml`; null: it was made in memory. */
  readonly command: string | null;
  /** What was not as that command has it, and no flag can say: `numbers of agents that were tried`. */
  readonly changed?: string;
}

/** The simulation of one replication broke: our fault, told with what repeats it alone. */
export class ReplicationFailure extends Error {
  constructor(
    /** What went wrong, in the words of the error that was thrown. */
    readonly reason: string,
    readonly where: FailedReplication,
  ) {
    super(`replication ${where.replication} of ${where.scenario} failed: ${reason}\n  ${howToRepeat(where)}`);
    this.name = 'ReplicationFailure';
  }
}

function howToRepeat({seed, replication, command, changed}: FailedReplication): string {
  const which = commandLine(['--seed', seed, '--only-replication', String(replication)]);
  const line = `${command ?? 'plimsoll simulate SCENARIO'} ${which}`;
  return changed === undefined
    ? `to repeat it alone: ${line}`
    : `it had ${changed}: the whole command repeats it; the same replication of the file as it stands: ${line}`;
}

/**
 * A failure of a scenario that was made of another, with what was changed of it.
 *
 * @returns any other error as it is
 * @example throw toldWithChange(error, 'numbers of agents that were tried')
 */
export function toldWithChange(error: unknown, changed: string): unknown {
  if (!(error instanceof ReplicationFailure)) return error;
  const told = new ReplicationFailure(error.reason, {...error.where, changed});
  if (error.stack !== undefined) told.stack = error.stack.replace(error.message, () => told.message);
  return told;
}
