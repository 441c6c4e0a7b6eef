import {dirname, join} from 'node:path';
import {Args, Flags} from '@oclif/core';
import {userError, UserError} from '../base/errors.js';
import {BaseCommand} from '../cli/base-command.js';
import {EXIT} from '../cli/exit-codes.js';
import {formatFlag, scenarioFlags, seedFlag, volumeFlag} from '../cli/flags.js';
import {searchProgress} from '../cli/search-progress.js';
import {listenForInterruption} from '../cli/signals.js';
import type {RosterShift} from '../planning/schedule/roster.js';
import type {Schedule as ShiftSchedule} from '../planning/schedule/schedule.js';
import type {LocatedScenario} from '../scenario/load.js';
import type {Scenario} from '../scenario/scenario.js';

export default class Schedule extends BaseCommand {
  static override summary = 'Choose shifts that cover the agents needed at the least cost, and simulate them.';
  static override description =
    'The scenario says under scheduling: which shifts may be worked, and may name a file of agents needed; else they are ' +
    'worked out from contacts and objectives. The schedule is simulated; where an interval surely misses its objective, more ' +
    'agents are asked for there and shifts are chosen again. Ctrl-C gives the best found so far. Ends with 0 when ' +
    'every interval holds, with 1 when one still misses its objective, with 2 when no shifts can cover the need.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/bank-week.yaml',
    '<%= config.bin %> <%= command.id %> scenarios/bank-week.yaml --out reports/bank-week --charts reports/bank-week --ical reports/bank-week/ical',
    "<%= config.bin %> <%= command.id %> scenarios/bank-week.yaml --explain 'mon 09:30'",
  ];
  static override args = {
    scenario: Args.string({description: 'scenario file, YAML or JSON, with scheduling:', required: true}),
  };
  static override flags = {
    out: Flags.string({
      description: 'folder for roster.csv (which scenarios read), cover.csv, schedule.json and summary.md',
      helpValue: 'DIR',
    }),
    ical: Flags.string({description: 'folder for a calendar of each agent, iCalendar (.ics)', helpValue: 'DIR'}),
    charts: Flags.string({description: 'folder for a chart of need and schedule, PNG', helpValue: 'DIR'}),
    explain: Flags.string({
      description: 'say where the figures of one interval come from: 09:30, or in a week "mon 09:30"',
      helpValue: 'TIME',
    }),
    gap: Flags.string({
      description: "how far above the least cost shifts may be, proven (else the scenario's, else 0.5%)",
      helpValue: 'PERCENT',
    }),
    'time-limit': Flags.string({
      description: "time for choosing shifts once (else the scenario's, else 60s)",
      helpValue: 'TIME',
    }),
    rounds: Flags.integer({
      description: "simulations at the most; 0: none (else the scenario's, else 8)",
      min: 0,
      max: 100,
      helpValue: 'N',
    }),
    replications: Flags.integer({
      description: "repetitions in a simulation (else the scenario's, else 20)",
      min: 1,
      helpValue: 'N',
    }),
    seed: seedFlag('figures'),
    workers: Flags.integer({
      description: 'threads that share a simulation (else one a core)',
      min: 1,
      max: 1024,
      helpValue: 'N',
    }),
    ...scenarioFlags,
    volume: volumeFlag,
    format: formatFlag({description: 'how the result is written; csv is the roster'}),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Schedule);
    const {locateScenario} = await import('../scenario/load.js');
    const said = [
      ...(flags.gap === undefined ? [] : [`scheduling.gap=${flags.gap}`]),
      ...(flags['time-limit'] === undefined ? [] : [`scheduling.time-limit=${flags['time-limit']}`]),
      ...(flags.rounds === undefined ? [] : [`scheduling.rounds=${flags.rounds}`]),
    ];
    const located = await locateScenario(args.scenario, {
      set: [...(flags.set ?? []), ...said],
      volume: flags.volume,
      replications: flags.replications,
      seed: flags.seed,
      allowOutside: flags['allow-outside'],
    });
    const {scenario} = located;
    if (scenario.scheduling === null)
      throw userError(
        'SCD001',
        args.scenario,
        'scheduling: shifts to choose from, such as full-day: {length: 8h, starts: 07:00-12:00}',
      );
    const interval = await intervalOf(scenario, flags.explain);
    const {assertWritableFolder} = await import('../report/write.js');
    for (const folder of [flags.out, flags.ical, flags.charts]) if (folder !== undefined) assertWritableFolder(folder);

    const interruption = listenForInterruption();
    const schedule = await this.choose(located, args.scenario, flags.workers, interruption.signal);
    if (schedule === null) this.note(`${scenario.name}: stopped before any schedule was found`);
    else {
      const {rosterOf} = await import('../planning/schedule/roster.js');
      const {scheduleDocument} = await import('../report/documents/schedule-document.js');
      const {programVersion} = await import('../experiment/program-version.js');
      const roster = await rosterOf(scenario, schedule.agents);
      const document = scheduleDocument(scenario, schedule, roster, programVersion());
      const {writeSchedule} = await import('../report/write-schedule.js');
      await writeSchedule(
        {out: flags.out, ical: flags.ical, charts: flags.charts},
        scenario,
        schedule,
        roster,
        document,
      );
      await this.show(scenario, schedule, roster, document, interval, flags.format);
    }
    const exitCode = interruption.exitCode();
    interruption.stop();
    if (exitCode !== null) this.exit(exitCode);
    const misses =
      schedule?.service.some(({interval: where, verdict}) => where !== null && verdict === 'missed') ?? false;
    if (misses) this.exit(EXIT.gateFailed);
  }

  private async show(
    scenario: Scenario,
    schedule: ShiftSchedule,
    roster: readonly RosterShift[],
    document: import('../report/documents/document.js').Document,
    interval: number | null,
    format: 'terminal' | 'json' | 'csv' | 'markdown',
  ): Promise<void> {
    if (interval !== null) {
      const {scheduleExplanation} = await import('../report/formats/schedule-explanation.js');
      this.print(scheduleExplanation(scenario, schedule, interval));
    } else if (format === 'csv') {
      const {rosterCsv} = await import('../report/formats/roster.js');
      this.print(rosterCsv(roster));
    } else {
      const {render} = await import('../report/formats/render.js');
      this.print(render(document, format, this.terminal));
    }
  }

  /** Chooses and simulates, with a bar for who looks on. */
  private async choose(
    {scenario, placeOf}: LocatedScenario,
    file: string,
    workers: number | undefined,
    signal: AbortSignal,
  ): Promise<ShiftSchedule | null> {
    const {scheduleShifts} = await import('../planning/schedule/schedule.js');
    const {makeBoard, readProgress} = await import('../planning/optimise/board.js');
    const {needsFile, seconds} = scenario.scheduling!;
    const board = makeBoard();
    const progress = searchProgress(seconds, () => readProgress(board).gap);
    try {
      return await scheduleShifts(scenario, {
        workers,
        signal,
        board,
        places: {
          shifts: placeOf(['scheduling', 'shifts']),
          headcount: placeOf(['scheduling', 'headcount']),
          timeLimit: placeOf(['scheduling', 'time-limit']),
          requirementFile: needsFile === null ? null : join(dirname(file), needsFile),
        },
        onStep: step => progress.show(step),
      });
    } finally {
      progress.stop();
    }
  }
}

/** The interval to be explained; null: none was asked for. */
async function intervalOf(scenario: Scenario, text: string | undefined): Promise<number | null> {
  if (text === undefined) return null;
  const {intervalAt} = await import('../planning/schedule/moment.js');
  const interval = intervalAt(scenario, text);
  if (interval !== null) return interval;
  const {clock} = scenario;
  throw new UserError([
    {
      code: 'SCD010',
      place: {file: '--explain', line: null, column: null, path: ''},
      expected:
        clock.days === 1
          ? 'a time such as 09:30'
          : `a day and a time such as "mon 09:30" or "${clock.dayDates[0]!} 09:30"`,
      got: text,
      nearest: null,
    },
  ]);
}
