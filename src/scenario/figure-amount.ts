import {UserError} from '../base/errors.js';
import type {Place} from '../base/errors.js';
import {nearestDuration, parseDuration, parseShare} from '../base/units.js';
import type {FigureProblemCode} from './figure-problem-codes.js';
import type {Unit} from './schema/measures.js';

/** By how much a figure may differ: in its own unit, or as a share of itself. */
export interface Margin {
  readonly kind: 'absolute' | 'relative';
  /** ≥ 0; seconds, 0.005 for half a point, 0.03 for 3 %. */
  readonly amount: number;
}

const NUMBER = /^(\d+(?:\.\d+)?|\.\d+)$/;
const POINTS = /^(\d+(?:\.\d+)?|\.\d+)\s*(?:pts?|pp|points?)$/i;

const SUCH: Readonly<Record<'share' | 'seconds' | 'number', string>> = {
  share: 'a share such as "80%"',
  seconds: 'a duration such as "20s"',
  number: 'a number such as 12',
};

const kindOf = (unit: Unit): 'share' | 'seconds' | 'number' =>
  unit === 'share' || unit === 'seconds' ? unit : 'number';

/**
 * The value of a figure as a person writes it: `80%` or 0.8 of a share, `20s` of a time, 12 of anything else.
 *
 * @throws UserError FIG004
 * @example parseAmount('20s', 'seconds', place) // 20
 */
export function parseAmount(text: string, unit: Unit, at: Place): number {
  const written = text.trim();
  const kind = kindOf(unit);
  const value =
    kind === 'share'
      ? shareOf(written)
      : kind === 'seconds'
        ? written === '0'
          ? 0
          : parseDuration(written)
        : NUMBER.test(written)
          ? Number(written)
          : null;
  if (value !== null) return value;
  throw misfit(at, SUCH[kind], written, nearestOf(written, kind));
}

/**
 * By how much a figure may differ: `3%` of itself, `0.5pt` of a share, `2s` of a time, 5 of anything else. A sign in front,
 * `+` or `±`, is taken as read.
 *
 * @throws UserError FIG004
 * @example parseMargin('+0.5pt', 'share', place) // {kind: 'absolute', amount: 0.005}
 */
export function parseMargin(text: string, unit: Unit, at: Place): Margin {
  const written = text.trim().replace(/^(?:±|\+\/?-|\+)\s*/, '');
  const kind = kindOf(unit);
  if (/%$/.test(written)) {
    const share = parseShare(written);
    if (share !== null && share >= 0) return {kind: 'relative', amount: share};
  }
  if (kind === 'share') {
    const points = POINTS.exec(written);
    if (points !== null) return {kind: 'absolute', amount: Number(points[1]) / 100};
  } else if (kind === 'seconds') {
    const seconds = written === '0' ? 0 : parseDuration(written);
    if (seconds !== null) return {kind: 'absolute', amount: seconds};
  } else if (NUMBER.test(written)) return {kind: 'absolute', amount: Number(written)};
  if (written === '0') return {kind: 'absolute', amount: 0};
  const own = {share: 'points such as "0.5pt"', seconds: 'a duration such as "2s"', number: 'a number such as 5'}[kind];
  throw misfit(at, `${own}, or a share of the figure such as "3%"`, text.trim(), null);
}

function shareOf(written: string): number | null {
  const share = parseShare(written);
  return share === null || share < 0 || share > 1 ? null : share;
}

function nearestOf(written: string, kind: 'share' | 'seconds' | 'number'): string | null {
  if (kind === 'seconds') return nearestDuration(written);
  return kind === 'share' && NUMBER.test(written) && Number(written) <= 100 ? `${written}%` : null;
}

function misfit(place: Place, expected: string, got: string, nearest: string | null): UserError {
  const code: FigureProblemCode = 'FIG004';
  return new UserError([{code, place, expected, got: got.slice(0, 80), nearest}]);
}
