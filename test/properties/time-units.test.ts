import {describe, expect, it} from 'vitest';
import {runScenario} from '../../src/experiment/run.js';
import {render} from '../../src/report/formats/render.js';
import {loadScenarioText} from '../../src/scenario/load.js';

/** A day in which every duration that a scenario may hold is written by one of the words given. */
function written(word: {readonly [duration: string]: string}): string {
  return `
name: Written in any unit
clock: {start: 2026-11-23, interval: ${word['30m']}}
lines: 40
contacts:
  cards:
    arrivals: {rate: ${word['120/h']}, bursts: {spot: {at: 10:00, contacts: 60, over: ${word['20m']}}}}
    handle: {talk: lognormal(${word['3m']}, cv 0.7), wrap-up: ${word['30s']}}
    patience: weibull(mean ${word['90s']}, shape 0.8)
    objective: 80% in ${word['30s']}
    open: 08:00-18:00
    redial: {probability: 40%, after: exponential(${word['6m']}), at-most: 2}
  loans:
    arrivals: {rate: ${word['30/h']}}
    handle: {talk: gamma(${word['6m']}, cv 0.8), wrap-up: exponential(${word['90s']})}
    patience: ${word['3m']}
    message-after: ${word['6m']}
    callback:
      {offer-when: expected-wait > ${word['90s']}, accepted: 50%, answered: 70%, dial-after: ${word['20m']}, ring: ${word['30s']}, redials: 2 every ${word['30m']}}
    objective: 70% in ${word['90s']}
    open: 08:00-18:00
sites:
  lyon: {}
  lisbon: {}
agents:
  lyon: {site: lyon, skills: [cards, loans], shifts: [{agents: 8, from: 08:00, to: 18:00, breaks: [12:00-12:30]}]}
  lisbon: {site: lisbon, skills: [cards], shifts: [{agents: 3, from: 09:00, to: 17:00}]}
routing:
  local-first: {cards: [lyon, lisbon], after: ${word['30s']}}
run: {replications: 3, seed: 9}
`;
}

const asItIs = {
  '30s': '30s',
  '90s': '90s',
  '3m': '3m',
  '6m': '6m',
  '20m': '20m',
  '30m': '30m',
  '120/h': '120/h',
  '30/h': '30/h',
};
const inSeconds = {
  '30s': '30s',
  '90s': '90s',
  '3m': '180s',
  '6m': '360s',
  '20m': '1200s',
  '30m': '1800s',
  '120/h': '120/h',
  '30/h': '30/h',
};
const inMinutes = {
  '30s': '0.5m',
  '90s': '1m30s',
  '3m': '3m',
  '6m': '6m',
  '20m': '20m',
  '30m': '30m',
  '120/h': '2/m',
  '30/h': '0.5/m',
};
const inHours = {
  '30s': '0.5m',
  '90s': '0.025h',
  '3m': '0.05h',
  '6m': '0.1h',
  '20m': '20m',
  '30m': '0.5h',
  '120/h': '120/h',
  '30/h': '30/h',
};

const resultsOf = async (word: typeof asItIs): Promise<string> =>
  render(await runScenario(await loadScenarioText(written(word), {file: 'units.yaml'})), 'json', {
    width: 100,
    color: false,
  });

describe('a scenario whose durations are written in other units', () => {
  it.each([
    ['seconds', inSeconds],
    ['minutes', inMinutes],
    ['hours', inHours],
  ])('gives the same results to the last byte in %s', async (_, word) => {
    expect((await resultsOf(word)) === (await resultsOf(asItIs))).toBe(true);
  });
});
