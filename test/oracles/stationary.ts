import type {Scenario} from '../../src/scenario/scenario.js';
import {centerWith, steady, type CenterSketch, type TypeSketch} from '../support/center.js';
import type {Place} from './case.js';

/** The tables count time in mean handle times; here that is three minutes. */
export const AHT = 180;
/** Warm-up in relaxation times: what is left of an empty start is then e⁻⁸. */
const WARM_UP = 8;
const REPLICATIONS = 60;
/** Contacts to count over all replications, unless told otherwise. */
const CONTACTS = 500_000;
/** A counted stretch is at least so many relaxation times long. */
const LEAST_STRETCH = 12;

/** A center whose rates never change, to be looked at long after its empty start; times in mean handle times. */
export interface StationarySketch {
  /** Names its streams of chance, so that every case has its own customers under one seed. */
  readonly chance: string;
  /** Contact types, each with its arrivals per mean handle time. */
  readonly types: Readonly<Record<string, TypeSketch & {readonly perAht: number}>>;
  readonly groups: CenterSketch['groups'];
  readonly routing?: CenterSketch['routing'];
  readonly lines?: number;
  /** Time in which what happened is forgotten by a factor e. */
  readonly relaxation: number;
  readonly contacts?: number | undefined;
  /**
   * Whether contacts that come later change the fate of those that wait; arrivals then go on for a while after the
   * stretch that is counted, so that nobody who is counted waits in an emptying center.
   */
  readonly overtaking?: boolean;
}

export interface Stationary {
  readonly scenario: Scenario;
  /** Contacts counted, expected over all replications. */
  readonly contacts: number;
  /** Length of the counted stretch of a replication in mean handle times. */
  readonly stretch: number;
}

/** The stretch that is counted: the first interval, without its warm-up. */
const COUNTED = 'interval 0';

export function stationary(sketch: StationarySketch): Stationary {
  const {types, relaxation} = sketch;
  const perAht = Object.values(types).reduce((sum, type) => sum + type.perAht, 0);
  const warmUp = WARM_UP * relaxation;
  const stretch = Math.max((sketch.contacts ?? CONTACTS) / REPLICATIONS / perAht, LEAST_STRETCH * relaxation);
  const coolDown = sketch.overtaking === true ? warmUp : 0;
  const interval = Math.ceil(warmUp + stretch) * AHT;
  const until = interval + coolDown * AHT;
  const scenario = centerWith({
    types: Object.fromEntries(
      Object.entries(types).map(([name, {perAht: rate, ...type}]) => [
        name,
        {...type, stream: `${sketch.chance}, ${name}`, arrivals: steady(rate / AHT, until)},
      ]),
    ),
    groups: sketch.groups,
    ...(sketch.routing && {routing: sketch.routing}),
    ...(sketch.lines !== undefined && {lines: sketch.lines}),
    // a second interval takes the cool-down and those who are still in the center
    clock: {daySeconds: 2 * interval, intervalSeconds: interval},
    run: {replications: REPLICATIONS, warmUpSeconds: warmUp * AHT},
  });
  const counted = interval / AHT - warmUp;
  return {scenario, contacts: counted * perAht * REPLICATIONS, stretch: counted};
}

export const COUNTED_TOTAL: Place = {scope: 'total', name: 'total', interval: COUNTED};
export const countedType = (name: string): Place => ({scope: 'contactType', name, interval: COUNTED});
export const countedGroup = (name: string): Place => ({scope: 'group', name, interval: COUNTED});

/**
 * Relaxation time of n agents in mean handle times: of M/M/n it is below 1 ÷ (√n − √a)² or one handle time, and where
 * customers abandon at rate theta, differences between two centers shrink at least as fast as e^(−min(1, theta)·t).
 */
export function relaxationOf(agents: number, load: number, theta: number): number {
  const byAgents = load < agents ? 1 / (Math.sqrt(agents) - Math.sqrt(load)) ** 2 : Infinity;
  return Math.max(1, Math.min(byAgents, theta > 0 ? 1 / theta : Infinity));
}
