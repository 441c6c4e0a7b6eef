import {Args, Flags} from '@oclif/core';
import {userError, UserError} from '../base/errors.js';
import {suggest} from '../base/suggest.js';
import {BaseCommand} from '../cli/base-command.js';
import {answerFormatFlag, scenarioFlags, seedFlag, volumeFlag} from '../cli/flags.js';
import type {Story} from '../experiment/trace/story.js';
import type {Scenario} from '../scenario/scenario.js';

/** Stories told at once, at most. */
const MOST_STORIES = 1000;

/** Names in a message, at most. */
const MOST_NAMED = 12;

export default class Trace extends BaseCommand {
  static override summary = 'Tell the story of single contacts of a simulation.';
  static override description =
    'When it came, who might have taken it, why it waited, who took it, and what came after. One replication is simulated ' +
    'again: its contacts are those of plimsoll simulate with the same seed.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml --worst 3',
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml --worst 10 --type loans --replication 4',
    '<%= config.bin %> <%= command.id %> scenarios/bank.yaml --contact 1200 --format json',
  ];
  static override args = {scenario: Args.string({description: 'scenario file, YAML or JSON', required: true})};
  static override flags = {
    contact: Flags.integer({
      description: 'the n-th contact that comes; with --type the n-th of that type',
      min: 1,
      helpValue: 'N',
      exactlyOne: ['contact', 'worst'],
    }),
    worst: Flags.integer({
      description: 'the n contacts that wait the longest; with --type in that contact type',
      min: 1,
      max: MOST_STORIES,
      helpValue: 'N',
    }),
    type: Flags.string({description: 'contact type', helpValue: 'NAME'}),
    replication: Flags.integer({
      description: 'which replication, from 0 as in replications.csv',
      min: 0,
      default: 0,
      helpValue: 'R',
    }),
    seed: seedFlag('contacts'),
    ...scenarioFlags,
    volume: volumeFlag,
    format: answerFormatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Trace);
    const {loadScenario} = await import('../scenario/load.js');
    const {trace} = await import('../experiment/trace/trace.js');
    const scenario = await loadScenario(args.scenario, {
      set: flags.set,
      volume: flags.volume,
      seed: flags.seed,
      allowOutside: flags['allow-outside'],
    });
    const {contact, worst = 0, replication} = flags;
    const stories = await trace(scenario, {
      replication,
      contactType: flags.type === undefined ? null : contactTypeOf(scenario, flags.type),
      which: contact === undefined ? {worst} : {contact},
    });
    if (stories.length === 0 && contact !== undefined) throw noSuchContact(contact, replication);
    await this.tell(scenario, stories, replication, flags.format);
  }

  private async tell(
    scenario: Scenario,
    stories: readonly Story[],
    replication: number,
    format: 'terminal' | 'json',
  ): Promise<void> {
    const {storiesText, told} = await import('../report/formats/story.js');
    if (format === 'json') {
      const contacts = stories.map(story => ({...story, told: told(story, scenario.clock)}));
      const {
        name,
        run: {seed},
      } = scenario;
      const trace = {format: 'plimsoll-trace', version: 1, scenario: name, seed, replication, contacts};
      this.print(JSON.stringify(trace, null, 2));
    } else if (stories.length === 0) this.print(`Nobody waits in replication ${replication}.`);
    else this.print(storiesText(stories, scenario.clock, this.terminal));
  }
}

function contactTypeOf({contactTypes}: Scenario, name: string): number {
  const names = contactTypes.map(type => type.name);
  const index = names.indexOf(name);
  if (index >= 0) return index;
  const place = {file: '--type', line: null, column: null, path: ''};
  const expected = `a contact type of the scenario (${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ' …' : ''})`;
  throw new UserError([{code: 'CLI002', place, expected, got: name, nearest: suggest(name, names)}]);
}

const noSuchContact = (contact: number, replication: number): Error =>
  userError('CLI003', '--contact', `the number of a contact that comes in replication ${replication}`, String(contact));
