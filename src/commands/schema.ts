import {Args} from '@oclif/core';
import {BaseCommand} from '../cli/base-command.js';

export default class Schema extends BaseCommand {
  static override summary =
    'Print the JSON Schema of scenario files, of plans of headcount, of results or of comparisons.';
  static override description =
    'Editors complete and check a scenario whose first line is\n# yaml-language-server: $schema=scenario.schema.json';
  static override examples = [
    '<%= config.bin %> <%= command.id %> > scenario.schema.json',
    '<%= config.bin %> <%= command.id %> results',
  ];
  static override args = {
    of: Args.string({
      description: 'what the schema is for',
      options: ['scenario', 'plan', 'results', 'comparison'],
      default: 'scenario',
    }),
  };

  async run(): Promise<void> {
    const {args} = await this.parse(Schema);
    const schema = await schemaOf(args.of);
    this.print(JSON.stringify(schema, null, 2));
  }
}

async function schemaOf(subject: string): Promise<object> {
  if (subject === 'results') return (await import('../report/results-schema.js')).resultsJsonSchema();
  if (subject === 'plan') return (await import('../planning/headcount/plan-json-schema.js')).planJsonSchema();
  if (subject === 'comparison') return (await import('../report/comparison-schema.js')).comparisonJsonSchema();
  return (await import('../scenario/schema/json-schema.js')).scenarioJsonSchema();
}
