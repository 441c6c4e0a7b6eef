import type {Results} from '../../statistics/results.js';
import {amount, human, roundPercent, thousands, threshold, withPlusMinus} from '../numbers.js';
import {figure, plusMinusOf, TOTAL, type Figures} from './figures.js';
import {daysCounted} from './days-counted.js';

/** Threshold of the "within T" figures of a contact type without an objective. */
const DEFAULT_THRESHOLD_SECONDS = 20;

/**
 * The result in one sentence that needs no glossary: how many are answered in time, how many hang up, how busy the
 * agents are.
 *
 * @example '80.3 % ± 0.4 of 14,210 calls a day are answered within 20 s; 4.1 % hang up; agents are busy 83 % of their time.'
 */
export function headlineOf(results: Results, figures: Figures): string {
  const offered = figure(figures, 'offered', TOTAL);
  if (results.replications.finished === 0 || offered === null)
    return 'No replication was finished, so there are no figures.';
  const contacts = contactsWord(results);
  const aDay = thousands(offered.value / daysCounted(results.scenario));
  if (offered.value === 0) return `No ${contacts} were offered.`;

  const level = figure(figures, 'serviceLevel', TOTAL);
  const abandonment = figure(figures, 'abandonment', TOTAL);
  const occupancy = figure(figures, 'occupancy', TOTAL);
  const said = [
    level === null
      ? `${aDay} ${contacts} a day are offered`
      : `${withPlusMinus(level.value, plusMinusOf(level), 'share', 'spaced')} of ${aDay} ${contacts} a day are answered ${inTime(results)}`,
    abandonment === null ? null : `${human(abandonment.value, 'share')} hang up`,
    occupancy === null
      ? null
      : `agents are busy ${roundPercent(Math.round(occupancy.value * 100) / 100)} of their time`,
    costOf(results, figures),
  ];
  return `${said.filter(part => part !== null).join('; ')}.`;
}

/** `a day costs €12,310, €4.10 a contact`; null where no price is known. */
function costOf({scenario}: Results, figures: Figures): string | null {
  const {currency} = scenario;
  const cost = figure(figures, 'cost', TOTAL);
  const perContact = figure(figures, 'costPerContact', TOTAL);
  if (currency === undefined || cost === null) return null;
  const each = perContact === null ? '' : `, ${amount(perContact.value, currency)} a contact`;
  return `a day costs ${amount(cost.value / daysCounted(scenario), currency)}${each}`;
}

/** `calls` where every contact is voice, else `contacts`. */
export function contactsWord({rows}: Results): 'calls' | 'contacts' {
  const channels = new Set(rows.filter(row => row.scope === 'channel').map(row => row.name));
  return channels.size === 1 && channels.has('voice') ? 'calls' : 'contacts';
}

/** `within 20 s` where all contact types share one threshold, else `in time`. */
export function inTime({scenario}: Results): string {
  const thresholds = new Set(
    scenario.contactTypes.map(
      name =>
        scenario.objectives.find(objective => objective.contactType === name)?.thresholdSeconds ??
        DEFAULT_THRESHOLD_SECONDS,
    ),
  );
  const [only] = thresholds;
  return thresholds.size === 1 && only !== undefined ? `within ${threshold(only)}` : 'in time';
}
