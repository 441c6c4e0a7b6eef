import {Args} from '@oclif/core';
import {BaseCommand} from '../cli/base-command.js';

const SCHEMAS = {
  scenario: async () => (await import('../scenario/schema/json-schema.js')).scenarioJsonSchema(),
  plan: async () => (await import('../planning/headcount/plan-json-schema.js')).planJsonSchema(),
  results: async () => (await import('../report/results-schema.js')).resultsJsonSchema(),
  comparison: async () => (await import('../report/comparison-schema.js')).comparisonJsonSchema(),
  staffing: async () => (await import('../report/staffing-schema.js')).staffingJsonSchema(),
  sweep: async () => (await import('../report/sweep-schema.js')).sweepJsonSchema(),
  schedule: async () => (await import('../report/schedule-schema.js')).scheduleJsonSchema(),
  sites: async () => (await import('../report/sites-schema.js')).sitesJsonSchema(),
  'plan-outcome': async () => (await import('../report/plan-outcome-schema.js')).planOutcomeJsonSchema(),
  gates: async () => (await import('../scenario/schema/json-schema.js')).gatesJsonSchema(),
  'gate-outcome': async () => (await import('../report/gate-schema.js')).gateJsonSchema(),
} as const;

export default class Schema extends BaseCommand {
  static override summary =
    'Print the JSON Schema of scenario files, of results, or of what other commands read and write.';
  static override description =
    'Editors complete and check a scenario whose first line is\n# yaml-language-server: $schema=scenario.schema.json';
  static override examples = [
    '<%= config.bin %> <%= command.id %> > scenario.schema.json',
    '<%= config.bin %> <%= command.id %> results',
  ];
  static override args = {
    of: Args.string({description: 'what the schema is for', options: Object.keys(SCHEMAS), default: 'scenario'}),
  };

  async run(): Promise<void> {
    const {args} = await this.parse(Schema);
    const schema = await SCHEMAS[args.of as keyof typeof SCHEMAS]();
    this.print(JSON.stringify(schema, null, 2));
  }
}
