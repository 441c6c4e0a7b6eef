import {mkdir, open, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {userError} from '../base/errors.js';

/**
 * Makes a folder for results ready and proves that it can be written, so that no run is lost at its end.
 *
 * @param folder is made, with those above it, where it does not exist
 * @param flag name of the flag that named it, `--out`
 * @throws UserError CLI002 when it cannot be made or written
 */
export async function prepareOutputFolder(folder: string, flag: string): Promise<void> {
  const probe = join(folder, `.plimsoll-probe-${process.pid}`);
  try {
    await mkdir(folder, {recursive: true});
    const file = await open(probe, 'w');
    try {
      await file.writeFile('probe');
    } finally {
      await file.close();
      await rm(probe, {force: true});
    }
  } catch (error) {
    throw userError('CLI002', flag, 'a folder that can be written', `${folder}: ${reasonOf(error)}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'read-only file system',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands in the way',
  EEXIST: 'a file of this name exists',
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? (error as Error).message;
}
