import {Args} from '@oclif/core';
import {UserError} from '../base/errors.js';
import type {Problem} from '../base/errors.js';
import {BaseCommand} from '../cli/base-command.js';
import {EXIT} from '../cli/exit-codes.js';
import {answerFormatFlag, scenarioFlags, volumeFlag} from '../cli/flags.js';
import type {FileFindings} from '../report/formats/findings.js';

/** What one file came to. */
interface Verdict extends FileFindings {
  readonly problems: readonly Problem[];
}

export default class Lint extends BaseCommand {
  static override summary = 'Say what will bite in scenarios, before any run.';
  static override description =
    'Hours in which nobody can serve, load above staffing, contacts that starve behind others, objectives that cannot be ' +
    'met, groups and skills without work. Nothing is simulated. Ends with 0 when nothing is found, with 1 when something ' +
    'is, with 2 when a file is faulty.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml',
    '<%= config.bin %> <%= command.id %> scenarios/*.yaml --format json',
    '<%= config.bin %> <%= command.id %> scenarios/help-line.yaml --set agents.team.count=3',
  ];
  static override args = {
    scenario: Args.string({
      description: 'scenario file, YAML or JSON; several are looked at one after another',
      required: true,
      multiple: true,
    }),
  };
  static override flags = {
    ...scenarioFlags,
    volume: volumeFlag,
    format: answerFormatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Lint);
    const options = {set: flags.set, volume: flags.volume, allowOutside: flags['allow-outside']};
    const verdicts: Verdict[] = [];
    for (const file of args.scenario) verdicts.push(await judge(file, options));
    if (flags.format === 'json')
      this.print(JSON.stringify({format: 'plimsoll-lint', version: 1, scenarios: verdicts}, null, 2));
    else {
      const {findingsText} = await import('../report/formats/findings.js');
      this.print(
        findingsText(
          verdicts.filter(({problems}) => problems.length === 0),
          this.terminal,
        ),
      );
    }
    const problems = verdicts.flatMap(verdict => verdict.problems);
    if (problems.length > 0) throw new UserError(problems);
    if (verdicts.some(({findings}) => findings.length > 0)) this.exit(EXIT.gateFailed);
  }
}

async function judge(
  file: string,
  options: {
    readonly set: readonly string[] | undefined;
    readonly volume: string | undefined;
    readonly allowOutside: boolean;
  },
): Promise<Verdict> {
  const {locateScenario} = await import('../scenario/load.js');
  const {lint} = await import('../lint/lint.js');
  try {
    const {scenario, placeOf} = await locateScenario(file, options);
    const findings = lint(scenario).map(({code, path, says, mend}) => ({code, place: placeOf(path), says, mend}));
    return {file, findings, problems: []};
  } catch (error) {
    if (error instanceof UserError) return {file, findings: [], problems: error.problems};
    throw error;
  }
}
