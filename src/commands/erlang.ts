import {Args, Flags} from '@oclif/core';
import {UserError, type Place, type Problem} from '../base/errors.js';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag} from '../cli/flags.js';
import {startProgress} from '../cli/progress.js';
import {listenForInterruption} from '../cli/signals.js';
import {FORMULAS, FORMULA_NAMES, type Case, type Formula} from '../planning/erlang/case.js';
import {CASE_FIELDS, CASE_FIELD_NAMES, type CaseFieldName} from '../planning/erlang/case-fields.js';
import type {CaseTexts} from '../planning/erlang/read-case.js';

/** Problems of a grid that are told, at most. */
const MOST_PROBLEMS = 100;

/** Rows between two looks at Ctrl-C. */
const BATCH = 200;

/** One flag a field; what it says and which formulas know it stand in one table. */
const caseFlags = Object.fromEntries(
  CASE_FIELD_NAMES.map(name => {
    const {says, helpValue, formulas}: {says: string; helpValue: string; formulas: readonly Formula[]} =
      CASE_FIELDS[name];
    const only = formulas.length === FORMULAS.length ? '' : ` (${formulas.join(', ')})`;
    return [name, Flags.string({description: `${says}${only}`, helpValue})];
  }),
) as Record<CaseFieldName, ReturnType<typeof Flags.string>>;

export default class Erlang extends BaseCommand {
  static override summary = 'Work out agents, load or service by the formulas of Erlang and their kin.';
  static override description =
    'Of arrivals, handle time and agents leave out what you want to know; where all are given, the service they give is the answer.\n' +
    FORMULAS.map(formula => `${formula}: ${FORMULA_NAMES[formula].name}, ${FORMULA_NAMES[formula].says}`).join('\n') +
    '\nA grid (--input) has columns named like the flags and a case a row; flags fill what it leaves empty.';
  static override examples = [
    "<%= config.bin %> <%= command.id %> c --arrivals 100/30m --aht 180s --target '80% in 20s'",
    '<%= config.bin %> <%= command.id %> a --arrivals 100/30m --aht 180s --agents 14 --patience 5m --explain',
    "<%= config.bin %> <%= command.id %> a --agents 14 --aht 180s --patience 5m --target '80% in 20s' --max-abandonment 3%",
    '<%= config.bin %> <%= command.id %> b --load 10 --max-blocking 1%',
    '<%= config.bin %> <%= command.id %> x --arrivals 4/min --aht 3m --agents 14 --patience 1m --lines 100 --redial 30%',
    "<%= config.bin %> <%= command.id %> chat --arrivals 4/min --aht '3m, 3.5m, 4m' --agents 5 --patience 1m",
    "<%= config.bin %> <%= command.id %> a --input grid.csv --output agents.csv --target '80% in 20s'",
  ];
  static override args = {
    formula: Args.string({description: `one of ${FORMULAS.join(', ')}`, options: [...FORMULAS], required: true}),
  };
  static override flags = {
    ...caseFlags,
    input: Flags.string({description: 'grid, CSV with a heading: one case a row', helpValue: 'FILE'}),
    output: Flags.string({
      description: 'file for the answers to the grid (else standard output)',
      helpValue: 'FILE',
      dependsOn: ['input'],
    }),
    explain: Flags.boolean({description: 'tell the way to the answer, in words and figures', exclusive: ['input']}),
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Erlang);
    const formula = args.formula as Formula;
    const texts: CaseTexts = Object.fromEntries(
      CASE_FIELD_NAMES.flatMap(name => (flags[name] === undefined ? [] : [[name, flags[name]]])),
    );
    if (flags.input !== undefined) return this.solveGrid(formula, texts, flags.input, flags.output);
    const {readCase} = await import('../planning/erlang/read-case.js');
    const {solveCase} = await import('../planning/erlang/solve-case.js');
    const placeOf = (name: CaseFieldName): Place => ({file: `--${name}`, line: null, column: null, path: ''});
    const {given, problems} = readCase(formula, texts, placeOf);
    if (given === null) throw new UserError(problems);
    const answer = solveCase(given);
    if (answer === null) throw outOfReach(given);
    if (flags.format === 'csv') {
      const {GRID_RESULTS, resultsOf} = await import('../planning/erlang/grid.js');
      const {csvField} = await import('../report/formats/csv.js');
      const written = Object.entries(texts);
      this.print(
        [
          [...written.map(([name]) => name), ...GRID_RESULTS],
          [...written.map(([, text]) => text), ...resultsOf(answer)],
        ]
          .map(row => row.map(csvField).join(','))
          .join('\n'),
      );
      return;
    }
    const {erlangDocument} = await import('../report/documents/erlang-document.js');
    const {render} = await import('../report/formats/render.js');
    this.print(render(erlangDocument(answer, flags.explain), flags.format, this.terminal));
  }

  /** Row by row, so that a grid of any length fits; nothing is written when a row is wrong. */
  private async solveGrid(
    formula: Formula,
    texts: CaseTexts,
    input: string,
    output: string | undefined,
  ): Promise<void> {
    const {openCsv} = await import('../traffic/import/csv-rows.js');
    const {openAtomicFile} = await import('../report/write.js');
    const {openGrid} = await import('../planning/erlang/grid.js');
    const {csvField} = await import('../report/formats/csv.js');
    const interruption = listenForInterruption();
    const rows = await openCsv(input, {delimiter: null, lines: true});
    const {grid, problems} = openGrid(input, formula, rows.header, texts);
    if (grid === null) {
      rows.close();
      throw new UserError(problems);
    }
    const lineOf = (cells: readonly string[]): string => `${cells.map(csvField).join(',')}\n`;
    const found: Problem[] = [];
    const kept: string[] = [];
    const file = output === undefined ? null : openAtomicFile(output);
    const write = (text: string): void => void (file === null ? kept.push(text) : file.write(text));
    const progress = await startProgress('grid', await countRows(input), 'rows');
    const started = Date.now();
    let solved = 0;
    try {
      write(lineOf(grid.header));
      for (let batch = await rows.next(); batch.length > 0; batch = await rows.next())
        for (const {cells, line} of batch) {
          const answer = grid.solve(cells, line);
          found.push(...answer.problems);
          if (found.length >= MOST_PROBLEMS) throw new UserError(found.slice(0, MOST_PROBLEMS));
          if (found.length === 0) write(lineOf(answer.cells));
          if (++solved % BATCH > 0) continue;
          progress.update(solved, null);
          if (Date.now() > started) await new Promise(resolve => setImmediate(resolve));
          const exitCode = interruption.exitCode();
          if (exitCode !== null) this.exit(exitCode);
        }
      if (found.length > 0) throw new UserError(found);
      file?.commit();
    } finally {
      progress.stop();
      rows.close();
      file?.abort();
      interruption.stop();
    }
    if (file === null) this.print(kept.join(''));
    else this.note(`${solved} cases solved, see ${output}`);
  }
}

/** Rows of a file below its heading, near enough for a progress bar. */
async function countRows(path: string): Promise<number> {
  const {createReadStream} = await import('node:fs');
  let lines = 0;
  for await (const chunk of createReadStream(path)) for (const byte of chunk as Buffer) if (byte === 10) lines += 1;
  return Math.max(1, lines - 1);
}

function outOfReach({lines, formula, agents}: Case): Error {
  const place = {file: `erlang ${formula}`, line: null, column: null, path: ''};
  const limit = lines === null ? '' : ` with ${lines} lines`;
  const expected =
    agents === null
      ? `targets that some number of agents meets${limit}`
      : `targets that ${agents} agents meet under some load${limit}`;
  return new UserError([{code: 'ERL005', place, expected, got: null, nearest: null}]);
}
