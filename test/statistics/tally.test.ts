import {describe, expect, it} from 'vitest';
import {COUNTER, rowOffset, type CounterName} from '../../src/statistics/counters.js';
import {centerWith, constant} from '../support/center.js';
import {pathOf} from '../support/path.js';

/** Callers at times that no binary number is exactly. */
const callers = Array.from({length: 500}, (_, index) => ({type: 'help', at: index * 100.1 + 0.7, talk: 1}));

describe('a wait that lasts exactly as long as the threshold', () => {
  const total = (scenario: ReturnType<typeof centerWith>, name: CounterName) => {
    const {tally} = pathOf(scenario, {callers});
    const layout = {contactTypes: 1, groups: scenario.groups.length, intervals: scenario.clock.intervalLabels.length};
    return Array.from(
      {length: layout.intervals + 1},
      (_, interval) => tally.counters[rowOffset(layout, 0, interval) + COUNTER[name]],
    ).reduce((a, b) => a + b, 0);
  };

  it('is within it, when an overflow group answers at that very second', () => {
    const scenario = centerWith({
      types: {help: {thresholdSeconds: 20}},
      groups: {later: {skills: {help: 1}}},
      routing: {overflow: [[{group: 0, afterSeconds: 20}]]},
    });
    expect(total(scenario, 'answeredWithin')).toBe(500);
  });

  it('is within it, when patience ends at that very second', () => {
    const scenario = centerWith({
      types: {help: {thresholdSeconds: 20}},
      groups: {nobody: {count: 0, skills: {help: 1}}},
    });
    const impatient = pathOf(scenario, {callers: callers.map(caller => ({...caller, patience: 20}))});
    const layout = {contactTypes: 1, groups: 1, intervals: 48};
    const within = Array.from(
      {length: 49},
      (_, interval) => impatient.tally.counters[rowOffset(layout, 0, interval) + COUNTER.abandonedWithin],
    );
    expect(within.reduce((a, b) => a + b, 0)).toBe(500);
  });

  it('is within it, though not what lasts a thousandth of a second longer', () => {
    const scenario = centerWith({
      types: {help: {thresholdSeconds: 19.999, patience: constant(1)}},
      groups: {later: {skills: {help: 1}}},
      routing: {overflow: [[{group: 0, afterSeconds: 20}]]},
    });
    expect(total(scenario, 'answered')).toBe(500);
    expect(total(scenario, 'answeredWithin')).toBe(0);
  });
});
