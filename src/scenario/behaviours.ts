import type {Table} from './csv.js';
import {completeDistribution} from './distribution-files.js';
import type {Problems} from './problems.js';
import type {Automation, ComingBack, Deflection, Distribution, GoingQuiet, Redial} from './scenario.js';
import type {
  WrittenBot,
  WrittenComingBack,
  WrittenDeflection,
  WrittenGoingQuiet,
  WrittenRedial,
} from './schema/behaviours.js';
import {meanOf} from './schema/distribution.js';
import type {Include} from './schema/field.js';
import {deepest} from './value.js';
import type {Value} from './value.js';

/** What building behaviours needs. */
interface Needs {
  readonly tableOf: (include: Include) => Table | null;
  readonly problems: Problems;
  /** Index of a contact type. */
  readonly indexOf: (name: string) => number;
  /** Index of the contact type that behaves so. */
  readonly itself: number;
}

/** Redialling as written becomes that of a scenario; null: none, or faults were noted. */
export function buildRedial(written: WrittenRedial | undefined, needs: Needs): Redial | null {
  if (written === undefined) return null;
  const {here, probability, 'at-most': atMost, as} = written;
  const {tableOf, problems, indexOf, itself} = needs;
  const after = completeDistribution(written.after, tableOf, problems);
  if (after === null) return null;
  const at = deepest(here, 'after');
  checkFinite(after, at, problems);
  // else one instant would never end
  if (atMost === null && meanOf(after) === 0)
    problems.add('SCN014', at, 'a delay above zero where redials have no limit');
  return {probability, after, atMost, as: as === undefined ? itself : indexOf(as.value)};
}

/** Coming back as written becomes that of a scenario. */
export function buildComingBack(written: WrittenComingBack | undefined, needs: Needs): ComingBack | null {
  if (written === undefined) return null;
  const {probability, within, as, at} = written;
  const {tableOf, problems, indexOf, itself} = needs;
  const after: Distribution | null =
    written.after === undefined
      ? {kind: 'uniform', low: 0, high: within ?? 0}
      : completeDistribution(written.after, tableOf, problems);
  if (after === null) return null;
  checkFinite(after, deepest(at, 'after'), problems);
  if (meanOf(after) === 0) problems.add('SCN014', deepest(at, 'after'), 'a time above zero until they come back');
  return {probability, after, as: as === undefined ? itself : indexOf(as.value)};
}

/** A bot as written becomes that of a scenario. */
export function buildAutomation(written: WrittenBot | undefined, needs: Needs): Automation | null {
  if (written === undefined) return null;
  const time = completeDistribution(written.time, needs.tableOf, needs.problems);
  if (time === null) return null;
  checkFinite(time, deepest(written.here, 'time'), needs.problems);
  return {
    time,
    ports: written.ports ?? null,
    contained: written.contained,
    hangsUp: written['hangs-up'],
    comesBack: buildComingBack(written['comes-back'], needs),
  };
}

/** A deflection as written becomes that of a scenario. */
export function buildDeflection(written: WrittenDeflection | undefined, {indexOf}: Needs): Deflection | null {
  return written === undefined
    ? null
    : {to: indexOf(written.to.value), afterSeconds: written.after, accepted: written.accepted};
}

/** Falling silent as written becomes that of a scenario. */
export function buildGoingQuiet(written: WrittenGoingQuiet | undefined, needs: Needs): GoingQuiet | null {
  if (written === undefined) return null;
  const {tableOf, problems} = needs;
  const [after, silence] = [
    completeDistribution(written.after, tableOf, problems),
    completeDistribution(written.for, tableOf, problems),
  ];
  if (after === null || silence === null) return null;
  checkFinite(after, deepest(written.here, 'after'), problems);
  checkFinite(silence, deepest(written.here, 'for'), problems);
  if (meanOf(after) === 0) problems.add('SCN014', deepest(written.here, 'after'), 'a time above zero between silences');
  return {after, for: silence, atMost: written['at-most'], backTo: written['back-to']};
}

/** Patience may outlast every observation; work and delays may not. */
export function checkFinite(distribution: Distribution, at: Value, problems: Problems): void {
  const endless = distribution.kind === 'kaplan-meier' && distribution.survival.at(-1) !== 0;
  if (endless) problems.add('SCN014', at, 'a survival curve that reaches 0 at its last time');
}
