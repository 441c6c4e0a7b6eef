import {Args, Flags} from '@oclif/core';
import {BaseCommand} from '../../cli/base-command.js';
import {listenForInterruption} from '../../cli/signals.js';

export default class ImportCsv extends BaseCommand {
  static override summary = 'Turn an export of single contacts into a log that a scenario can replay.';
  static override description =
    'Columns are guessed from their names and their cells; --map says what the guess misses. Rows that cannot be replayed are ' +
    'left out and listed with their lines. The log goes to --out, or to standard output.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> calls.csv --out log.csv',
    "<%= config.bin %> <%= command.id %> calls.csv --map 'arrived-at=Date+Time, handle-time=Talk+ACW, contact-type=Queue' --out log.csv",
    "<%= config.bin %> <%= command.id %> anrufe.csv --delimiter ';' --decimal-comma --date-order dmy --out log.csv",
  ];

  static override args = {file: Args.string({description: 'the export, CSV with a heading', required: true})};

  static override flags = {
    map: Flags.string({
      description:
        'where the columns come from: sums (Talk+ACW), differences of times (End-Answered), date and time apart (Date+Time), one type for all rows (contact-type="help")',
      helpValue: 'COLUMN=EXPRESSION,…',
    }),
    out: Flags.string({
      description: 'file for the log; the old one stays until the new one is whole',
      helpValue: 'FILE',
    }),
    delimiter: Flags.string({description: 'what separates columns: , ; | or tab (else found out)', helpValue: 'MARK'}),
    'decimal-comma': Flags.boolean({description: 'numbers are written 12,5'}),
    'date-order': Flags.option({
      options: ['dmy', 'mdy', 'ymd'] as const,
      description: 'order of day, month and year in 03/04/2026 (else found out, or asked)',
    })(),
    'time-format': Flags.string({
      description: 'how times are written, such as "dd/MM/yyyy HH:mm:ss" or "M/d/yy h:mm a" (else found out)',
      helpValue: 'FORMAT',
    }),
    format: Flags.option({
      options: ['terminal', 'json'] as const,
      default: 'terminal' as const,
      description: 'how the report is written',
    })(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImportCsv);
    const {importCsv} = await import('../../traffic/import/import-csv.js');
    const {describeImport} = await import('../../traffic/import/describe-import.js');
    const interruption = listenForInterruption();
    const report = await importCsv(args.file, {
      map: flags.map ?? null,
      out: flags.out ?? null,
      delimiter: flags.delimiter === 'tab' ? '\t' : (flags.delimiter ?? null),
      decimalComma: flags['decimal-comma'],
      dateOrder: flags['date-order'] ?? null,
      timeFormat: flags['time-format'] ?? null,
      write: text => this.print(text),
      signal: interruption.signal,
    }).catch((error: unknown) => {
      const exitCode = interruption.exitCode();
      if (exitCode === null) throw error;
      return this.exit(exitCode);
    });
    interruption.stop();
    const text = flags.format === 'json' ? JSON.stringify(report, null, 2) : describeImport(report);
    if (flags.out === undefined) this.note(text);
    else this.print(text);
  }
}
