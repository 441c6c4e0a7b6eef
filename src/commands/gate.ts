import {Args, Flags} from '@oclif/core';
import {gatherProblems} from '../base/errors.js';
import {BaseCommand} from '../cli/base-command.js';
import {EXIT} from '../cli/exit-codes.js';
import {scenarioFlags, seedFlag, volumeFlag} from '../cli/flags.js';
import {startProgress} from '../cli/progress.js';
import {listenForInterruption, type Interruption} from '../cli/signals.js';
import type {GateOutcome} from '../experiment/gate/outcome.js';
import type {GateWork} from '../report/open-gate.js';
import type {Verdict} from '../statistics/gates/verdict.js';

const EXITS: Readonly<Record<Verdict, number>> = {
  pass: EXIT.done,
  fail: EXIT.gateFailed,
  inconclusive: EXIT.gateInconclusive,
};

export default class Gate extends BaseCommand {
  static override summary = 'Judge a scenario by rules: is the service good enough, and no worse than before?';
  static override description =
    'Rules stand under gates: in the scenario, or in a file of their own that names the scenario. Each is passed, failed or ' +
    'inconclusive; a change is called worse only when the replications show it, customer by customer. Ends with 0 when all ' +
    'rules pass, with 1 when one fails, with 3 when one cannot be decided, with 2 when something is faulty.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> gates.yaml --baseline main/scenarios/bank.yaml',
    '<%= config.bin %> <%= command.id %> gates.yaml --until-decided --junit gate.xml --markdown gate.md --format github',
    '<%= config.bin %> <%= command.id %> gates.yaml --baseline baselines/bank --update',
  ];
  static override args = {
    gates: Args.string({description: 'file of gates, or a scenario with gates: inside', required: true}),
  };
  static override flags = {
    baseline: Flags.string({
      description:
        'scenario file, or folder that simulate --out wrote, to compare with (else the one that the file names)',
      helpValue: 'PATH',
    }),
    replications: Flags.integer({
      description:
        "pairs of replications (else the file's, else the scenario's, else 20); the first look with --until-decided",
      min: 2,
      max: 1_000_000,
      helpValue: 'N',
    }),
    'until-decided': Flags.boolean({
      description: 'look again at 2, 4, 8 and 16 times as many replications, until every rule is decided',
    }),
    alpha: Flags.string({
      description: "chance of any false alarm, at most (else the file's, else 5%)",
      helpValue: 'SHARE',
    }),
    rebase: Flags.boolean({
      description:
        'compare with a stored baseline of other customers (version, seed, volumes): unpaired, and much less sharp',
    }),
    exact: Flags.boolean({
      description: 'ask in addition for the same bytes as the stored baseline: a refactoring may change nothing',
      exclusive: ['rebase'],
    }),
    update: Flags.boolean({
      description: 'judge nothing: write the folder of the baseline anew, and show what moved',
      // not `exclusive`: the usage line cannot nest groups
      relationships: [{type: 'none', flags: ['exact', 'rebase', 'until-decided']}],
    }),
    junit: Flags.string({description: 'file for JUnit XML, one test case a rule', helpValue: 'FILE'}),
    markdown: Flags.string({description: 'file for Markdown, for a comment on a pull request', helpValue: 'FILE'}),
    seed: seedFlag('customers'),
    workers: Flags.integer({
      description: 'threads that share the replications (else one a core)',
      min: 1,
      max: 1024,
      helpValue: 'N',
    }),
    ...scenarioFlags,
    volume: volumeFlag,
    format: Flags.option({
      description: 'how the verdict is written; github: a page with annotations for GitHub Actions',
      options: ['terminal', 'json', 'csv', 'markdown', 'junit', 'github'] as const,
      default: 'terminal' as const,
    })(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Gate);
    const interruption = listenForInterruption();
    const {openGate} = await import('../report/open-gate.js');
    const work = await openGate(args.gates, {
      ...flags,
      untilDecided: flags['until-decided'],
      allowOutside: flags['allow-outside'],
    });
    if (flags.update) return this.update(work, flags, interruption);
    const {assertWritableFile, writeAtomically} = await import('../report/write.js');
    gatherProblems([flags.junit, flags.markdown], file => file !== undefined && assertWritableFile(file));
    const outcome = await this.judge(work, flags, interruption);
    const {renderGate} = await import('../report/formats/gate.js');
    if (flags.junit !== undefined) writeAtomically(flags.junit, renderGate(outcome, 'junit', this.terminal));
    if (flags.markdown !== undefined) writeAtomically(flags.markdown, renderGate(outcome, 'markdown', this.terminal));
    this.print(renderGate(outcome, flags.format, this.terminal));
    this.exit(interruption.exitCode() ?? EXITS[outcome.verdict]);
  }

  private async judge(
    work: GateWork,
    {workers}: {readonly workers: number | undefined},
    {signal}: Interruption,
  ): Promise<GateOutcome> {
    const progress = await startProgress(work.candidate.name, work.options.replications, 'replications');
    try {
      const {runGate} = await import('../experiment/gate/run-gate.js');
      const onProgress = (done: number, total: number): void => progress.update(done, null, total);
      const outcome = await runGate(work.candidate, {...work.options, workers, signal, onProgress});
      if (work.exact === null || signal.aborted) return outcome;
      const {withExactRule} = await import('../report/same-bytes.js');
      return await withExactRule(outcome, work.exact, work.candidate, {workers, signal});
    } finally {
      progress.stop();
    }
  }

  private async update(
    {candidate, update, options: {replications, rules}}: GateWork,
    {workers, format}: {readonly workers: number | undefined; readonly format: string},
    interruption: Interruption,
  ): Promise<void> {
    const {keepRun} = await import('../report/keep-run.js');
    const {baselineDocument} = await import('../report/documents/baseline-document.js');
    const {FORMATS, render} = await import('../report/formats/render.js');
    const progress = await startProgress(candidate.name, replications, 'replications');
    const onProgress = ({finished, secondsLeft}: {finished: number; secondsLeft: number | null}): void =>
      progress.update(finished, secondsLeft);
    const scenario = {...candidate, run: {...candidate.run, replications}};
    const now = await keepRun(update!.folder, scenario, rules, {
      workers,
      signal: interruption.signal,
      onProgress,
    }).finally(() => progress.stop());
    if (now.interrupted) {
      this.note(`${update!.folder}: left as it was, since the run was interrupted`);
      this.exit(interruption.exitCode() ?? EXIT.interrupted);
    }
    const document = baselineDocument(
      update!.old,
      now,
      rules.flatMap(({figures}) => figures),
    );
    this.print(render(document, FORMATS.find(known => known === format) ?? 'terminal', this.terminal));
    interruption.stop();
  }
}
