import {BANK_COLUMNS} from '../../src/traffic/import/anonymous-bank/read-calls.js';

/** One made-up row of a log in the form of the Anonymous Bank's; clock times, seconds after midnight where a number. */
export interface MadeUpCall {
  readonly type?: string;
  readonly date?: string;
  readonly priority?: number;
  /** When it leaves the voice response unit. */
  readonly at: string;
  /** When it leaves the queue; none: it did not queue. */
  readonly queueTo?: string;
  readonly outcome?: string;
  readonly talk?: readonly [string, string];
  readonly server?: string;
  readonly vruEntry?: string;
}

const seconds = (clock: string): number => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** The cells of one row. */
export function bankRow({
  type = 'PS',
  date = '990301',
  priority = 0,
  at,
  queueTo,
  outcome = 'AGENT',
  talk,
  server = 'ANN',
  vruEntry = at,
}: MadeUpCall): string[] {
  const queue =
    queueTo === undefined ? ['0:00:00', '0:00:00', '0'] : [at, queueTo, String(seconds(queueTo) - seconds(at))];
  const service =
    talk === undefined ? ['0:00:00', '0:00:00', '0'] : [...talk, String(seconds(talk[1]) - seconds(talk[0]))];
  return ['XX0101', '1', '0', String(priority), type, date, vruEntry, at, '0', ...queue, outcome, ...service, server];
}

/** A whole file: heading, tabs, CRLF. */
export const bankLog = (calls: readonly MadeUpCall[]): string =>
  [[...BANK_COLUMNS], ...calls.map(bankRow)].map(cells => `${cells.join('\t')}\r\n`).join('');
