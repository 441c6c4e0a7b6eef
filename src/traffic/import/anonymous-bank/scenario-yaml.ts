import {isoDate} from '../../../base/dates.js';
import type {SkillGroup} from './duty-tables.js';
import type {BankType} from './read-calls.js';

/** What the scenario says beyond names of files. */
export interface BankScenario {
  readonly source: string;
  readonly firstDay: number;
  readonly days: number;
  readonly types: readonly BankType[];
  /** Types of which nobody hung up: they wait for ever. */
  readonly patient: readonly BankType[];
  /** Whether a wrap-up could be measured. */
  readonly wrapUp: boolean;
  readonly groups: readonly SkillGroup[];
  readonly breakAfter: number;
}

const SAYS: Readonly<Record<BankType, string>> = {
  PS: 'regular activity',
  PE: 'regular activity in English',
  IN: 'internet consulting',
  NE: 'stock exchange activity',
  NW: 'potential customers asking for information',
  TT: 'customers called back on their request, on hold again',
};

/** A scenario that replays the log with the duty, skills, wrap-up and patience told from it. */
export function scenarioYaml({
  source,
  firstDay,
  days,
  types,
  patient,
  wrapUp,
  groups,
  breakAfter,
}: BankScenario): string {
  return `# Written by plimsoll import anonymous-bank from ${source}.
# Data: Service Engineering (SEE) laboratory, Technion, by Ilan Guedj and Avi Mandelbaum.
#
# Replayed as recorded: who called when, and how long the talk took. Told from the log: who was on duty (from the first
# talk to the last, away when no call was answered for ${breakAfter / 60} min), who serves what on which day, the time between talks while
# customers wait (wrap-up), and how long customers of each type would wait (Kaplan-Meier).
name: Anonymous Bank, ${isoDate(firstDay)} and ${days - 1} more days
clock: {start: ${isoDate(firstDay)}, days: ${days}, timezone: Asia/Jerusalem, interval: 60m}

contacts:
${types.map(type => contact(type, patient.includes(type), wrapUp)).join('')}
agents:
${groups.map(group).join('')}
routing:
  agent: longest-idle
  contact: first-in-first-out

run: {replications: 20, seed: 1}
`;
}

const contact = (
  type: BankType,
  patient: boolean,
  wrapUp: boolean,
): string => `  ${type}:                                        # ${SAYS[type]}
    arrivals: {replay: log.csv, use: [handle-time]}
    handle: ${wrapUp ? `{talk: empirical(handle-${type}.csv), wrap-up: kaplan-meier(wrap-up.csv)}` : `empirical(handle-${type}.csv)`}
    patience: ${patient ? 'forever' : `kaplan-meier(patience-${type}.csv)`}
`;

const group = ({name, types}: SkillGroup): string => `  ${name}: {schedule: duty.csv, skills: [${types.join(', ')}]}\n`;
