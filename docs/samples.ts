import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {ROOT} from './markdown.js';

/**
 * Fills the samples of a page: between `<!-- sample: COMMAND -->` and `<!-- end of sample -->` stands what the command
 * prints, in a fenced block. COMMAND begins with `plimsoll` and runs in the root of the repository.
 */
export function withSamples(text: string): string {
  return text.replace(/(<!-- sample: (.+?) -->\n)[\s\S]*?(<!-- end of sample -->)/g, (_, open: string, command: string, close: string) =>
    `${open}\`\`\`text\n${outputOf(command)}\`\`\`\n${close}`,
  );
}

/** Many pages show the same run: it is done once. */
const done = new Map<string, string>();

/** What a command prints on stdout in a pipe: plain text, 80 columns. */
export function outputOf(command: string): string {
  const known = done.get(command);
  if (known !== undefined) return known;
  const [program, ...words] = command.split(' ');
  if (program !== 'plimsoll') throw new Error(`a sample runs plimsoll, got ${JSON.stringify(command)}`);
  const run = spawnSync(process.execPath, [join(ROOT, 'bin/run.js'), ...words], {cwd: ROOT, encoding: 'utf8', env: {...process.env, NO_COLOR: '1'}});
  if (run.status !== 0) throw new Error(`${command} ends with ${run.status}:\n${run.stderr}`);
  const text = run.stdout.replace(/[ \t]+$/gm, '');
  done.set(command, text);
  return text;
}
