import {closeSync, openSync, readSync} from 'node:fs';
import {describeReadFault} from './read-faults.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How much of the file is looked at to find out its separator. */
const PEEK_BYTES = 65_536;

/** The separator that the first line holds most often, outside quotes; a comma when it holds none. */
export function findDelimiter(file: string): string {
  const line = firstLine(peek(file));
  const counts = DELIMITERS.map(delimiter => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** The first line of a text, without what stands in quotes. */
function firstLine(text: string): string {
  const unquoted = text
    .replace(/^\uFEFF/, '')
    .replace(/"[^"]*"/g, '')
    .trimStart();
  const end = unquoted.search(/[\r\n]/);
  return end === -1 ? unquoted : unquoted.slice(0, end);
}

function peek(file: string): string {
  const buffer = Buffer.alloc(PEEK_BYTES);
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    throw describeReadFault(file, error as Error);
  }
  try {
    const length = readSync(descriptor, buffer, 0, PEEK_BYTES, 0);
    const wide = length > 1 && buffer[0] === 0xff && buffer[1] === 0xfe;
    return buffer.toString(wide ? 'utf16le' : 'utf8', 0, length);
  } catch (error) {
    throw describeReadFault(file, error as Error);
  } finally {
    closeSync(descriptor);
  }
}
