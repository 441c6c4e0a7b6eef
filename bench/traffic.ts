/**
 * Nanoseconds of CPU that generating a contact costs, for the three workloads of the benchmark:
 * `npx tsx bench/traffic.ts`.
 */
import type {ContactType, Distribution, Scenario} from '../src/scenario/scenario.js';
import {contactTypeFrom, exponential} from '../test/support/center.js';
import {arrivals, scenarioOf} from '../test/support/traffic.js';
import {makeTape} from '../src/traffic/tape.js';
import {makeTrafficSource} from '../src/traffic/source.js';

const PROFILE = [4, 6, 9, 12, 14, 15, 14, 12, 11, 10, 11, 13, 14, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4];
const DAY = 43_200;

interface Kind {
  readonly name: string;
  readonly perDay: number;
  readonly talk: Distribution;
  readonly patience: Distribution;
  readonly profile: readonly number[];
}

function contactType({name, perDay, talk, patience, profile}: Kind): ContactType {
  const total = profile.reduce((sum, share) => sum + share, 0);
  const length = DAY / profile.length;
  const sources = arrivals(perDay, {
    starts: profile.map((_, i) => i * length),
    ends: profile.map((_, i) => (i + 1) * length),
    expected: profile.map(share => (perDay * share) / total),
  });
  return contactTypeFrom(name, 0, {arrivals: [sources], talk, patience});
}

const lognormal = (mean: number, cv: number): Distribution => ({kind: 'lognormal', mean, cv});

/** Drains the traffic of so many replications; returns the number of contacts. */
function drain(traffic: Scenario, replications: number): number {
  const tape = makeTape();
  const source = makeTrafficSource(traffic, () => {
    throw new Error('nothing is replayed');
  });
  let contacts = 0;
  for (let replication = 0; replication < replications; replication++) {
    source.start('1', replication);
    do {
      void source.fill(tape);
      contacts += tape.length;
    } while (tape.length > 0);
  }
  return contacts;
}

/** The least over so many rounds, which is the one that others on the machine disturbed least. */
function measure(label: string, kinds: readonly Kind[], replications: number): void {
  const traffic = scenarioOf(kinds.map(contactType));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    const contacts = drain(traffic, replications);
    const {user, system} = process.cpuUsage(before);
    best = Math.min(best, ((user + system) * 1000) / contacts);
  }
  console.log(`${label}: ${best.toFixed(1)} ns a contact`);
}

const ROUNDS = 40;
const flat = [1];
const one = (talk: Distribution): readonly Kind[] => [
  {name: 'help', perDay: 100_000, talk, patience: exponential(300), profile: flat},
];
const threeSkills: readonly Kind[] = [
  {name: 'voice-A', perDay: 5000, talk: lognormal(300, 0.8), patience: exponential(180), profile: PROFILE},
  {name: 'voice-B', perDay: 3000, talk: lognormal(360, 0.8), patience: exponential(180), profile: PROFILE},
  {name: 'chat', perDay: 2000, talk: lognormal(600, 0.6), patience: exponential(600), profile: PROFILE},
];
const fortySkills = Array.from({length: 40}, (_, i) => ({...threeSkills[i % 3]!, name: `skill ${i}`, perDay: 250}));

measure('W1: one type, exponential talk and patience', one(exponential(300)), 1);
measure('W3: three types, lognormal talk, 24 half-hours', threeSkills, 10);
measure('forty types', fortySkills, 10);
measure('one type, gamma talk', one({kind: 'gamma', mean: 300, cv: 0.8}), 1);
measure('one type, Weibull talk', one({kind: 'weibull', mean: 300, shape: 0.8}), 1);
