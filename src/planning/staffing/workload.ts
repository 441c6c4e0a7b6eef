import {kindOf, type ChannelKind} from '../../scenario/channels.js';
import {shareToQueue} from '../../scenario/reach.js';
import type {ContactType, Distribution, Scenario, VaryingDistribution} from '../../scenario/scenario.js';
import {meanOf} from '../../scenario/schema/distribution.js';
import {wallTime} from '../../scenario/wall-time.js';
import type {StaffingGrid} from './grid.js';

/** What one contact type asks for, by reporting interval. */
export interface TypeWorkload {
  /** Index into the scenario's contact types. */
  readonly type: number;
  readonly name: string;
  readonly kind: ChannelKind;
  /** Contacts that reach the queue in one cell of the interval, on average over the interval's cells; transfers in are counted. */
  readonly contacts: readonly number[];
  /** Mean talk and wrap-up in seconds, one at a time, by the group that prefers the type most; 0 where nothing comes. */
  readonly aht: readonly number[];
  /** Erlangs: contacts × AHT ÷ seconds, one at a time. */
  readonly load: readonly number[];
  /** Patience of those who come in the interval; null: nobody gives up. */
  readonly patience: readonly (Distribution | null)[];
  /** Contacts of the type that one agent holds at once, at most. */
  readonly atOnce: number;
  /** Handle time with one, two, … at once, as a multiple of that with one. */
  readonly byConcurrency: readonly number[];
}

/** Contacts by type and cell, where they are known from elsewhere: of a replayed log, from a simulation. */
export interface MeasuredWorkload {
  /** By contact type, by reporting interval: offered in one replication. */
  readonly contacts: readonly (readonly number[])[];
  /** By contact type, by reporting interval: mean handle time in seconds; NaN where nothing came. */
  readonly aht: readonly (readonly number[])[];
}

/** Transfers of transfers: after so many nobody is left. */
const TRANSFER_ROUNDS = 30;

/**
 * Contacts, handle times and load by interval for every contact type: generated volume after bots and transfers. What
 * comes again (redials, comebacks, callbacks) is left to the simulation. Recorded contacts count only where measured.
 */
export function workloadOf(
  scenario: Scenario,
  grid: StaffingGrid,
  measured: MeasuredWorkload | null = null,
): readonly TypeWorkload[] {
  const {contactTypes} = scenario;
  const cells = grid.intervalOfCell.length;
  const coming = withTransfers(
    scenario,
    contactTypes.map(type => contactsByCell(type, cells, grid.intervalSeconds)),
  );
  const cellsOf = grid.intervals.map(() => 0);
  for (const interval of grid.intervalOfCell) cellsOf[interval]++;
  return contactTypes.map((contactType, type): TypeWorkload => {
    const contacts = grid.intervals.map(() => 0);
    const work = grid.intervals.map(() => 0);
    const patience: (Distribution | null)[] = grid.intervals.map(() => null);
    const factor = preferredFactor(scenario, type);
    coming[type].forEach((count, cell) => {
      const interval = grid.intervalOfCell[cell];
      const {secondOfDay} = wallTime(scenario.clock, cell * grid.intervalSeconds);
      const seconds = meanAt(contactType.talk, secondOfDay) + meanAt(contactType.wrapUp ?? [], secondOfDay);
      contacts[interval] += count;
      work[interval] += count * seconds * factor;
      if (contactType.patience !== null) patience[interval] ??= entryAt(contactType.patience, secondOfDay).distribution;
    });
    grid.intervals.forEach((_, interval) => {
      const counted = measured?.contacts[type][interval] ?? 0;
      if (!replays(contactType) || counted === 0) return;
      // nobody was answered there: the handle time of another interval
      const seconds = measured!.aht[type][interval];
      contacts[interval] = counted;
      work[interval] =
        counted * (Number.isFinite(seconds) ? seconds : (measured!.aht[type].find(Number.isFinite) ?? 0));
    });
    const perCell = contacts.map((count, interval) => count / cellsOf[interval]);
    const aht = work.map((seconds, interval) => (contacts[interval] > 0 ? seconds / contacts[interval] : 0));
    return {
      type,
      name: contactType.name,
      kind: kindOf(contactType.channel),
      contacts: perCell,
      aht,
      load: perCell.map((count, interval) => (count * aht[interval]) / grid.intervalSeconds),
      patience,
      atOnce: atOnceOf(scenario, type),
      byConcurrency: contactType.byConcurrency,
    };
  });
}

/** Whether contacts of the type come from a log. */
export const replays = ({arrivals}: ContactType): boolean => arrivals.some(({kind}) => kind === 'replayed');

/** Contacts expected at the queue in each cell of the horizon, without those of logs. */
export function contactsByCell(type: ContactType, cells: number, cellSeconds: number): Float64Array {
  const perCell = new Float64Array(cells);
  const reaching = shareToQueue(type);
  for (const source of type.arrivals) {
    if (source.kind === 'replayed') continue;
    source.expected.forEach((expected, segment) => {
      const [start, end] = [source.starts[segment], source.ends[segment]];
      for (let cell = Math.floor(start / cellSeconds); cell < cells && cell * cellSeconds < end; cell++) {
        const overlap = Math.min(end, (cell + 1) * cellSeconds) - Math.max(start, cell * cellSeconds);
        perCell[cell] += (expected * reaching * overlap) / (end - start);
      }
    });
  }
  return perCell;
}

/** Transfers come in the cell of the first contact: the talk before is shorter than an interval. */
function withTransfers({contactTypes}: Scenario, own: readonly Float64Array[]): readonly Float64Array[] {
  if (contactTypes.every(({transfers}) => transfers.length === 0)) return own;
  let all = own;
  for (let round = 0; round < TRANSFER_ROUNDS; round++) {
    const next = own.map(cells => Float64Array.from(cells));
    contactTypes.forEach(({transfers}, from) => {
      for (const {to, probability} of transfers)
        all[from].forEach((count, cell) => (next[to][cell] += count * probability));
    });
    all = next;
  }
  return all;
}

/** Handle-time factor of the group that has the type at its best level; the quickest of several. */
function preferredFactor({groups}: Scenario, type: number): number {
  const skills = groups.flatMap(group => group.skills.filter(({contactType}) => contactType === type));
  const best = Math.min(...skills.map(({level}) => level));
  const factors = skills.filter(({level}) => level === best).map(({handleTimeFactor}) => handleTimeFactor);
  return factors.length === 0 ? 1 : Math.min(...factors);
}

/** How many of the type an agent holds at once, in the group where it is most. */
function atOnceOf({groups, contactTypes}: Scenario, type: number): number {
  const {channel} = contactTypes[type];
  const able = groups.filter(({skills}) => skills.some(({contactType}) => contactType === type));
  return able.reduce(
    (most, {capacity}) => Math.max(most, capacity.find(held => held.channel === channel)?.atOnce ?? 1),
    1,
  );
}

/** How many times the work of one an agent gets done who holds so many at once as is best. */
export function bestThroughput({atOnce, byConcurrency, kind}: TypeWorkload): number {
  if (kind !== 'concurrent') return 1;
  const gains = Array.from(
    {length: atOnce},
    (_, index) => (index + 1) / (byConcurrency[Math.min(index, byConcurrency.length - 1)] ?? 1),
  );
  return Math.max(...gains);
}

function entryAt(varying: VaryingDistribution, secondOfDay: number): VaryingDistribution[number] {
  return varying.findLast(({fromOfDay}) => fromOfDay <= secondOfDay) ?? varying[0];
}

const meanAt = (varying: VaryingDistribution, secondOfDay: number): number =>
  varying.length === 0 ? 0 : meanOf(entryAt(varying, secondOfDay).distribution);
