import {appendFileSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {orTell} from './write-file.js';

/** What is kept in memory before it goes to the disk, in characters. */
const MOST_PENDING = 1 << 24;

/**
 * Sorts more rows than fit into memory: each is put into the bucket of its day, in a file of its own, and the days
 * are then sorted one by one. So memory grows with the busiest day alone.
 */
export class DayBuckets {
  readonly #folder: string;
  readonly #pending = new Map<number, string[]>();
  readonly #days = new Set<number>();
  #size = 0;
  #rows = 0;

  /** @param folder an existing folder with room for as much as all rows together; the buckets are removed by `remove` */
  constructor(folder: string) {
    this.#folder = orTell(folder, () => mkdtempSync(join(folder, '.plimsoll-sort-')));
  }

  /** @param at seconds, which order the rows; rows of the same second keep their order */
  add(at: number, line: string): void {
    const day = Math.floor(at / 86_400);
    const rows = this.#pending.get(day) ?? [];
    const row = `${at} ${this.#rows} ${line.replaceAll('\n', '\u2028')}\n`;
    rows.push(row);
    this.#pending.set(day, rows);
    this.#rows += 1;
    this.#size += row.length;
    if (this.#size > MOST_PENDING) this.#flush();
  }

  /** All rows in order, a day at a time. */
  *sorted(): Generator<readonly string[]> {
    this.#flush();
    for (const day of [...this.#days].sort((a, b) => a - b)) {
      const rows = readFileSync(this.#fileOf(day), 'utf8').split('\n').slice(0, -1).map(readBucketRow);
      rows.sort((a, b) => a.at - b.at || a.number - b.number);
      yield rows.map(({line}) => line.replaceAll('\u2028', '\n'));
    }
  }

  remove(): void {
    rmSync(this.#folder, {recursive: true, force: true});
  }

  #flush(): void {
    for (const [day, rows] of this.#pending) {
      orTell(this.#folder, () => appendFileSync(this.#fileOf(day), rows.join('')));
      this.#days.add(day);
    }
    this.#pending.clear();
    this.#size = 0;
  }

  #fileOf(day: number): string {
    return join(this.#folder, `${day}`);
  }
}

function readBucketRow(text: string): {readonly at: number; readonly number: number; readonly line: string} {
  const first = text.indexOf(' ');
  const second = text.indexOf(' ', first + 1);
  return {
    at: Number(text.slice(0, first)),
    number: Number(text.slice(first + 1, second)),
    line: text.slice(second + 1),
  };
}
