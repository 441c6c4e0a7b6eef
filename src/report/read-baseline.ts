import {createReadStream} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {userError} from '../base/errors.js';
import type {FigureReference} from '../scenario/figure-reference.js';
import type {GateProblemCode} from '../scenario/gate-problem-codes.js';
import type {Check} from '../experiment/gate/checks.js';
import {firstOf} from '../experiment/gate/observations.js';
import {percentileRatios} from '../statistics/gates/percentile-ratios.js';
import {MEASURES} from '../statistics/measures.js';
import {binsOfPlace} from '../statistics/wait-records.js';
import {gateFigureKey, isInRecords, readGateFigures} from './gate-figures.js';
import type {Ratios} from '../statistics/gates/contrast.js';
import {RECORDS_HEADER} from '../statistics/replication-records.js';
import type {Results} from '../statistics/results.js';
import {readResults} from './write.js';

/** Results that were kept, with what rules go by replication by replication. */
export interface StoredBaseline {
  readonly results: Results;
  /** In the first so many replications; null: it was not kept. */
  readonly ratiosOf: (check: Check, replications: number) => Ratios | null;
}

/**
 * Reads a folder that `simulate --out` or `gate --update` wrote, and of its replications the figures that are wanted.
 *
 * @throws UserError OUT003 to OUT006, GAT009 when replications.csv is missing or not whole
 */
export async function readBaseline(folder: string, wanted: readonly Check[]): Promise<StoredBaseline> {
  const results = await readResults(folder);
  const file = join(folder, 'replications.csv');
  const kept = new Map(
    wanted
      .filter(isInRecords)
      .map(({figure}) => [keyOf(figure), {numerators: [] as number[], denominators: [] as number[]}]),
  );
  const last = await readRecords(file, ({replication, key, numerator, denominator}) => {
    const ratios = kept.get(key);
    if (ratios === undefined) return;
    if (ratios.numerators.length !== replication) throw incomplete(file, `replication ${replication} after a gap`);
    ratios.numerators.push(numerator);
    ratios.denominators.push(denominator);
  });
  const {finished} = results.replications;
  if (last !== finished - 1) throw incomplete(file, `${last + 1} of ${finished} replications`);
  const figures = wanted.every(isInRecords) ? null : readGateFigures(folder);
  return {
    results,
    ratiosOf(check, replications) {
      if (!isInRecords(check)) return ratiosFrom(figures?.get(gateFigureKey(check)), check, replications);
      const ratios = kept.get(keyOf(check.figure));
      return ratios === undefined || ratios.numerators.length < finished ? null : firstOf(ratios, replications);
    },
  };
}

function ratiosFrom(
  kept: readonly Float64Array[] | undefined,
  {figure: {measure}, interval}: Check,
  replications: number,
): Ratios | null {
  if (kept === undefined || kept.length === 0) return null;
  const numbers = kept.slice(0, replications);
  const {making} = MEASURES[measure];
  return making.kind === 'percentile'
    ? percentileRatios(binsOfPlace({interval}), numbers, making.share)
    : {numerators: numbers.map(([numerator]) => numerator!), denominators: numbers.map(([, below]) => below!)};
}

interface RecordLine {
  readonly replication: number;
  readonly key: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** Gives every line to `take`, and answers with the number of the last replication. */
async function readRecords(file: string, take: (line: RecordLine) => void): Promise<number> {
  let first = true;
  let last = -1;
  try {
    for await (const line of createInterface({input: createReadStream(file, 'utf8'), crlfDelay: Infinity})) {
      if (first) {
        if (line !== RECORDS_HEADER.trimEnd()) throw incomplete(file, line.slice(0, 60));
        first = false;
        continue;
      }
      const record = recordOf(line);
      if (record === null) throw incomplete(file, line.slice(0, 60));
      last = record.replication;
      take(record);
    }
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw incomplete(file, code === 'ENOENT' ? 'no such file' : code);
  }
  return last;
}

/** `7,contactType,cards,asa,800,80`; a name may be quoted. */
const LINE = /^(\d+),(\w+),("(?:[^"]|"")*"|[^",]*),(\w+),([-+.\deE]+),([-+.\deE]+)$/;

function recordOf(line: string): RecordLine | null {
  const parts = LINE.exec(line);
  if (parts === null) return null;
  const [, replication, scope, written, measure, numerator, denominator] = parts as unknown as readonly string[];
  const name = written!.startsWith('"') ? written!.slice(1, -1).replaceAll('""', '"') : written!;
  return {
    replication: Number(replication),
    key: `${scope}\0${name}\0${measure}`,
    numerator: Number(numerator),
    denominator: Number(denominator),
  };
}

const keyOf = ({scope, name, measure}: FigureReference): string => `${scope}\0${name}\0${measure}`;

function incomplete(file: string, got: string): Error {
  const code: GateProblemCode = 'GAT009';
  return userError(code, file, 'a line for every replication, scope and measure', got);
}
