/** A small generator of its own (mulberry32), so that a failure can be repeated by its number. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const NASTY = [
  '',
  '-1',
  '0',
  '1e309',
  'NaN',
  'null',
  '~',
  '{}',
  '[]',
  '[[[[',
  '}}',
  ': :',
  '&a *a',
  '*none',
  '<<: *x',
  '__proto__',
  'constructor',
  '99999999999999999999',
  '1000000000',
  '0s',
  '-3m',
  '3 minuts',
  '110%',
  '200%',
  '-5%',
  '80% in',
  '24:00',
  '25:00',
  '08:00-08:00',
  'forever',
  'constant(0s)',
  'lognormal(4m)',
  'lognormal(4m, cv -1)',
  'erlang(4m, 0 phases)',
  'hyperexponential(50% 1m)',
  'empirical(nothing.csv)',
  'kaplan-meier(../../etc/passwd)',
  '/etc/passwd',
  '../x.csv',
  'volumes/bank.csv',
  '1d',
  '9999999w',
  '2026-02-30',
  '2026-12-31',
  'Europe/Paris',
  'Mars/Base',
  'none',
  '1e9/s',
  '500/week',
  'mon-fri',
  '"\\u0000"',
  '\u0000',
  '\uFEFF',
  '\uE000',
  '\t',
  '\r',
  '日本',
  '!!binary aGk=',
  '!!js/function x',
  '? a',
  '- - - -',
  '|',
  '>',
  "'",
  '"',
  '#',
  '---',
  '%YAML 1.1',
  '{a: 1, a: 2}',
];

type Mutation = (text: string, random: () => number) => string;
export const at = (length: number, random: () => number): number => Math.floor(random() * length);
export const pick = <T>(items: readonly T[], random: () => number): T => items[at(items.length, random)]!;
const onLines = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
};

const WORDS = /[^\s{}[\],:]+/g;
const replaceOne = (text: string, pattern: RegExp, by: () => string, random: () => number): string => {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return text;
  const {index, 0: found} = pick(places, random);
  return text.slice(0, index) + by() + text.slice(index + found.length);
};

const MUTATIONS: readonly Mutation[] = [
  (text, random) => {
    const place = at(text.length, random);
    return text.slice(0, place) + String.fromCharCode(at(300, random)) + text.slice(place + 1);
  },
  (text, random) => {
    const place = at(text.length, random);
    return text.slice(0, place) + text.slice(place + 1 + at(20, random));
  },
  (text, random) => text.slice(0, at(text.length, random)),
  (text, random) => onLines(text, lines => lines.splice(at(lines.length, random), 1)),
  (text, random) => onLines(text, lines => lines.splice(at(lines.length, random), 0, pick(lines, random))),
  (text, random) =>
    onLines(text, lines => {
      const line = at(lines.length, random);
      lines[line] = `${' '.repeat(at(8, random))}${lines[line]!.trimStart()}`;
    }),
  (text, random) =>
    onLines(text, lines => {
      const line = at(lines.length, random);
      lines[line] = lines[line]!.replace(/:.*$/, `: ${pick(NASTY, random)}`);
    }),
  (text, random) => replaceOne(text, WORDS, () => pick(NASTY, random), random),
  (text, random) => replaceOne(text, WORDS, () => pick(text.match(WORDS)!, random), random),
  (text, random) => replaceOne(text, /\d+/g, () => String(Math.floor(10 ** (random() * 12))), random),
];

/** A text after some random faults, at least one. */
export function spoiled(text: string, faults: number, random: () => number): string {
  let result = text;
  for (let fault = 0; fault < faults; fault += 1)
    result = pick(MUTATIONS, random)(result === '' ? ' ' : result, random);
  return result;
}
