import type {ContactType, Scenario} from '../scenario/scenario.js';
import {planSampler, Sampler, type SamplerPlan} from '../random/sampler.js';
import {makeStream} from '../random/stream.js';
import {drawBusyDays} from './generate/busy-days.js';
import {generateInstants, planGenerator, type GeneratorPlan} from './generate/generator.js';
import {Merger} from './merger.js';
import {ReplayCursor, type Jitter} from './replay-cursor.js';
import type {OpenReplay, ReplayRequest, ReplayedType} from './replay-reader.js';
import type {Tape, TrafficSource} from './tape.js';

/** What all replications of a scenario's traffic share; keep it, for it holds the distributions' tables. */
export interface TrafficPlan {
  readonly scenario: Scenario;
  /** Contact types in the order of their streams' names: order of declaration must change no figure. */
  readonly order: readonly number[];
  readonly types: readonly TypePlan[];
  readonly replays: readonly ReplayRequest[];
}

interface TypePlan {
  readonly generators: readonly GeneratorPlan[];
  readonly talk: SamplerPlan;
  readonly wrapUp: SamplerPlan | null;
  readonly patience: SamplerPlan | null;
}

/** Which replication's traffic, and how logs are opened. */
export interface TrafficOptions {
  readonly seed: string;
  readonly replication: number;
  readonly openReplay: OpenReplay;
}

/**
 * The traffic of one replication: all first attempts in order of arrival, generated or read from logs, with the talk,
 * wrap-up and patience that each brings. `fill` is synchronous when nothing is replayed.
 */
export function makeTrafficSource(scenario: Scenario, options: TrafficOptions): TrafficSource {
  return openTraffic(planTraffic(scenario), options);
}

/** Prepares a scenario's traffic once for any number of replications. */
export function planTraffic(scenario: Scenario): TrafficPlan {
  const {clock, contactTypes, busyness} = scenario;
  return {
    scenario,
    order: orderByStream(contactTypes),
    types: contactTypes.map(type => ({
      generators: type.arrivals
        .filter(arrivals => arrivals.kind === 'generated')
        .map(arrivals => planGenerator(arrivals, type.stream, clock, busyness)),
      talk: planSampler(type.talk, clock),
      wrapUp: type.wrapUp && planSampler(type.wrapUp, clock),
      patience: type.patience && planSampler(type.patience, clock),
    })),
    replays: replayRequests(contactTypes),
  };
}

/** The traffic of one replication of a prepared scenario. */
export function openTraffic(plan: TrafficPlan, {seed, replication, openReplay}: TrafficOptions): TrafficSource {
  const {scenario, order, types, replays} = plan;
  const {busyness, clock, contactTypes} = scenario;
  const shared = busyness && drawBusyDays(busyness, clock, {seed, replication, stream: '', purpose: 'center busyness'});
  const rank = new Int32Array(order.length);
  order.forEach((type, place) => (rank[type] = place));

  const merger = new Merger({
    rank,
    generated: order.flatMap(type =>
      types[type]!.generators.map(generator => ({
        contactType: type,
        instants: generateInstants(generator, seed, replication, shared),
      })),
    ),
    replayed: replays.map(
      request => new ReplayCursor(openReplay(request), jitters(request, contactTypes, seed, replication)),
    ),
    brings: types.map(({talk, wrapUp, patience}, type) => {
      const sampler = (purpose: string, distribution: SamplerPlan) =>
        new Sampler(makeStream(seed, replication, contactTypes[type]!.stream, purpose), distribution);
      return {
        talk: sampler('talk', talk),
        wrapUp: wrapUp && sampler('wrap-up', wrapUp),
        patience: patience && sampler('patience', patience),
      };
    }),
  });
  return {
    fill: (tape: Tape) => (replays.length === 0 ? merger.fill(tape) : merger.fillReading(tape)),
    close: () => merger.close(),
  };
}

/** Types by the name of their stream, then by their own. */
function orderByStream(types: readonly ContactType[]): readonly number[] {
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return types
    .map((_, index) => index)
    .sort((a, b) => before(types[a]!.stream, types[b]!.stream) || before(types[a]!.name, types[b]!.name));
}

/** One pass over each file serves all contact types that are replayed from it. */
function replayRequests(types: readonly ContactType[]): readonly ReplayRequest[] {
  const requests = new Map<string, ReplayRequest & {wanted: ReplayedType[]}>();
  types.forEach(({arrivals}, contactType) => {
    for (const source of arrivals) {
      if (source.kind !== 'replayed') continue;
      const {file, delimiter, decimalComma, logName, use} = source;
      const key = JSON.stringify([file, delimiter, decimalComma]);
      const request = requests.get(key) ?? {file, delimiter, decimalComma, wanted: []};
      request.wanted.push({logName, contactType, use});
      requests.set(key, request);
    }
  });
  return [...requests].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, request]) => request);
}

function jitters(
  {file, wanted}: ReplayRequest,
  types: readonly ContactType[],
  seed: string,
  replication: number,
): ReadonlyMap<number, Jitter> {
  const spread = new Map<number, Jitter>();
  for (const {contactType} of wanted) {
    const {arrivals, stream} = types[contactType]!;
    const source = arrivals.find(each => each.kind === 'replayed' && each.file === file);
    if (source?.kind !== 'replayed' || source.jitterSeconds === 0) continue;
    spread.set(contactType, {seconds: source.jitterSeconds, stream: makeStream(seed, replication, stream, 'jitter')});
  }
  return spread;
}
