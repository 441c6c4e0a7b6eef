import {describe, expect, it} from 'vitest';
import {read} from '../../support/scenario-text.js';

describe('what may interrupt an email', () => {
  it.each(['voice and chat', '"voice, chat"', '[voice, chat]'])('may be told as %s', async written => {
    const {groups} = await read(`contacts:
  orders: {arrivals: 60/h, handle: 4m}
  chats: {channel: chat, arrivals: 60/h, handle: 6m}
  mails: {channel: email, arrivals: 10/h, handle: 6m}
agents:
  team: {count: 12, skills: [orders, chats, mails], capacity: {email: {interrupted-by: ${written}, restart: 20s}}}
`);
    expect(groups[0].capacity).toEqual([
      {channel: 'email', atOnce: 1, interruptedBy: ['voice', 'chat'], restartSeconds: 20},
    ]);
  });
});
