import {Args, Flags} from '@oclif/core';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag} from '../cli/flags.js';

export default class Report extends BaseCommand {
  static override summary = 'Show again, in any format, what a simulation kept with --out.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> reports/bank',
    '<%= config.bin %> <%= command.id %> reports/bank --format markdown',
  ];

  static override args = {
    folder: Args.string({description: 'folder that plimsoll simulate --out wrote', required: true}),
  };

  static override flags = {
    charts: Flags.string({description: 'folder for charts as PNG', helpValue: 'DIR'}),
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Report);
    const {readResults, writeCharts} = await import('../report/write.js');
    const {resultsDocument} = await import('../report/documents/results-document.js');
    const {render} = await import('../report/formats/render.js');
    const results = await readResults(args.folder);
    if (flags.charts !== undefined) await writeCharts(flags.charts, results);
    this.print(render(resultsDocument(results), flags.format, this.terminal));
  }
}
