import {join} from 'node:path';
import {Args, Flags} from '@oclif/core';
import type {SweepOptions, SweepSubject} from '../experiment/sweep/sweep.js';
import type {SweepResults} from '../statistics/sweep-results.js';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag, scenarioFlags, seedFlag, volumeFlag, workersFlag} from '../cli/flags.js';
import {startProgress} from '../cli/progress.js';
import {listenForInterruption} from '../cli/signals.js';
import {scenarioFolders} from '../cli/scenario-folders.js';

export default class Sweep extends BaseCommand {
  static override summary = 'Simulate a scenario at many points, and find the best one.';
  static override description =
    'Every combination of the values of all --vary, or a Latin hypercube of them, on the same customers. With --goal and --minimise ' +
    'the best point that meets the goals is named, by ranking and selection, so that noise does not pick the winner. Finished points are ' +
    'kept in --out: the same command goes on where it was stopped, by Ctrl-C or by anything else.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/help-line.yaml --vary agents.team.count=5..9:1 --vary run.volume=90%,100%,110%',
    "<%= config.bin %> <%= command.id %> scenarios/help-line.yaml --vary agents.team.count=5..9:1 --goal 'serviceLevel(help) >= 90%' --minimise agents",
    '<%= config.bin %> <%= command.id %> scenarios/help-line.yaml --vary agents.team.count=5..12 --vary contacts.help.patience=1m..5m --design lhs --points 20 --out reports/patience',
  ];
  static override args = {
    scenario: Args.string({description: 'scenario file, YAML or JSON', required: true}),
  };
  static override flags = {
    vary: Flags.string({
      description: 'what is varied: values with commas, or a range with a step; may be repeated',
      multiple: true,
      multipleNonGreedy: true,
      required: true,
      helpValue: 'PATH=20..60:5',
    }),
    design: Flags.option({
      description: 'every combination, or a Latin hypercube of --points points',
      options: ['grid', 'lhs'] as const,
      default: 'grid' as const,
    })(),
    points: Flags.integer({description: 'points of a Latin hypercube', min: 2, helpValue: 'N'}),
    goal: Flags.string({
      description: 'what the best point shall meet; may be repeated',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: "'FIGURE >= AMOUNT'",
    }),
    minimise: Flags.string({
      description: 'figure that the best point has least of; cost without prices is agents',
      helpValue: 'FIGURE',
      exclusive: ['maximise'],
    }),
    maximise: Flags.string({description: 'figure that the best point has most of', helpValue: 'FIGURE'}),
    'max-replications': Flags.integer({
      description: 'replications that the search may give to one point (else fifty times --replications)',
      min: 2,
      helpValue: 'N',
    }),
    show: Flags.string({
      description: 'figure of the map or curve (else that of the first goal, else serviceLevel)',
      helpValue: 'FIGURE',
    }),
    replications: Flags.integer({
      description: "independent repetitions of every point (else the scenario's, else 20)",
      min: 1,
      helpValue: 'N',
    }),
    seed: seedFlag('figures'),
    workers: workersFlag,
    out: Flags.string({
      description: 'folder that keeps finished points, sweep.json and sweep.csv (else one of its own in reports/)',
      helpValue: 'DIR',
    }),
    restart: Flags.boolean({description: 'throw away what the folder keeps'}),
    charts: Flags.string({
      description: 'folder for the map or curve as PNG; of three factors one map for each value of the third',
      helpValue: 'DIR',
    }),
    ...scenarioFlags,
    volume: volumeFlag,
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Sweep);
    const interruption = listenForInterruption();
    const {loadSweep} = await import('../experiment/sweep/load-sweep.js');
    const {subject, search, shown} = await loadSweep(args.scenario, flags);
    const {assertWritableFolder, writeSweep, writeSweepCharts} = await import('../report/write-sweep.js');
    const {JOURNAL_FILE, openSweepStore, sweepKey} = await import('../experiment/sweep/store.js');
    const key = await sweepKey(subject, search);
    const [ownFolder = ''] = scenarioFolders('reports', [`sweep ${subject.base.name} ${key.slice(0, 8)}`, '']);
    const folder = flags.out ?? ownFolder;
    for (const each of [folder, ...(flags.charts === undefined ? [] : [flags.charts])]) assertWritableFolder(each);
    const store = openSweepStore(folder, key, flags.restart);
    if (store.damaged.length > 0) this.note(damageNote(join(folder, JOURNAL_FILE), store.damaged));
    const sweep = await this.sweep(subject, {search, store, workers: flags.workers, signal: interruption.signal})
      .then(found => {
        if (!found.interrupted) writeSweep(folder, found, shown);
        return found;
      })
      .finally(() => store.close());
    if (flags.charts !== undefined && !sweep.interrupted) {
      const drawn = await writeSweepCharts(flags.charts, sweep, shown);
      if (drawn.length === 0)
        this.note(
          `${flags.charts}: no chart; a curve needs one factor, a map a grid of two, or of more with at most 12 combinations of the others, and a figure that points have`,
        );
    }
    const {sweepDocument} = await import('../report/documents/sweep-document.js');
    const {render} = await import('../report/formats/render.js');
    this.print(render(sweepDocument(sweep, shown), flags.format, this.terminal));
    const exitCode = interruption.exitCode();
    if (exitCode !== null) this.exit(exitCode);
    interruption.stop();
  }

  /** All points, with a bar for who looks on. */
  private async sweep(subject: SweepSubject, options: SweepOptions): Promise<SweepResults> {
    const {runSweep} = await import('../experiment/sweep/sweep.js');
    const total = subject.points.length * subject.base.run.replications;
    const progress = await startProgress(subject.base.name, total, 'replications');
    const onProgress: SweepOptions['onProgress'] = ({finished, total: now, secondsLeft}) =>
      progress.update(finished, secondsLeft, now);
    return runSweep(subject, {...options, onProgress}).finally(() => progress.stop());
  }
}

const MOST_NAMED = 5;

function damageNote(file: string, lines: readonly number[]): string {
  const several = lines.length > 1;
  const named = lines.slice(0, MOST_NAMED).join(', ') + (lines.length > MOST_NAMED ? ' …' : '');
  return `${file}: line${several ? 's' : ''} ${named} ${several ? 'are' : 'is'} not what was kept of this sweep; that part is simulated again`;
}
