import {setImmediate as turn} from 'node:timers/promises';
import {Args, Flags} from '@oclif/core';
import type {StaffingAnswer} from '../planning/staffing/answer.js';
import type {SearchStage} from '../planning/staffing/simulated.js';
import type {StaffOptions} from '../planning/staffing/staff.js';
import type {Scenario} from '../scenario/scenario.js';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag, scenarioFlags, seedFlag, volumeFlag} from '../cli/flags.js';
import {startProgress} from '../cli/progress.js';
import {listenForInterruption} from '../cli/signals.js';

/** Share of the work that is behind when each stage begins, and how many replications it takes, roughly, in those of the search. */
const STAGES: Readonly<Record<SearchStage, {readonly behind: number; readonly takes: number}>> = {
  'cutting planes': {behind: 0, takes: 20},
  mending: {behind: 30, takes: 10},
  'local search': {behind: 35, takes: 20},
  verification: {behind: 60, takes: 60},
};

/** Any time will do. */
const AWAKE_MILLISECONDS = 60_000;

export default class Staff extends BaseCommand {
  static override summary = 'Find how many agents are needed, by interval and group, and why.';
  static override description =
    'Erlang C and Erlang A side by side for each contact type, and the least cost of groups that meets every objective in ' +
    'the simulation, tried on fresh streams of chance. Objectives are those of the contact types and of --objective.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/help-line.yaml --explain',
    "<%= config.bin %> <%= command.id %> scenarios/bank.yaml --objective 'abandonment(loans) <= 3%' --objective 'occupancy <= 88%'",
    '<%= config.bin %> <%= command.id %> scenarios/help-line.yaml --method erlang-a --format csv',
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml --out reports/staff --charts reports/staff',
  ];
  static override args = {scenario: Args.string({description: 'scenario file, YAML or JSON', required: true})};
  static override flags = {
    objective: Flags.string({
      description:
        'something that must hold beside the objectives of contact types, such as "asa(orders) <= 20s"; may be repeated',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'FIGURE',
    }),
    over: Flags.option({
      description:
        'objectives hold in every interval, or over the horizon together; deferred work is judged over the horizon',
      options: ['interval', 'horizon'] as const,
      default: 'interval' as const,
    })(),
    method: Flags.option({
      description: 'how the requirement is found (else the simplest that knows all that the scenario has)',
      options: ['erlang-c', 'erlang-a', 'transient', 'simulation'] as const,
    })(),
    explain: Flags.boolean({description: 'show the way from workload to people, step by step'}),
    'at-least': Flags.string({
      description: 'agents of a group whenever it works, at least; may be repeated',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'GROUP=N',
    }),
    'at-most': Flags.string({
      description: 'agents of a group in any interval, at most; may be repeated',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'GROUP=N',
    }),
    cost: Flags.string({
      description: "cost of an agent hour of a group (else the scenario's, else 1); may be repeated",
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'GROUP=X',
    }),
    replications: Flags.integer({
      description: 'repetitions that are searched on; the answer is tried on twice as many fresh ones',
      min: 10,
      helpValue: 'N',
    }),
    seed: seedFlag('figures'),
    workers: Flags.integer({
      description: 'threads that share the replications (else one a core)',
      min: 1,
      max: 1024,
      helpValue: 'N',
    }),
    out: Flags.string({
      description: 'folder for staffing.json, requirement.csv (plimsoll schedule reads it) and by-interval/GROUP.csv',
      helpValue: 'DIR',
    }),
    charts: Flags.string({description: 'folder for charts as PNG', helpValue: 'DIR'}),
    ...scenarioFlags,
    volume: volumeFlag,
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Staff);
    const interruption = listenForInterruption();
    const {loadScenario} = await import('../scenario/load.js');
    const {readByGroup, readObjectives} = await import('../planning/staffing/read-objectives.js');
    const {objectivesOf, occupancyObjectivesOf} = await import('../planning/staffing/objectives.js');
    const {agentHourCost} = await import('../scenario/agent-hour-cost.js');
    const {assertWritableFolder} = await import('../report/write.js');
    const scenario = await loadScenario(args.scenario, {
      set: flags.set,
      volume: flags.volume,
      seed: flags.seed,
      allowOutside: flags['allow-outside'],
    });
    const {groups} = scenario;
    const costs = groups.map(group => agentHourCost(scenario, group));
    const limit = (
      texts: readonly string[] | undefined,
      otherwise: number,
      flag: string,
    ): readonly number[] | undefined =>
      texts &&
      readByGroup(
        texts,
        scenario,
        groups.map(() => otherwise),
        flag,
        true,
      );
    const options = {
      objectives: [
        ...objectivesOf(scenario, flags.over),
        ...occupancyObjectivesOf(scenario),
        ...readObjectives(flags.objective ?? [], scenario, flags.over, '--objective'),
      ],
      method: flags.method,
      replications: flags.replications,
      limits: {
        cost: readByGroup(flags.cost ?? [], scenario, costs, '--cost', false),
        least: limit(flags['at-least'], 0, '--at-least'),
        most: limit(flags['at-most'], MOST_AGENTS, '--at-most'),
      },
    };
    for (const folder of [flags.out, flags.charts]) if (folder !== undefined) assertWritableFolder(folder);
    const answer = await this.staff(scenario, options, flags.workers, interruption.signal);
    if (answer !== null) await this.deliver(answer, flags);
    else this.note(`${scenario.name}: stopped before there were numbers that keep every objective`);
    const exitCode = interruption.exitCode();
    if (exitCode !== null) this.exit(exitCode);
    interruption.stop();
  }

  /** The answer, with a bar for who looks on; null when it was interrupted. */
  private async staff(
    scenario: Scenario,
    options: Pick<StaffOptions, 'objectives' | 'method' | 'replications' | 'limits'>,
    workers: number | undefined,
    signal: AbortSignal,
  ): Promise<StaffingAnswer | null> {
    const {staffScenario, replicationsOf} = await import('../planning/staffing/staff.js');
    const {Interrupted} = await import('../planning/staffing/trials.js');
    const {openExecutor} = await import('../experiment/executor.js');
    const {programVersion} = await import('../experiment/program-version.js');
    const executor = openExecutor({workers});
    // while the solver is compiled nothing is busy that Node knows of: it would take the program to be at its end, and wait,
    // deaf even to Ctrl-C, until V8 has compiled whatever threads have asked for, those of the search too
    const awake = setInterval(() => undefined, AWAKE_MILLISECONDS);
    const progress = await startProgress(scenario.name, 100, '%');
    const each = options.replications ?? replicationsOf(scenario);
    let {behind, takes} = STAGES['cutting planes'];
    let done = 0;
    let shown = 0;
    try {
      return await staffScenario(scenario, {
        ...options,
        executor,
        signal,
        program: programVersion(),
        onStep: turn,
        onStage: stage => {
          ({behind, takes} = STAGES[stage]);
          done = 0;
        },
        onFinished: replications => {
          done += replications;
          const left = Object.values(STAGES).find(stage => stage.behind > behind)?.behind ?? 100;
          shown = Math.max(
            shown,
            Math.floor(behind + (left - behind) * (1 - Math.exp((-1.5 * done) / (takes * each)))),
          );
          progress.update(shown, null);
        },
      });
    } catch (error) {
      if (error instanceof Interrupted) return null;
      throw error;
    } finally {
      clearInterval(awake);
      progress.stop();
      await executor.close();
    }
  }

  private async deliver(
    answer: StaffingAnswer,
    {format, explain, out, charts}: {format: Format; explain: boolean; out?: string; charts?: string},
  ): Promise<void> {
    const {writeStaffing, writeStaffingCharts} = await import('../report/write-staffing.js');
    // other commands would take numbers that were never verified for a requirement
    if (!answer.interrupted) {
      if (out !== undefined) writeStaffing(out, answer);
      if (charts !== undefined) await writeStaffingCharts(charts, answer);
    } else if (out !== undefined || charts !== undefined) this.note('interrupted: no files are written');
    const {staffingDocument} = await import('../report/documents/staffing-document.js');
    const {render} = await import('../report/formats/render.js');
    this.print(render(staffingDocument(answer, explain), format, this.terminal));
  }
}

type Format = 'terminal' | 'json' | 'csv' | 'markdown';

/** Agents in one group at one time, at most. */
const MOST_AGENTS = 10_000;
