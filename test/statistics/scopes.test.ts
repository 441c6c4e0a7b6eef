import {describe, expect, it} from 'vitest';
import {distinctMembers, scopesOf} from '../../src/statistics/scopes.js';
import {PairPlans} from '../../src/statistics/pair-plan.js';
import {centerWith, queueNamed} from '../support/center.js';

const groups = {paris: {skills: {cards: 1, loans: 1}}, lyon: {skills: {cards: 1}}};
const apart = centerWith({types: {cards: {}, loans: {}}, groups});
/** Both types wait in the first queue. */
const pooled = centerWith({
  types: {cards: {}, loans: {queue: 0}},
  queues: [queueNamed('cards'), queueNamed('loans')],
  groups,
});

describe('scopes that count the same', () => {
  it('share their rows', () => {
    const scopes = scopesOf(apart);
    const {members, placeOfScope} = distinctMembers(scopes);
    expect(scopes.map(({scope, name}, index) => [scope, name, placeOfScope[index]])).toEqual([
      ['total', 'total', 0],
      ['channel', 'voice', 0],
      ['contactType', 'cards', 1],
      ['contactType', 'loans', 2],
      ['queue', 'cards', 1],
      ['queue', 'loans', 2],
      ['group', 'paris', 3],
      ['group', 'lyon', 4],
    ]);
    expect(members).toEqual([
      {contactTypes: [0, 1], groups: [0, 1]},
      {contactTypes: [0], groups: []},
      {contactTypes: [1], groups: []},
      {contactTypes: [], groups: [0]},
      {contactTypes: [], groups: [1]},
    ]);
  });

  it('do not where a queue has several contact types', () => {
    const {placeOfScope} = distinctMembers(scopesOf(pooled));
    expect([...placeOfScope]).toEqual([0, 0, 1, 2, 0, 3, 4, 5]);
  });

  it('are set beside those of another scenario by what that counts in them', () => {
    const plans = new PairPlans(4);
    const columnsOfQueueAndType = (candidate: typeof apart): number[] =>
      plans
        .of(apart, candidate)
        .figures.filter(({measure, name, interval}) => measure === 'asa' && name === 'cards' && interval === null)
        .map(({column}) => column);
    const [type, queue] = columnsOfQueueAndType(apart);
    expect(queue).toBe(type);
    const [otherType, otherQueue] = columnsOfQueueAndType(pooled);
    expect(otherQueue).not.toBe(otherType);
  });
});
