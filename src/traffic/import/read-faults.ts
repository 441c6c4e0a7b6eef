import {UserError, userError} from '../../base/errors.js';

const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'a folder',
  EACCES: 'a file that may not be read',
  EPERM: 'a file that may not be read',
};

/** A fault of reading or parsing as a message for the user; anything else is passed on. */
export function describeReadFault(
  file: string,
  error: Error & {code?: string; lines?: number; syscall?: string},
): Error {
  const code = error.code ?? '';
  if (code in READ_FAULTS) return userError('LOG001', file, 'a CSV file that can be read', READ_FAULTS[code]!);
  // a pipe, a device, a network folder that went away: not ours to mend
  if (error.syscall !== undefined) return userError('LOG001', file, 'a CSV file that can be read', code);
  if (!code.startsWith('CSV_')) return error;
  const expected =
    code === 'CSV_MAX_RECORD_SIZE'
      ? 'rows of less than 1 MB (is a quote left open?)'
      : `well-formed CSV (${error.message})`;
  return new UserError([
    {
      code: 'LOG003',
      place: {file, line: error.lines ?? null, column: null, path: ''},
      expected,
      got: null,
      nearest: null,
    },
  ]);
}
