import {kindOf} from '../scenario/channels.js';
import {shareToQueue} from '../scenario/reach.js';
import type {ContactType, Scenario} from '../scenario/scenario.js';
import {atOnce, handleSeconds, isDeferred, mayServe, type Outlook} from './outlook.js';
import {lostToRinging, paceOf, presenceOf} from './presence.js';
import type {Span} from './spans.js';

/** What one interval asks of the agents, and who is there. */
export interface IntervalLoads {
  readonly span: Span;
  /** By contact type, Erlangs of the first attempts expected, with the quickest group on duty that may serve it, holding as many at once as is best; 0 for deferred and recorded contacts. */
  readonly loads: readonly number[];
  /** The same of contacts that are served one at a time. */
  readonly singleLoads: readonly number[];
  /** By group: agents on duty by the timetable, on average. */
  readonly onDuty: readonly number[];
  /** By group: how many of them are expected to be there. */
  readonly agents: readonly number[];
}

/** Every interval of the horizon, in order. */
export function* intervalLoads({scenario, staff, end}: Outlook): Generator<IntervalLoads> {
  const {intervalSeconds} = scenario.clock;
  const cells = Math.ceil(end / intervalSeconds);
  const contacts = scenario.contactTypes.map(type => {
    const perCell = new Float64Array(cells);
    for (const source of type.arrivals) {
      if (source.kind === 'replayed') continue;
      source.expected.forEach((expected, index) => {
        const [from, to] = [source.starts[index], source.ends[index]];
        spread([from, to], (expected * shareToQueue(type)) / (to - from), intervalSeconds, perCell);
      });
    }
    return perCell;
  });
  const agentSeconds = staff.map(levels => {
    const perCell = new Float64Array(cells);
    levels.forEach(({at, agents}, index) =>
      spread([Math.max(0, at), Math.min(end, levels[index + 1]?.at ?? end)], agents, intervalSeconds, perCell),
    );
    return perCell;
  });
  const presence = scenario.groups.map(presenceOf);
  for (let cell = 0; cell < cells; cell++) {
    const span: Span = [cell * intervalSeconds, Math.min(end, (cell + 1) * intervalSeconds)];
    const seconds = span[1] - span[0];
    const onDuty = agentSeconds.map(perCell => perCell[cell] / seconds);
    const agents = onDuty.map((count, group) => count * presence[group]);
    const loadsOf = (together: boolean): number[] =>
      contacts.map((perCell, type) =>
        perCell[cell] === 0 ? 0 : (perCell[cell] / seconds) * workOf(scenario, type, span[0], agents, together),
      );
    yield {span, onDuty, agents, loads: loadsOf(true), singleLoads: loadsOf(false)};
  }
}

/** Adds what passes at a rate during a span to the intervals in which it passes. */
function spread([from, to]: Span, perSecond: number, intervalSeconds: number, perCell: Float64Array): void {
  if (perSecond === 0) return;
  for (let cell = Math.floor(from / intervalSeconds); cell < perCell.length && cell * intervalSeconds < to; cell++) {
    const start = Math.max(from, cell * intervalSeconds);
    perCell[cell] += perSecond * (Math.min(to, (cell + 1) * intervalSeconds) - start);
  }
}

/** Seconds that a contact takes of the quickest group on duty; 0 where nobody is there, of which another rule tells. */
function workOf(scenario: Scenario, type: number, at: number, agents: readonly number[], together: boolean): number {
  const contactType = scenario.contactTypes[type];
  if (isDeferred(contactType.channel)) return 0;
  const handle = handleSeconds(scenario, contactType, at);
  const day = scenario.clock.dayStarts.findLastIndex(start => start <= at);
  let quickest = Infinity;
  scenario.groups.forEach((those, group) => {
    const skill = those.skills.find(candidate => candidate.contactType === type);
    if (agents[group] === 0 || skill === undefined || !mayServe(scenario, type, group)) return;
    const held = together ? atOnce(scenario, contactType, group) : 1;
    const work = (skill.handleTimeFactor * handle) / throughput(contactType, held) / paceOf(those, day);
    quickest = Math.min(quickest, work + lostToRinging(those, contactType.channel));
  });
  return quickest === Infinity ? 0 : quickest;
}

/** How many times as many contacts an agent gets done who holds several at once, at best. */
function throughput({channel, byConcurrency}: ContactType, most: number): number {
  if (kindOf(channel) !== 'concurrent') return 1;
  const gains = Array.from({length: most}, (_, index) => {
    const slowness = byConcurrency[Math.min(index, byConcurrency.length - 1)] ?? 1;
    return (index + 1) / slowness;
  });
  return Math.max(...gains);
}
