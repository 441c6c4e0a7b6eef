import type {
  AgentGroup,
  Callback,
  ChannelCapacity,
  Clock,
  ContactType,
  Distribution,
  Queue,
  Redial,
  Routing,
  RunSettings,
  Scenario,
  Skill,
  Transfer,
  VaryingDistribution,
} from '../../src/scenario/scenario.js';

/** What a test says of a contact type; the rest is a voice type that waits for ever, answered in a constant minute. */
export type TypeSketch = Partial<
  Omit<ContactType, 'name' | 'talk' | 'wrapUp' | 'patience' | 'redial' | 'transfers'>
> & {
  /** Cold, unless told. */
  readonly transfers?: readonly (Omit<Transfer, 'warm'> & Partial<Transfer>)[];
  /** On the same contact type, unless told. */
  readonly redial?: (Omit<Redial, 'as'> & Partial<Pick<Redial, 'as'>>) | null;
  readonly talk?: Distribution;
  readonly wrapUp?: Distribution;
  readonly patience?: Distribution;
};

export type GroupSketch = Partial<Omit<AgentGroup, 'name' | 'skills'>> & {
  /** Agents all day, instead of a staffing. */
  readonly count?: number;
  /** By contact type: level, or more. */
  readonly skills: Readonly<Record<string, number | Partial<Skill>>>;
};

export interface CenterSketch {
  readonly types: Readonly<Record<string, TypeSketch>>;
  readonly groups: Readonly<Record<string, GroupSketch>>;
  readonly queues?: readonly Queue[];
  readonly routing?: Partial<Routing>;
  readonly lines?: number;
  readonly run?: Partial<RunSettings>;
  readonly clock?: {
    readonly days?: number;
    readonly daySeconds?: number;
    readonly intervalSeconds?: number;
    readonly report?: Clock['report'];
  };
  readonly busyness?: Scenario['busyness'];
  readonly sites?: Scenario['sites'];
}

/** A whole scenario from what a test says of it; one day of 24 hours in half-hours unless told. */
export function centerWith(sketch: CenterSketch): Scenario {
  const names = Object.keys(sketch.types);
  const contactTypes = names.map((name, index) => contactTypeFrom(name, index, sketch.types[name]));
  return {
    name: 'test center',
    description: null,
    clock: clockOf(sketch.clock ?? {}),
    contactTypes,
    queues: sketch.queues ?? names.map(name => queueNamed(name)),
    sites: sketch.sites ?? [],
    currency: null,
    groups: Object.entries(sketch.groups).map(([name, group]) => groupFrom(name, group, names)),
    routing: {
      agent: 'longest-idle',
      contact: ['priority', 'level', 'age'],
      overflow: names.map(() => []),
      expiry: names.map(() => []),
      reserves: [],
      shares: names.map(() => null),
      lastAgentSeconds: null,
      ...sketch.routing,
    },
    busyness: sketch.busyness ?? null,
    lines: sketch.lines ?? null,
    scheduling: null,
    run: {replications: 1, seed: '1', volume: 1, warmUpSeconds: 0, batchMeans: null, ...sketch.run},
  };
}

export function queueNamed(name: string, more: Partial<Queue> = {}): Queue {
  return {name, open: null, atClosing: 'serve', lines: null, ...more};
}

/** So many contacts of the channel at once, put aside for nothing. */
export function holds(
  channel: ChannelCapacity['channel'],
  atOnce: number,
  more: Partial<ChannelCapacity> = {},
): ChannelCapacity {
  return {channel, atOnce, interruptedBy: [], restartSeconds: 0, ...more};
}

/** A callback offered to whoever would have to wait, accepted and answered by all, unless told otherwise. */
export function callbackOffer(more: Partial<Callback> = {}): Callback {
  return {
    queueOver: -1,
    expectedWaitOver: null,
    accepted: 1,
    answered: 1,
    place: 'after-queue',
    dialAfter: null,
    reserve: 0,
    ringSeconds: 0,
    redials: 0,
    redialEverySeconds: 0,
    ...more,
  };
}

export const always = (distribution: Distribution): VaryingDistribution => [{fromOfDay: 0, distribution}];
export const constant = (value: number): Distribution => ({kind: 'constant', value});
export const exponential = (mean: number): Distribution => ({kind: 'exponential', mean});

/** Poisson arrivals at a constant rate over the whole horizon. */
export function steady(perSecond: number, seconds: number): ContactType['arrivals'] {
  return [
    {
      kind: 'generated',
      name: 'base',
      counts: 'poisson',
      starts: [0],
      ends: [seconds],
      expected: [perSecond * seconds],
      busyness: null,
    },
  ];
}

/** A contact type from what a test says of it. */
export function contactTypeFrom(name: string, index: number, sketch: TypeSketch): ContactType {
  const {talk, wrapUp, patience, redial = null, transfers = [], ...more} = sketch;
  return {
    name,
    stream: name,
    channel: 'voice',
    language: null,
    queue: index,
    arrivals: [],
    backlog: [],
    talk: always(talk ?? constant(60)),
    byConcurrency: [1],
    wrapUp: wrapUp === undefined ? null : always(wrapUp),
    patience: patience === undefined ? null : always(patience),
    objective: null,
    thresholdSeconds: 20,
    priority: 1,
    weight: 1,
    ageing: 1 / 60,
    balk: null,
    announce: null,
    redial: redial && {as: index, ...redial},
    automation: null,
    comesBack: null,
    deflect: null,
    goesQuiet: null,
    transfers: transfers.map(rule => ({warm: null, ...rule})),
    callback: null,
    messageAfterSeconds: null,
    ...more,
  };
}

function groupFrom(name: string, sketch: GroupSketch, typeNames: readonly string[]): AgentGroup {
  const skills = Object.entries(sketch.skills).map(([type, told]): Skill => ({
    contactType: typeNames.indexOf(type),
    level: 1,
    handleTimeFactor: 1,
    weight: 1,
    ...(typeof told === 'number' ? {level: told} : told),
  }));
  return {
    name,
    site: sketch.site ?? null,
    joins: sketch.joins ?? null,
    skills,
    capacity: sketch.capacity ?? [],
    together: sketch.together ?? null,
    staffing: sketch.staffing ?? {kind: 'counts', changes: [{at: 0, agents: sketch.count ?? 1}]},
    people: sketch.people ?? null,
    prices: null,
    shrinkage: sketch.shrinkage ?? null,
    fullTimeSeconds: sketch.fullTimeSeconds ?? 144_000,
  };
}

function clockOf({
  days = 1,
  daySeconds = 86_400,
  intervalSeconds = 1800,
  report = 'calendar',
}: NonNullable<CenterSketch['clock']>): Clock {
  const perDay = daySeconds / intervalSeconds;
  const cells = Array.from({length: days * perDay}, (_, cell) => cell);
  return {
    startDate: '2026-01-05',
    days,
    timezone: 'UTC',
    intervalSeconds,
    dayStarts: Array.from({length: days + 1}, (_, day) => day * daySeconds),
    dayDates: Array.from({length: days}, (_, day) => `2026-01-${String(5 + day).padStart(2, '0')}`),
    intervalOfCell: cells.map(cell => (report === 'calendar' ? cell : cell % perDay)),
    intervalLabels: Array.from(
      {length: report === 'calendar' ? cells.length : perDay},
      (_, interval) => `interval ${interval}`,
    ),
    report,
  };
}
