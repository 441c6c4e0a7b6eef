import {formatClockTime, formatDuration, SECONDS_PER_DAY, SECONDS_PER_HOUR} from '../base/units.js';
import type {Problems} from './problems.js';
import type {BreakAlternative} from './scheduling.js';
import type {WrittenBreak, WrittenShiftType} from './schema/scheduling.js';

/** Breaks that depend on each other, with every way to place them: seconds after the midnight before the shift. */
export interface BreakChoice {
  readonly alternatives: readonly BreakAlternative[];
  readonly unpaidSeconds: number;
}

/** A break and every place where it may begin, in order. */
interface Placeable {
  readonly lengthSeconds: number;
  readonly paid: boolean;
  readonly places: readonly number[];
}

/** Ways to place breaks that depend on each other, at most. */
const MOST_ALTERNATIVES = 400;
/** A lunch window does not reach into the first and the last hour of a shift. */
const MARGIN_SECONDS = SECONDS_PER_HOUR;

/**
 * The breaks of a shift that starts at a time of day: those whose windows overlap are placed together, one after the
 * other, the others each for itself.
 *
 * @param startOfDay seconds after midnight
 * @returns null after noting what is wrong
 */
export function breakChoices(
  startOfDay: number,
  shift: WrittenShiftType,
  intervalSeconds: number,
  problems: Problems,
): readonly BreakChoice[] | null {
  const placeable: Placeable[] = [];
  for (const each of shift.breaks ?? []) {
    if ((each.between === undefined) === (each.after === undefined)) {
      problems.add('SCN023', each.here, 'one of between and after');
      return null;
    }
    const places = placesOf(each, startOfDay, shift.length, intervalSeconds);
    if (places.length > 0) placeable.push({lengthSeconds: each.length, paid: each.paid, places});
    else if (each.after !== undefined) {
      problems.add(
        'SCD002',
        each.here,
        `a break that fits into the shift of ${formatDuration(shift.length)}`,
        formatDuration(each.length),
      );
      return null;
    }
  }
  placeable.sort((a, b) => a.places[0]! - b.places[0]!);
  const choices = clusters(placeable).map(together => ({
    alternatives: waysToPlace(together),
    unpaidSeconds: together.reduce((sum, {paid, lengthSeconds}) => sum + (paid ? 0 : lengthSeconds), 0),
  }));
  const impossible = choices.some(({alternatives}) => alternatives.length === 0);
  const tooMany = choices.some(({alternatives}) => alternatives.length > MOST_ALTERNATIVES);
  if (!impossible && !tooMany) return choices;
  problems.add(
    'SCD002',
    shift.here,
    impossible
      ? `breaks that fit one after the other into the shift that starts at ${formatClockTime(startOfDay)}`
      : 'breaks whose windows overlap less, or a coarser grid of their starts',
  );
  return null;
}

function placesOf(
  {between, after, length, every}: WrittenBreak,
  startOfDay: number,
  shiftLength: number,
  intervalSeconds: number,
): readonly number[] {
  const step = every ?? greatestDivisor(intervalSeconds, length);
  const end = startOfDay + shiftLength;
  if (after !== undefined)
    return steps(startOfDay + after[0], startOfDay + after[1], step).filter(place => place + length <= end);
  return [0, SECONDS_PER_DAY]
    .flatMap(shift => steps(between![0] + shift, between![1] + shift - length, step))
    .filter(place => place >= startOfDay + MARGIN_SECONDS && place + length <= end - MARGIN_SECONDS);
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

function steps(from: number, to: number, step: number): readonly number[] {
  return to < from ? [] : Array.from({length: Math.floor((to - from) / step) + 1}, (_, index) => from + index * step);
}

/** Breaks whose windows overlap, from neighbour to neighbour. */
function clusters(breaks: readonly Placeable[]): readonly (readonly Placeable[])[] {
  const found: Placeable[][] = [];
  let end = -Infinity;
  for (const each of breaks) {
    if (each.places[0]! < end) found.at(-1)!.push(each);
    else found.push([each]);
    end = Math.max(end, each.places.at(-1)! + each.lengthSeconds);
  }
  return found;
}

/** Every way to place breaks one after the other. */
function waysToPlace([first, ...rest]: readonly Placeable[], from = -Infinity): readonly BreakAlternative[] {
  if (first === undefined) return [[]];
  return first.places
    .filter(place => place >= from)
    .flatMap(place => {
      const end = place + first.lengthSeconds;
      return waysToPlace(rest, end).map(others => [[place, end] as const, ...others]);
    });
}
