import {chatThroughput} from '../../analytic/chat.js';
import type {Answer, ErlangWarning} from './answer.js';
import type {ErlangProblemCode} from './problem-codes.js';

/** Load per agent from which Erlang C is not to be trusted. */
const NEAR_FULL = 0.95;

/** Handle times that an interval needs for its queue to settle. */
const SETTLED = 5;

/** Groups below this size are small, with occupancy in mind. */
const SMALL = 30;

/** So far below its cap occupancy is an outcome and no target. */
const CLEARLY = 0.05;

/** Where the formula lies, or the question has no good answer. */
export function warningsAbout(answer: Omit<Answer, 'warnings'>): readonly ErlangWarning[] {
  const {given, outcome, agents, arrivalRate, aht, targets, unknown, neededAgents, binding} = answer;
  const {formula, patience, intervalSeconds} = given;
  const warnings: ErlangWarning[] = [];
  const warn = (code: ErlangProblemCode, text: string): void => void warnings.push({code, text});
  const load = arrivalRate * aht[0];
  const perAgent = agents > 0 ? load / agents : Number.POSITIVE_INFINITY;

  if (formula === 'c' && patience !== null)
    warn(
      'ERL021',
      'Erlang C has nobody abandon, so patience was left out: its waits are too long and its agents too many; use plimsoll erlang a',
    );
  if (formula === 'c' && outcome.outcome === 'stable' && load > 0 && perAgent > NEAR_FULL)
    warn(
      'ERL020',
      `at ${percent(perAgent)} load Erlang C promises waits that a per cent of work more or less would double or halve; with patience, plimsoll erlang a stays near to what happens`,
    );
  if ((formula === 'a' || formula === 'x') && outcome.outcome === 'stable' && load > 0 && perAgent > 1)
    warn(
      'ERL026',
      `the work of ${decimal(load)} agents comes to ${decimal(agents)}: only those who give up keep the queue in balance, and all hangs on their patience`,
    );
  if (formula === 'chat') {
    const throughput = chatThroughput(aht);
    const falls = throughput.findIndex((rate, i) => i > 0 && rate < throughput[i - 1]);
    if (falls > 0)
      warn(
        'ERL024',
        `with ${falls + 1} chats at once an agent finishes fewer an hour than with ${falls}: allow ${falls}`,
      );
  }
  if (formula !== 'b' && intervalSeconds !== null && intervalSeconds < SETTLED * aht[0] && intervalSeconds < 86_400)
    warn(
      'ERL025',
      `an interval of ${decimal(intervalSeconds / aht[0])} handle ${decimal(intervalSeconds / aht[0]) === '1' ? 'time' : 'times'} is too short to settle: what the interval before left counts too; plimsoll staff follows the day`,
    );
  const level = given.targets.serviceLevel;
  if (unknown === 'agents' && level !== undefined && binding === 'serviceLevel' && outcome.outcome === 'stable') {
    const fewest = formula === 'c' ? Math.floor(load) + 1 : 1;
    const reached = outcome.serviceLevel[given.definition];
    if (agents <= fewest && reached > level.share + CLEARLY)
      warn(
        'ERL022',
        `${decimal(agents)} ${agents === 1 ? 'agent' : 'agents'}, the fewest there can be, already reach ${percent(reached)}: the target of ${percent(level.share)} asks for nothing`,
      );
  }
  const cap = given.targets.occupancy;
  const occupancy = outcome.outcome === 'stable' ? outcome.occupancy : null;
  if (cap !== undefined && level !== undefined && occupancy !== null && neededAgents !== null && neededAgents < SMALL)
    if (targets.length > 1 && binding !== 'occupancy' && cap - occupancy > CLEARLY)
      warn(
        'ERL023',
        `a group of ${decimal(agents)} is busy ${percent(occupancy)} of its time at this service level; ${percent(cap)} cannot be had together with it, only by pooling with others`,
      );
  return warnings;
}

const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;
const decimal = (value: number): string => String(Number(value.toFixed(1)));
