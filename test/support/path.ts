import type {ColumnReader, DutyColumns, LegColumns} from '../../src/engine/columns.js';
import {CAUSES, DUTIES, OUTCOMES} from '../../src/engine/columns.js';
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
  readonly transferTo: number;
  readonly number: number;
  readonly leg: number;
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

/** Everything that happened in one replication, in the order in which it was written down, and what the tally made of it. */
export interface Path {
  readonly legs: readonly Leg[];
  readonly duties: readonly Stretch[];
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
  const tally = new Tally(scenario);
  const reader: ColumnReader = {
    readLegs(columns) {
      tally.readLegs(columns);
      for (let row = 0; row < columns.length; row++) legs.push(legOf(columns, row));
    },
    readDuties(columns) {
      tally.readDuties(columns);
      for (let row = 0; row < columns.length; row++) duties.push(stretchOf(columns, row));
    },
  };
  const simulation = new Simulation(scenario, {seed, replication, reader});
  const fill = callers === undefined ? generated(scenario, seed, replication) : told(scenario, callers);
  for (const tape = makeTape(chunk); fill(tape), tape.length > 0;) simulation.run(tape);
  const {legs: created, end} = simulation.finish();
  tally.finish();
  return {legs, duties, tally, created, end};
}

function generated(scenario: Scenario, seed: string, replication: number): (tape: Tape) => void {
  const source = makeTrafficSource(scenario, {
    seed,
    replication,
    openReplay: () => {
      throw new Error('nothing is replayed here');
    },
  });
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

function legOf(legs: LegColumns, row: number): Leg {
  return {
    type: legs.contactType[row],
    cause: CAUSES[legs.cause[row]],
    outcome: OUTCOMES[legs.outcome[row]],
    agent: legs.agent[row],
    group: legs.group[row],
    overflowed: legs.overflowed[row] === 1,
    transferTo: legs.transferTo[row],
    number: legs.number[row],
    leg: legs.leg[row],
    offeredAt: legs.offeredAt[row],
    waitEnd: legs.waitEnd[row],
    serviceEnd: legs.serviceEnd[row],
    work: legs.work[row],
  };
}

function stretchOf(duties: DutyColumns, row: number): Stretch {
  return {
    agent: duties.agent[row],
    group: duties.group[row],
    duty: DUTIES[duties.duty[row]],
    from: duties.from[row],
    to: duties.to[row],
  };
}
