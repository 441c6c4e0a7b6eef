import {Args} from '@oclif/core';
import {userError} from '../base/errors.js';
import {suggest} from '../base/suggest.js';
import {BaseCommand} from '../cli/base-command.js';
import {explanationText} from '../cli/explanation.js';
import type {Explanation} from '../cli/explanation.js';
import {COMMAND_PROBLEMS} from '../cli/problem-codes.js';
import {ERLANG_PROBLEMS} from '../planning/erlang/problem-codes.js';
import {LINT_FINDINGS} from '../lint/lint-codes.js';
import {PLAN_PROBLEMS} from '../planning/headcount/problem-codes.js';
import {STAFFING_PROBLEMS} from '../planning/staffing/problem-codes.js';
import {REPORT_PROBLEMS} from '../report/problem-codes.js';
import {CANDIDATE_PROBLEMS} from '../scenario/candidate-problem-codes.js';
import {FIGURE_PROBLEMS} from '../scenario/figure-problem-codes.js';
import {GATE_PROBLEMS} from '../scenario/gate-problem-codes.js';
import {SCHEDULING_PROBLEMS} from '../scenario/scheduling-problem-codes.js';
import {SCENARIO_PROBLEMS} from '../scenario/schema/problem-codes.js';
import {SWEEP_PROBLEMS} from '../scenario/sweep-problem-codes.js';
import {TRAFFIC_PROBLEMS} from '../traffic/problem-codes.js';

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  ...SCENARIO_PROBLEMS,
  ...SWEEP_PROBLEMS,
  ...COMMAND_PROBLEMS,
  ...CANDIDATE_PROBLEMS,
  ...FIGURE_PROBLEMS,
  ...GATE_PROBLEMS,
  ...PLAN_PROBLEMS,
  ...REPORT_PROBLEMS,
  ...SCHEDULING_PROBLEMS,
  ...TRAFFIC_PROBLEMS,
  ...LINT_FINDINGS,
  ...STAFFING_PROBLEMS,
  ...ERLANG_PROBLEMS,
};

export default class Explain extends BaseCommand {
  static override summary = 'Explain a problem or a finding by its code, with an example of wrong and right.';
  static override description = 'Without a code: the list of all problems.';
  static override examples = ['<%= config.bin %> <%= command.id %> SCN012', '<%= config.bin %> <%= command.id %>'];
  static override args = {code: Args.string({description: 'code that a message ended with, such as SCN012'})};

  async run(): Promise<void> {
    const {args} = await this.parse(Explain);
    const codes = Object.keys(EXPLANATIONS);
    if (args.code === undefined) {
      this.print(codes.map(code => `${code}  ${EXPLANATIONS[code]!.title}`).join('\n'));
      return;
    }
    const code = args.code.toUpperCase();
    if (!Object.hasOwn(EXPLANATIONS, code)) throw unknownCode(args.code, suggest(code, codes));
    this.print(explanationText(code, EXPLANATIONS[code]!));
  }
}

function unknownCode(code: string, nearest: string | null): Error {
  return userError(
    'SCN051',
    'explain',
    `the code of a problem such as ${nearest ?? 'SCN012'}; plimsoll explain lists them`,
    code,
  );
}
