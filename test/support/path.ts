import {Mark, NONE, Time, type Contacts} from '../../src/engine/contacts.js';
import type {Observer} from '../../src/engine/observer.js';
import {CAUSES, DUTIES, Outcome, OUTCOMES} from '../../src/engine/outcomes.js';
import {Simulation} from '../../src/engine/simulation.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {Tally} from '../../src/statistics/tally.js';
import {makeTrafficSource} from '../../src/traffic/source.js';
import {makeTape, type Tape} from '../../src/traffic/tape.js';
import type {Caller} from './small-day.js';

/** One leg as the engine wrote it down; indices as in the scenario, -1: none. */
export interface Leg {
  readonly type: number;
  readonly cause: (typeof CAUSES)[number];
  readonly outcome: (typeof OUTCOMES)[number];
  readonly agent: number;
  readonly group: number;
  readonly overflowed: boolean;
  /** Stages of overflow that it waited through. */
  readonly stage: number;
  readonly transferTo: number;
  readonly number: number;
  readonly leg: number;
  /** Before it was offered, where a bot or IVR had it. */
  readonly createdAt: number;
  readonly offeredAt: number;
  readonly waitEnd: number;
  readonly serviceEnd: number;
  readonly work: number;
}

/** One stretch of paid time. */
export interface Stretch {
  readonly agent: number;
  readonly group: number;
  readonly duty: (typeof DUTIES)[number];
  readonly from: number;
  readonly to: number;
}

/** A contact that rang in vain. */
export interface Ring {
  readonly agent: number;
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

/** A wait of a customer who was back after a silence. */
export interface Reply {
  readonly type: number;
  readonly from: number;
  readonly to: number;
  /** Did an agent go on with it? */
  readonly answered: boolean;
}

/** A wait of work that its agent had left in the queue, until another went on with it or the run was over. */
export interface Rest {
  readonly type: number;
  readonly from: number;
  readonly to: number;
}

/** An agent of a group that shares attention had a part of it taken. */
export interface BusyStretch {
  readonly group: number;
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/** Everything that happened in one replication, in the order in which it was written down, and what the tally made of it. */
export interface Path {
  readonly legs: readonly Leg[];
  readonly duties: readonly Stretch[];
  readonly rings: readonly Ring[];
  readonly replies: readonly Reply[];
  readonly rests: readonly Rest[];
  readonly busy: readonly BusyStretch[];
  readonly tally: Tally;
  /** Legs that the engine says it simulated. */
  readonly created: number;
  readonly end: number;
}

export interface PathOptions {
  readonly seed?: string;
  readonly replication?: number;
  /** First attempts on one chunk of the tape. */
  readonly chunk?: number;
  /** Instead of generated traffic. */
  readonly callers?: readonly Caller[];
}

/** Simulates one replication and keeps everything; generated traffic, unless callers are told. */
export function pathOf(scenario: Scenario, {seed = '1', replication = 0, chunk = 64, callers}: PathOptions = {}): Path {
  const legs: Leg[] = [];
  const duties: Stretch[] = [];
  const rings: Ring[] = [];
  const replies: Reply[] = [];
  const rests: Rest[] = [];
  const busy: BusyStretch[] = [];
  const tally = new Tally(scenario);
  const hasAutomation = hasBots(scenario);
  const observer: Observer = {
    legEnded(contacts, contact, outcome, group) {
      tally.legEnded(contacts, contact, outcome, group);
      legs.push(legOf(contacts, contact, outcome, group, hasAutomation));
    },
    busyEnded(group, share, from, to) {
      tally.busyEnded(group, share, from, to);
      busy.push({group, share, from, to});
    },
    dutyEnded(agent, group, duty, from, to) {
      tally.dutyEnded(agent, group, duty, from, to);
      duties.push({agent, group, duty: DUTIES[duty], from, to});
    },
    notAnswered: (contacts, contact, group) => void tally.notAnswered(contacts, contact, group),
    waitedAgain(contacts, contact, to, answered) {
      tally.waitedAgain(contacts, contact, to, answered);
      const from = contacts.times[(contact << Time.shift) | Time.offeredAt];
      replies.push({type: contacts.marks[(contact << Mark.shift) | Mark.contactType], from, to, answered});
    },
    waitedForRest(contacts, contact, from, to) {
      tally.waitedForRest(contacts, contact, from, to);
      rests.push({type: contacts.marks[(contact << Mark.shift) | Mark.contactType], from, to});
    },
    leftOpen: (contacts, contact) => void tally.leftOpen(contacts, contact),
    waitsAtStart: type => void tally.waitsAtStart(type),
    rang(agent, group, from, to) {
      tally.rang(agent, group, from, to);
      rings.push({agent, group, from, to});
    },
  };
  const simulation = new Simulation(scenario, observer);
  simulation.start(seed, replication);
  const fill = callers === undefined ? generated(scenario, seed, replication) : told(scenario, callers);
  for (const tape = makeTape(chunk); fill(tape), tape.length > 0;) simulation.run(tape);
  const {legs: created, end} = simulation.finish();
  tally.finish();
  return {legs, duties, rings, replies, rests, busy, tally, created, end};
}

function generated(scenario: Scenario, seed: string, replication: number): (tape: Tape) => void {
  const source = makeTrafficSource(scenario, () => {
    throw new Error('nothing is replayed here');
  });
  source.start(seed, replication);
  return tape => void source.fill(tape);
}

function told(scenario: Scenario, callers: readonly Caller[]): (tape: Tape) => void {
  let next = 0;
  return tape => {
    tape.length = 0;
    for (; next < callers.length && tape.length < tape.arrivedAt.length; next++) {
      const {type, at, talk = 60, wrapUp = 0, patience = Infinity} = callers[next];
      const row = tape.length++;
      tape.contactType[row] = scenario.contactTypes.findIndex(({name}) => name === type);
      tape.arrivedAt[row] = at;
      tape.talk[row] = talk;
      tape.wrapUp[row] = wrapUp;
      tape.patience[row] = patience;
    }
  };
}

/** Has a contact type a bot or IVR? */
export const hasBots = ({contactTypes}: Scenario): boolean => contactTypes.some(({automation}) => automation !== null);

/** The leg that ends in this slot. */
export function legOf(
  contacts: Contacts,
  contact: number,
  outcome: number,
  group: number,
  hasAutomation: boolean,
): Leg {
  const mark = (name: Mark): number => contacts.marks[(contact << Mark.shift) | name];
  const time = (name: Time): number => contacts.times[(contact << Time.shift) | name];
  const byAgent = outcome === Outcome.answered || outcome === Outcome.unreached;
  return {
    type: mark(Mark.contactType),
    cause: CAUSES[contacts.causeOf(contact)],
    outcome: OUTCOMES[outcome],
    agent: byAgent ? mark(Mark.agent) : NONE,
    group,
    overflowed: mark(Mark.stage) > 0,
    stage: mark(Mark.stage),
    transferTo: mark(Mark.transferTo),
    number: time(Time.number),
    leg: mark(Mark.leg),
    createdAt: hasAutomation ? contacts.createdAt[contact] : time(Time.offeredAt),
    offeredAt: time(Time.offeredAt),
    waitEnd: time(byAgent ? Time.answeredAt : Time.endedAt),
    serviceEnd: time(Time.endedAt),
    work: time(Time.talk) + time(Time.wrapUp),
  };
}
