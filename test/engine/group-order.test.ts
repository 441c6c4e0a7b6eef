import {describe, expect, it} from 'vitest';
import {groupOrder} from '../../src/engine/group-order.js';
import type {Staffing} from '../../src/scenario/scenario.js';
import {centerWith, type GroupSketch} from '../support/center.js';
import {peopleWith} from '../support/people.js';

const counts = (...agents: readonly number[]): Staffing => ({
  kind: 'counts',
  changes: agents.map((count, index) => ({at: index * 300, agents: count})),
});

function namesInOrder(groups: Readonly<Record<string, GroupSketch>>): string[] {
  const scenario = centerWith({types: {cards: {}}, groups});
  return groupOrder(scenario).map(group => scenario.groups[group].name);
}

describe('the order of groups', () => {
  it('is the same from either declaration where one staffing goes on after the other ends', () => {
    const constant: GroupSketch = {staffing: counts(1), skills: {cards: 1}};
    const rising: GroupSketch = {staffing: counts(1, 3), skills: {cards: 1}};
    expect(namesInOrder({constant, rising})).toEqual(namesInOrder({rising, constant}));
  });

  it('is the same from either declaration where people of one group differ and the other has none told of', () => {
    const plain: GroupSketch = {count: 2, skills: {cards: 1}};
    const ringing: GroupSketch = {
      ...plain,
      people: peopleWith({noAnswer: {probability: 0.1, ringSeconds: 15, setAsideSeconds: 60}}),
    };
    const holding: GroupSketch = {
      ...plain,
      capacity: [{channel: 'chat', atOnce: 2, interruptedBy: [], restartSeconds: 0}],
    };
    const order = namesInOrder({plain, ringing, holding});
    expect(namesInOrder({holding, ringing, plain})).toEqual(order);
    expect(namesInOrder({ringing, plain, holding})).toEqual(order);
  });
});
