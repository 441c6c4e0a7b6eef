import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {runScenario} from '../../../src/experiment/run.js';
import {loadScenario} from '../../../src/scenario/load.js';
import type {MeasureName} from '../../../src/scenario/schema/measures.js';
import type {Results} from '../../../src/statistics/results.js';
import {importAnonymousBank} from '../../../src/traffic/import/anonymous-bank/import-anonymous-bank.js';
import {correlation, observedHours, without} from '../../support/bank-month.js';
import {temporaryFolder} from '../../support/temporary-folder.js';

const folder = join(process.env['PLIMSOLL_DATA'] ?? '', 'anonymous-bank');
const missing = process.env['PLIMSOLL_DATA'] === undefined || !existsSync(folder);
if (missing) process.stderr.write('skipped: PLIMSOLL_DATA does not lead to the log of the Anonymous Bank\n');

/** Hours with fewer contacts say little about a mean. */
const FEWEST = 10;

interface Replay {
  readonly meanWait: number;
  readonly asa: number;
  readonly abandonment: number;
  /** Correlation with the observed mean waits, over the hours of the month with contacts enough. */
  readonly hourly: number;
}

/** A month imported and replayed as `plimsoll import anonymous-bank` and `plimsoll simulate` do it. */
async function replayMonth(
  month: string,
): Promise<{observed: Replay; careful: Replay; careless: Replay; noWrapUp: Replay; noSkills: Replay}> {
  const out = temporaryFolder();
  const {observed} = await importAnonymousBank(join(folder, `${month}1999.txt`), {
    out,
    breakAfter: 900,
    intervalSeconds: 1800,
  });
  const text = readFileSync(join(out, 'scenario.yaml'), 'utf8');
  const replay = async (left: Parameters<typeof without>[1]): Promise<Replay> => {
    writeFileSync(join(out, 'variant.yaml'), without(text, left));
    const scenario = await loadScenario(join(out, 'variant.yaml'), {
      set: ['clock.report=calendar', 'run.replications=10'],
    });
    return readReplay(await runScenario(scenario, {workers: 'in-process'}), out);
  };
  return {
    observed: {
      meanWait: observed.meanWait,
      asa: observed.asa,
      abandonment: observed.abandoned / observed.contacts,
      hourly: 1,
    },
    careful: await replay({}),
    careless: await replay({wrapUp: true, skills: true}),
    noWrapUp: await replay({wrapUp: true}),
    noSkills: await replay({skills: true}),
  };
}

function readReplay({rows}: Results, out: string): Replay {
  const total = rows.filter(row => row.scope === 'total');
  const figure = (measure: MeasureName): number =>
    total.find(row => row.measure === measure && row.interval === null)!.value;
  const byHour = new Map(
    total
      .filter(({measure, interval}) => measure === 'meanWait' && interval !== null)
      .map(({interval, value}) => [interval!.slice(0, 19), value]),
  );
  const hours = observedHours(out).filter(({contacts}) => contacts >= FEWEST);
  return {
    meanWait: figure('meanWait'),
    asa: figure('asa'),
    abandonment: figure('abandonment'),
    hourly: correlation(
      hours.map(({meanWait}) => meanWait),
      hours.map(({hour}) => byHour.get(hour)!),
    ),
  };
}

const row = (name: string, {meanWait, asa, abandonment, hourly}: Replay): string =>
  `  ${name.padEnd(26)} mean wait ${meanWait.toFixed(1)} s, of the answered ${asa.toFixed(1)} s, abandoned ${(abandonment * 100).toFixed(1)} %, hourly correlation ${hourly.toFixed(2)}\n`;

describe.skipIf(missing).each(['february', 'january'])('a replay of %s 1999 at the Anonymous Bank', month => {
  it('comes within a tenth of the observed wait with wrap-up and skills, and near half of it without', async () => {
    const {observed, careful, careless, noWrapUp, noSkills} = await replayMonth(month);
    process.stdout.write(
      `${month} 1999\n${row('observed', observed)}${row('with wrap-up and skills', careful)}${row('without skills', noSkills)}${row('without wrap-up', noWrapUp)}${row('without both', careless)}`,
    );
    expect(Math.abs(careful.meanWait / observed.meanWait - 1)).toBeLessThan(0.1);
    expect(careless.meanWait / observed.meanWait).toBeGreaterThan(0.4);
    expect(careless.meanWait / observed.meanWait).toBeLessThan(0.65);
    expect(Math.abs(careful.abandonment - observed.abandonment)).toBeLessThan(
      Math.abs(careless.abandonment - observed.abandonment),
    );
    expect(careful.hourly).toBeGreaterThan(0.7);
  });
});
