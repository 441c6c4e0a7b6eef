import {basename, extname} from 'node:path';
import {Args, Flags} from '@oclif/core';
import {userError} from '../base/errors.js';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag} from '../cli/flags.js';
import {searchProgress} from '../cli/search-progress.js';
import {listenForInterruption} from '../cli/signals.js';
import type {Solve} from '../planning/headcount/optimise-classes.js';
import type {Format} from '../report/formats/render.js';
import type {PlanResult} from '../planning/headcount/make-plan.js';
import type {HeadcountPlan} from '../planning/headcount/plan.js';

export default class Plan extends BaseCommand {
  static override summary = 'Plan headcount over months: heads, hiring classes, gaps, cost and cash.';
  static override description =
    'From volume with growth, season and campaigns follow the FTE of each month; from those who are there, who leaves and who ' +
    'learns follow the FTE that are available. Classes are opened as the plan says, or so that the work is covered at least ' +
    'cost. Needs no simulation: agents follow from Erlang A, half-hour by half-hour. Ctrl-C ends the search with the best classes so far.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/plans/campaign-season.yaml',
    '<%= config.bin %> <%= command.id %> scenarios/plans/campaign-season.yaml --explain 2027-03',
    '<%= config.bin %> <%= command.id %> scenarios/plans/campaign-season.yaml --format csv',
  ];
  static override args = {
    plan: Args.string({description: 'plan file, YAML or JSON', required: true}),
  };
  static override flags = {
    optimise: Flags.boolean({description: 'choose the classes to open at least cost, also where the plan names some'}),
    explain: Flags.string({
      description: 'say how every figure of a month came about; all: of every month',
      helpValue: 'MONTH',
    }),
    charts: Flags.string({description: 'folder for charts as PNG', helpValue: 'DIR'}),
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Plan);
    const {readScenarioFile} = await import('../scenario/load.js');
    const {Problems} = await import('../scenario/problems.js');
    const {readPlan} = await import('../planning/headcount/read-plan.js');
    const {makePlan} = await import('../planning/headcount/make-plan.js');
    const {NoPlanFound} = await import('../planning/headcount/optimise-classes.js');
    const problems = new Problems();
    const text = await readScenarioFile(args.plan, problems);
    problems.throwIfAny();
    const located = readPlan(text, args.plan, basename(args.plan, extname(args.plan)));
    const {assertWritableFolder} = await import('../report/write.js');
    if (flags.charts !== undefined) assertWritableFolder(flags.charts);
    const interruption = listenForInterruption();
    const {solve, stop} = await solver(interruption.signal);
    const result = await makePlan(located, solve, {optimise: flags.optimise})
      .catch((error: unknown) => {
        if (error instanceof NoPlanFound && interruption.signal.aborted) return null;
        throw error;
      })
      .finally(stop);
    if (result === null) this.note(`${located.plan.name}: stopped before any plan was found`);
    else await this.tell(located.plan, result, flags);
    if (result !== null && interruption.signal.aborted)
      this.note(`${located.plan.name}: interrupted; the best classes found so far`);
    const exitCode = interruption.exitCode();
    interruption.stop();
    if (exitCode !== null) this.exit(exitCode);
  }

  private async tell(
    plan: HeadcountPlan,
    result: PlanResult,
    flags: {charts?: string | undefined; explain?: string | undefined; format: Format},
  ): Promise<void> {
    if (flags.charts !== undefined) {
      const {writeChartsTo} = await import('../report/write.js');
      const {planCharts} = await import('../report/charts/plan-charts.js');
      await writeChartsTo(flags.charts, planCharts(result));
    }
    if (flags.explain === undefined) await this.report(result, flags.format);
    else await this.derive(plan, result, flags.explain, flags.format);
  }

  private async report(result: PlanResult, format: Format): Promise<void> {
    if (format === 'csv') {
      const {planCsv} = await import('../report/formats/plan-csv.js');
      this.print(planCsv(result));
      return;
    }
    const {planDocument} = await import('../report/documents/plan-document.js');
    const {render} = await import('../report/formats/render.js');
    this.print(render(planDocument(result), format, this.terminal));
  }

  private async derive(plan: HeadcountPlan, result: PlanResult, wanted: string, format: string): Promise<void> {
    const {explainPlan} = await import('../planning/headcount/explain-total.js');
    const {explainedPlan} = await import('../report/formats/explained-plan.js');
    const {months} = result;
    const found = months.flatMap(({month}, index) => (wanted === 'all' || month === wanted ? [index] : []));
    if (found.length === 0)
      throw userError(
        'PLN008',
        '--explain',
        `a month from ${months[0]!.month} to ${months.at(-1)!.month}, or all`,
        wanted,
      );
    const explained = explainPlan(plan, result, found);
    this.print(format === 'json' ? JSON.stringify(explained, null, 2) : explainedPlan(explained));
  }
}

/** Searches in a thread of its own, with a bar of the time that each search may take for who looks on. */
async function solver(signal: AbortSignal): Promise<{readonly solve: Solve; readonly stop: () => void}> {
  const {solveInThread} = await import('../planning/optimise/solve-in-thread.js');
  const {makeBoard, readProgress} = await import('../planning/optimise/board.js');
  const {LIMITS} = await import('../planning/headcount/optimise-classes.js');
  let board = makeBoard();
  let round = 0;
  const progress = searchProgress(LIMITS.seconds, () => readProgress(board).gap, 'choosing classes');
  return {
    solve(program, limits) {
      board = makeBoard();
      progress.show({kind: 'choose', round: (round += 1)});
      return solveInThread(program, limits, {board, signal});
    },
    stop: progress.stop,
  };
}
