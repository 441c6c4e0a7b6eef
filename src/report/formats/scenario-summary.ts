import {formatDuration} from '../../base/units.js';
import type {ScenarioSummary} from '../../scenario/summary.js';

const amount = (value: number, digits = 0): string => value.toLocaleString('en-US', {maximumFractionDigits: digits});
const plural = (count: number, word: string): string => `${amount(count)} ${word}${count === 1 ? '' : 's'}`;

/** Of contacts in a log the load is not known before they are read. */
function loadText({offeredLoadPeak, contactTypes}: ScenarioSummary): string {
  if (offeredLoadPeak === null) return 'the load is that of the log; ';
  const beside = contactTypes.some(({contactsPerDay}) => contactsPerDay === null) ? ' beside those of the log' : '';
  return `at the busiest moment ${amount(offeredLoadPeak, 1)} Erlangs are offered${beside}; `;
}

/** What was understood of a scenario, in a few lines for the terminal. */
export function scenarioSummaryText(file: string, summary: ScenarioSummary): string {
  const {contactTypes, groups} = summary;
  const width = Math.max(...[...contactTypes, ...groups].map(({name}) => name.length));
  const types = contactTypes.map(({name, channel, contactsPerDay, handleTimeSeconds, offeredLoadPeak}) => {
    const load =
      contactsPerDay === null
        ? 'replayed from a log'
        : `${amount(contactsPerDay, contactsPerDay < 10 ? 1 : 0)} contacts a day, load up to ${amount(offeredLoadPeak!, 1)} Erlangs`;
    return `  ${name.padEnd(width)}  ${channel}, ${load}, handle time ${formatDuration(Math.round(handleTimeSeconds))}`;
  });
  const teams = groups.map(
    ({name, staffPeak, skills}) =>
      `  ${name.padEnd(width)}  up to ${plural(staffPeak, 'agent')} for ${skills.join(', ')}`,
  );
  return [
    `${file}: ${summary.name}`,
    `  ${plural(summary.days, 'day')} from ${summary.startDate}, ${summary.timezone}, intervals of ${formatDuration(summary.intervalSeconds)}, ${plural(summary.replications, 'replication')}`,
    ...types,
    ...teams,
    `  ${loadText(summary)}at most ${plural(summary.staffPeak, 'agent')} on duty`,
  ].join('\n');
}
