import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Problem} from '../../src/base/errors.js';
import {UserError} from '../../src/base/errors.js';
import {loadScenarioText} from '../../src/scenario/load.js';
import type {LoadOptions} from '../../src/scenario/load.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {temporaryFolder} from './temporary-folder.js';

export type Files = Readonly<Record<string, string>>;

/** A folder with included files in it. */
export function folderWith(files: Files): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The scenario that a text becomes. */
export function read(text: string, files: Files = {}, options: LoadOptions = {}): Promise<Scenario> {
  return loadScenarioText(text, {file: 'center.yaml', folder: folderWith(files), ...options});
}

/** The problems of a text; fails when there are none. */
export async function problemsOf(
  text: string,
  files: Files = {},
  options: LoadOptions = {},
): Promise<readonly Problem[]> {
  try {
    await read(text, files, options);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  throw new Error('the scenario was read without a problem');
}

/** The same as lines, as the terminal shows them. */
export async function messagesOf(
  text: string,
  files: Files = {},
  options: LoadOptions = {},
): Promise<readonly string[]> {
  try {
    await read(text, files, options);
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n');
    throw error;
  }
  throw new Error('the scenario was read without a problem');
}

/** A center with one contact type `help` and one group `team`, and further lines for each of them. */
export function helpLine({
  arrivals = '60/h',
  handle = '4m',
  help = '',
  team = 'count: 6',
  rest = '',
}: {
  readonly arrivals?: string;
  readonly handle?: string;
  readonly help?: string;
  readonly team?: string;
  readonly rest?: string;
} = {}): string {
  const indented = (text: string): string =>
    text
      .split('\n')
      .filter(line => line !== '')
      .map(line => `    ${line}`)
      .join('\n');
  return `contacts:
  help:
    arrivals: ${arrivals}
    handle: ${handle}
${indented(help)}
agents:
  team:
    skills: [help]
${indented(team)}
${rest}
`;
}
