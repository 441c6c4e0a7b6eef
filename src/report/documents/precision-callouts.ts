import {figureText} from '../../scenario/figure-reference.js';
import type {PrecisionOutcome, Results} from '../../statistics/results.js';
import {human, thousands} from '../numbers.js';
import type {Callout} from './document.js';

/** Which half-widths that were asked for are reached, and which are not. */
export function precisionCallouts({precision = [], replications: {finished}, interrupted}: Results): Callout[] {
  const repeated = `${thousands(finished)} replication${finished === 1 ? '' : 's'}`;
  return precision.map((outcome): Callout => {
    const asked = `asked ±${askedText(outcome)}`;
    const name = figureText(outcome);
    if (outcome.reached)
      return {
        tone: 'good',
        mark: '✓',
        text: `${name} known to ±${found(outcome)} after ${repeated} (${asked})`,
      };
    const reason = interrupted ? `interrupted after ${repeated}` : `the budget of ${repeated} ended before`;
    const known = outcome.halfWidth === null ? 'without an interval' : `known to ±${found(outcome)}`;
    return {tone: 'neutral', mark: '≈', text: `${name} ${known}, ${asked}: ${reason}`};
  });
}

/** `0.5 pt`, `2 %`, `2 s`: as it was asked. */
function askedText({asked: {kind, amount}, unit}: PrecisionOutcome): string {
  if (kind === 'relative') return `${plain(amount * 100)} %`;
  return unit === 'share' ? `${plain(amount * 100)} pt` : unit === 'seconds' ? `${plain(amount)} s` : plain(amount);
}

/** The half-width found, in the form of what was asked. */
function found({asked, unit, value, halfWidth}: PrecisionOutcome): string {
  if (asked.kind === 'relative')
    return value === null || value === 0 ? '–' : `${fine((halfWidth ?? 0) / value, 100)} %`;
  if (unit === 'share') return `${fine(halfWidth ?? 0, 100)} pt`;
  return unit === 'seconds' ? `${fine(halfWidth ?? 0, 1)} s` : human(halfWidth ?? 0, unit);
}

const plain = (amount: number): string => String(Number(amount.toPrecision(6)));

const fine = (amount: number, times: number): string => String(Number((amount * times).toPrecision(3)));
