import {HashChance} from '../random/hash.js';
import {Stream} from '../random/stream.js';
import type {Scenario} from '../scenario/scenario.js';
import {Absences} from './absences.js';
import {Agents} from './agents.js';
import {Books} from './books.js';
import {Calendar, Phase} from './calendar.js';
import type {Follower, Observer} from './observer.js';
import {Contacts, Index, Mark, State, Time} from './contacts.js';
import {Conversations} from './conversations.js';
import {estimatedWait} from './estimated-wait.js';
import {Floor} from './floor.js';
import {groupOrder} from './group-order.js';
import {Handovers} from './handovers.js';
import {makeModel, type Model} from './model.js';
import {People} from './people.js';
import {Presence} from './presence.js';
import {Ringing} from './ringing.js';
import {makeRouting} from './routing/index.js';
import type {RoutingPolicy} from './routing/policy.js';
import {RoutingMemory} from './routing-memory.js';
import {Service} from './service.js';
import {GROUP_COUNT, groupSizes, makeTimetable, type Timetable} from './timetable.js';
import {WaitingLists} from './waiting.js';

/**
 * Slots at the start; doubled whenever they are all taken. So many that most centers never need more: arrays that were
 * never replaced are at an address known in the compiled code (simulation.ts).
 */
const FIRST_CAPACITY = 4096;

/** Legs of one contact that are told apart in ties; so many times the contacts of a replication are less than a phase (calendar.ts). */
const LEGS = 1024;

/** The calendar's id of the next change of the timetable: slot 0, which no contact takes. */
export const TIMETABLE_ID = 0;

/** Everything that a replication remembers between two events. The events (events/) act on it; `start` makes it new. */
export class Center {
  readonly model: Model;
  readonly calendar: Calendar;
  readonly contacts: Contacts;
  readonly agents: Agents;
  readonly people: People;
  readonly absences: Absences;
  readonly presence: Presence;
  readonly ringing: Ringing;
  readonly waiting: WaitingLists;
  /** Callback requests that wait behind the queue. */
  readonly requests: WaitingLists;
  /** By contact type the first request that may be dialled at this moment, or NONE. */
  readonly dialable: Int32Array;
  readonly floor: Floor;
  readonly routing: RoutingPolicy;
  /** Told of every step on a contact's way; mostly nobody. */
  readonly follower: Follower | null;
  readonly memory: RoutingMemory;
  readonly books: Books;
  readonly service: Service;
  readonly handovers: Handovers;
  readonly conversations: Conversations;
  readonly timetable: Timetable;
  /** By contact type, for later legs. */
  readonly chance: readonly HashChance[];
  /** The policies' own chance. */
  private readonly routingChance = new Stream(0, 0, 0);
  /** Next row of the timetable. */
  nextChange = 0;
  /** By queue: 1 while open. */
  readonly open: Uint8Array;
  /** By queue: lines taken; and of the whole center. */
  readonly linesTaken: Int32Array;
  centerLinesTaken = 0;
  /** By contact type: contacts in its bot or IVR. */
  readonly portsTaken: Int32Array;
  /** By group: agents signed in who are not leaving. */
  readonly onDuty: Int32Array;
  /** By group: of them, on a break or set aside. */
  readonly away: Int32Array;
  /** By group told by numbers: agents beyond the number, who leave as they become free. */
  readonly surplus: Int32Array;
  /** First attempts so far, in all and by contact type. */
  firstAttempts = 0;
  readonly firstAttemptsOfType: Float64Array;

  constructor(
    private readonly scenario: Scenario,
    readonly observer: Observer,
  ) {
    const model = makeModel(scenario);
    this.chance = scenario.contactTypes.map(() => new HashChance());
    this.model = model;
    this.follower = observer.follower ?? null;
    this.contacts = new Contacts(FIRST_CAPACITY);
    this.calendar = new Calendar(FIRST_CAPACITY, id => this.rankOf(id));
    const {attention} = model;
    const lists = attention.units.map((units, group) => (attention.groupShares[group] === 1 ? units + 1 : 1));
    const order = groupOrder(scenario);
    this.agents = new Agents(groupSizes(scenario), order, lists);
    this.people = new People(scenario, this.agents, order);
    this.absences = new Absences(this.agents.count, model.groups);
    this.presence = new Presence(this.people, this.agents, model.horizon);
    this.ringing = new Ringing(this.agents);
    this.waiting = new WaitingLists(this.contacts, model.queueOfType, model.queues);
    this.memory = new RoutingMemory(model.contactTypes, model.groups, model.queues, this.agents.count);
    this.floor = new Floor(this.contacts, this.agents, this.waiting, this.memory, model, type =>
      estimatedWait(this, type),
    );
    this.requests = new WaitingLists(this.contacts, model.queueOfType, model.queues);
    this.dialable = new Int32Array(model.contactTypes).fill(Index.NONE);
    this.routing = makeRouting(scenario, this.routingChance);
    this.service = new Service(model.attention.shared ? FIRST_CAPACITY : 0);
    this.handovers = new Handovers(model.hasWarmTransfers ? FIRST_CAPACITY : 0);
    this.conversations = new Conversations(model.hasSilences ? FIRST_CAPACITY : 0);
    this.books = new Books(model.contactTypes, model.groups);
    this.timetable = makeTimetable(scenario, this.agents.firstOfGroup);
    this.open = new Uint8Array(model.queues);
    this.linesTaken = new Int32Array(model.queues);
    this.portsTaken = new Int32Array(model.contactTypes);
    this.onDuty = new Int32Array(model.groups);
    this.away = new Int32Array(model.groups);
    this.surplus = new Int32Array(model.groups);
    this.firstAttemptsOfType = new Float64Array(model.contactTypes);
  }

  /** Other numbers of agents, by group, by cell of the horizon, at the times at which the timetable changes them. */
  restaff(counts: Int32Array): void {
    const {timetable, agents} = this;
    const {intervalSeconds, intervalOfCell} = this.scenario.clock;
    for (let row = 0; row < timetable.length; row++) {
      if (timetable.kind[row] !== GROUP_COUNT) continue;
      const group = timetable.target[row];
      const count = counts[group * intervalOfCell.length + Math.floor(timetable.at[row] / intervalSeconds)];
      if (!(count <= agents.sizeOfGroup[group]))
        throw new RangeError(`${count} agents of ${agents.sizeOfGroup[group]}`);
      timetable.value[row] = count;
    }
  }

  /** Begins a replication: nobody is here, and seed and replication fix all chance. */
  start(seed: string, replication: number): void {
    this.contacts.clear();
    this.calendar.clear();
    this.agents.clear();
    this.absences.clear();
    this.presence.clear();
    this.ringing.clear();
    this.waiting.clear();
    this.requests.clear();
    this.service.clear();
    this.conversations.clear();
    this.books.clear();
    this.handovers.clear();
    this.memory.clear();
    this.floor.clear();
    this.nextChange = 0;
    this.open.fill(0);
    this.linesTaken.fill(0);
    this.centerLinesTaken = 0;
    this.portsTaken.fill(0);
    this.onDuty.fill(0);
    this.away.fill(0);
    this.surplus.fill(0);
    this.firstAttempts = 0;
    this.firstAttemptsOfType.fill(0);
    this.people.start(seed, replication);
    this.scenario.contactTypes.forEach(({stream}, type) => this.chance[type].begin(seed, replication, stream));
    this.routingChance.begin(seed, replication, 'routing', 'random-agent');
  }

  /** A free slot for a contact; makes room when there is none. */
  takeSlot(): number {
    let slot = this.contacts.take();
    if (slot === Index.NONE) {
      this.contacts.grow();
      this.calendar.grow(this.contacts.capacity);
      if (this.model.attention.shared) this.service.grow(this.contacts.capacity);
      if (this.model.hasWarmTransfers) this.handovers.grow(this.contacts.capacity);
      if (this.model.hasSilences) this.conversations.grow(this.contacts.capacity);
      slot = this.contacts.take();
    }
    if (this.model.remembersServers) this.contacts.marks[(slot << Mark.shift) | Mark.agent] = Index.NONE;
    return slot;
  }

  /** Which goes first of two events at one instant: phase, number, and of two legs of one contact the earlier leg. */
  private rankOf(id: number): number {
    if (id === TIMETABLE_ID) return Phase.schedule;
    const {times, marks} = this.contacts;
    const leg = Math.min(marks[(id << Mark.shift) | Mark.leg], LEGS - 1);
    return times[(id << Time.shift) | Time.number] * LEGS + leg + phaseOf(marks[(id << Mark.shift) | Mark.state]);
  }
}

function phaseOf(state: number): number {
  if (state === State.waiting || state === State.requested) return Phase.timer;
  const comes = state === State.away || state === State.inAutomation || state === State.quiet;
  return comes ? Phase.arrival : Phase.completion;
}
