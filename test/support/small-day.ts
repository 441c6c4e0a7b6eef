import {
  CAUSES,
  DUTIES,
  OUTCOMES,
  type ColumnReader,
  type DutyColumns,
  type LegColumns,
} from '../../src/engine/columns.js';
import {Simulation} from '../../src/engine/simulation.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {makeTape} from '../../src/traffic/tape.js';

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
): {legs: Told[]; duties: ToldDuty[]; end: number} {
  const legs: Told[] = [];
  const duties: ToldDuty[] = [];
  const reader: ColumnReader = {
    readLegs: columns => legs.push(...rowsOf(columns.length, row => legFrom(scenario, columns, row))),
    readDuties: columns => duties.push(...rowsOf(columns.length, row => dutyFrom(scenario, columns, row))),
  };
  const simulation = new Simulation(scenario, {seed: '1', replication: 0, reader});
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
  const {end} = simulation.finish();
  return {legs: legs.sort((a, b) => a.number - b.number || a.offeredAt - b.offeredAt), duties, end};
}

function rowsOf<T>(length: number, make: (row: number) => T): T[] {
  return Array.from({length}, (_, row) => make(row));
}

function legFrom(scenario: Scenario, legs: LegColumns, row: number): Told {
  return {
    number: legs.number[row],
    type: scenario.contactTypes[legs.contactType[row]].name,
    cause: CAUSES[legs.cause[row]],
    outcome: OUTCOMES[legs.outcome[row]],
    group: legs.group[row] < 0 ? null : scenario.groups[legs.group[row]].name,
    agent: legs.agent[row],
    offeredAt: legs.offeredAt[row],
    wait: legs.waitEnd[row] - legs.offeredAt[row],
    end: legs.serviceEnd[row],
    overflowed: legs.overflowed[row] === 1,
  };
}

function dutyFrom(scenario: Scenario, duties: DutyColumns, row: number): ToldDuty {
  return {
    group: scenario.groups[duties.group[row]].name,
    agent: duties.agent[row],
    duty: DUTIES[duties.duty[row]],
    from: duties.from[row],
    to: duties.to[row],
  };
}
