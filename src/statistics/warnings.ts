import type {ResultRow} from './results.js';

/** Share of the offered contacts that may be left waiting at the end before it is worth a warning. */
const TOLERATED_LEFT_WAITING = 0.005;

/**
 * What may spoil the figures, and what mends it.
 *
 * @param rows figures of a run
 * @param finished replications in them
 */
export function warningsOf(rows: readonly ResultRow[], finished: number): readonly string[] {
  const warnings: string[] = [];
  if (finished === 1)
    warnings.push(
      'one replication gives no 95 % intervals; ask for at least 20, and for 40 to have them on percentiles',
    );
  for (const {measure, scope, name, interval, value} of rows) {
    if (measure !== 'stillWaiting' || scope !== 'contactType' || interval !== null) continue;
    const offered = rows.find(
      row => row.measure === 'offered' && row.scope === scope && row.name === name && row.interval === null,
    );
    if (value > TOLERATED_LEFT_WAITING * (offered?.value ?? 0))
      warnings.push(
        `${name}: ${value.toPrecision(3)} contacts a replication still waited when the run ended, and their waits are cut short; ` +
          'give agents with the skill to the last hours, add days to the clock, or let a queue of callers dismiss at closing',
      );
  }
  return warnings;
}
