import {describe, expect, it} from 'vitest';
import {centerWith} from '../support/center.js';
import {smallDay} from '../support/small-day.js';

describe('a public post', () => {
  it('is answered in its turn, one after the other, and gives way to private messages where it may be interrupted', () => {
    const types = {note: {channel: 'social'}, post: {channel: 'social-post'}} as const;
    const team = {
      skills: {note: 1, post: 1},
      capacity: [
        {channel: 'social', atOnce: 2, interruptedBy: [], restartSeconds: 0},
        {channel: 'social-post', atOnce: 1, interruptedBy: ['social'], restartSeconds: 0},
      ],
    } as const;
    const {legs} = smallDay(centerWith({types, groups: {team}}), [
      {type: 'post', at: 0, talk: 100},
      {type: 'note', at: 30, talk: 20},
      {type: 'note', at: 40, talk: 20},
      {type: 'post', at: 45, talk: 10},
    ]);
    expect(legs).toMatchObject([
      {wait: 0, end: 130},
      {wait: 0, end: 50},
      {wait: 0, end: 60},
      {wait: 85, end: 140},
    ]);
  });
});
