import {largestWork} from '../../analytic/limits-of-work.js';
import {idleQueue} from '../../analytic/erlang-c.js';
import {searchAgents} from '../../analytic/required-agents.js';
import {combinedShrinkage, scheduledAgents, wholeAgents} from '../../analytic/shrinkage.js';
import {meets, TARGET_NAMES} from '../../analytic/targets.js';
import type {Case, Unknown} from './case.js';
import {evaluate, type Amounts, type CaseOutcome} from './evaluate.js';
import {warningsAbout} from './warnings.js';
import type {Answer, Neighbor, Scheduled} from './answer.js';

/** Formulas whose agents may be fractions. */
const SPLITS = ['b', 'c', 'a'];

/** Agents tried at most where every number takes a sum over all slots. */
const MOST_CHAT_AGENTS = 20_000;

/** Agents shown on either side of the answer. */
const AROUND = 2;

/**
 * Finds what was not given: the agents, the load or the handle time that targets allow, or the service that all of them give.
 *
 * @param options.around false leaves out the table of some agents fewer and more
 * @returns null when the targets are out of reach
 * @example solveCase(readCase('c', {arrivals: '100/30m', aht: '180s', target: '80% in 20s'}, placeOf).given!)!.agents // 14
 */
export function solveCase(given: Case, {around = true}: {readonly around?: boolean} = {}): Answer | null {
  const answer = solved(given);
  if (answer === null) return null;
  return around ? {...answer, around: neighborsOf(given, answer, answer.outcome)} : answer;
}

function solved(given: Case): Answer | null {
  const {arrivalRate, aht, agents, targets} = given;
  if (arrivalRate === null) {
    const most = largestWork(
      rate => evaluate(given, {arrivalRate: rate, aht: aht!, agents: agents!}),
      targets,
      Math.max(1, agents!) / aht![0],
    );
    return most > 0 ? answerOf(given, 'arrivals', {arrivalRate: most, aht: aht!, agents: agents!}) : null;
  }
  if (aht === null) {
    const longest = largestWork(
      time => evaluate(given, {arrivalRate, aht: [time], agents: agents!}),
      targets,
      Math.max(1, agents!) / Math.max(arrivalRate, Number.MIN_VALUE),
    );
    return longest > 0 ? answerOf(given, 'aht', {arrivalRate, aht: [longest], agents: agents!}) : null;
  }
  if (agents === null) {
    const needed = neededFor(given, {arrivalRate, aht}, false);
    return needed === null ? null : answerOf(given, 'agents', {arrivalRate, aht, agents: needed.agents});
  }
  return answerOf(given, 'service', {arrivalRate, aht, agents});
}

function answerOf(given: Case, unknown: Unknown, amounts: Amounts): Answer {
  const outcome = evaluate(given, amounts);
  const asked = TARGET_NAMES.filter(name => given.targets[name] !== undefined);
  const needed = asked.length === 0 ? null : neededFor(given, amounts, false);
  const exact = unknown === 'agents' && SPLITS.includes(given.formula) ? neededFor(given, amounts, true) : null;
  const answer = {
    ...amounts,
    given,
    unknown,
    exactAgents: exact?.agents ?? null,
    outcome,
    targets: asked.map(name => ({
      name,
      // what was solved for stands at the target, give or take a last digit
      met: unknown !== 'service' || meets(outcome, given.targets, name),
      agents: needed?.byTarget[name] ?? null,
    })),
    binding: needed?.binding ?? null,
    neededAgents: needed?.agents ?? null,
    scheduled: scheduledFor(given, amounts.agents),
    around: [],
  };
  return {...answer, warnings: warningsAbout(answer)};
}

function neededFor(
  given: Case,
  {arrivalRate, aht}: Omit<Amounts, 'agents'>,
  fractional: boolean,
): ReturnType<typeof searchAgents<CaseOutcome>> {
  // nobody calls, nobody is needed
  if (arrivalRate === 0) {
    const byTarget = Object.fromEntries(
      TARGET_NAMES.filter(name => given.targets[name] !== undefined).map(name => [name, 0]),
    );
    return {agents: 0, binding: null, byTarget, figures: idleQueue(), oneLess: null};
  }
  const most = given.lines ?? (given.formula === 'chat' ? MOST_CHAT_AGENTS : undefined);
  const guess = (arrivalRate * aht[aht.length - 1]) / aht.length;
  return searchAgents(n => evaluate(given, {arrivalRate, aht, agents: n}), given.targets, {guess, fractional, most});
}

function scheduledFor({shrinkage}: Case, agents: number): Scheduled | null {
  if (shrinkage.length === 0) return null;
  const lost = combinedShrinkage(shrinkage, 'on-remainder');
  const exact = scheduledAgents({agents, shrinkage: lost});
  return {shrinkage: lost, exact, whole: wholeAgents(exact)};
}

function neighborsOf(given: Case, amounts: Amounts, outcome: CaseOutcome): Neighbor[] {
  const middle = Math.round(outcome.outcome === 'unstable' ? outcome.agentsToBeStable : amounts.agents);
  const most = given.lines ?? Number.POSITIVE_INFINITY;
  return Array.from({length: 2 * AROUND + 1}, (_, i) => middle - AROUND + i)
    .filter(agents => agents >= 1 && agents <= most)
    .map(agents => ({agents, outcome: evaluate(given, {...amounts, agents})}));
}
