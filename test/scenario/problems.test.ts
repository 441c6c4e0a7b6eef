import {describe, expect, it} from 'vitest';
import {helpLine, messagesOf, problemsOf, read} from '../support/scenario-text.js';

const codes = async (...args: Parameters<typeof problemsOf>): Promise<readonly string[]> =>
  (await problemsOf(...args)).map(({code}) => code);

describe('a scenario with faults', () => {
  it('has every one of them reported at once, in order of place', async () => {
    const lines = await messagesOf(`name: Retail
clock: {interval: 25m, timezone: Europe/Pariss}
contacts:
  orders:
    arivals: 60/h
    handle: lognormal(4m, cv 0.9)
    patience: 3 minuts
  claims: {arrivals: 60, handle: 0s, callback: {}}
agents:
  paris: {count: 1000000000, skills: {order: 1}}
  tunis: {count: 4, by-interval: x.csv, skills: []}
routing: {agent: longest-idel}
`);
    expect(lines.map(line => line.replace(/expected .*?(, got|$)/, '…$1'))).toEqual([
      'center.yaml:2:19 clock.interval: …, got "25m"',
      'center.yaml:2:34 clock.timezone: …, got "Europe/Pariss" (did you mean "Europe/Paris"?)',
      'center.yaml:5:5 contacts.orders.arivals: …, got "arivals" (did you mean "arrivals"?)',
      'center.yaml:7:15 contacts.orders.patience: …, got "3 minuts" (did you mean "3 minutes"?)',
      'center.yaml:8:3 contacts.claims: …, got "claims"',
      'center.yaml:8:22 contacts.claims.arrivals: …, got "60" (did you mean "60/h"?)',
      'center.yaml:8:34 contacts.claims.handle: …, got "0s"',
      'center.yaml:8:48 contacts.claims.callback: …',
      'center.yaml:8:48 contacts.claims.callback: …',
      'center.yaml:10:18 agents.paris.count: …, got "1000000000"',
      'center.yaml:10:39 agents.paris.skills.order: …, got "order" (did you mean "orders"?)',
      'center.yaml:11:34 agents.tunis.by-interval: …',
      'center.yaml:11:34 agents.tunis.by-interval: …, got "x.csv"',
      'center.yaml:11:49 agents.tunis.skills: …',
      'center.yaml:12:18 routing.agent: …, got "longest-idel" (did you mean "longest-idle"?)',
    ]);
  });

  it('is told with what was expected', async () => {
    expect(await messagesOf(helpLine({help: 'patience: 180'}))).toEqual([
      'center.yaml:5:15 contacts.help.patience: expected a duration or a distribution such as "3m" or "exponential(3m)", with its unit, got "180" (did you mean "180s"?)',
    ]);
    expect(await messagesOf(helpLine({rest: 'routing: {agent: longest-idel}'}))).toEqual([
      'center.yaml:10:18 routing.agent: expected one of longest-idle, least-occupied, most-proficient, fewest-contacts, round-robin, linear, random, weighted-random, got "longest-idel" (did you mean "longest-idle"?)',
    ]);
  });
});

describe('a text with a comma inside { }', () => {
  it('is told to need quotes, where it is no distribution', async () => {
    const text =
      'contacts: {help: {arrivals: 1/h, handle: 1m, objective: 80% in 20s, over offered}}\nagents: {x: {count: 1, skills: [help]}}';
    const [message] = await messagesOf(text);
    expect(message).toMatch(/inside \{ \} a text with a comma needs quotes, got "over offered"$/);
  });
});

describe('a file that is no scenario', () => {
  it.each([
    ['nothing', '', 'SCN006'],
    ['only a comment', '# later\n', 'SCN006'],
    ['a list', '- help\n', 'SCN006'],
    ['a word', 'help', 'SCN006'],
    ['an open bracket', 'contacts: {help: ', 'SCN003'],
    ['a tab as indentation', 'contacts:\n\thelp: x\n', 'SCN003'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'SCN003'],
    ['an alias of nothing', 'contacts: *none\n', 'SCN003'],
  ])('%s is refused', async (_, text, code) => expect(await codes(text)).toContain(code));

  it('with a key twice is refused at the second', async () => {
    expect(await messagesOf(`${helpLine()}lines: 4\nlines: 5\n`)).toEqual([
      'center.yaml:12:1 lines: expected each key once, got "lines"',
    ]);
  });

  it('has no way to reach what every object inherits', async () => {
    expect(await codes(helpLine({rest: '__proto__: {polluted: yes}\nconstructor: 1'}))).toEqual(['SCN007', 'SCN007']);
    expect(({} as {polluted?: string}).polluted).toBeUndefined();
    expect(
      await codes('contacts:\n  toString: {arrivals: 1/h, handle: 1m}\nagents: {a: {count: 1, skills: [valueOf]}}'),
    ).toEqual(['SCN021', 'SCN020']);
  });

  it('with a misspelt skill is told of it once, with what was meant, whatever else follows from it', async () => {
    const misspelt = helpLine({team: 'count: 6\ncapacity: {chat: 2}', help: 'channel: chat'}).replace(
      '[help]',
      '[hlep]',
    );
    const messages = await messagesOf(misspelt);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/expected the name of a contact type \(help\), got "hlep" \(did you mean "help"\?\)$/);
  });

  it('cannot grow by aliases of aliases', async () => {
    const levels = Array.from(
      {length: 30},
      (_, level) =>
        `a${level}: &a${level} [${Array.from({length: 10}, () => (level === 0 ? 'x' : `*a${level - 1}`)).join(', ')}]`,
    );
    // unfolded it would be 10^30 values: no time would be enough
    const begun = performance.now();
    expect(await codes(levels.join('\n'))).toContain('SCN005');
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  it('cannot exhaust the stack by nesting', async () => {
    expect(await codes('['.repeat(50_000))).toEqual(expect.arrayContaining([expect.stringMatching(/SCN00[35]/)]));
    expect(await codes(`a: ${'{a: '.repeat(500)}1${'}'.repeat(500)}`)).toContain('SCN005');
    expect(await codes(Array.from({length: 3000}, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'))).not.toEqual([]);
  }, 30_000);

  it('may be at most 1 MB', async () => {
    expect(await codes(`# ${'x'.repeat(1_000_000)}\n${helpLine()}`)).toEqual(['SCN002']);
  });
});

describe('absurd sizes', () => {
  it.each([
    ['a billion agents', helpLine({team: 'count: 1000000000'})],
    ['more digits than a number holds', helpLine({team: 'count: 99999999999999999999999'})],
    ['intervals of a second for a year', helpLine({rest: 'clock: {days: 365, interval: 1s}'})],
    ['a billion days', helpLine({rest: 'clock: {days: 1000000000}'})],
    ['more than a billion contacts', helpLine({arrivals: '1000000/s'})],
    [
      'a burst of more contacts than people',
      helpLine({
        arrivals:
          '{rate: 1/h, bursts: {all: {at: "10:00", contacts: 1e9, over: 1m}, again: {at: "11:00", contacts: 1e9}}}',
      }),
    ],
    [
      'a shift with too many agents',
      helpLine({
        team: 'shifts:\n  - {agents: 60000, from: 08:00, to: 16:00}\n  - {agents: 60000, from: 08:00, to: 16:00}',
      }),
    ],
  ])('%s are refused', async (_, text) => expect(await codes(text)).toEqual(['SCN040']));

  it('a year in intervals of five minutes is fine', async () => {
    expect((await read(helpLine({rest: 'clock: {days: 365, interval: 5m}'}))).clock.intervalOfCell).toHaveLength(
      365 * 288,
    );
  });
});

describe('parts that do not fit together', () => {
  it('a contact type that nobody serves', async () => {
    expect(
      await codes(
        'contacts: {a: {arrivals: 1/h, handle: 1m}, b: {arrivals: 1/h, handle: 1m}}\nagents: {x: {count: 1, skills: [a]}}',
      ),
    ).toEqual(['SCN021']);
  });

  it('agents without work', async () =>
    expect(await codes(helpLine({rest: '  idle: {count: 2, skills: []}'}))).toEqual(['SCN022']));

  it('names that stand for nothing', async () => {
    expect(await codes(helpLine({help: 'queue: front'}))).toEqual(['SCN020']);
    expect(await codes(helpLine({team: 'count: 1\nsite: paris'}))).toEqual(['SCN020']);
    expect(await codes(helpLine({help: 'transfer: {billing: 3%}'}))).toEqual(['SCN020']);
    expect(await codes(helpLine({rest: 'routing: {overflow: {help: {to: bench, after: 3s}}}'}))).toEqual(['SCN020']);
    expect(await codes(helpLine({rest: 'routing: {local-first: {help: [paris], after: 3s}}'}))).toEqual(['SCN020']);
  });

  it('two contact types with the same chance, or a burst with that of the base', async () => {
    expect(
      await codes(
        'contacts: {a: {arrivals: 1/h, handle: 1m}, b: {stream: a, arrivals: 1/h, handle: 1m}}\nagents: {x: {count: 1, skills: [a, b]}}',
      ),
    ).toEqual(['SCN027']);
    expect(await codes(helpLine({arrivals: '{rate: 1/h, bursts: {base: {at: 10:00, contacts: 3}}}'}))).toEqual([
      'SCN027',
    ]);
  });

  it('a warm-up that leaves nothing to count', async () => {
    expect(await codes(helpLine({rest: 'run: {warm-up: 24h}'}))).toEqual(['SCN014']);
    expect((await read(helpLine({rest: 'run: {warm-up: 2h}'}))).run.warmUpSeconds).toBe(7200);
  });

  it('a queue that no contact type uses', async () =>
    expect(await codes(helpLine({rest: 'queues: {front: {lines: 3}}'}))).toEqual(['SCN025']));

  it('a callback offer that cannot be understood, at its place', async () => {
    const place = 'center.yaml:5:';
    const messages = async (rule: string) =>
      (await messagesOf(helpLine({help: `callback: {${rule}}`}))).map(line =>
        line.replace(/expected .*?(, got|$)/, '…$1'),
      );
    expect(await messages('offer-when: queue >= 5, accepted: 50%')).toEqual([
      `${place}28 contacts.help.callback.offer-when: …, got "queue >= 5"`,
    ]);
    expect(await messages('offer-when: expected-wait > 3, accepted: 50%')).toEqual([
      `${place}28 contacts.help.callback.offer-when: …, got "expected-wait > 3"`,
    ]);
    expect(await messages('offer-when: always, acepted: 50%')).toEqual([
      `${place}36 contacts.help.callback.acepted: …, got "acepted" (did you mean "accepted"?)`,
    ]);
    expect(await messages('offer-when: always, accepted: 50%, redials: 2')).toEqual([
      `${place}60 contacts.help.callback.redials: …, got "2"`,
    ]);
    expect(await codes(helpLine({help: 'callback: {offer-when: always}'}))).toEqual(['SCN011']);
    expect(await codes(helpLine({help: 'callback: {offer-when: always, accepted: 1, redials: 2 every 0s}'}))).toEqual([
      'SCN014',
    ]);
  });

  it('a callback where nobody waits on the line', async () => {
    const rule = 'callback: {offer-when: always, accepted: 50%}';
    expect(await messagesOf(helpLine({help: `channel: email\n${rule}`}))).toEqual([
      'center.yaml:6:15 contacts.help.callback: expected a callback only where customers wait on the line: voice, video, tty, got "email"',
    ]);
    for (const channel of ['portal', 'social-post', 'chat', 'messaging'])
      expect(await codes(helpLine({help: `channel: ${channel}\n${rule}`}))).toEqual(['SCN028']);
    for (const channel of ['voice', 'video', 'tty']) await read(helpLine({help: `channel: ${channel}\n${rule}`}));
  });

  it('a callback that keeps its place in the queue, and agents or a time of its own', async () => {
    expect(
      await messagesOf(
        helpLine({help: 'callback: {offer-when: always, accepted: 1, place: kept, reserve: 2, dial-after: 1h}'}),
      ),
    ).toEqual([
      'center.yaml:5:71 contacts.help.callback.reserve: expected reserve only with place: after-queue',
      'center.yaml:5:86 contacts.help.callback.dial-after: expected dial-after only with place: after-queue',
    ]);
  });

  it('the same thing said twice', async () => {
    expect(await codes(helpLine({team: 'count: 6\nshifts: []'}))).toEqual(['SCN023']);
    expect(await codes(helpLine({team: ''}))).toEqual(['SCN023']);
    expect(await codes(helpLine({arrivals: '{rate: 3/h, per-day: 60}'}))).toEqual(['SCN023']);
    expect(await codes(helpLine({arrivals: '{}'}))).toEqual(['SCN023']);
    expect(await codes(helpLine({help: 'queue: front\nopen: 08:00-12:00', rest: 'queues: {front: {}}'}))).toEqual([
      'SCN023',
    ]);
  });

  it('words of later versions are refused, not ignored', async () => {
    expect(await codes(helpLine({rest: 'variants: {}'}))).toEqual(['SCN015']);
    expect(await codes(helpLine({help: 'channel: outbound'}))).toEqual(['SCN015']);
  });

  it('what a channel does not have is refused', async () => {
    const center = (lines: string) =>
      codes(`name: x\ncontacts:\n  mail: {arrivals: 60/h, ${lines}}\nagents:\n  team: {count: 3, skills: [mail]}\n`);
    expect(await center('channel: email, handle: 4m, patience: 3m')).toEqual(['SCN018']);
    for (const channel of ['portal', 'social-post'])
      expect(await center(`channel: ${channel}, handle: 4m, redial: {probability: 10%, after: 5m}`)).toEqual([
        'SCN018',
      ]);
    expect(await center('channel: video, handle: {talk: 3m, by-concurrency: [100%, 120%]}')).toEqual(['SCN018']);
    expect(await center('channel: chat, handle: 4m, backlog: 40')).toEqual(['SCN071']);
    expect(await center('channel: email, handle: 4m, backlog: [40 aged 2h, 12 old]')).toEqual(['SCN013']);
    expect(await center('channel: email, handle: 4m, backlog: 40000000')).toEqual(['SCN040']);
    const quiet = (channel: string, after = '2m') =>
      center(`channel: ${channel}, handle: 4m, goes-quiet: {after: ${after}, for: 20m}`);
    expect(await quiet('chat')).toEqual(['SCN070']);
    expect(await quiet('voice')).toEqual(['SCN070']);
    expect(await quiet('social', '0s')).toEqual(['SCN014']);
    expect(await center('channel: sms, handle: 4m, goes-quiet: {after: 2m, for: 20m, at-most: 0}')).toEqual(['SCN014']);
    expect(await center('channel: sms, handle: 4m, goes-quiet: {after: 2m, for: 20m, back-to: own}')).toEqual([
      'SCN012',
    ]);
  });

  it('a table of channels held together that contradicts itself is refused, with its place', async () => {
    const table = (text: string) => `name: x
contacts:
  calls: {arrivals: 10/h, handle: 3m}
  chats: {channel: chat, arrivals: 10/h, handle: 3m}
  texts: {channel: sms, arrivals: 10/h, handle: 3m}
  mails: {channel: email, arrivals: 10/h, handle: 3m}
agents:
  team: {count: 3, skills: [calls, chats, texts, mails], capacity: {${text}}}
`;
    const found = (text: string) => codes(table(text));
    expect(await found('chat: 3, togeter: [[chat, sms]]')).toEqual(['SCN012']);
    expect(await found('chat: 3, together: [[chat, smss]]')).toEqual(['SCN012']);
    expect(await found('chat: 3, together: [[chat]]')).toEqual(['SCN072']);
    expect(await found('chat: 3, together: [[chat, voice]]')).toEqual(['SCN072']);
    expect(await found('chat: 3, together: [[chat, sms, chat]]')).toEqual(['SCN072']);
    expect(await found('chat: 3, together: [[chat, social]]')).toEqual(['SCN072']);
    expect(await found('email: 1 interrupted by chat, chat: 2, together: [[chat, email]]')).toEqual(['SCN072']);
    expect(await found('chat: 2 interrupted by sms, sms: 2 interrupted by chat')).toEqual(['SCN072', 'SCN072']);
    expect(await messagesOf(table('chat: 3, sms: 2, together: [{chat: 4, sms: 1}]'))).toEqual([
      'center.yaml:8:98 agents.team.capacity.together[0].chat: expected chat: at most 3, as many as alone, got "4"',
    ]);
  });

  it('a capacity that contradicts itself is refused', async () => {
    const capacity = (channel: string, text: string) =>
      codes(
        `name: x\ncontacts:\n  it: {channel: ${channel}, arrivals: 60/h, handle: 4m}\n` +
          `agents:\n  team: {count: 3, capacity: {${text}}, skills: [it]}\n`,
      );
    expect(await capacity('voice', 'voice: 2')).toEqual(['SCN019']);
    expect(await capacity('voice', 'chat: 2')).toEqual(['SCN019']);
    expect(await capacity('chat', 'chat: 3 interrupted by voice')).toEqual(['SCN019']);
    expect(await capacity('voice', 'voice: 1 interrupted by voice')).toEqual(['SCN019']);
    expect(await capacity('email', 'email: 2')).toEqual(['SCN019']);
    expect(await capacity('email', 'email: 1 interrupted by voise')).toEqual(['SCN012']);
    expect(await capacity('email', 'email: 1 interrupted by email')).toEqual(['SCN019']);
    expect(await capacity('chat', 'chat: 0')).toEqual(['SCN014']);
    expect(await capacity('chat', 'chatt: 2')).toEqual(['SCN012']);
  });
});
