import {Args} from '@oclif/core';
import {BaseCommand} from '../cli/base-command.js';

export default class Schema extends BaseCommand {
  static override summary = 'Print the JSON Schema of scenario files, or of results.';
  static override description =
    'Editors complete and check a scenario whose first line is\n# yaml-language-server: $schema=scenario.schema.json';
  static override examples = [
    '<%= config.bin %> <%= command.id %> > scenario.schema.json',
    '<%= config.bin %> <%= command.id %> results',
  ];
  static override args = {
    of: Args.string({description: 'what the schema is for', options: ['scenario', 'results'], default: 'scenario'}),
  };

  async run(): Promise<void> {
    const {args} = await this.parse(Schema);
    const schema =
      args.of === 'results'
        ? (await import('../report/results-schema.js')).resultsJsonSchema()
        : (await import('../scenario/schema/json-schema.js')).scenarioJsonSchema();
    this.print(JSON.stringify(schema, null, 2));
  }
}
