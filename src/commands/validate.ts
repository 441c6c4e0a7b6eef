import {Args} from '@oclif/core';
import {gatherProblems, UserError} from '../base/errors.js';
import type {Problem} from '../base/errors.js';
import {BaseCommand} from '../cli/base-command.js';
import {answerFormatFlag, scenarioFlags} from '../cli/flags.js';
import type {Scenario} from '../scenario/scenario.js';
import type {WrittenGates} from '../scenario/schema/gates.js';
import type {ScenarioSummary} from '../scenario/summary.js';

/** What one file came to. */
interface Verdict {
  readonly file: string;
  readonly summary: ScenarioSummary | null;
  readonly problems: readonly Problem[];
  /** What may spoil a replay: rows of a log outside the horizon, or of other contact types. */
  readonly warnings: readonly string[];
}

export default class Validate extends BaseCommand {
  static override summary = 'Check scenarios without running them, and say what was understood.';
  static override description =
    'Every problem of every file is reported at once, with its place and what was expected; of rules under gates: as well.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml',
    '<%= config.bin %> <%= command.id %> scenarios/*.yaml --format json',
  ];
  static override args = {
    scenario: Args.string({
      description: 'scenario file, YAML or JSON; several are checked one after another',
      required: true,
      multiple: true,
    }),
  };
  static override flags = {
    ...scenarioFlags,
    format: answerFormatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Validate);
    const options = {set: flags.set, allowOutside: flags['allow-outside']};
    const verdicts: Verdict[] = [];
    for (const file of args.scenario) verdicts.push(await judge(file, options));
    if (flags.format === 'json')
      this.print(JSON.stringify({format: 'plimsoll-validation', version: 1, scenarios: verdicts}, null, 2));
    else await this.printSummaries(verdicts);
    for (const warning of verdicts.flatMap(verdict => verdict.warnings)) this.note(`warning: ${warning}`);
    const problems = verdicts.flatMap(verdict => verdict.problems);
    if (problems.length > 0) throw new UserError(problems);
  }

  private async printSummaries(verdicts: readonly Verdict[]): Promise<void> {
    const {scenarioSummaryText} = await import('../report/formats/scenario-summary.js');
    this.print(
      verdicts
        .flatMap(({file, summary}) => (summary === null ? [] : [scenarioSummaryText(file, summary)]))
        .join('\n\n'),
    );
  }
}

async function judge(
  file: string,
  options: {readonly set: readonly string[] | undefined; readonly allowOutside: boolean},
): Promise<Verdict> {
  const {locateScenario} = await import('../scenario/load.js');
  const {throughputWarnings} = await import('../scenario/attention.js');
  const {summarise} = await import('../scenario/summary.js');
  try {
    const {scenario, gates} = await locateScenario(file, options);
    if (gates !== null) await assertRules(scenario, gates);
    const warnings = replays(scenario)
      ? (await (await import('../traffic/replay/check-log.js')).checkLogs(scenario)).flatMap(check => check.warnings)
      : [];
    return {file, summary: summarise(scenario), problems: [], warnings: [...warnings, ...throughputWarnings(scenario)]};
  } catch (error) {
    if (error instanceof UserError) return {file, summary: null, problems: error.problems, warnings: []};
    throw error;
  }
}

/**
 * The rules of a gate inside the scenario, as `plimsoll gate` reads them.
 *
 * @throws UserError with every problem found
 */
async function assertRules(scenario: Scenario, {rules}: WrittenGates): Promise<void> {
  const {checksOf} = await import('../experiment/gate/checks.js');
  const {parseRule} = await import('../scenario/gate-rule.js');
  const {placeOf} = await import('../scenario/value.js');
  const {figureCatalogue} = await import('../statistics/figure-catalogue.js');
  const catalogue = figureCatalogue(scenario);
  gatherProblems(rules, ({value, at}) => checksOf([parseRule(value, placeOf(at), catalogue)], scenario));
}

const replays = ({contactTypes}: Scenario): boolean =>
  contactTypes.some(({arrivals}) => arrivals.some(({kind}) => kind === 'replayed'));
