import {readFileSync} from 'node:fs';
import {join} from 'node:path';

/** What the log says happened in one hour of the month. */
export interface ObservedHour {
  /** `1999-02-01T07:00:00`, the bank's wall clock. */
  readonly hour: string;
  readonly contacts: number;
  readonly abandoned: number;
  /** Of all who wanted an agent, seconds. */
  readonly meanWait: number;
}

/** Reads `observed.csv` of an import, types added up. */
export function observedHours(folder: string): readonly ObservedHour[] {
  const hours = new Map<string, {contacts: number; abandoned: number; waited: number}>();
  for (const line of readFileSync(join(folder, 'observed.csv'), 'utf8').trim().split('\n').slice(1)) {
    const [hour, , contacts, , abandoned, meanWait] = line.split(',') as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const sofar = hours.get(hour) ?? {contacts: 0, abandoned: 0, waited: 0};
    hours.set(hour, {
      contacts: sofar.contacts + Number(contacts),
      abandoned: sofar.abandoned + Number(abandoned),
      waited: sofar.waited + Number(contacts) * Number(meanWait),
    });
  }
  return [...hours].map(([hour, {contacts, abandoned, waited}]) => ({
    hour,
    contacts,
    abandoned,
    meanWait: waited / contacts,
  }));
}

/** The scenario of an import with what a careless replay leaves out: wrap-up, skills or both. */
export function without(scenario: string, left: {readonly wrapUp?: true; readonly skills?: true}): string {
  const types = [...scenario.matchAll(/^ {2}([A-Z]{2}):/gm)].map(match => match[1]!);
  const withoutWrapUp = left.wrapUp
    ? scenario.replace(/\{talk: (empirical\([^)]*\)), wrap-up: [^}]*\}/g, '$1')
    : scenario;
  return left.skills ? withoutWrapUp.replace(/skills: \[[^\]]*\]/g, `skills: [${types.join(', ')}]`) : withoutWrapUp;
}

/** Pearson's correlation of two series of equal length. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, index) => (value - meanA) * (b[index]! - meanB)));
  return (
    covariance / Math.sqrt(mean(a.map(value => (value - meanA) ** 2)) * mean(b.map(value => (value - meanB) ** 2)))
  );
}
