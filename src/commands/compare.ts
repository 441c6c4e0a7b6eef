import {Args, Flags} from '@oclif/core';
import {gatherProblems} from '../base/errors.js';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag, scenarioFlags, seedFlag, volumeFlag, workersFlag} from '../cli/flags.js';
import {startProgress} from '../cli/progress.js';
import {listenForInterruption} from '../cli/signals.js';

export default class Compare extends BaseCommand {
  static override summary = 'Compare scenarios, or changes of one, on the same customers.';
  static override description =
    'Base and candidates meet the same contacts (common random numbers), so that what differs comes of what was changed ' +
    'and not of chance: each figure with its difference and the 95 % interval of that difference. All --set together make one ' +
    'candidate; each --candidate makes one of its own. Seed and replications are those of the base. Ctrl-C compares the ' +
    'replications finished so far.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/silos.yaml scenarios/omnichannel.yaml',
    '<%= config.bin %> <%= command.id %> scenarios/help-line.yaml --set agents.team.count=7',
    "<%= config.bin %> <%= command.id %> scenarios/help-line.yaml --candidate 'one more: agents.team.count=7' --candidate 'faster: contacts.help.handle=3m' --format csv",
    '<%= config.bin %> <%= command.id %> scenarios/silos.yaml scenarios/omnichannel.yaml --out reports/pooled --charts reports/pooled',
  ];
  static override args = {
    scenario: Args.string({
      description: 'scenario files: the base, then those that are compared with it',
      required: true,
      multiple: true,
    }),
  };
  static override flags = {
    candidate: Flags.string({
      description:
        'the base with changes, as a candidate of this name; several with semicolons between them; may be repeated',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: "'NAME: PATH=VALUE; …'",
    }),
    ...scenarioFlags,
    set: Flags.string({
      description: 'change one thing of the base; all of them together are one candidate',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'PATH=VALUE',
    }),
    replications: Flags.integer({
      description: "independent repetitions of each (else the base's, else 20)",
      min: 1,
      helpValue: 'N',
    }),
    seed: seedFlag('figures'),
    workers: workersFlag,
    out: Flags.string({
      description: 'folder for comparison.json, differences.csv and summary.md',
      helpValue: 'DIR',
    }),
    charts: Flags.string({
      description: 'folder for charts as PNG: differences by contact type, service level through the day',
      helpValue: 'DIR',
    }),
    volume: volumeFlag,
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Compare);
    const interruption = listenForInterruption();
    const {loadCandidates} = await import('../scenario/candidates.js');
    const [baseFile = '', ...files] = args.scenario;
    const {base, candidates} = await loadCandidates(
      baseFile,
      {files, set: flags.set ?? [], candidates: flags.candidate ?? []},
      {volume: flags.volume, replications: flags.replications, seed: flags.seed, allowOutside: flags['allow-outside']},
    );
    const {assertWritableFolder, writeComparison, writeComparisonCharts} =
      await import('../report/write-comparison.js');
    const folders = [flags.out, flags.charts].filter(folder => folder !== undefined);
    gatherProblems(folders, assertWritableFolder);
    const {compareScenarios} = await import('../experiment/compare.js');
    const progress = await startProgress(base.name, base.run.replications, 'replications');
    const comparison = await compareScenarios(base, candidates, {
      workers: flags.workers,
      signal: interruption.signal,
      onProgress: ({finished, secondsLeft}) => progress.update(finished, secondsLeft),
    }).finally(() => progress.stop());
    if (comparison.replications.finished > 0) {
      if (flags.out !== undefined) writeComparison(flags.out, comparison);
      // charts take their time; who interrupts has none
      if (flags.charts !== undefined && !comparison.interrupted) await writeComparisonCharts(flags.charts, comparison);
    }
    const {comparisonDocument} = await import('../report/documents/comparison-document.js');
    const {render} = await import('../report/formats/render.js');
    this.print(render(comparisonDocument(comparison), flags.format, this.terminal));
    const exitCode = interruption.exitCode();
    if (exitCode !== null) this.exit(exitCode);
    interruption.stop();
  }
}
