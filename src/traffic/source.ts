import type {ContactType, Scenario} from '../scenario/scenario.js';
import {planSampler, Sampler, type SamplerPlan} from '../random/sampler.js';
import {makeStream, Stream} from '../random/stream.js';
import {drawBusyDays} from './generate/busy-days.js';
import {Generator, planGenerator, type GeneratorPlan} from './generate/generator.js';
import {Merger} from './merger.js';
import {ReplayCursor, type Jitter} from './replay-cursor.js';
import type {OpenReplay, ReplayRequest, ReplayedType} from './replay-reader.js';
import type {TrafficSource} from './tape.js';

/** What all replications of a scenario's traffic share: the distributions' tables above all. */
interface TrafficPlan {
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

function planTraffic(scenario: Scenario): TrafficPlan {
  const {clock, contactTypes, busyness} = scenario;
  return {
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

/**
 * The traffic of a scenario, replication after replication: all first attempts in order of arrival, generated or read from
 * logs, with the talk, wrap-up and patience that each brings. `fill` is synchronous when nothing is replayed.
 */
export function makeTrafficSource(scenario: Scenario, openReplay: OpenReplay): TrafficSource {
  const {busyness, clock, contactTypes} = scenario;
  const {order, types, replays} = planTraffic(scenario);
  const rank = new Int32Array(order.length);
  order.forEach((type, place) => (rank[type] = place));
  const generated = order.flatMap(contactType =>
    types[contactType]!.generators.map(plan => ({contactType, generator: new Generator(plan)})),
  );
  const samplers: NamedSampler[] = [];
  const samplerOf = (type: number, purpose: string, plan: SamplerPlan): Sampler => {
    const chance = new Stream(0, 0, 0);
    const sampler = new Sampler(chance, plan);
    samplers.push({sampler, chance, name: contactTypes[type]!.stream, purpose});
    return sampler;
  };
  const merger = new Merger({
    rank,
    generated: generated.map(({contactType, generator}) => ({contactType, instants: generator.instants})),
    reads: replays.length > 0,
    brings: types.map(({talk, wrapUp, patience}, type) => ({
      talk: samplerOf(type, 'talk', talk),
      wrapUp: wrapUp && samplerOf(type, 'wrap-up', wrapUp),
      patience: patience && samplerOf(type, 'patience', patience),
    })),
  });
  return {
    start(seed, replication) {
      const whole = {seed, replication, stream: '', purpose: 'center busyness'};
      const shared = busyness && drawBusyDays(busyness, clock, whole);
      for (const {generator} of generated) generator.start(seed, replication, shared);
      for (const {sampler, chance, name, purpose} of samplers) {
        chance.begin(seed, replication, name, purpose);
        sampler.restart();
      }
      merger.start(
        replays.map(
          request => new ReplayCursor(openReplay(request), jitters(request, contactTypes, seed, replication)),
        ),
      );
    },
    fill: tape => (replays.length === 0 ? merger.fill(tape) : merger.fillReading(tape)),
    close: () => merger.close(),
  };
}

/** A sampler with the name of the chance that it draws from. */
interface NamedSampler {
  readonly sampler: Sampler;
  readonly chance: Stream;
  readonly name: string;
  readonly purpose: string;
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
