import {UserError, type Problem} from '../base/errors.js';
import {ReplicationFailure, type FailedReplication} from '../base/replication-failure.js';

/** An error as plain data: what an error owns beside its message is lost between threads. */
export type CarriedError =
  | {readonly kind: 'user'; readonly problems: readonly Problem[]}
  | {
      readonly kind: 'replication';
      readonly reason: string;
      readonly where: FailedReplication;
      readonly stack: string | null;
    }
  | {readonly kind: 'fault'; readonly message: string; readonly stack: string | null};

/** Packs an error up for the way between threads. */
export function carryError(error: unknown): CarriedError {
  if (error instanceof UserError) return {kind: 'user', problems: error.problems};
  if (error instanceof ReplicationFailure)
    return {kind: 'replication', reason: error.reason, where: error.where, stack: error.stack ?? null};
  if (error instanceof Error) return {kind: 'fault', message: error.message, stack: error.stack ?? null};
  return {kind: 'fault', message: String(error), stack: null};
}

/** The error again, as it was thrown in the other thread. */
export function reviveError(carried: CarriedError): Error {
  if (carried.kind === 'user') return new UserError(carried.problems);
  const error =
    carried.kind === 'replication' ? new ReplicationFailure(carried.reason, carried.where) : new Error(carried.message);
  if (carried.stack !== null) error.stack = carried.stack;
  return error;
}
