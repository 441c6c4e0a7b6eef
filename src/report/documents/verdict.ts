import type {Results} from '../../statistics/results.js';
import type {Tone} from './document.js';
import {figure, type Figures} from './figures.js';

/** How a contact type did against its objective. */
export interface Verdict {
  readonly tone: Tone;
  readonly mark: string;
  /** Verb for a sentence: `cards misses its objective`. */
  readonly says: 'meets' | 'misses' | 'is too close to call against';
}

export type ObjectiveOfType = Results['scenario']['objectives'][number];

const MET: Verdict = {tone: 'good', mark: '✓', says: 'meets'};
const MISSED: Verdict = {tone: 'bad', mark: '✗', says: 'misses'};
const CLOSE: Verdict = {tone: 'neutral', mark: '≈', says: 'is too close to call against'};

/**
 * Judges a service level: met or missed when the whole 95 % interval lies on one side of what was asked, else too
 * close to call. Without an interval the value alone decides.
 *
 * @param asked share from 0 to 1
 */
export function judge(
  level: {readonly value: number; readonly low: number | null; readonly high: number | null},
  asked: number,
): Verdict {
  const {value, low, high} = level;
  if ((low ?? value) >= asked) return MET;
  return (high ?? value) < asked ? MISSED : CLOSE;
}

/** Verdict on one contact type's whole horizon; null when it has no objective or nothing was offered. */
export function verdictOn(figures: Figures, objective: ObjectiveOfType | null): Verdict | null {
  if (objective === null) return null;
  const level = figure(figures, 'serviceLevel', {scope: 'contactType', name: objective.contactType});
  return level === null ? null : judge(level, objective.share);
}

/** The objective of a contact type; null when it has none. */
export function objectiveOf(results: Results, contactType: string): ObjectiveOfType | null {
  return results.scenario.objectives.find(objective => objective.contactType === contactType) ?? null;
}
