/** What a page may count on where it is shown. */
export interface Terminal {
  /** Columns of text; 80 where the output is no terminal. */
  readonly width: number;
  readonly color: boolean;
  /** A person looks on: progress may be drawn. */
  readonly interactive: boolean;
}

/** The part of a stream that matters here; process.stdout and process.stderr fit. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Narrower than this no line of figures can be read; it is wrapped by the terminal instead. */
const NARROWEST = 40;

/**
 * What a stream can show, with the customs of the command line: NO_COLOR and TERM=dumb switch color off,
 * FORCE_COLOR switches it on, a pipe or a file gets plain text 80 columns wide.
 *
 * @param colorAllowed false under `--no-color`
 * @example terminalOf(process.stdout, process.env, true) // {width: 120, color: true, interactive: true}
 */
export function terminalOf(stream: OutputStream, env: NodeJS.ProcessEnv, colorAllowed: boolean): Terminal {
  const interactive = stream.isTTY === true;
  const forced = isSet(env['FORCE_COLOR']) && env['FORCE_COLOR'] !== '0';
  const refused = !colorAllowed || isSet(env['NO_COLOR']) || env['FORCE_COLOR'] === '0';
  const width = interactive && stream.columns ? stream.columns : 80;
  return {
    width: Math.max(NARROWEST, width),
    color: !refused && (forced || (interactive && env['TERM'] !== 'dumb')),
    interactive,
  };
}

/** An environment variable counts when it is there and not empty (https://no-color.org). */
const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
