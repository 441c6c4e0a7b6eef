import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** The smallest scenario: one queue, six agents, a day. */
export const HELP_LINE = `name: Small help line
contacts:
  help:
    channel: voice
    arrivals: 60/h
    handle: 4m
    patience: 3m
    objective: 80% in 20s
agents:
  team: {count: 6, skills: [help]}
`;

/** Writes it into a folder and answers with its path. */
export function writeHelpLine(folder: string, name = 'help-line.yaml', text: string = HELP_LINE): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
