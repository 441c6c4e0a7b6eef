import {spawn, type ChildProcessWithoutNullStreams} from 'node:child_process';
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {temporaryFolder} from './temporary-folder.js';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The program as it is started by a user; needs the build. */
export const PLIMSOLL = join(ROOT, 'bin', 'run.js');

export interface Ended {
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Folder in which it runs; the repository by default. */
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts `plimsoll` with these words; the promise waits for its end. */
export function startPlimsoll(
  words: readonly string[],
  {cwd = ROOT, env = {}}: RunOptions = {},
): {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
} {
  return start(process.execPath, [PLIMSOLL, ...words], cwd, env);
}

/** Runs `plimsoll` as a user would, and answers with what it wrote and how it ended. */
export function runPlimsoll(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return startPlimsoll(words, options).ended;
}

/** Runs a line of bash in which `plimsoll` is the program; pipefail is on. */
export function runShell(line: string, {cwd = ROOT, env = {}}: RunOptions = {}): Promise<Ended> {
  const program = `plimsoll() { ${JSON.stringify(process.execPath)} ${JSON.stringify(PLIMSOLL)} "$@"; }`;
  return start('bash', ['-o', 'pipefail', '-c', `${program}\n${line}`], cwd, env).ended;
}

function start(program: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  const {NO_COLOR: _, FORCE_COLOR: __, ...inherited} = process.env;
  const child = spawn(program, words, {cwd, env: {...inherited, ...env}});
  const ended = new Promise<Ended>((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
    child.on('error', reject);
    child.on('close', exitCode => resolve({exitCode, stdout, stderr}));
  });
  return {child, ended};
}

/** Gives a test an empty folder of its own, gone when the test is over. */
export async function inTemporaryFolder<Outcome>(use: (folder: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = temporaryFolder();
  try {
    return await use(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
