import {weekdayOf} from '../base/dates.js';
import {SECONDS_PER_DAY} from '../base/units.js';
import {clip, momentOf} from './horizon.js';
import type {Horizon, Span} from './horizon.js';
import {readIntervalRows} from './interval-rows.js';
import type {IntervalRows} from './interval-rows.js';
import type {Table} from './csv.js';
import type {Problems} from './problems.js';
import type {ArrivalSource, Busyness, GeneratedArrivals} from './scenario.js';
import type {Include} from './schema/field.js';
import type {WrittenArrivals} from './schema/traffic.js';
import {deepest} from './value.js';

/** What arrivals of one contact type are built from. */
export interface ArrivalsContext {
  readonly horizon: Horizon;
  readonly typeName: string;
  /** When its queue is open; null: always. */
  readonly open: readonly Span[] | null;
  readonly volume: number;
  /** True when volumes vary inside a day by chance, for all types or this one: then segments follow the intervals. */
  readonly splitAtIntervals: boolean;
  readonly tableOf: (include: Include) => Table | null;
  /** Absolute path of an included file. */
  readonly fileOf: (include: Include) => string;
  readonly problems: Problems;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly expected: number;
}

/** Arrivals as written become sources: one base, one for each burst. */
export function buildArrivals(written: WrittenArrivals, context: ArrivalsContext): readonly ArrivalSource[] {
  const bursts = (written.bursts ?? []).map(({name, value}) => burstSource(name, value, written, context));
  if (written.replay !== undefined) return [replaySource(written, written.replay, context), ...bursts];
  if (written.none || !hasBase(written)) return bursts;
  const pieces = basePieces(written, context);
  return [source('base', pieces, written.counts, written.busyness ?? null, context), ...bursts];
}

/** False when bursts are all that comes. */
const hasBase = (written: WrittenArrivals): boolean =>
  (['rate', 'per-day', 'by-weekday', 'by-interval'] as const).some(key => written[key] !== undefined);

function replaySource(written: WrittenArrivals, replay: Include, {typeName, fileOf}: ArrivalsContext): ArrivalSource {
  return {
    kind: 'replayed',
    file: fileOf(replay),
    logName: written.as ?? typeName,
    delimiter: written.delimiter === undefined ? null : written.delimiter === 'tab' ? '\t' : written.delimiter,
    decimalComma: written['decimal-comma'],
    jitterSeconds: written.jitter,
    use: written.use ?? ['handle-time', 'patience', 'wrap-up'],
  };
}

/** Factor of a day: volume of the run, day of the week, special day. */
function dayFactor(written: WrittenArrivals, day: number, volume: number): number {
  let result = volume;
  for (const {name, value} of written.weekdays ?? []) if (name.includes(weekdayOf(day))) result *= value;
  for (const {name, value} of written['special-days'] ?? []) if (name === day) result *= value;
  return result;
}

function basePieces(written: WrittenArrivals, context: ArrivalsContext): readonly Piece[] {
  const {horizon, volume} = context;
  const include = written['by-interval'];
  if (include !== undefined) return intervalPieces(written, include, context);
  const profile = written.profile === undefined ? null : readProfile(written, context);
  if (written.profile !== undefined && profile === null) return [];
  return Array.from({length: horizon.clock.days}, (_, index) => horizon.firstDay + index).flatMap((day, index) => {
    const factor = dayFactor(written, day, volume);
    const [from, to] = [horizon.clock.dayStarts[index]!, horizon.clock.dayStarts[index + 1]!];
    const contacts = contactsOf(written, day);
    if (contacts !== null && profile !== null) return profilePieces(profile, day, contacts * factor, context);
    const open = (context.open ?? [[from, to] as const])
      .map(([opens, closes]): Span => [Math.max(from, opens), Math.min(to, closes)])
      .filter(([opens, closes]) => opens < closes);
    const seconds = open.reduce((sum, [opens, closes]) => sum + closes - opens, 0);
    const perSecond =
      contacts === null ? written.rate!.contacts / written.rate!.perSeconds : contacts / Math.max(1, seconds);
    return open.map(([opens, closes]) => ({from: opens, to: closes, expected: perSecond * (closes - opens) * factor}));
  });
}

/** Contacts expected on a day; null when a rate is given instead. */
function contactsOf(written: WrittenArrivals, day: number): number | null {
  if (written['by-weekday'] !== undefined)
    return written['by-weekday'].find(({name}) => name.includes(weekdayOf(day)))?.value ?? 0;
  if (written['per-day'] !== undefined) return written['per-day'];
  return written.rate?.perSeconds === SECONDS_PER_DAY ? written.rate.contacts : null;
}

function readProfile(
  written: WrittenArrivals,
  {horizon, tableOf, typeName, problems}: ArrivalsContext,
): IntervalRows | null {
  const profile = written.profile!;
  const at = deepest(written.here, 'profile');
  let rows: IntervalRows | null;
  if ('path' in profile) {
    const table = tableOf(profile);
    rows =
      table &&
      readIntervalRows(
        table,
        [written.column ?? typeName, 'weight', 'share', 'contacts'],
        horizon.zone,
        horizon.clock.intervalSeconds,
        false,
        problems,
      );
    if (rows?.dated === true)
      problems.add(
        'SCN034',
        {file: table!.file, line: rows.rows[0]!.line, column: null, path: ''},
        'a profile of one typical day, with times such as 08:00',
      );
    if (rows?.dated === true) return null;
  } else {
    const step = SECONDS_PER_DAY / profile.length;
    if (!Number.isInteger(step) || step % 60 !== 0) {
      problems.add(
        'SCN014',
        at,
        'a list of weights that divides the day evenly, such as 24 or 48',
        `${profile.length} weights`,
      );
      return null;
    }
    rows = {
      dated: false,
      step,
      rows: profile.map((value, index) => ({line: 0, day: null, secondOfDay: index * step, value})),
    };
  }
  if (rows !== null && rows.rows.reduce((sum, {value}) => sum + value, 0) <= 0) {
    problems.add('SCN014', at, 'a profile with some weight above 0');
    return null;
  }
  return rows;
}

function profilePieces(
  {rows, step}: IntervalRows,
  day: number,
  contacts: number,
  context: ArrivalsContext,
): readonly Piece[] {
  const sum = rows.reduce((total, {value}) => total + value, 0);
  return rows.map(({secondOfDay, value}) => cell(day, secondOfDay, step, (contacts * value) / sum, context));
}

function cell(day: number, secondOfDay: number, step: number, expected: number, {horizon}: ArrivalsContext): Piece {
  const from = momentOf(horizon, horizon.zone, day, secondOfDay);
  return {from, to: momentOf(horizon, horizon.zone, day, Math.min(SECONDS_PER_DAY, secondOfDay + step)), expected};
}

function intervalPieces(written: WrittenArrivals, include: Include, context: ArrivalsContext): readonly Piece[] {
  const {horizon, typeName, problems, tableOf, volume} = context;
  const table = tableOf(include);
  const names = written.column === undefined ? [typeName, 'contacts'] : [written.column];
  const read = table && readIntervalRows(table, names, horizon.zone, horizon.clock.intervalSeconds, false, problems);
  if (read === null) return [];
  const days = Array.from({length: horizon.clock.days}, (_, index) => horizon.firstDay + index);
  if (!read.dated)
    return days.flatMap(day =>
      read.rows.map(row => cell(day, row.secondOfDay, read.step, row.value * dayFactor(written, day, volume), context)),
    );
  const inside = read.rows.filter(({day}) => day! >= days[0]! && day! <= days.at(-1)!);
  if (inside.length === 0)
    problems.add(
      'SCN037',
      include.at,
      `rows between ${horizon.clock.dayDates[0]!} and ${horizon.clock.dayDates.at(-1)!}`,
      include.path,
    );
  return inside.map(row =>
    cell(row.day!, row.secondOfDay, read.step, row.value * dayFactor(written, row.day!, volume), context),
  );
}

function burstSource(
  name: string,
  burst: NonNullable<WrittenArrivals['bursts']>[number]['value'],
  written: WrittenArrivals,
  context: ArrivalsContext,
): GeneratedArrivals {
  const {horizon, volume} = context;
  const {day, secondOfDay} = burst.at;
  const days = day === null ? Array.from({length: horizon.clock.days}, (_, index) => horizon.firstDay + index) : [day];
  const pieces = days.flatMap((each): readonly Piece[] => {
    const from = momentOf(horizon, horizon.zone, each, secondOfDay);
    const inside = clip([from, from + burst.over], horizon);
    const share = inside === null ? 0 : (inside[1] - inside[0]) / burst.over;
    return inside === null ? [] : [{from: inside[0], to: inside[1], expected: burst.contacts * volume * share}];
  });
  if (pieces.length === 0)
    context.problems.add(
      'SCN037',
      deepest(written.here, 'bursts', name, 'at'),
      `a burst between ${horizon.clock.dayDates[0]!} and ${horizon.clock.dayDates.at(-1)!}`,
    );
  return source(name, withoutOverlap(pieces), written.counts, null, {...context, splitAtIntervals: false});
}

/** Daily bursts longer than a day overlap; their segments are cut and added up. */
function withoutOverlap(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.every((piece, index) => index === 0 || pieces[index - 1]!.to <= piece.from)) return pieces;
  const cuts = [...new Set(pieces.flatMap(({from, to}) => [from, to]))].sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!;
    const over = pieces.filter(piece => piece.from < to && piece.to > from);
    return {
      from,
      to,
      expected: over.reduce((sum, piece) => sum + (piece.expected * (to - from)) / (piece.to - piece.from), 0),
    };
  });
}

function source(
  name: string,
  pieces: readonly Piece[],
  counts: 'poisson' | 'exact',
  busyness: Busyness | null,
  context: ArrivalsContext,
): GeneratedArrivals {
  const split = context.splitAtIntervals || (busyness?.withinDay ?? null) !== null;
  const kept = pieces.filter(({from, to, expected}) => to > from && expected > 0);
  const fine = split ? kept.flatMap(piece => cutAtIntervals(piece, context.horizon.clock.intervalSeconds)) : kept;
  const merged = split || counts === 'exact' ? fine : mergeEqualRates(fine, context.horizon.clock.dayStarts);
  return {
    kind: 'generated',
    name,
    counts,
    starts: merged.map(({from}) => from),
    ends: merged.map(({to}) => to),
    expected: merged.map(({expected}) => expected),
    busyness,
  };
}

function cutAtIntervals({from, to, expected}: Piece, intervalSeconds: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let start = from; start < to;) {
    const end = Math.min(to, (Math.floor(start / intervalSeconds) + 1) * intervalSeconds);
    pieces.push({from: start, to: end, expected: (expected * (end - start)) / (to - from)});
    start = end;
  }
  return pieces;
}

/** Neighbors with one rate become one segment, but never across midnight, since busyness is drawn by day. */
function mergeEqualRates(pieces: readonly Piece[], dayStarts: readonly number[]): readonly Piece[] {
  const midnights = new Set(dayStarts);
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const sameRate =
      last !== undefined &&
      last.to === piece.from &&
      !midnights.has(piece.from) &&
      Math.abs(last.expected / (last.to - last.from) / (piece.expected / (piece.to - piece.from)) - 1) < 1e-12;
    if (sameRate) merged[merged.length - 1] = {from: last.from, to: piece.to, expected: last.expected + piece.expected};
    else merged.push(piece);
  }
  return merged;
}
