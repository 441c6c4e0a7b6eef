import {kindOf} from '../../scenario/channels.js';
import {shareToQueue} from '../../scenario/reach.js';
import type {ContactType, Scenario, VaryingDistribution} from '../../scenario/scenario.js';
import {meanOf} from '../../scenario/schema/distribution.js';

/** What one reporting interval brings of one contact type. */
export interface Offered {
  /** Contacts a second that come to the queue: first attempts, expected. */
  readonly arrivalRate: number;
  /** Seconds of an agent that a contact takes: talk and wrap-up, of the quickest group, several at once counted in. */
  readonly aht: number;
}

/**
 * What contact types bring, by type, by cell of the clock; recorded traffic is not counted.
 *
 * @param cells of the clock's interval, from the start of the horizon
 */
export function offeredByInterval(scenario: Scenario): readonly (readonly Offered[])[] {
  const {clock, contactTypes} = scenario;
  const end = clock.dayStarts[clock.days]!;
  const cells = Math.ceil(end / clock.intervalSeconds);
  return contactTypes.map((type, index) => {
    const expected = expectedContacts(type, cells, clock.intervalSeconds);
    return Array.from({length: cells}, (_, cell) => {
      const from = cell * clock.intervalSeconds;
      const seconds = Math.min(end, from + clock.intervalSeconds) - from;
      const ofDay = from - clock.dayStarts.findLast(start => start <= from)!;
      return {arrivalRate: expected[cell]! / seconds, aht: workOf(scenario, index, ofDay)};
    });
  });
}

function expectedContacts(type: ContactType, cells: number, intervalSeconds: number): Float64Array {
  const perCell = new Float64Array(cells);
  for (const source of type.arrivals) {
    if (source.kind === 'replayed') continue;
    source.expected.forEach((expected, segment) => {
      const [start, end] = [source.starts[segment]!, source.ends[segment]!];
      const perSecond = (expected * shareToQueue(type)) / (end - start);
      for (let cell = Math.floor(start / intervalSeconds); cell < cells && cell * intervalSeconds < end; cell += 1) {
        const from = Math.max(start, cell * intervalSeconds);
        perCell[cell]! += perSecond * (Math.min(end, (cell + 1) * intervalSeconds) - from);
      }
    });
  }
  return perCell;
}

/** Seconds of an agent that a contact takes of the quickest group with the skill. */
function workOf({contactTypes, groups}: Scenario, type: number, ofDay: number): number {
  const {talk, wrapUp, channel, byConcurrency} = contactTypes[type]!;
  const seconds = meanOf(at(talk, ofDay)) + (wrapUp === null ? 0 : meanOf(at(wrapUp, ofDay)));
  const factors = groups.flatMap(({skills, capacity}) => {
    const skill = skills.find(({contactType}) => contactType === type);
    if (skill === undefined) return [];
    const most = kindOf(channel) === 'concurrent' ? (capacity.find(each => each.channel === channel)?.atOnce ?? 1) : 1;
    const gains = Array.from(
      {length: most},
      (_, index) => (index + 1) / byConcurrency[Math.min(index, byConcurrency.length - 1)]!,
    );
    return [skill.handleTimeFactor / Math.max(...gains)];
  });
  return seconds * Math.min(...factors);
}

/** The distribution that holds at a time of day. */
export function at(varying: VaryingDistribution, ofDay: number): VaryingDistribution[number]['distribution'] {
  return varying.findLast(({fromOfDay}) => fromOfDay <= ofDay)!.distribution;
}
