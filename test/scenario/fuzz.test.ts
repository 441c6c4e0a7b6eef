import {readFileSync, readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, it} from 'vitest';
import {UserError} from '../../src/base/errors.js';
import {makeReplicator} from '../../src/experiment/replicate.js';
import {loadScenarioText} from '../../src/scenario/load.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {makeOpenReplay} from '../../src/traffic/replay/open-replay.js';
import {at, chance, pick, spoiled} from '../support/mutations.js';

const FOLDER = resolve(import.meta.dirname, '../../scenarios');
const SCENARIOS = readdirSync(FOLDER).filter(name => name.endsWith('.yaml'));
const TEXTS = SCENARIOS.map(name => readFileSync(resolve(FOLDER, name), 'utf8'));

const CASES = 3000;
const SIMULATED_CASES = 400;
/** One case may take so long on a busy machine; most take 2 ms. */
const SLOWEST_MS = 3000;
/** All cases together; what is left when it is over is not tried. */
const BUDGET_MS = 12_000;
const SIMULATED_BUDGET_MS = 6000;
/** Larger days are not simulated here. */
const MOST_CONTACTS = 4000;

describe('a scenario with thousands of random faults', () => {
  it('is either read or refused with messages a user can act on: never a stack, never a hang', async () => {
    const started = performance.now();
    const outcomes = {read: 0, refused: 0};
    for (let number = 0; number < CASES && performance.now() - started < BUDGET_MS; number += 1) {
      const random = chance(number);
      const text = spoiled(pick(TEXTS, random), 1 + at(4, random), random);
      const {outcome, milliseconds} = await judge(text, number);
      outcomes[outcome] += 1;
      // A busy machine stalls now and then, and not twice at the same case; a text that is slow is slow again.
      if (milliseconds > SLOWEST_MS)
        expect((await judge(text, number)).milliseconds, `case ${number} took too long`).toBeLessThan(SLOWEST_MS);
    }
    // Faults are neither so mild that all is read nor so coarse that nothing is.
    const tried = outcomes.read + outcomes.refused;
    expect(outcomes.read / tried).toBeGreaterThan(0.05);
    expect(outcomes.refused / tried).toBeGreaterThan(0.3);
  });

  it('is simulated when it is read, with books that balance', async () => {
    const started = performance.now();
    let simulated = 0;
    for (let number = 0; number < SIMULATED_CASES && performance.now() - started < SIMULATED_BUDGET_MS; number += 1) {
      const random = chance(1_000_000 + number);
      const scenario = await readOrNull(spoiled(pick(TEXTS, random), 1, random));
      if (scenario === null || contactsOf(scenario) > MOST_CONTACTS) continue;
      try {
        await makeReplicator(scenario, {openReplay: makeOpenReplay(scenario.clock)})(0);
        simulated += 1;
      } catch (error) {
        if (!(error instanceof UserError)) throw new Error(`case ${number}: ${String(error)}`, {cause: error});
      }
    }
    expect(simulated).toBeGreaterThan(0);
  });
});

/** Reads a text, and checks that what is wrong with it is told as a user can act on. */
async function judge(text: string, number: number): Promise<{outcome: 'read' | 'refused'; milliseconds: number}> {
  const begun = performance.now();
  let outcome: 'read' | 'refused' = 'refused';
  try {
    const scenario = await loadScenarioText(text, {file: 'fuzz.yaml', folder: FOLDER});
    expect(scenario.contactTypes.length, `case ${number}`).toBeGreaterThan(0);
    outcome = 'read';
  } catch (error) {
    if (!(error instanceof UserError)) throw new Error(`case ${number}: ${String(error)}\n${text}`, {cause: error});
    expect(error.problems.length, `case ${number}`).toBeGreaterThan(0);
    // a fault may have put NaN in the place of a name, which messages then list
    const leak = text.includes('NaN') ? /undefined|\[object/ : /undefined|NaN|\[object/;
    for (const {code, expected} of error.problems) expect(`${code} ${expected}`, `case ${number}`).not.toMatch(leak);
  }
  return {outcome, milliseconds: performance.now() - begun};
}

async function readOrNull(text: string): Promise<Scenario | null> {
  try {
    return await loadScenarioText(text, {file: 'fuzz.yaml', folder: FOLDER});
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Contacts expected; a log counts for 2,000. */
const contactsOf = ({contactTypes}: Scenario): number =>
  contactTypes
    .flatMap(({arrivals}) => arrivals)
    .reduce(
      (sum, source) => sum + (source.kind === 'generated' ? source.expected.reduce((a, b) => a + b, 0) : 2000),
      0,
    );
