import {describe, expect, it} from 'vitest';
import {centerWith} from '../support/center.js';
import {smallDay} from '../support/small-day.js';

describe('the wrap-up of an email that was sent on', () => {
  it('sends nothing on again when another agent does the rest of it', () => {
    const {legs} = smallDay(
      centerWith({
        types: {mail: {channel: 'email', transfers: [{to: 1, probability: 1}]}, call: {}},
        groups: {
          team: {
            skills: {mail: 1, call: 1},
            capacity: [{channel: 'email', atOnce: 1, interruptedBy: ['voice'], restartSeconds: 0}],
            staffing: {kind: 'shifts', agents: [{shifts: [{from: 0, to: 1000, breaks: [[50, 1000]]}]}]},
          },
          home: {skills: {mail: 2}},
        },
      }),
      [{type: 'mail', at: 0, talk: 10, wrapUp: 100}],
    );
    // the call interrupts the wrap-up, a break follows, and the agent goes home out of it
    expect(legs.map(({type, cause, group}) => [type, cause, group])).toEqual([
      ['mail', 'first', 'home'],
      ['call', 'transfer', 'team'],
    ]);
  });
});
