import {Command, Errors, Flags} from '@oclif/core';
import {UserError} from '../base/errors.js';
import {commandLine} from '../base/command-line.js';
import {EXIT} from './exit-codes.js';
import {describeMisuse} from './misuse.js';
import {flushed, quietWhenClosed} from './output.js';
import {terminalOf, type Terminal} from './terminal.js';

/**
 * What commands share: how a result is printed, and how an error is told. The user's mistakes end with what to mend
 * and exit code 2; anything else is ours and ends with a stack, the version, the command to repeat it and exit code 70.
 */
export abstract class BaseCommand extends Command {
  static override baseFlags = {
    'no-color': Flags.boolean({description: 'plain text; the same as NO_COLOR=1'}),
  };

  override async init(): Promise<void> {
    await super.init();
    quietWhenClosed(process.stdout, error => this.endWith(error));
    quietWhenClosed(process.stderr, error => this.endWith(error));
    process.once('uncaughtException', error => this.endWith(error));
  }

  /** Writes a result on stdout as it stands; a newline is added where the text does not end with one. */
  protected print(text: string): void {
    if (text !== '') process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Writes a line for the person who looks on, on stderr: what may spoil the result and what mends it. */
  protected note(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  /** What stdout can show: width, color, whether somebody looks on. */
  protected get terminal(): Terminal {
    return terminalOf(process.stdout, process.env, !this.argv.includes('--no-color'));
  }

  protected override catch(error: Error): Promise<never> {
    if (error instanceof Errors.ExitError) throw error;
    this.exit(this.explain(error));
  }

  protected override async finally(error: Error | undefined): Promise<void> {
    await super.finally(error);
    await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  }

  /** Tells an error on stderr and answers with the exit code that belongs to it. */
  private explain(error: unknown): number {
    if (error instanceof UserError) {
      const codes = [...new Set(error.problems.map(problem => problem.code))];
      this.note(`${error.message}\n${codes.map(code => `  ${this.config.bin} explain ${code}`).join('\n')}`);
      return EXIT.userError;
    }
    if (error instanceof Errors.CLIError) {
      this.note(describeMisuse(error, this.config.bin, this.ctor));
      return EXIT.userError;
    }
    const stack = error instanceof Error ? error.stack : String(error);
    const typed = commandLine([this.config.bin, ...(this.id ?? '').split(':'), ...this.argv]);
    this.note(
      `${stack}\n\nthis is a fault of ${this.config.bin}, not yours: please report it with the lines above and these\n` +
        `  version: ${this.config.bin} ${this.config.version}, node ${process.version}, ${process.platform} ${process.arch}\n` +
        `  to reproduce: ${typed}`,
    );
    return EXIT.bug;
  }

  /** For errors that reach no `catch`: out of an event of a stream or a timer. */
  private endWith(error: unknown): never {
    process.exit(this.explain(error));
  }
}
