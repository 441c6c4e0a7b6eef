import {parseIsoDate} from '../../base/dates.js';
import {UserError} from '../../base/errors.js';
import {suggest} from '../../base/suggest.js';
import {loadZone} from '../../scenario/clock.js';
import type {Zone} from '../../scenario/clock.js';
import type {Clock} from '../../scenario/scenario.js';
import {lineOfRow, openCsv} from '../import/csv-rows.js';
import type {CsvRow, CsvRows} from '../import/csv-rows.js';
import type {OpenReplay, ReplayChunk, ReplayReader, ReplayRequest, ReplayedType} from '../replay-reader.js';
import {makeArrivalReader} from './horizon-seconds.js';
import {findLogColumns} from './log-columns.js';
import {readLogRow, rowError} from './log-row.js';
import type {LogRow, RowReading} from './log-row.js';

/**
 * Opens recorded logs for a scenario's clock.
 *
 * A reader goes through its file once and stops at the first row past the horizon. Rows before the horizon and rows of contact
 * types that are not asked for are passed over; `checkLog` counts them.
 *
 * @example makeOpenReplay(scenario.clock)({file, delimiter: null, decimalComma: false, wanted})
 */
export const makeOpenReplay =
  (clock: Clock): OpenReplay =>
  request =>
    new LogReader(request, clock);

/** The clock's time zone over its horizon. */
export async function zoneOf(clock: Clock): Promise<Zone> {
  const zone = await loadZone(clock.timezone, parseIsoDate(clock.startDate)!, clock.days);
  if (zone === null) throw new Error(`no time zone ${clock.timezone}, which the scenario should have been checked for`);
  return zone;
}

/** One pass over one log; throws UserError with file and line at the first row that cannot be replayed. */
class LogReader implements ReplayReader {
  readonly #request: ReplayRequest;
  readonly #clock: Clock;
  readonly #types: ReadonlyMap<string, ReplayedType>;
  readonly #row: LogRow = {contactType: '', arrivedAt: 0, handle: NaN, wrapUp: NaN, patience: NaN};
  /** Names of types that nobody asked for, a few of them, for the message when no row matches. */
  readonly #unknown = new Set<string>();
  #csv: CsvRows | null = null;
  #reading: RowReading | null = null;
  #batch: readonly CsvRow[] = [];
  #inBatch = 0;
  #rowsRead = 0;
  #previous = -Infinity;
  #matched = false;
  #closed = false;

  constructor(request: ReplayRequest, clock: Clock) {
    this.#request = request;
    this.#clock = clock;
    this.#types = new Map(request.wanted.map(type => [type.logName, type]));
  }

  async read(chunk: ReplayChunk): Promise<void> {
    const end = this.#clock.dayStarts[this.#clock.days]!;
    const capacity = chunk.arrivedAt.length;
    chunk.length = 0;
    while (chunk.length < capacity && !this.#closed) {
      if (this.#inBatch === this.#batch.length && !(await this.#nextBatch())) break;
      await this.#readRow(this.#batch[this.#inBatch]!);
      this.#inBatch += 1;
      const {arrivedAt} = this.#row;
      if (arrivedAt >= end) this.close();
      else this.#keep(chunk);
    }
  }

  close(): void {
    this.#closed = true;
    this.#csv?.close();
    this.#csv = null;
    this.#batch = [];
    this.#inBatch = 0;
  }

  async #open(): Promise<CsvRows> {
    const {file, delimiter, decimalComma} = this.#request;
    const csv = await openCsv(file, {delimiter, lines: false});
    this.#csv = csv;
    this.#reading = {
      columns: findLogColumns(file, csv.header),
      decimalComma,
      readArrival: makeArrivalReader(this.#clock, await zoneOf(this.#clock)),
      severalDays: this.#clock.days > 1,
    };
    return csv;
  }

  async #nextBatch(): Promise<boolean> {
    const csv = this.#csv ?? (await this.#open());
    this.#batch = await csv.next();
    this.#inBatch = 0;
    if (this.#batch.length > 0) return true;
    const nothingMatched = !this.#matched && this.#unknown.size > 0;
    this.close();
    if (nothingMatched) throw unknownTypes(this.#request.file, [...this.#unknown], [...this.#types.keys()]);
    return false;
  }

  async #readRow({cells}: CsvRow): Promise<void> {
    const fault = readLogRow(cells, this.#previous, this.#reading!, this.#row);
    if (fault !== null) {
      const {file, delimiter} = this.#request;
      this.close();
      throw rowError(file, await lineOfRow(file, delimiter, this.#rowsRead), fault);
    }
    this.#rowsRead += 1;
    this.#previous = this.#row.arrivedAt;
  }

  #keep(chunk: ReplayChunk): void {
    const type = this.#types.get(this.#row.contactType);
    if (type === undefined) {
      if (this.#unknown.size < MOST_NAMES) this.#unknown.add(this.#row.contactType);
      return;
    }
    this.#matched = true;
    if (this.#row.arrivedAt < 0) return;
    const at = chunk.length;
    chunk.contactType[at] = type.contactType;
    chunk.arrivedAt[at] = this.#row.arrivedAt;
    chunk.handle[at] = type.use.includes('handle-time') ? this.#row.handle : NaN;
    chunk.wrapUp[at] = type.use.includes('wrap-up') ? this.#row.wrapUp : NaN;
    chunk.patience[at] = type.use.includes('patience') ? this.#row.patience : NaN;
    chunk.length = at + 1;
  }
}

/** So many names of contact types stand in a message. */
const MOST_NAMES = 12;

/** No row of the log is of a type that the scenario replays. */
export function unknownTypes(file: string, inLog: readonly string[], asked: readonly string[]): UserError {
  const nearest = asked.map(name => suggest(name, inLog)).find(name => name !== null) ?? null;
  return new UserError([
    {
      code: 'LOG009',
      place: {file, line: null, column: null, path: 'contact-type'},
      expected: `rows of ${asked.map(name => JSON.stringify(name)).join(', ')}`,
      got: inLog.slice(0, MOST_NAMES).join(', '),
      nearest,
    },
  ]);
}
