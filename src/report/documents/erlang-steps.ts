import {erlangB} from '../../analytic/erlang-b.js';
import type {TargetName} from '../../analytic/targets.js';
import type {Case, Formula} from '../../planning/erlang/case.js';
import {definitionWords} from '../../planning/erlang/case-fields.js';
import type {Answer} from '../../planning/erlang/answer.js';
import {duration, percent, roundPercent, threshold} from '../numbers.js';

/** The way from the case to the answer, in words and figures, step by step. */
export function erlangSteps(answer: Answer): string[] {
  return [...loadStep(answer), ...formulaSteps(answer), ...searchSteps(answer), ...scheduleSteps(answer)];
}

/** `14 agents`, `17 lines`, `13.5 agents`. */
export function agentsText(agents: number, formula: Formula): string {
  const word = formula === 'b' ? 'line' : 'agent';
  return `${Number(agents.toFixed(2))} ${word}${agents === 1 ? '' : 's'}`;
}

/** `100 contacts in 30 min`, in the time that was written, else an hour. */
export function arrivalsText({countedIn, aht, formula}: Case, rate: number): string {
  if (formula === 'b' && countedIn === null && aht?.[0] === 1) return `${number(rate)} Erlangs`;
  const seconds = countedIn ?? 3600;
  return `${number(rate * seconds)} contacts in ${threshold(seconds)}`;
}

/** A target as a planner says it. */
export function targetText({targets, definition}: Case, name: TargetName): string {
  switch (name) {
    case 'serviceLevel': {
      const {share, threshold: seconds} = targets.serviceLevel!;
      return `${roundPercent(share)} in ${threshold(seconds)}, ${definitionWords(definition)}`;
    }
    case 'asa':
      return `speed of answer of at most ${duration(targets.asa!)}`;
    case 'abandonment':
      return `at most ${roundPercent(targets.abandonment!)} abandon`;
    case 'waitProbability':
      return `at most ${roundPercent(targets.waitProbability!)} wait`;
    case 'blocking':
      return `at most ${roundPercent(targets.blocking!)} find no line`;
    case 'occupancy':
      return `occupancy of at most ${roundPercent(targets.occupancy!)}`;
  }
}

function loadStep({given, arrivalRate, aht}: Answer): string[] {
  const load = arrivalRate * aht[0];
  if (given.formula === 'b' && given.aht?.[0] === 1 && given.countedIn === null)
    return [`Offered load ${number(load)} Erlangs: as many lines would be busy if nobody were lost.`];
  const per = given.formula === 'chat' ? ` (with one chat at a time)` : '';
  return [
    `Offered load: ${arrivalsText(given, arrivalRate)} × ${duration(aht[0])} each${per} = ${number(load)} Erlangs, the agents who would be busy if nobody ever waited.`,
  ];
}

function formulaSteps(answer: Answer): string[] {
  const {given, outcome, agents, aht, arrivalRate} = answer;
  const load = arrivalRate * aht[0];
  if (outcome.outcome === 'unstable')
    return [
      `${number(load)} Erlangs are too much for ${agentsText(agents, given.formula)}: the queue grows without end, and no figure describes it.`,
    ];
  const level = outcome.serviceLevel[given.definition];
  const within = threshold(given.threshold);
  switch (given.formula) {
    case 'b':
      return [
        `Erlang B(${number(agents)} lines, ${number(load)} Erlangs) = ${share(outcome.blocking)} find no line; ${number(load * (1 - outcome.blocking))} Erlangs are carried, ${share(outcome.occupancy ?? 0)} a line.`,
      ];
    case 'c': {
      const {blocking} = erlangB({offeredLoad: load, agents});
      const spare = agents - load;
      return [
        `Erlang B of the same load and agents is ${share(blocking)}; Erlang C = B ÷ ((1 − ρ) + ρ B) with ρ = ${number(load)}/${number(agents)} gives ${share(outcome.waitProbability)} who wait at all.`,
        `${number(spare)} agents more than the load work a queue off: who waits, waits ${duration(aht[0] / spare)} on average, and all together ${duration(outcome.asa ?? 0)} (${share(outcome.waitProbability)} of it).`,
        `Answered within ${within}: 1 − ${share(outcome.waitProbability)} × e^(−${number(spare)} × ${number(given.threshold)} s ÷ ${number(aht[0])} s) = ${percent(level, 2)}.`,
      ];
    }
    case 'a':
    case 'x':
    case 'chat':
    case 'blend': {
      const steps = [
        `${percent(1 - outcome.waitProbability - outcome.blocking, 2)} are answered at once, ${share(outcome.waitProbability)} find nobody free${outcome.blocking > NEGLIGIBLE ? `, ${share(outcome.blocking)} find no line` : ''}.`,
      ];
      if (outcome.abandonment > 0)
        steps.push(
          `${share(outcome.abandonment)} give up, after ${duration(outcome.meanWaitOfAbandoned ?? 0)} on average: that is not their patience, for the patient ones are answered. Without them ${number(load * (1 - outcome.abandonment - outcome.blocking))} Erlangs are left to serve.`,
        );
      if (outcome.totalRate !== undefined && outcome.totalRate > arrivalRate)
        steps.push(
          `With those who call again ${number(outcome.totalRate * 3600)} attempts come an hour in place of ${number(arrivalRate * 3600)}; ${share(outcome.lostFinally ?? 0)} of customers never get through.`,
        );
      if (outcome.slotOccupancy !== undefined)
        steps.push(
          `Agents hold ${number(outcome.meanChatsHeld ?? 0)} chats on average: ${share(outcome.slotOccupancy)} of the slots are busy, and ${share(outcome.occupancy ?? 0)} of the time an agent has at least one.`,
        );
      if (outcome.outboundRate !== undefined)
        steps.push(
          `Agents left idle beyond ${given.keepIdle} make ${number(outcome.outboundRate * 3600)} outbound calls an hour.`,
        );
      steps.push(`Answered within ${within}, ${definitionWords(given.definition)}: ${percent(level, 2)}.`);
      return steps;
    }
  }
}

function searchSteps({
  given,
  unknown,
  targets,
  binding,
  neededAgents,
  exactAgents,
  arrivalRate,
  aht,
  agents,
}: Answer): string[] {
  const steps: string[] = [];
  if (targets.length > 0 && neededAgents !== null) {
    const each = targets.map(
      ({name, agents: n}) => `${targetText(given, name)}: ${n === null ? '?' : agentsText(n, given.formula)}`,
    );
    const most = targets.length > 1 && binding !== null ? ` What binds is ${targetText(given, binding)}.` : '';
    steps.push(`Needed: ${each.join('; ')}.${most}`);
  }
  if (exactAgents !== null && !Number.isInteger(exactAgents))
    steps.push(
      `Between two whole numbers the target is met exactly at ${exactAgents.toFixed(3)} (the formula continued to fractions of an agent).`,
    );
  if (unknown === 'arrivals')
    steps.push(`The most with which every target holds: ${arrivalsText(given, arrivalRate)}.`);
  if (unknown === 'aht')
    steps.push(
      `The longest with which every target holds for ${agentsText(agents, given.formula)}: ${duration(aht[0])} (${number(aht[0])} s).`,
    );
  return steps;
}

function scheduleSteps({given, scheduled, agents}: Answer): string[] {
  if (scheduled === null) return [];
  const left = given.shrinkage.map(lost => `(1 − ${number(lost)})`).join(' × ');
  return [
    `At work ${agentsText(agents, given.formula)} ÷ ${left} = ${scheduled.exact.toFixed(2)}; rounded up, once, at the end: ${scheduled.whole} to schedule.`,
  ];
}

/** Less than that is nobody. */
const NEGLIGIBLE = 5e-7;

const share = (value: number): string => percent(value, value > 0 && value < 0.0005 ? 4 : 2);

/** Up to three decimals, none where there is nothing behind the point. */
const number = (value: number): string => String(Number(value.toFixed(value < 1 ? 4 : value < 100 ? 3 : 1)));
