import {formatDuration} from '../../../base/units.js';
import {describeDropped} from '../describe-import.js';
import type {BankImportReport} from './import-anonymous-bank.js';

/** The import of the Anonymous Bank's log as a page for the terminal. */
export function describeBankImport(report: BankImportReport): string {
  const {file, out, rows, imported, observed, types, wrapUp} = report;
  return [
    `${file}: ${imported} of ${rows} rows are calls that wanted an agent; the others are listed in ${out}/dropped.csv`,
    ...describeDropped(report.dropped),
    ...describeDropped(report.odd).map(line => (line === 'rows left out' ? 'odd rows that were kept' : line)),
    '',
    'what happened',
    `  mean wait ${seconds(observed.meanWait)} of all, ${seconds(observed.asa)} of the answered, ${seconds(observed.meanWaitOfQueued)} of those who waited; ${percent(observed.abandoned / observed.contacts)} abandoned`,
    ...types.map(
      ({name, contacts, meanWait, abandonment, meanPatience}) =>
        `  ${name}  ${String(contacts).padStart(6)} contacts, mean wait ${seconds(meanWait).padStart(7)}, ${percent(abandonment).padStart(6)} abandoned, mean patience ${meanPatience === null ? 'unknown' : formatDuration(Math.round(meanPatience))}`,
    ),
    '',
    'who was on duty, as told from who answered when',
    `  ${report.agents} agents, ${report.spells} stays at the desk, ${Math.round(report.agentHours)} agent-hours, ${report.skillGroups.length} groups by skills`,
    wrapUp === null
      ? '  no wrap-up could be measured'
      : `  wrap-up ${seconds(wrapUp.mean)} in the mean, ${seconds(wrapUp.median)} in the median, from ${wrapUp.observations} gaps between talks while customers waited (${wrapUp.censored} of them lower bounds)`,
    '',
    `to replay it: plimsoll simulate ${out}/scenario.yaml`,
  ].join('\n');
}

const seconds = (value: number): string => `${value.toFixed(1)} s`;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
