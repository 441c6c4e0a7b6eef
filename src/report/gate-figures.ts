import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {userError} from '../base/errors.js';
import {checksOf, placesOf, type Check, type CheckPlace} from '../experiment/gate/checks.js';
import type {KeepFigures} from '../experiment/run.js';
import type {GateProblemCode} from '../scenario/gate-problem-codes.js';
import {needsBaseline, type GateRule} from '../scenario/gate-rule.js';
import type {Scenario} from '../scenario/scenario.js';
import type {BlockData} from '../statistics/block.js';
import {planRecords, type CellRatio} from '../statistics/record-columns.js';
import {planRows} from '../statistics/rows.js';
import {MEASURES} from '../statistics/measures.js';
import {openAtomicFile} from './write.js';

/** Name of the file beside replications.csv with what rules ask and it does not have: figures by interval, and waits. */
export const GATE_FIGURES_FILE = 'gate-figures.csv';

const HEADER = 'replication,figure,interval,numbers\n';
const LAST = '# of results.json ';

/** Whether replications.csv has what a check asks for. */
export const isInRecords = ({figure, interval}: Pick<Check, 'figure' | 'interval'>): boolean =>
  interval === null && MEASURES[figure.measure].making.kind !== 'percentile';

/** Names what is kept for a check; percentiles of the same waits share them. */
export function gateFigureKey({figure: {measure, scope, name}, label}: Pick<Check, 'figure' | 'label'>): string {
  const what = MEASURES[measure].making.kind === 'percentile' ? 'waits' : measure;
  return `${what} ${scope} ${encodeURIComponent(name)},${label ?? ''}`;
}

/** What is written for the rules of a gate, replication by replication, while a baseline is made. */
export interface GateFigures {
  /** What the run has to bring along. */
  readonly keep: KeepFigures;
  /** Puts the file in place, which belongs to this results.json alone. */
  commit(folder: string): void;
  abort(): void;
}

/**
 * Begins the file of what rules against a baseline ask by interval, and of the waits of which they ask percentiles.
 *
 * @throws UserError OUT002
 */
export function openGateFigures(folder: string, scenario: Scenario, rules: readonly GateRule[]): GateFigures {
  const checks = checksOf(rules, scenario).filter(check => needsBaseline(rules[check.rule]!) && !isInRecords(check));
  const wanted = new Map(
    placesOf(checks, rules, scenario).map((place, index) => [gateFigureKey(checks[index]!), place]),
  );
  const cells = [...wanted].filter((one): one is [string, CellRatio] => 'numerator' in one[1]);
  const waits = [...wanted].filter((one): one is [string, Extract<CheckPlace, {share: number}>] => 'share' in one[1]);
  const before = 2 * planRecords(planRows(scenario)).length;
  const stride = before + 2 * cells.length;
  const file = openAtomicFile(join(folder, GATE_FIGURES_FILE));
  file.write(HEADER);
  const linesOf = ({first, replications, records, waitRecords}: BlockData): string => {
    let text = '';
    for (let replication = 0; replication < replications; replication++) {
      cells.forEach(([key], index) => {
        const at = replication * stride + before + 2 * index;
        text += `${first + replication},${key},${records![at]!} ${records![at + 1]!}\n`;
      });
      waits.forEach(([key], index) => {
        text += `${first + replication},${key},${waitRecords[replication * waits.length + index]!.join(' ')}\n`;
      });
    }
    return text;
  };
  return {
    keep: {
      cells: cells.map(([, place]) => place),
      waitPlaces: waits.map(([, place]) => place),
      onBlock: block => file.write(linesOf(block)),
    },
    commit(to) {
      file.write(`${LAST}${hashOf(to)}\n`);
      file.commit();
    },
    abort: file.abort,
  };
}

/**
 * Reads what was kept for the rules of a gate.
 *
 * @returns numbers of each replication, by `gateFigureKey`; null when the file is not there
 * @throws UserError GAT009 when it is not whole, or belongs to another results.json
 */
export function readGateFigures(folder: string): ReadonlyMap<string, readonly Float64Array[]> | null {
  const path = join(folder, GATE_FIGURES_FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw broken(path, (error as Error).message);
  }
  const lines = text.split('\n');
  if (lines[0] !== HEADER.trimEnd()) throw broken(path, (lines[0] ?? '').slice(0, 60));
  if (lines.at(-1) !== '' || !lines.at(-2)?.startsWith(LAST)) throw broken(path, 'a file that ends in the middle');
  if (lines.at(-2) !== `${LAST}${hashOf(folder)}`) throw broken(path, 'figures of another run');
  const kept = new Map<string, Float64Array[]>();
  for (const line of lines.slice(1, -2)) {
    const parts = /^(\d+),([^,]+,[^,]*),([-+.\deE ]*)$/.exec(line);
    if (parts === null) throw broken(path, line.slice(0, 60));
    const [, replication, key, numbers] = parts as unknown as readonly [string, string, string, string];
    const own = kept.get(key) ?? [];
    if (own.length !== Number(replication)) throw broken(path, `replication ${replication} after a gap`);
    own.push(Float64Array.from(numbers === '' ? [] : numbers.split(' ').map(Number)));
    kept.set(key, own);
  }
  return kept;
}

const hashOf = (folder: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'results.json')))
    .digest('hex');

function broken(file: string, got: string): Error {
  const code: GateProblemCode = 'GAT009';
  return userError(code, file, 'what plimsoll gate --update kept for the rules, with this very results.json', got);
}
