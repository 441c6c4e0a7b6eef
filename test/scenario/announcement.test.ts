import {describe, expect, it} from 'vitest';
import {helpLine, messagesOf, read} from '../support/scenario-text.js';

describe('an announced wait', () => {
  const announceOf = async (text: string) =>
    (await read(helpLine({help: `announce: ${text}`}))).contactTypes[0].announce;

  it('is believed by all and changes no patience, unless the scenario says so', async () => {
    const plain = {estimator: 'last-wait', stepSeconds: 0, believed: 1, patienceFactor: 1, patienceAtMost: null};
    expect(await announceOf('last-wait')).toEqual(plain);
    expect(await announceOf('{}')).toEqual({...plain, estimator: 'queue-length'});
    const all = '{estimator: head-of-line, rounded-up-to: 1m, believed: 60%, patience: 130%, patience-at-most: 150%}';
    expect(await announceOf(all)).toEqual({
      estimator: 'head-of-line',
      stepSeconds: 60,
      believed: 0.6,
      patienceFactor: 1.3,
      patienceAtMost: 1.5,
    });
  });

  it('is estimated in one of three ways, and leaves some patience', async () => {
    expect(await messagesOf(helpLine({help: 'announce: last-wiat'}))).toEqual([
      'center.yaml:5:15 contacts.help.announce: expected one of queue-length, last-wait, head-of-line, got "last-wiat" (did you mean "last-wait"?)',
    ]);
    expect(await messagesOf(helpLine({help: 'announce: {patience: 0%}'}))).toEqual([
      'center.yaml:5:26 contacts.help.announce.patience: expected a factor above 0% such as "150%", got "0%"',
    ]);
  });

  it('is nothing for email, for which nobody waits on the line', async () => {
    const email = helpLine({help: 'channel: email\nannounce: last-wait'});
    expect(await messagesOf(email)).toContain(
      'center.yaml:6:15 contacts.help.announce: expected no announce: nobody waits on the line of email',
    );
  });
});
