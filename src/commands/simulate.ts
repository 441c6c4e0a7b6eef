import {join} from 'node:path';
import {Args, Flags} from '@oclif/core';
import type {Results} from '../statistics/results.js';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag} from '../cli/flags.js';
import {startProgress} from '../cli/progress.js';
import {listenForInterruption} from '../cli/signals.js';

export default class Simulate extends BaseCommand {
  static override summary = 'Simulate scenarios and report the service they deliver.';
  static override description =
    'Every figure comes with its 95 % interval. The same scenario, seed and version give the same figures, whatever the ' +
    'number of workers. Ctrl-C reports the replications finished so far.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml',
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml --replications 200 --out reports/bank --charts reports/bank',
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml --set agents.paris.count=24 --volume 110% --format json',
  ];

  static override args = {
    scenario: Args.string({
      description: 'scenario file, YAML or JSON; several run one after another',
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
    seed: Flags.string({description: "same seed, same figures (else the scenario's, else 1)", helpValue: 'S'}),
    workers: Flags.integer({
      description: 'threads that share the replications (else one a core)',
      min: 1,
      max: 1024,
      helpValue: 'N',
    }),
    out: Flags.string({
      description:
        'folder that keeps the results, for plimsoll report; one folder a scenario inside it when there are several',
      helpValue: 'DIR',
    }),
    charts: Flags.string({description: 'folder for charts as PNG', helpValue: 'DIR'}),
    set: Flags.string({
      description: 'change one thing of the scenario; may be repeated',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'PATH=VALUE',
    }),
    volume: Flags.string({description: 'factor on all generated traffic, such as 110%', helpValue: 'PERCENT'}),
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Simulate);
    const {loadScenario} = await import('../scenario/load.js');
    const overrides = {set: flags.set, volume: flags.volume, replications: flags.replications, seed: flags.seed};
    const scenarios = await Promise.all(args.scenario.map(file => loadScenario(file, overrides)));
    const {assertWritableFolder, writeResults, writeCharts} = await import('../report/write.js');
    const several = scenarios.length > 1;
    const folderOf = (root: string | undefined, name: string): string | undefined =>
      root === undefined || !several ? root : join(root, folderName(name));
    for (const {name} of scenarios) {
      for (const flag of ['out', 'charts'] as const) {
        const folder = folderOf(flags[flag], name);
        if (folder !== undefined) assertWritableFolder(folder);
      }
    }

    const {runScenario} = await import('../experiment/run.js');
    const {resultsDocument} = await import('../report/documents/results-document.js');
    const {render} = await import('../report/formats/render.js');
    const interruption = listenForInterruption();
    for (const scenario of scenarios) {
      const out = folderOf(flags.out, scenario.name);
      const charts = folderOf(flags.charts, scenario.name);
      const progress = await startProgress(scenario.name, scenario.run.replications, 'replications');
      let results: Results;
      try {
        results = await runScenario(scenario, {
          workers: flags.workers,
          signal: interruption.signal,
          onProgress: progress.update,
          out,
        });
      } finally {
        progress.stop();
      }
      if (out !== undefined) await writeResults(out, results);
      if (charts !== undefined) await writeCharts(charts, results);
      this.print(render(resultsDocument(results), flags.format, this.terminal));
      const exitCode = interruption.exitCode();
      if (exitCode !== null) this.exit(exitCode);
    }
    interruption.stop();
  }
}

/** A scenario's name as the name of a folder: `Small help line` becomes `small-help-line`. */
function folderName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'scenario'
  );
}
