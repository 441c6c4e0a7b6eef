import {join} from 'node:path';
import {Args, Flags} from '@oclif/core';
import {userError} from '../base/errors.js';
import type {Scenario} from '../scenario/scenario.js';
import type {RunOptions} from '../experiment/run.js';
import type {Results} from '../statistics/results.js';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag, scenarioFlags, seedFlag, volumeFlag, workersFlag} from '../cli/flags.js';
import {startProgress} from '../cli/progress.js';
import {scenarioFolders} from '../cli/scenario-folders.js';
import {listenForInterruption} from '../cli/signals.js';

export default class Simulate extends BaseCommand {
  static override summary = 'Simulate scenarios and report the service they deliver.';
  static override description =
    'Every figure comes with its 95 % interval. The same scenario, seed and version give the same figures, whatever the ' +
    'number of workers. Ctrl-C reports the replications finished so far.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml',
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml --replications 200 --out reports/bank --charts reports/bank',
    "<%= config.bin %> <%= command.id %> scenarios/bank.yaml --precision 'serviceLevel(cards)=±0.5pt' --max-replications 2000",
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml --set agents.paris.count=24 --volume 110% --format json',
  ];

  static override args = {
    scenario: Args.string({
      description: 'scenario file, YAML or JSON; several run one after another, and give one array with --format json',
      required: true,
      multiple: true,
    }),
  };

  static override flags = {
    replications: Flags.integer({
      description: "independent repetitions (else the scenario's, else 20)",
      min: 1,
      helpValue: 'N',
    }),
    'only-replication': Flags.integer({
      description: 'one replication alone, from 0 as in replications.csv: to repeat what went wrong in it',
      min: 0,
      helpValue: 'R',
      exclusive: ['replications'],
    }),
    precision: Flags.string({
      description:
        "go on until the half-width of a figure's 95 % interval is reached, in place of --replications; may be repeated",
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'FIGURE=±WIDTH',
      exclusive: ['replications', 'only-replication'],
    }),
    'max-replications': Flags.integer({
      description: 'with --precision: replications, at most',
      min: 2,
      max: 1_000_000,
      default: 5000,
      helpValue: 'N',
    }),
    seed: seedFlag('figures'),
    workers: workersFlag,
    out: Flags.string({
      description:
        'folder that keeps the results, for plimsoll report; one folder a scenario inside it when there are several',
      helpValue: 'DIR',
    }),
    charts: Flags.string({description: 'folder for charts as PNG', helpValue: 'DIR'}),
    explain: Flags.boolean({
      description: 'say where cost comes from: hours × rate, support staff, licences, every line of a contract',
    }),
    ...scenarioFlags,
    volume: volumeFlag,
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Simulate);
    const interruption = listenForInterruption();
    const {loadScenario} = await import('../scenario/load.js');
    const overrides = {
      set: flags.set,
      volume: flags.volume,
      replications: flags.replications,
      seed: flags.seed,
      allowOutside: flags['allow-outside'],
    };
    const scenarios = await Promise.all(args.scenario.map(file => loadScenario(file, overrides)));
    const precisions =
      flags.precision === undefined ? [] : await precisionsOf(scenarios, flags.precision, flags['max-replications']);
    const {resultsDocument} = await import('../report/documents/results-document.js');
    const {render} = await import('../report/formats/render.js');
    const {renderCsvPart} = await import('../report/formats/csv.js');
    const {assertWritableFolder, writeResults, writeCharts} = await import('../report/write.js');
    if (flags.explain) scenarios.forEach(({currency}, index) => assertPriced(currency, args.scenario[index]!));
    const names = scenarios.map(({name}) => name);
    const out = flags.out === undefined ? [] : scenarioFolders(flags.out, names);
    const charts = flags.charts === undefined ? [] : scenarioFolders(flags.charts, names);
    for (const folder of [...out, ...charts]) assertWritableFolder(folder);

    const severalAsCsv = flags.format === 'csv' && scenarios.length > 1;
    const page = this.pages(flags.format === 'json' && scenarios.length > 1);
    for (const [index, scenario] of scenarios.entries()) {
      const results = await this.simulate(
        scenario,
        {
          workers: flags.workers,
          signal: interruption.signal,
          onlyReplication: flags['only-replication'],
          precision: precisions[index],
          withCosts: flags.explain,
        },
        out[index],
      );
      if (results.replications.finished > 0) {
        if (out[index] !== undefined) await writeResults(out[index], results);
        // Charts take their time; who interrupts has none. `plimsoll report --charts` draws them later.
        if (charts[index] !== undefined && !results.interrupted) await writeCharts(charts[index], results);
        page.print(
          severalAsCsv
            ? renderCsvPart(scenario.name, results.rows, index === 0)
            : render(resultsDocument(results), flags.format, this.terminal),
        );
      } else this.note(`${scenario.name}: stopped before the first replication was finished`);
      const exitCode = interruption.exitCode();
      if (exitCode !== null) {
        page.end();
        this.exit(exitCode);
      }
    }
    page.end();
    interruption.stop();
  }

  /** Prints results as they come: as they are, or as the items of one JSON array. */
  private pages(asArray: boolean): {readonly print: (page: string) => void; readonly end: () => void} {
    let printed = 0;
    return {
      print: page => this.print(asArray ? `${printed++ === 0 ? '[' : ','}\n${page}` : page),
      end: () => {
        if (asArray) this.print(printed === 0 ? '[]' : ']');
      },
    };
  }

  /** One scenario, with a bar for who looks on; every replication is kept in `out` as it finishes. */
  private async simulate(
    scenario: Scenario,
    options: Pick<RunOptions, 'workers' | 'signal' | 'onlyReplication' | 'precision' | 'withCosts'>,
    out: string | undefined,
  ): Promise<Results> {
    const {runScenario} = await import('../experiment/run.js');
    const {openAtomicFile} = await import('../report/write.js');
    const {RECORDS_HEADER} = await import('../statistics/replication-records.js');
    const warnings = replays(scenario)
      ? (await (await import('../traffic/replay/check-log.js')).checkLogs(scenario)).flatMap(check => check.warnings)
      : [];
    const records = out === undefined ? null : openAtomicFile(join(out, 'replications.csv'));
    const {onlyReplication, precision} = options;
    const total = precision?.most ?? (onlyReplication === undefined ? scenario.run.replications : 1);
    const progress = await startProgress(scenario.name, total, 'replications');
    try {
      records?.write(RECORDS_HEADER);
      const results = await runScenario(scenario, {
        ...options,
        warnings,
        onProgress: ({finished, secondsLeft, total: now}) => progress.update(finished, secondsLeft, now),
        onReplications: records === null ? undefined : lines => records.write(lines),
      });
      if (results.replications.finished > 0) records?.commit();
      return results;
    } finally {
      progress.stop();
      records?.abort();
    }
  }
}

/** @throws UserError PLN030 where there is no cost to explain */
function assertPriced(currency: string | null, file: string): void {
  if (currency === null) throw userError('PLN030', file, 'prices, whose cost --explain traces: pay or a contract');
}

/** What --precision asks of each scenario. */
async function precisionsOf(
  scenarios: readonly Scenario[],
  written: readonly string[],
  most: number,
): Promise<RunOptions['precision'][]> {
  const {precisionGoals} = await import('../statistics/precision-goals.js');
  return scenarios.map(scenario => ({goals: precisionGoals(written, scenario), most}));
}

const replays = ({contactTypes}: Scenario): boolean =>
  contactTypes.some(({arrivals}) => arrivals.some(({kind}) => kind === 'replayed'));
