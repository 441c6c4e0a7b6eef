import {Args, Flags} from '@oclif/core';
import {BaseCommand} from '../../cli/base-command.js';
import {userError} from '../../base/errors.js';
import {parseDuration} from '../../base/units.js';

export default class ImportAnonymousBank extends BaseCommand {
  static override summary = 'Turn a month of the Anonymous Bank log (Technion, 1999) into a scenario that replays it.';
  static override description =
    'Writes the contact log, every row it dropped and why, who was on duty when, wrap-up, patience by contact type, what the log says ' +
    'happened, and a scenario. The log records no duty and no wrap-up: docs/how-to/replay-anonymous-bank.md says how they are told from it.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> february1999.txt --out february',
    '<%= config.bin %> <%= command.id %> february1999.txt --out february --break-after 20m --format json',
  ];

  static override args = {
    file: Args.string({description: 'one month of the log, such as february1999.txt', required: true}),
  };

  static override flags = {
    out: Flags.string({
      description: 'folder for what is written (else the name of the file without its ending)',
      helpValue: 'DIR',
    }),
    'break-after': Flags.string({
      description: 'an agent who answers nobody for so long counts as away',
      default: '15m',
      helpValue: 'DURATION',
    }),
    interval: Flags.string({
      description: 'grain of the table of agents by interval',
      default: '30m',
      helpValue: 'DURATION',
    }),
    format: Flags.option({
      options: ['terminal', 'json'] as const,
      default: 'terminal' as const,
      description: 'how the report is written',
    })(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImportAnonymousBank);
    const {importAnonymousBank} = await import('../../traffic/import/anonymous-bank/import-anonymous-bank.js');
    const {describeBankImport} = await import('../../traffic/import/anonymous-bank/describe-bank-import.js');
    const {basename, extname} = await import('node:path');
    const report = await importAnonymousBank(args.file, {
      out: flags.out ?? basename(args.file, extname(args.file)),
      breakAfter: duration('--break-after', flags['break-after'], 60, 86_400),
      intervalSeconds: duration('--interval', flags.interval, 300, 3600),
    });
    this.print(flags.format === 'json' ? JSON.stringify(report, null, 2) : describeBankImport(report));
  }
}

/** A duration between two bounds, in seconds. */
function duration(flag: string, text: string, least: number, most: number): number {
  const seconds = parseDuration(text);
  if (seconds === null || seconds < least || seconds > most) {
    throw userError('LOG014', flag, `a duration from ${least / 60}m to ${most / 60}m, such as 15m`, text);
  }
  return seconds;
}
