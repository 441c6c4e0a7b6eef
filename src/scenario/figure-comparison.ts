import {UserError} from '../base/errors.js';
import type {Place} from '../base/errors.js';
import {parseAmount, parseMargin, type Margin} from './figure-amount.js';
import type {FigureProblemCode} from './figure-problem-codes.js';
import {parseFigure, type FigureCatalogue, type FigureReference} from './figure-reference.js';
import type {Unit} from './schema/measures.js';

export type Comparison = '>=' | '<=' | '>' | '<';

/** `serviceLevel(orders) >= 80%`. */
export interface FigureComparison {
  readonly figure: FigureReference;
  readonly comparison: Comparison;
  /** In the unit of the figure: seconds, a share from 0 to 1, a number. */
  readonly value: number;
}

/** `serviceLevel(orders)=±0.5pt`: half of the 95 % interval shall be no wider. */
export interface FigurePrecision {
  readonly figure: FigureReference;
  readonly halfWidth: Margin;
}

/**
 * Reads a comparison of a figure with an amount: `serviceLevel(orders) >= 80%`, `asa <= 20s`.
 *
 * @throws UserError FIG001 to FIG005
 * @example parseComparison('asa <= 20s', place, catalogue) // {figure: {measure: 'asa', …}, comparison: '<=', value: 20}
 */
export function parseComparison(text: string, at: Place, catalogue: FigureCatalogue): FigureComparison {
  const parts = /^(.+?)(>=|<=|≥|≤|>|<)(.+)$/.exec(text.trim().slice(0, 300));
  if (parts === null) throw unreadable(at, 'a comparison such as "serviceLevel(orders) >= 80%"', text);
  const [, left, sign, right] = parts as unknown as readonly [string, string, string, string];
  const figure = parseFigure(left, at, catalogue);
  const comparison = (sign === '≥' ? '>=' : sign === '≤' ? '<=' : sign) as Comparison;
  return {figure, comparison, value: parseAmount(right, unitOf(figure, catalogue), at)};
}

/**
 * Reads a precision: `serviceLevel(orders)=±0.5pt`, `asa=±2%`; `+-` does for `±`.
 *
 * @throws UserError FIG001 to FIG005
 * @example parsePrecision('asa=±2%', place, catalogue) // {figure: {measure: 'asa', …}, halfWidth: {kind: 'relative', amount: 0.02}}
 */
export function parsePrecision(text: string, at: Place, catalogue: FigureCatalogue): FigurePrecision {
  const parts = /^(.+?)=\s*((?:±|\+\/?-)?\s*[\d.].*)$/.exec(text.trim().slice(0, 300));
  if (parts === null) throw unreadable(at, 'a precision such as "serviceLevel(orders)=±0.5pt"', text);
  const [, left, right] = parts as unknown as readonly [string, string, string];
  const figure = parseFigure(left, at, catalogue);
  const halfWidth = parseMargin(right, unitOf(figure, catalogue), at);
  if (halfWidth.amount > 0) return {figure, halfWidth};
  throw unreadable(at, 'a precision above zero', text);
}

const unitOf = ({measure}: FigureReference, {measures}: FigureCatalogue): Unit => measures.get(measure)!.unit;

function unreadable(place: Place, expected: string, got: string): UserError {
  const code: FigureProblemCode = 'FIG005';
  return new UserError([{code, place, expected, got: got.trim().slice(0, 80), nearest: null}]);
}
