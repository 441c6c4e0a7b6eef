import {describe, expect, it} from 'vitest';
import {callbackOffer, centerWith, type CenterSketch} from '../support/center.js';
import {smallDay, type Caller} from '../support/small-day.js';

describe('agents kept for those who call, where they hold several contacts', () => {
  const mails = (interruptedBy: readonly 'voice'[]) => ({
    capacity: [{channel: 'email' as const, atOnce: 2, interruptedBy, restartSeconds: 0}],
  });
  const types = {help: {callback: callbackOffer({reserve: 1})}, mail: {channel: 'email' as const}};
  const callers: Caller[] = [
    {type: 'help', at: 0, talk: 100},
    {type: 'help', at: 0, talk: 200},
    {type: 'help', at: 10},
    {type: 'mail', at: 20, talk: 500},
  ];
  const dialled = (groups: CenterSketch['groups']) =>
    smallDay(centerWith({types, groups}), callers).legs.filter(({cause}) => cause === 'callback');

  it('are ready for those who call with what gives way to a call, and not with what does not', () => {
    const team = {count: 2, skills: {help: 1, mail: 1}};
    // the first agent has the email from 100 on, the second is free at 200
    expect(dialled({team: {...team, ...mails(['voice'])}})).toMatchObject([{wait: 190, agent: 1}]);
    expect(dialled({team: {...team, ...mails([])}})).toMatchObject([{wait: 590}]);
  });

  it('let another dial as soon as they take work that gives way to a call', () => {
    const groups = {
      callers: {skills: {help: 1}},
      desk: {skills: {help: 2, mail: 1}, ...mails(['voice'])},
    };
    // the caller is free at 100 and kept for those who call; at 200 the desk takes the email
    expect(dialled(groups)).toMatchObject([{wait: 190, group: 'callers'}]);
  });
});
