import {readFile, realpath, stat} from 'node:fs/promises';
import {dirname, join, resolve, sep} from 'node:path';
import {readTable} from './csv.js';
import type {Table} from './csv.js';
import {decode} from './decode.js';
import type {Problems} from './problems.js';
import type {Include} from './schema/field.js';

/** Bytes of an included table, at most; logs to be replayed may have any size. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The files a scenario names, opened. */
export interface Includes {
  readonly tableOf: (include: Include) => Table | null;
  /** Absolute path. */
  readonly fileOf: (include: Include) => string;
}

/**
 * Opens every file that a scenario names, each once. A path that leaves the folder of the scenario is refused unless
 * the user allowed it.
 *
 * @param folder of the scenario file; relative paths start there
 * @param shownFolder the same as the user named it, for messages
 */
export async function openIncludes(
  includes: readonly Include[],
  folder: string,
  shownFolder: string,
  allowOutside: boolean,
  problems: Problems,
): Promise<Includes> {
  const tables = new Map<string, Table>();
  const seen = new Set<string>();
  for (const include of includes) {
    const file = resolve(folder, include.path);
    const once = `${include.table ? 'table' : 'log'} ${file}`;
    if (seen.has(once)) continue;
    seen.add(once);
    if (!(await checkFile(file, folder, include, allowOutside, problems)) || !include.table) continue;
    const table = await readTable(decode(await readFile(file)), join(shownFolder, include.path), problems);
    if (table !== null) tables.set(file, table);
  }
  return {
    tableOf: include => tables.get(resolve(folder, include.path)) ?? null,
    fileOf: include => resolve(folder, include.path),
  };
}

async function checkFile(
  file: string,
  folder: string,
  include: Include,
  allowOutside: boolean,
  problems: Problems,
): Promise<boolean> {
  const refuse = (code: 'SCN002' | 'SCN030' | 'SCN031', expected: string): false => {
    problems.add(code, include.at, expected, include.path);
    return false;
  };
  const outside = `a file inside the folder of the scenario (--allow-outside permits others)`;
  if (!allowOutside && !isInside(file, resolve(folder))) return refuse('SCN031', outside);
  try {
    const found = await stat(file);
    if (!found.isFile()) return refuse('SCN030', 'a file, not a folder or a device');
    if (include.table && found.size > MOST_BYTES) return refuse('SCN002', 'a table of at most 64 MB');
    if (!allowOutside && !isInside(await realpath(file), await realpath(folder)))
      return refuse('SCN031', `${outside}; this one is a link that leads out`);
    return true;
  } catch (error) {
    return refuse('SCN030', `a readable file (${reasonOf(error)}); looked for at ${file}`);
  }
}

const isInside = (file: string, folder: string): boolean =>
  file.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Why the system would not open a file, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'there is none',
    EACCES: 'its rights forbid reading',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of the path is no folder',
    ENAMETOOLONG: 'the path is too long',
    ELOOP: 'links go round in a circle',
  };
  if (code === '') throw error;
  return words[code] ?? code;
}

/** Folder of a file, for relative paths inside it. */
export const folderOf = (file: string): string => dirname(file);
