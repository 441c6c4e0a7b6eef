import type {Observer} from '../../src/engine/observer.js';
import {DUTIES} from '../../src/engine/outcomes.js';
import {Simulation} from '../../src/engine/simulation.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {makeTape} from '../../src/traffic/tape.js';
import {hasBots, legOf, type Leg} from './path.js';

/** One first attempt, told by hand. */
export interface Caller {
  readonly type: string;
  readonly at: number;
  readonly talk?: number;
  readonly wrapUp?: number;
  readonly patience?: number;
}

/** What became of one leg. */
export interface Told {
  readonly number: number;
  readonly type: string;
  readonly cause: string;
  readonly outcome: string;
  readonly group: string | null;
  readonly agent: number;
  readonly createdAt: number;
  readonly offeredAt: number;
  readonly wait: number;
  readonly end: number;
  readonly overflowed: boolean;
}

export interface ToldDuty {
  readonly group: string;
  readonly agent: number;
  readonly duty: string;
  readonly from: number;
  readonly to: number;
}

/** Runs a day whose callers are told by hand, and tells what became of each, by number and leg. */
export function smallDay(
  scenario: Scenario,
  callers: readonly Caller[],
): {legs: Told[]; duties: ToldDuty[]; rings: [from: number, to: number][]; noAnswers: number; end: number} {
  const legs: Told[] = [];
  const duties: ToldDuty[] = [];
  const rings: [from: number, to: number][] = [];
  let noAnswers = 0;
  const observer: Observer = {
    legEnded: (contacts, contact, outcome, group) =>
      void legs.push(toldOf(scenario, legOf(contacts, contact, outcome, group, hasBots(scenario)))),
    busyEnded: () => undefined,
    dutyEnded: (agent, group, duty, from, to) =>
      void duties.push({group: scenario.groups[group].name, agent, duty: DUTIES[duty], from, to}),
    notAnswered: () => void noAnswers++,
    rang: (_agent, _group, from, to) => void rings.push([from, to]),
  };
  const end = runDay(scenario, callers, observer);
  return {legs: legs.sort((a, b) => a.number - b.number || a.offeredAt - b.offeredAt), duties, rings, noAnswers, end};
}

/** Runs a day whose callers are told by hand, and answers with the time of its end. */
export function runDay(scenario: Scenario, callers: readonly Caller[], observer: Observer): number {
  const simulation = new Simulation(scenario, observer);
  simulation.start('1', 0);
  const tape = makeTape(callers.length);
  callers.forEach(({type, at, talk = 60, wrapUp = 0, patience = Infinity}, index) => {
    tape.contactType[index] = scenario.contactTypes.findIndex(({name}) => name === type);
    tape.arrivedAt[index] = at;
    tape.talk[index] = talk;
    tape.wrapUp[index] = wrapUp;
    tape.patience[index] = patience;
  });
  tape.length = callers.length;
  simulation.run(tape);
  return simulation.finish().end;
}

function toldOf(scenario: Scenario, leg: Leg): Told {
  const {number, cause, outcome, agent, createdAt, offeredAt, overflowed} = leg;
  return {
    number,
    type: scenario.contactTypes[leg.type].name,
    cause,
    outcome,
    group: leg.group < 0 ? null : scenario.groups[leg.group].name,
    agent,
    createdAt,
    offeredAt,
    wait: leg.waitEnd - offeredAt,
    end: leg.serviceEnd,
    overflowed,
  };
}
