import {createHash} from 'node:crypto';

/** What stands at the head of a journal. */
export interface JournalHead {
  /** Names the work. */
  readonly key: string;
  /** Version of the program that does it. */
  readonly program: string;
}

/** One line of a journal whose checksum is right. */
export interface JournalLine {
  /** From 1. */
  readonly line: number;
  /** As it stands there, without its line feed. */
  readonly text: string;
  readonly entry: object;
}

/** What stands in a journal. */
export interface JournalText {
  /** null: there is none, or it is damaged. */
  readonly head: JournalHead | null;
  /** Those of this work, in order. */
  readonly lines: readonly JournalLine[];
  /** Numbers of lines, from 1, that are not what was written, or were written for other work; the head may be among them. */
  readonly damaged: readonly number[];
  /** Bytes up to the last line feed; what stands behind them was torn. */
  readonly whole: number;
}

const LINE_FEED = 0x0a;
/** Digits of a checksum: 64 bits. */
const DIGITS = 16;
/** What the head is checked with; entries are checked with the key, so that a line of other work is none of this. */
const OF_THE_HEAD = 'plimsoll journal';

/** The first line of a journal, with its line feed. */
export const headLine = (head: JournalHead): string => lineOf(OF_THE_HEAD, head);

/**
 * An entry as it is kept: its checksum, a space, its JSON, a line feed.
 *
 * @param key names the work that it belongs to
 * @example entryLine('a', {point: 0}) // '2a53a49ad46e2c0b {"point":0}\n'
 */
export const entryLine = (key: string, entry: object): string => lineOf(key, entry);

/**
 * Takes the bytes of a journal apart. Nothing is believed whose checksum is wrong.
 *
 * @param key names the work whose lines are wanted
 */
export function readJournal(bytes: Buffer, key: string): JournalText {
  const whole = bytes.lastIndexOf(LINE_FEED) + 1;
  const texts = bytes.toString('utf8', 0, whole).split('\n').slice(0, -1);
  const head = texts.length === 0 ? null : (valueOf(OF_THE_HEAD, texts[0]!) as JournalHead | null);
  const damaged: number[] = texts.length > 0 && head === null ? [1] : [];
  const lines: JournalLine[] = [];
  for (const [index, text] of texts.entries()) {
    if (index === 0) continue;
    const entry = valueOf(key, text);
    if (entry === null) damaged.push(index + 1);
    else lines.push({line: index + 1, text, entry});
  }
  return {head, lines, damaged, whole};
}

function lineOf(key: string, value: object): string {
  const json = JSON.stringify(value);
  return `${checksumOf(key, json)} ${json}\n`;
}

function checksumOf(key: string, json: string): string {
  return createHash('sha256').update(key).update('\n').update(json).digest('hex').slice(0, DIGITS);
}

/** null where the checksum is not that of the rest. */
function valueOf(key: string, text: string): object | null {
  const json = text.slice(DIGITS + 1);
  if (text.slice(0, DIGITS + 1) !== `${checksumOf(key, json)} `) return null;
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' ? value : null;
}
