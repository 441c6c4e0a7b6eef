import type {QueueFigures} from '../../analytic/figures.js';
import {FORMULA_NAMES} from '../../planning/erlang/case.js';
import {definitionWords} from '../../planning/erlang/case-fields.js';
import type {Answer} from '../../planning/erlang/answer.js';
import type {CaseOutcome} from '../../planning/erlang/evaluate.js';
import type {Unit} from '../../statistics/results.js';
import {duration, percent, roundPercent, threshold} from '../numbers.js';
import type {Callout, Cell, Column, Document, Table} from './document.js';
import {textCell} from './document.js';
import {agentsText, arrivalsText, erlangSteps, targetText} from './erlang-steps.js';

/**
 * What the calculator found, as a page.
 *
 * @param explain whether the way to the answer is told as well
 */
export function erlangDocument(answer: Answer, explain: boolean): Document {
  const {given, outcome, warnings} = answer;
  const {name, says} = FORMULA_NAMES[given.formula];
  const shape = given.patience !== null && given.patience.kind !== 'exponential' ? ', with patience of any shape' : '';
  return {
    title: `${name}: ${says}${given.formula === 'c' ? '' : shape}`,
    description: inputText(answer),
    headline: headlineOf(answer),
    callouts: [
      ...verdicts(answer),
      ...warnings.map(({text}): Callout => ({tone: 'neutral', mark: '!', text: `${text}.`})),
    ],
    tables: [
      ...(outcome.outcome === 'stable' ? [figuresTable(answer, outcome)] : []),
      ...(outcome.outcome === 'stable' && outcome.abandonment > 0 ? [levelsTable(answer, outcome)] : []),
      ...(answer.around.length > 1 ? [aroundTable(answer)] : []),
    ],
    curves: [],
    notes: [
      ...(explain ? erlangSteps(answer).map((step, i) => `${i + 1}. ${step}`) : []),
      ...(explain ? [] : ['--explain tells the way to these figures.']),
      ...warnings.map(({code}) => `plimsoll explain ${code}`),
    ],
    data: erlangData(answer),
    rows: [],
  };
}

/** What `--format json` writes: seconds, shares from 0 to 1, contacts a second. */
export function erlangData(answer: Answer): object {
  const {given, unknown, arrivalRate, aht, agents, exactAgents, outcome, targets, binding, neededAgents} = answer;
  return {
    format: 'plimsoll-erlang',
    version: 1,
    formula: given.formula,
    solvedFor: unknown,
    arrivalRate,
    aht: given.formula === 'chat' ? aht : aht[0],
    agents,
    exactAgents,
    threshold: given.threshold,
    definition: given.definition,
    targets,
    binding,
    neededAgents,
    scheduled: answer.scheduled,
    figures: outcome,
    around: answer.around,
    warnings: answer.warnings,
    steps: erlangSteps(answer),
  };
}

function inputText({given, arrivalRate, aht, agents, unknown}: Answer): string {
  const {patience, lines} = given;
  const parts = [
    unknown === 'arrivals' ? null : arrivalsText(given, arrivalRate),
    unknown === 'aht' || (given.formula === 'b' && given.aht?.[0] === 1)
      ? null
      : `handle time ${aht.map(time => duration(time)).join(', ')}${aht.length > 1 ? ` with 1 to ${aht.length} chats at once` : ''}`,
    unknown === 'agents' ? null : agentsText(agents, given.formula),
    patience === null || given.formula === 'c' ? null : `patience ${patienceText(patience)}`,
    lines === null ? null : `${lines} lines`,
    given.redial > 0 ? `${roundPercent(given.redial)} call again after giving up` : null,
    given.reconnect > 0 ? `${roundPercent(given.reconnect)} call again after an answer` : null,
    given.balking > 0 ? `${roundPercent(given.balking)} never wait` : null,
    given.formula === 'blend' ? `${given.keepIdle} idle agents kept for inbound calls` : null,
  ];
  return parts.filter(part => part !== null).join(', ');
}

function patienceText(patience: NonNullable<Answer['given']['patience']>): string {
  if (patience.kind === 'exponential') return duration(patience.mean);
  if ('mean' in patience) return `${patience.kind} with mean ${duration(patience.mean)}`;
  return patience.kind;
}

function headlineOf(answer: Answer): string {
  const {given, unknown, agents, outcome, arrivalRate, aht, scheduled, exactAgents} = answer;
  const people =
    scheduled === null ? '' : `; ${scheduled.whole} to schedule at ${roundPercent(scheduled.shrinkage)} shrinkage`;
  switch (unknown) {
    case 'agents': {
      const exactly =
        exactAgents === null || Number.isInteger(exactAgents) ? '' : ` (exactly ${exactAgents.toFixed(2)})`;
      return `${agentsText(agents, given.formula)}${exactly} ${agents === 1 ? 'is' : 'are'} needed${people}: ${serviceText(answer, outcome)}.`;
    }
    case 'arrivals':
      return `${agentsText(agents, given.formula)} can carry ${arrivalsText(given, arrivalRate)}: ${serviceText(answer, outcome)}.`;
    case 'aht':
      return `${agentsText(agents, given.formula)} can bear a handle time of ${duration(aht[0])}: ${serviceText(answer, outcome)}.`;
    case 'service':
      if (outcome.outcome === 'unstable')
        return `The queue grows without end: ${agents} agents for a load of ${outcome.offeredLoad.toFixed(1)} Erlangs; it takes ${outcome.agentsToBeStable} to be stable at all.`;
      return `${serviceText(answer, outcome)}${people}.`.replace(/^./, letter => letter.toUpperCase());
  }
}

function serviceText({given}: Answer, outcome: CaseOutcome): string {
  if (outcome.outcome === 'unstable') return 'the queue would grow without end';
  if (given.formula === 'b') return `${percent(outcome.blocking, 2)} find no line`;
  const level = percent(outcome.serviceLevel[given.definition]);
  return `${level} answered within ${threshold(given.threshold)} (${definitionWords(given.definition)})`;
}

function verdicts({given, targets, unknown, neededAgents}: Answer): Callout[] {
  const [first] = targets;
  if (unknown !== 'service' || first === undefined) return [];
  return targets.map(({name, met, agents}): Callout => {
    const needs =
      agents === null
        ? neededAgents === null
          ? 'no number of agents reaches it'
          : ''
        : `it takes ${agentsText(agents, given.formula)}`;
    return {
      tone: met ? 'good' : 'bad',
      mark: met ? '✓' : '✗',
      text: `${targetText(given, name)}: ${met ? 'met' : 'missed'}; ${needs}.`,
    };
  });
}

const cell = (value: number | null, unit: Unit): Cell => ({value, plusMinus: null, unit, tone: 'neutral', mark: null});
const heading = (name: string, short: string = name, rank = 0): Column => ({heading: name, short, rank});

function figuresTable(answer: Answer, outcome: Extract<CaseOutcome, {outcome: 'stable'}>): Table {
  const {formula, patience} = answer.given;
  const waits = formula !== 'b';
  const abandons = formula === 'x' || formula === 'a' || patience !== null;
  const rows: [string, Cell, boolean][] = [
    ['offered load', cell(outcome.offeredLoad, 'erlangs'), true],
    ['occupancy', cell(outcome.occupancy, 'share'), true],
    ['busy slots', cell(outcome.slotOccupancy ?? null, 'share'), outcome.slotOccupancy !== undefined],
    ['find no line', cell(outcome.blocking, 'share'), formula === 'b' || answer.given.lines !== null],
    ['wait at all', cell(outcome.waitProbability, 'share'), waits],
    ['average speed of answer', cell(outcome.asa, 'seconds'), waits],
    ['mean wait of all', cell(outcome.meanWait, 'seconds'), waits && abandons],
    ['wait with endless patience', cell(outcome.meanVirtualWait, 'seconds'), waits && abandons],
    ['abandon', cell(outcome.abandonment, 'share'), waits && abandons && formula !== 'c'],
    ['wait of those who abandon', cell(outcome.meanWaitOfAbandoned, 'seconds'), waits && abandons && formula !== 'c'],
    ['contacts waiting', cell(outcome.meanQueueLength, 'contacts'), waits],
    ['attempts an hour', cell((outcome.totalRate ?? 0) * 3600, 'contacts'), outcome.totalRate !== undefined],
    ['never get through', cell(outcome.lostFinally ?? null, 'share'), outcome.lostFinally !== undefined],
    [
      'outbound calls an hour',
      cell((outcome.outboundRate ?? 0) * 3600, 'contacts'),
      outcome.outboundRate !== undefined,
    ],
  ];
  return {
    title: 'In the long run',
    columns: [heading(''), heading('value')],
    rows: rows.filter(([, , shown]) => shown).map(([name, value]) => [textCell(name), value]),
  };
}

function levelsTable({given}: Answer, {serviceLevel}: QueueFigures): Table {
  const names = Object.keys(serviceLevel) as (keyof typeof serviceLevel)[];
  return {
    title: `Answered within ${threshold(given.threshold)}, by the way it is counted`,
    columns: [heading(''), heading('service level')],
    rows: names.map(name => [
      textCell(`${definitionWords(name)}${name === given.definition ? ' ←' : ''}`),
      cell(serviceLevel[name], 'share'),
    ]),
  };
}

function aroundTable({given, around, agents}: Answer): Table {
  const waits = given.formula !== 'b';
  const columns: [Column, (figures: QueueFigures) => Cell, boolean][] = [
    [heading('service level', 'SL'), f => cell(f.serviceLevel[given.definition], 'share'), waits],
    [heading('find no line', 'blocked'), f => cell(f.blocking, 'share'), !waits],
    [heading('speed of answer', 'ASA'), f => cell(f.asa, 'seconds'), waits],
    [
      heading('abandon', 'aband.', 3),
      f => cell(f.abandonment, 'share'),
      given.patience !== null && given.formula !== 'c',
    ],
    [heading('occupancy', 'occ.', 3), f => cell(f.occupancy, 'share'), true],
  ];
  const shown = columns.filter(([, , isShown]) => isShown);
  return {
    title: waits ? 'With some agents fewer and more' : 'With some lines fewer and more',
    columns: [heading(waits ? 'agents' : 'lines'), ...shown.map(([column]) => column)],
    rows: around.map(({agents: n, outcome}) => [
      textCell(`${n}${n === agents ? ' ←' : ''}`),
      ...shown.map(([, of]) => (outcome.outcome === 'stable' ? of(outcome) : textCell('no end'))),
    ]),
  };
}
