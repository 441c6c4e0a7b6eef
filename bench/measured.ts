import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';

/** What one run of a program took. */
export interface Measured {
  readonly stdout: string;
  readonly wallSeconds: number;
  /** User and system time of the process, its threads and what it waited for. */
  readonly cpuSeconds: number;
  /** Largest resident set seen, by looking every 50 ms; NaN where there is no /proc. */
  readonly peakMegabytes: number;
}

/**
 * Runs a program to its end and measures it. CPU time is bash's `time`: it counts every thread, also those that compile.
 *
 * @throws Error when it fails, with what it wrote to stderr
 */
export function measured(program: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn('bash', ['-c', `TIMEFORMAT='%U %S'; time "$@"`, 'bash', program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let peak = NaN;
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const look = setInterval(
      () => (peak = Math.max(Number.isNaN(peak) ? 0 : peak, peakOfChildren(child.pid ?? 0))),
      50,
    );
    child.on('error', reject);
    child.on('close', code => {
      clearInterval(look);
      const [user, system] = (stderr.trim().split('\n').pop() ?? '').split(' ').map(Number);
      if (code !== 0) reject(new Error(`${program} ${args.join(' ')} ended with ${String(code)}: ${stderr}`));
      else
        resolve({
          stdout,
          wallSeconds: (performance.now() - started) / 1000,
          cpuSeconds: user + system,
          peakMegabytes: peak,
        });
    });
  });
}

/** VmHWM of the processes that a process has started; 0 where it cannot be read. */
function peakOfChildren(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(id => id !== '');
    return Math.max(
      0,
      ...children.map(id => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024),
    );
  } catch {
    return 0;
  }
}
