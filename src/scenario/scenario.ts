import type {Contract, GroupPrices} from './money.js';
import type {
  Announcement,
  Automation,
  Balking,
  Callback,
  ComingBack,
  Deflection,
  GoingQuiet,
  Redial,
  Transfer,
} from './behaviour.js';
import type {VaryingDistribution} from './distribution.js';
import type {Scheduling} from './scheduling.js';

export type * from './behaviour.js';
export type * from './distribution.js';

/**
 * What a scenario file becomes once it is read, checked and completed: plain frozen data, no functions, no class
 * instances, so that it can go to a worker thread or into a test unchanged.
 *
 * Everything stands in seconds, whole agents and probabilities from 0 to 1. Times are seconds from the start of the
 * horizon unless the name says `OfDay` (seconds after local midnight). References to other parts are indices.
 */
export interface Scenario {
  readonly name: string;
  readonly description: string | null;
  readonly clock: Clock;
  readonly contactTypes: readonly ContactType[];
  readonly queues: readonly Queue[];
  readonly sites: readonly Site[];
  readonly groups: readonly AgentGroup[];
  readonly routing: Routing;
  /** Busyness shared by every generated contact type: one draw a day multiplies them all. */
  readonly busyness: Busyness | null;
  /** Telephone lines of the whole center: contacts waiting or in talk at once; null: no limit. */
  readonly lines: number | null;
  /** ISO code of the currency in which all amounts stand; null: no price is known. */
  readonly currency: string | null;
  /** Shifts to choose from and what they have to cover; null: nothing is said. Simulations do not look at it. */
  readonly scheduling: Scheduling | null;
  readonly run: RunSettings;
}

/** The horizon: consecutive local days, cut into reporting intervals of equal length. */
export interface Clock {
  /** First local day, ISO `2026-11-23`. */
  readonly startDate: string;
  readonly days: number;
  /** IANA name. */
  readonly timezone: string;
  readonly intervalSeconds: number;
  /** days + 1 entries: the start of each day, then the end of the horizon; a day may last 23 or 25 hours. */
  readonly dayStarts: readonly number[];
  /** ISO date of each day. */
  readonly dayDates: readonly string[];
  /**
   * The reporting interval to which each cell of the horizon belongs; cell c is
   * [c × intervalSeconds, (c + 1) × intervalSeconds). With `report: calendar` it is c itself.
   */
  readonly intervalOfCell: readonly number[];
  /** ISO start of each reporting interval: `2026-11-23T08:00:00+01:00`, or `T08:00` when days are folded. */
  readonly intervalLabels: readonly string[];
  /** calendar: one row an interval of the horizon; time-of-day: all days folded into one. */
  readonly report: 'calendar' | 'time-of-day';
}

export type Channel =
  | 'voice'
  | 'video'
  | 'tty'
  | 'chat'
  | 'sms'
  | 'social'
  | 'messaging'
  | 'email'
  | 'portal'
  | 'social-post'
  | 'callback'
  | 'outbound';

/** So many contacts have waited so long when the horizon begins, in open hours of their queue. */
export interface Backlog {
  readonly contacts: number;
  readonly ageSeconds: number;
}

export interface ContactType {
  readonly name: string;
  /** Name of its chance: streams are seeded with it, so a renamed type can keep its customers. */
  readonly stream: string;
  readonly channel: Channel;
  readonly language: string | null;
  /** Index into queues. */
  readonly queue: number;
  readonly arrivals: readonly ArrivalSource[];
  /** Contacts that wait when the horizon begins, the oldest first; deferred channels only. */
  readonly backlog: readonly Backlog[];
  /** Talk and hold. */
  readonly talk: VaryingDistribution;
  /** Handle time with one, two, … concurrent contacts at once, as a multiple of that with one; the last holds for more. */
  readonly byConcurrency: readonly number[];
  /** After-contact work; null: none, or inside talk. */
  readonly wrapUp: VaryingDistribution | null;
  /** null: waits for ever. */
  readonly patience: VaryingDistribution | null;
  readonly objective: Objective | null;
  /** T of every "within T" figure: of the objective, or 20 s where there is none. */
  readonly thresholdSeconds: number;
  /** Lower is served first. */
  readonly priority: number;
  /** Multiplies the wait under longest-weighted-wait. */
  readonly weight: number;
  /** Points that a waiting contact gains in each second under priority-with-ageing. */
  readonly ageing: number;
  readonly balk: Balking | null;
  readonly announce: Announcement | null;
  readonly redial: Redial | null;
  /** What it meets before its queue; null: nothing. */
  readonly automation: Automation | null;
  /** Answered contacts that come again. */
  readonly comesBack: ComingBack | null;
  readonly deflect: Deflection | null;
  /** Customers who fall silent in the middle of a contact; null: they stay to its end. */
  readonly goesQuiet: GoingQuiet | null;
  /** Where a contact may be sent on at the end of its talk; the probabilities add up to at most 1. */
  readonly transfers: readonly Transfer[];
  readonly callback: Callback | null;
  /** After so long in queue the customer leaves a message and is gone; null: never. */
  readonly messageAfterSeconds: number | null;
}

/** Where contacts of one type come from; one type may have several. */
export type ArrivalSource = GeneratedArrivals | ReplayedArrivals;

/**
 * Contacts at a rate that is constant inside each segment. Segments are in order of time and do not overlap.
 * `poisson`: the expected number is drawn around; `exact`: the whole number comes, at random instants.
 */
export interface GeneratedArrivals {
  readonly kind: 'generated';
  /** `base` or the name of a burst; part of the name of the stream. */
  readonly name: string;
  readonly counts: 'poisson' | 'exact';
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Contacts expected in each segment, with the volume factor, day and special-day factors in it. */
  readonly expected: readonly number[];
  readonly busyness: Busyness | null;
}

/** Contacts read from a log, row by row. */
export interface ReplayedArrivals {
  readonly kind: 'replayed';
  /** Absolute path of the CSV file. */
  readonly file: string;
  /** Name in the log's `contact-type` column. */
  readonly logName: string;
  readonly delimiter: string | null;
  readonly decimalComma: boolean;
  /** Spreads whole-second stamps uniformly over so many seconds; 0: as recorded. */
  readonly jitterSeconds: number;
  /** Which recorded columns are used where present; the rest is drawn from the type. */
  readonly use: readonly ('handle-time' | 'patience' | 'wrap-up')[];
}

/** Gamma-distributed factor on a day's rates with mean 1; within a day a second one by interval, correlated from interval to interval. */
export interface Busyness {
  readonly cv: number;
  readonly withinDay: {readonly cv: number; readonly correlation: number} | null;
}

/** Over what the answered-within-T are counted; MODEL.md section 8. */
export type ServiceLevelDefinition = 'excluding-abandons' | 'over-offered' | 'over-answered' | 'abandons-met';

export interface Objective {
  /** 0.8 of `80% in 20s`. */
  readonly share: number;
  readonly thresholdSeconds: number;
  readonly definition: ServiceLevelDefinition;
}

export interface Queue {
  readonly name: string;
  /** When it is open: [start, end) in order of time; null: always. */
  readonly open: readonly (readonly [number, number])[] | null;
  /** What becomes of those who wait when it closes. */
  readonly atClosing: 'serve' | 'dismiss';
  /** Contacts waiting or in talk at once; null: no limit. */
  readonly lines: number | null;
}

export interface Site {
  readonly name: string;
  readonly timezone: string;
  readonly languages: readonly string[];
  readonly kind: SiteKind;
  /** ISO dates on which nobody works here. */
  readonly holidays: readonly string[];
  /** Factor on the share of contacts that do not come back. */
  readonly resolution: number;
  /** Occupancy that agents bear in the long run; null: not told. */
  readonly occupancy: number | null;
  /** Parts of contact types that it cannot take, for want of a language or a right. Absent: none. */
  readonly cannotTake?: readonly {readonly contactType: number; readonly share: number}[];
  /** null: nobody is paid for the site as a whole. */
  readonly contract: Contract | null;
}

export type SiteKind = 'in-house' | 'onshore' | 'offshore' | 'at-home' | 'outsourced';

export interface AgentGroup {
  readonly name: string;
  /** Index into sites; null: none named. */
  readonly site: number | null;
  readonly skills: readonly Skill[];
  /** What an agent may hold at once by channel; one contact at a time of a channel that is not named. */
  readonly capacity: readonly ChannelCapacity[];
  /** Which channels may be in an agent's hands together and how many of each; null: as far as the parts that they take add up to the whole. */
  readonly together: readonly Mixture[] | null;
  readonly staffing: Staffing;
  /** Takes contacts only while this holds; null: always. */
  readonly joins: RoutingCondition | null;
  /** How its agents differ from each other and from their timetable; null: not at all. */
  readonly people: People | null;
  /** Paid time in which its agents are not available, for planning; simulations do not look at it. null: none. */
  readonly shrinkage: Shrinkage | null;
  /** Paid seconds of a full-time agent in a week. */
  readonly fullTimeSeconds: number;
  /** What its agents cost beside a contract; null: no price is known. */
  readonly prices: GroupPrices | null;
}

/** What sets agents apart from a timetable and from each other; what does not happen is 0 or null. */
export interface People {
  /** Name of their chance; null: the place of the group among all groups (engine/group-order.ts). */
  readonly stream: string | null;
  /** Probability that an agent does not come on a day. */
  readonly absence: number;
  /** Are the shifts paid that agents miss? Only where some do. */
  readonly paidAbsence: boolean;
  /** Share of the time on duty in which an agent really is available; the rest are breaks of this mean length. */
  readonly adherence: {readonly share: number; readonly breakSeconds: number} | null;
  /** Coefficient of variation of the agents' own handle-time factors, which have mean 1. */
  readonly speedCv: number;
  /** The factor of a new agent falls from `starts` to 1, half of the way every `halfLifeDays`. */
  readonly learning: {
    readonly agents: number;
    readonly starts: number;
    readonly halfLifeDays: number;
    /** Days from hiring to the first day of the horizon. */
    readonly daysSinceHired: number;
  } | null;
  /** A contact that is offered to an agent rings in vain with this probability, and the agent is set aside. */
  readonly noAnswer: {
    readonly probability: number;
    readonly ringSeconds: number;
    readonly setAsideSeconds: number;
  } | null;
}

/**
 * Contacts of one channel in the hands of one agent. Each takes an equal part of the agent's attention, so that those of
 * several channels may be held together as far as their parts add up to the whole.
 */
export interface ChannelCapacity {
  readonly channel: Channel;
  readonly atOnce: number;
  /** Channels whose contacts may interrupt one of this channel; it goes on afterwards where it was. */
  readonly interruptedBy: readonly Channel[];
  /** Seconds lost at every interruption. */
  readonly restartSeconds: number;
}

/** So many contacts of each of these channels, or fewer, may be in one agent's hands; none of another. */
export type Mixture = readonly {readonly channel: Channel; readonly atOnce: number}[];

export interface Skill {
  /** Index into contactTypes. */
  readonly contactType: number;
  /** Lower is preferred. */
  readonly level: number;
  /** 0.92 handles in 92 % of the time. */
  readonly handleTimeFactor: number;
  /** How often an idle agent is drawn under weighted-random, beside the weights of the others. */
  readonly weight: number;
}

/** Paid time in which the agents of a group are not available for contacts, by reason. */
export interface Shrinkage {
  readonly outOfOffice: readonly {readonly name: string; readonly share: number}[];
  readonly inOffice: readonly {readonly name: string; readonly share: number}[];
  /** paid-time: the shares add up. remainder: each is a share of what those before leave. */
  readonly measured: 'paid-time' | 'remainder';
  /** By cell of the horizon, in place of the reasons; null: the reasons hold all day. */
  readonly byCell: {
    readonly inOffice: readonly (number | null)[];
    readonly outOfOffice: readonly (number | null)[];
  } | null;
}

/** `counts`: so many agents from each time on. `shifts`: each agent's own timetable. */
export type Staffing =
  | {readonly kind: 'counts'; readonly changes: readonly {readonly at: number; readonly agents: number}[]}
  | {readonly kind: 'shifts'; readonly agents: readonly AgentTimetable[]};

/** Signed in over [from, to); on breaks inside it: [from, to), where the end of the last one may lie past the horizon. */
export interface AgentTimetable {
  readonly shifts: readonly {
    readonly from: number;
    readonly to: number;
    readonly breaks: readonly (readonly [number, number])[];
  }[];
}

export type AgentChoice =
  | 'longest-idle'
  | 'least-occupied'
  | 'most-proficient'
  | 'fewest-contacts'
  | 'round-robin'
  | 'linear'
  | 'random'
  | 'weighted-random';

/** What is known of a contact before it comes: of its type, and of the agent's skill. */
export type FixedCriterion = 'priority' | 'level';
/** What changes while contacts wait; the last one compared. */
export type WaitingCriterion = 'age' | 'weighted-wait' | 'ageing' | 'due' | 'queue-length';
export type ContactCriterion = FixedCriterion | WaitingCriterion;

export interface Routing {
  readonly agent: AgentChoice;
  /** Compared in this order; a WaitingCriterion is always last. */
  readonly contact: readonly ContactCriterion[];
  /**
   * Per contact type (same order as contactTypes): groups that may take it only after it has waited so long.
   * A group not named here may take it at once.
   */
  readonly overflow: readonly (readonly {readonly group: number; readonly afterSeconds: number}[])[];
  /** Per contact type: groups that take it no longer once it has waited so long; 0: never at all. */
  readonly expiry: readonly (readonly {readonly group: number; readonly atSeconds: number}[])[];
  /** Groups that keep so many agents idle: other contact types get one only while more are idle. One a group at the most. */
  readonly reserves: readonly {readonly group: number; readonly keep: number; readonly for: readonly number[]}[];
  /** Per contact type: how its contacts are shared over sites, adding up to 1; null: they are not. */
  readonly shares: readonly (readonly {readonly site: number; readonly share: number}[] | null)[];
  /** How long a later leg waits for the agent who served the customer before; null: it does not ask who did. */
  readonly lastAgentSeconds: number | null;
}

/** `queue(orders) > 5`; what the measures are stands in engine/routing/conditions.ts. */
export interface RoutingCondition {
  readonly measure: ConditionMeasure;
  /** Index into queues. */
  readonly queue: number;
  readonly comparison: '>' | '>=' | '<' | '<=';
  /** Contacts, seconds or a share. */
  readonly value: number;
}

export type ConditionMeasure = 'queue' | 'expected-wait' | 'serviceLevel';

export interface RunSettings {
  readonly replications: number;
  readonly seed: string;
  /** Factor on all generated volume, already inside `expected`; kept to be shown. */
  readonly volume: number;
  /** Contacts offered and time passed before this are not counted. */
  readonly warmUpSeconds: number;
  /** One long run whose days are cut into batches, each of which counts as a replication; null: whole replications count. */
  readonly batchMeans: BatchMeans | null;
}

/** How the days of one long run are cut: those of the warm-up, then so many batches. */
export interface BatchMeans {
  readonly batches: number;
  /** Days of a batch. */
  readonly daysEach: number;
  /** Days before the first batch: the warm-up, and what does not divide. */
  readonly warmUpDays: number;
}
