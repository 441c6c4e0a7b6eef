import {Args, Flags} from '@oclif/core';
import {UserError, type Place, type Problem} from '../base/errors.js';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag} from '../cli/flags.js';
import {startProgress} from '../cli/progress.js';
import {listenForInterruption} from '../cli/signals.js';
import {FORMULAS, FORMULA_NAMES, type Case, type Formula} from '../planning/erlang/case.js';
import {CASE_FIELDS, CASE_FIELD_NAMES, type CaseFieldName} from '../planning/erlang/case-fields.js';
import type {ErlangProblemCode} from '../planning/erlang/problem-codes.js';
import {MEAN_WAIT_FORMULAS, MEAN_WAIT_NAMES, type MeanWaitFormula} from '../planning/erlang/mean-wait-names.js';
import type {CaseTexts} from '../planning/erlang/read-case.js';
import type {CsvRow} from '../traffic/import/csv-rows.js';
import type {MeanWaitField, MeanWaitTexts} from '../planning/erlang/read-mean-wait.js';
import type {MeanWaitQuestion} from '../planning/erlang/solve-mean-wait.js';

/** Problems of a grid that are told, at most. */
const MOST_PROBLEMS = 100;

/** The word for a day in place of a formula. */
const DAY = 'day';

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
  static override summary = 'Work out agents, load or service by the formulas of Erlang and their relatives.';
  static override description =
    'Of arrivals, handle time and agents leave out what you want to know; where all are given, the service they give is the answer.\n' +
    FORMULAS.map(formula => `${formula}: ${FORMULA_NAMES[formula].name}, ${FORMULA_NAMES[formula].says}`).join('\n') +
    '\nday: every method for a day that changes beside the other, from a table with a row an interval (--input day.csv: arrivals, agents)' +
    MEAN_WAIT_FORMULAS.map(
      formula => `\n${formula}: ${MEAN_WAIT_NAMES[formula].name}, ${MEAN_WAIT_NAMES[formula].says}; mean waits only`,
    ).join('') +
    '\nA grid (--input) has columns named like the flags and a case a row; flags fill what it leaves empty.';
  static override examples = [
    "<%= config.bin %> <%= command.id %> c --arrivals 100/30m --aht 180s --target '80% in 20s'",
    '<%= config.bin %> <%= command.id %> a --arrivals 100/30m --aht 180s --agents 14 --patience 5m --explain',
    "<%= config.bin %> <%= command.id %> a --agents 14 --aht 180s --patience 5m --target '80% in 20s' --max-abandonment 3%",
    '<%= config.bin %> <%= command.id %> b --load 10 --max-blocking 1%',
    '<%= config.bin %> <%= command.id %> x --arrivals 4/min --aht 3m --agents 14 --patience 1m --lines 100 --redial 30%',
    "<%= config.bin %> <%= command.id %> chat --arrivals 4/min --aht '3m, 3.5m, 4m' --agents 5 --patience 1m",
    "<%= config.bin %> <%= command.id %> a --input grid.csv --output agents.csv --target '80% in 20s'",
    "<%= config.bin %> <%= command.id %> day --input day.csv --interval 30m --aht 180s --patience 3m --target '80% in 20s'",
    "<%= config.bin %> <%= command.id %> priority --arrivals '20/30m, 80/30m' --aht 180s --agents 11",
    "<%= config.bin %> <%= command.id %> priority --arrivals '20/30m, 80/30m' --aht 180s --max-asa '10s, 60s'",
    "<%= config.bin %> <%= command.id %> handle --arrivals 100/30m --aht 180s --agents 12 --shape 'cv 1.2'",
  ];
  static override args = {
    formula: Args.string({
      description: `one of ${[...FORMULAS, DAY, ...MEAN_WAIT_FORMULAS].join(', ')}`,
      options: [...FORMULAS, DAY, ...MEAN_WAIT_FORMULAS],
      required: true,
    }),
  };
  static override flags = {
    ...caseFlags,
    shape: Flags.string({
      description:
        "shape of handle times (handle: constant, exponential, erlang-2, 'cv 1.2', 'hyperexponential(40% 1m, 60% 4m)') or of the time between arrivals (between: constant, exponential, 'erlang 4', hyperexponential)",
      helpValue: 'SHAPE',
    }),
    mix: Flags.string({
      description: "share of each class where arrivals are looked for: '20%, 80%' (priority)",
      helpValue: 'PERCENT',
    }),
    input: Flags.string({description: 'grid, CSV with a heading: one case a row', helpValue: 'FILE'}),
    output: Flags.string({
      description: 'CSV file for the answers to the grid, or for the one answer (else standard output)',
      helpValue: 'FILE',
    }),
    explain: Flags.boolean({description: 'tell the way to the answer, in words and figures'}),
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Erlang);
    const texts: CaseTexts = Object.fromEntries(
      CASE_FIELD_NAMES.flatMap(name => (flags[name] === undefined ? [] : [[name, flags[name]]])),
    );
    if (args.formula === DAY && flags.shape === undefined && flags.mix === undefined)
      return this.solveDay(texts, flags);
    if (isMeanWaitFormula(args.formula)) return this.solveMeanWait(args.formula, texts, flags);
    if (flags.shape !== undefined) throw misused('ERL004', '--shape', 'nothing: only handle and between know shapes');
    if (flags.mix !== undefined) throw misused('ERL004', '--mix', 'nothing: only priority knows classes');
    const formula = args.formula as Formula;
    if (flags.input !== undefined && flags.explain) throw misused('ERL004', '--explain', 'one case, not a grid');
    if (flags.input !== undefined) return this.solveGrid(formula, texts, flags.input, flags.output);
    const {readCase} = await import('../planning/erlang/read-case.js');
    const {solveCase} = await import('../planning/erlang/solve-case.js');
    const placeOf = (name: CaseFieldName): Place => ({file: `--${name}`, line: null, column: null, path: ''});
    const {given, problems} = readCase(formula, texts, placeOf);
    if (given === null) throw new UserError(problems);
    const answer = solveCase(given);
    if (answer === null) throw outOfReach(given);
    if (flags.format === 'csv' || flags.output !== undefined) {
      const {GRID_RESULTS, resultsOf} = await import('../planning/erlang/grid.js');
      const written = Object.entries(texts);
      return this.deliverCsv(
        [
          [...written.map(([name]) => name), ...GRID_RESULTS],
          [...written.map(([, text]) => text), ...resultsOf(answer)],
        ],
        flags.output,
        'one case solved',
      );
    }
    const {erlangDocument} = await import('../report/documents/erlang-document.js');
    const {render} = await import('../report/formats/render.js');
    this.print(render(erlangDocument(answer, flags.explain), flags.format, this.terminal));
  }

  /** A day that changes, by every method beside the other. */
  private async solveDay(
    texts: CaseTexts,
    {input, output, explain, format}: {input?: string; output?: string; explain: boolean; format: DocumentFormat},
  ): Promise<void> {
    if (input === undefined) throw misused('ERL030', '--input', 'a table with a row an interval, such as day.csv');
    const {readDay} = await import('../planning/erlang/read-day.js');
    const {solveDay} = await import('../planning/erlang/day.js');
    const {erlangDayDocument} = await import('../report/documents/erlang-day-document.js');
    const {render} = await import('../report/formats/render.js');
    const {writeAtomically} = await import('../report/write.js');
    const interruption = listenForInterruption();
    try {
      const {header, rows} = await wholeTable(input);
      const {read, problems} = readDay(input, header, rows, texts);
      if (read === null) throw await gridError(input, header, problems);
      const progress = await startProgress('day', rows.length, 'intervals');
      let done = 0;
      const methods = await solveDay(read.day, async () => {
        progress.update(Math.min(done++, rows.length), null);
        await new Promise(resolve => setImmediate(resolve));
        const exitCode = interruption.exitCode();
        if (exitCode !== null) this.exit(exitCode);
      }).finally(() => progress.stop());
      const document = erlangDayDocument({...read, methods}, explain);
      if (output === undefined) return this.print(render(document, format, this.terminal));
      writeAtomically(output, render(document, 'csv', this.terminal));
      this.note(`${rows.length} intervals by ${methods.length} methods, see ${output}`);
    } finally {
      interruption.stop();
    }
  }

  /** Formulas of mean waits: one case, or a grid of them. */
  private async solveMeanWait(
    formula: MeanWaitFormula,
    texts: CaseTexts,
    {shape, mix, input, output, explain, format}: MeanWaitFlags,
  ): Promise<void> {
    const {MEAN_WAIT_FIELDS, readMeanWait} = await import('../planning/erlang/read-mean-wait.js');
    const {solveMeanWaitQuestion} = await import('../planning/erlang/solve-mean-wait.js');
    const {meanWaitDocument, MEAN_WAIT_COLUMNS, meanWaitRows} =
      await import('../report/documents/mean-wait-document.js');
    const known = MEAN_WAIT_FIELDS as readonly string[];
    const stranger = Object.keys(texts).find(name => !known.includes(name));
    if (stranger !== undefined)
      throw misused(
        'ERL004',
        `--${stranger}`,
        `nothing: ${formula} knows ${known.map(name => `--${name}`).join(', ')}`,
      );
    const given: MeanWaitTexts = {...texts, ...(shape !== undefined && {shape}), ...(mix !== undefined && {mix})};
    if (input !== undefined && explain) throw misused('ERL004', '--explain', 'one case, not a grid');
    if (input !== undefined) {
      const {solveMeanWaitGrid} = await import('../planning/erlang/mean-wait-grid.js');
      const {header, rows} = await wholeTable(input);
      const {answers, problems} = solveMeanWaitGrid(formula, input, header, rows, given);
      if (problems.length > 0) throw await gridError(input, header, problems);
      const cells = answers.flatMap(one => meanWaitRows(one.solution).map(row => [...one.cells, ...row]));
      return this.deliverCsv([[...header, ...MEAN_WAIT_COLUMNS], ...cells], output, `${rows.length} cases solved`);
    }
    const placeOf = (name: MeanWaitField): Place => ({file: `--${name}`, line: null, column: null, path: ''});
    const {given: question, problems} = readMeanWait(formula, given, placeOf);
    if (question === null) throw new UserError(problems);
    const solution = solveMeanWaitQuestion(question);
    if (solution === null) throw waitOutOfReach(question);
    if (format === 'csv' || output !== undefined)
      return this.deliverCsv([MEAN_WAIT_COLUMNS, ...meanWaitRows(solution)], output, 'one case solved');
    const {render} = await import('../report/formats/render.js');
    this.print(render(meanWaitDocument(solution, explain), format, this.terminal));
  }

  /** Rows of CSV, to a file or to standard output. */
  private async deliverCsv(
    rows: readonly (readonly string[])[],
    output: string | undefined,
    says: string,
  ): Promise<void> {
    const {csvField} = await import('../report/formats/csv.js');
    const text = `${rows.map(row => row.map(csvField).join(',')).join('\n')}\n`;
    if (output === undefined) return this.print(text);
    const {writeAtomically} = await import('../report/write.js');
    writeAtomically(output, text);
    this.note(`${says}, see ${output}`);
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
      throw await gridError(input, rows.header, problems);
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
          if (found.length >= MOST_PROBLEMS) throw await gridError(input, rows.header, found);
          if (found.length === 0) write(lineOf(answer.cells));
          if (++solved % BATCH > 0) continue;
          progress.update(solved, null);
          if (Date.now() > started) await new Promise(resolve => setImmediate(resolve));
          const exitCode = interruption.exitCode();
          if (exitCode !== null) this.exit(exitCode);
        }
      if (found.length > 0) throw await gridError(input, rows.header, found);
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

interface MeanWaitFlags {
  readonly shape?: string;
  readonly mix?: string;
  readonly input?: string;
  readonly output?: string;
  readonly explain: boolean;
  readonly format: DocumentFormat;
}

const isMeanWaitFormula = (word: string): word is MeanWaitFormula =>
  (MEAN_WAIT_FORMULAS as readonly string[]).includes(word);

/** A table of a size that fits into memory. */
async function wholeTable(input: string): Promise<{readonly header: readonly string[]; readonly rows: CsvRow[]}> {
  const {openCsv} = await import('../traffic/import/csv-rows.js');
  const table = await openCsv(input, {delimiter: null, lines: true});
  const rows: CsvRow[] = [];
  for (let batch = await table.next(); batch.length > 0; batch = await table.next()) rows.push(...batch);
  return {header: table.header, rows};
}

/** What is wrong with a table, each fault with its line and column. */
async function gridError(input: string, header: readonly string[], problems: readonly Problem[]): Promise<UserError> {
  const {withColumns} = await import('../traffic/import/cell-places.js');
  return new UserError(await withColumns(input, header, problems.slice(0, MOST_PROBLEMS)));
}

type DocumentFormat = 'terminal' | 'json' | 'csv' | 'markdown';

/** What a flag of the calculator was used for that it is not for. */
const misused = (code: ErlangProblemCode, flag: string, expected: string): Error =>
  new UserError([{code, place: {file: flag, line: null, column: null, path: ''}, expected, got: null, nearest: null}]);

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

function waitOutOfReach({formula, agents}: MeanWaitQuestion): Error {
  const expected =
    agents === null
      ? 'mean waits that some number of agents keeps'
      : `mean waits that ${agents} agents keep under some load`;
  return misused('ERL005', `erlang ${formula}`, expected);
}
