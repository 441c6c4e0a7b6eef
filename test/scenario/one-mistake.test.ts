import {describe, expect, it} from 'vitest';
import {messagesOf} from '../support/scenario-text.js';

/** Calls, chats and emails at a desk, and a mistake in it. */
const desk = (mistake: (text: string) => string): Promise<readonly string[]> =>
  messagesOf(
    mistake(`contacts:
  orders: {arrivals: 60/h, handle: 4m, patience: 3m}
  chats: {channel: chat, arrivals: 60/h, handle: {talk: 6m, by-concurrency: [100%, 120%]}}
  mails: {channel: email, arrivals: 10/h, handle: 6m}
agents:
  team: {count: 12, skills: [orders, chats, mails], capacity: {chat: 3, email: 1 interrupted by voice}}
  bench: {count: 3, skills: [orders]}
`),
  );

const CHANNELS = 'one of voice, video, tty, chat, sms, social, messaging, email, portal, social-post';

describe('one mistake', () => {
  it('in the name of a channel is not told of again where agents hold contacts of it', async () => {
    expect(await desk(text => text.replace('channel: chat', 'channel: chatt'))).toEqual([
      `center.yaml:3:20 contacts.chats.channel: expected ${CHANNELS}, got "chatt" (did you mean "chat"?)`,
    ]);
  });

  it('in a ring does not make the one before it the last', async () => {
    expect(await desk(text => `${text}routing: {rings: {orders: [{groups: team, for: 20s}, bench]}}\n`)).toEqual([
      'center.yaml:8:54 routing.rings.orders[1]: expected a mapping with groups, for, expires, got "bench"',
    ]);
  });

  it('in a time zone is answered with the zone of that city', async () => {
    expect(await desk(text => `clock: {timezone: Europe/Tunis}\n${text}`)).toEqual([
      'center.yaml:1:19 clock.timezone: expected a time zone such as Europe/Paris, got "Europe/Tunis" (did you mean "Africa/Tunis"?)',
    ]);
  });
});
