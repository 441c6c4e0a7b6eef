import type {MeasureName} from '../../scenario/schema/measures.js';
import type {Results} from '../../statistics/results.js';
import {duration, quantity, thousands} from '../numbers.js';
import {figure, TOTAL, type Figures} from './figures.js';
import {contactsWord} from './headline.js';
import {daysCounted} from './days-counted.js';

/** Fates that most days do not have; named only where they occur. */
const RARE: readonly (readonly [MeasureName, string])[] = [
  ['contained', 'served by a bot or IVR'],
  ['hungUpInAutomation', 'lost in a bot or IVR'],
  ['blocked', 'blocked for want of a line'],
  ['closed', 'came while closed'],
  ['balked', 'balked at the queue'],
  ['messages', 'left a message'],
  ['dismissed', 'dismissed at closing'],
  ['deflected', 'went on by another channel'],
  ['redialled', 'redialled'],
  ['cameBack', 'came back unresolved'],
  ['transferredOut', 'transferred'],
  ['overflowed', 'overflowed to another group'],
  ['stillWaiting', 'still waiting at the end'],
];

/** Objectives other than the default definition, rare fates, what the words and ± mean, and where the figures come from. */
export function notesOf(results: Results, figures: Figures): string[] {
  return [
    ...rareFates(results, figures),
    ...callbacks(results, figures),
    ...silences(results, figures),
    ...backlog(figures),
    ...definitions(results),
    WORDS,
    ...(results.scenario.currency === undefined ? [] : [COST]),
    uncertainty(results),
    ...tooFew(results),
    provenance(results),
  ];
}

const WORDS =
  'Service level: answered in time. ASA: mean wait of the answered. P90 wait: nine in ten of the answered wait no longer. ' +
  'AHT: talk and wrap-up. Occupancy: busy share of the time ready for contacts; utilisation: of paid time.';

const COST =
  'Cost: paid hours at pay with on-costs and support staff, licences and turnover by seat, and what contracts charge; shared ' +
  'over contact types by handle time. Months count in proportion to the horizon.';

function rareFates(results: Results, figures: Figures): string[] {
  const days = daysCounted(results.scenario);
  const found = RARE.flatMap(([measure, words]) => {
    const row = figure(figures, measure, TOTAL);
    return row === null || row.value === 0 ? [] : [`${quantity(row.value / days)} ${words}`];
  });
  return found.length === 0 ? [] : [`Also a day: ${found.join(', ')}.`];
}

/** Requests for a callback stand beside the service level, which does not know of them. */
function callbacks({scenario}: Results, figures: Figures): string[] {
  const requests = figure(figures, 'calledBack', TOTAL);
  if (requests === null || requests.value === 0) return [];
  const delay = figure(figures, 'callbackDelay', TOTAL);
  const inVain = figure(figures, 'unreached', TOTAL)?.value ?? 0;
  const dialled = delay === null ? '' : `, dialled after ${duration(delay.value)} on average`;
  const unanswered = inVain === 0 ? '' : `; ${quantity(inVain / daysCounted(scenario))} callbacks were not answered`;
  return [`Callbacks a day: ${quantity(requests.value / daysCounted(scenario))} asked for${dialled}${unanswered}.`];
}

/** What waited at the start is not among those offered, but among those judged. */
function backlog(figures: Figures): string[] {
  const waited = figure(figures, 'backlogAtStart', TOTAL);
  if (waited === null || waited.value === 0) return [];
  return [`At the start ${quantity(waited.value)} contacts waited; the service level judges them with the others.`];
}

/** Customers who fall silent are answered once; how they fare when they are back stands beside. */
function silences({scenario}: Results, figures: Figures): string[] {
  const replies = figure(figures, 'replies', TOTAL);
  const wait = figure(figures, 'replyWait', TOTAL);
  if (replies === null || wait === null || replies.value === 0) return [];
  const open = figure(figures, 'inService', TOTAL)?.value ?? 0;
  const left = open === 0 ? '' : `; ${quantity(open)} conversations were still open at the end`;
  const times = `${quantity(replies.value / daysCounted(scenario))} times a day`;
  return [`After a silence: taken up again ${times}, after ${duration(wait.value)} of open hours on average${left}.`];
}

function definitions({scenario}: Results): string[] {
  const others = scenario.objectives.filter(objective => objective.definition !== 'excluding-abandons');
  if (others.length === 0) return [];
  return [
    `Service level counted otherwise than by default (short abandons left out): ${others.map(({contactType, definition}) => `${contactType} ${definition.replace('-', ' ')}`).join(', ')}.`,
  ];
}

/** Percentiles get their ± from sections of replications, which need two each. */
const REPLICATIONS_FOR_PERCENTILES = 40;

function uncertainty({replications: {finished}, batches}: Results): string {
  if (finished <= 1) return 'No ±: one replication cannot tell how much days differ.';
  const percentiles =
    finished < REPLICATIONS_FOR_PERCENTILES
      ? `; percentiles have one from ${REPLICATIONS_FOR_PERCENTILES} ${batches === undefined ? 'replications' : 'batches'} on`
      : '';
  return `± is half of the 95 % interval over the ${batches === undefined ? 'replications' : 'batches'}${percentiles}.`;
}

/** Fewer replications tell too little of their own scatter: docs/explanation/methods.md#experiment-statistics. */
const REPLICATIONS_TO_TRUST = 50;

function tooFew({replications: {finished}, batches}: Results): string[] {
  return batches === undefined && finished > 1 && finished < REPLICATIONS_TO_TRUST
    ? [`Fewer than ${REPLICATIONS_TO_TRUST} replications: intervals may be too short, most of all those of waits.`]
    : [];
}

function provenance(results: Results): string {
  const {
    replications: {finished, asked},
    contacts,
    seed,
    program,
    scenario,
    batches,
  } = results;
  const repeated = finished === asked ? thousands(finished) : `${thousands(finished)} of ${thousands(asked)}`;
  const contactsAndSource = `${thousands(contacts)} ${contactsWord(results)}, seed ${seed}, plimsoll ${program}.`;
  if (batches !== undefined) {
    const warmUp = batches.warmUpDays === 0 ? '' : `, after ${daysOf(batches.warmUpDays)} of warm-up`;
    return `One run from ${scenario.startDate}, ${scenario.timezone}: ${repeated} batches of ${daysOf(batches.daysEach)} each${warmUp}; ${contactsAndSource}`;
  }
  const days = scenario.days === 1 ? scenario.startDate : `${scenario.days} days from ${scenario.startDate}`;
  return `${days}, ${scenario.timezone}; ${repeated} replication${asked === 1 ? '' : 's'}, ${contactsAndSource}`;
}

const daysOf = (days: number): string => (days === 1 ? 'one day' : `${days} days`);
