import {describe, expect, it} from 'vitest';
import {helpLine, messagesOf, problemsOf, read} from '../support/scenario-text.js';

describe('the smallest scenario', () => {
  it('is complete: an exponential handle time, one queue, one day in UTC, everybody waits for ever', async () => {
    const scenario = await read(helpLine());
    expect(scenario.contactTypes[0]).toMatchObject({
      name: 'help',
      stream: 'help',
      channel: 'voice',
      queue: 0,
      patience: null,
      wrapUp: null,
      objective: null,
      thresholdSeconds: 20,
      priority: 1,
      weight: 1,
      talk: [{fromOfDay: 0, distribution: {kind: 'exponential', mean: 240}}],
    });
    expect(scenario.contactTypes[0]!.arrivals).toEqual([
      {
        kind: 'generated',
        name: 'base',
        counts: 'poisson',
        starts: [0],
        ends: [86_400],
        expected: [1440],
        busyness: null,
      },
    ]);
    expect(scenario.queues).toEqual([{name: 'help', open: null, atClosing: 'serve', lines: null}]);
    expect(scenario.groups[0]!.staffing).toEqual({kind: 'counts', changes: [{at: 0, agents: 6}]});
    expect(scenario.routing).toEqual({
      agent: 'longest-idle',
      contact: ['priority', 'level', 'age'],
      overflow: [[]],
      expiry: [[]],
      reserves: [],
      shares: [null],
      lastAgentSeconds: null,
    });
    expect(scenario.run).toEqual({replications: 20, seed: '1', volume: 1, warmUpSeconds: 0, batchMeans: null});
    expect(scenario.clock).toMatchObject({
      startDate: '2026-01-05',
      days: 1,
      timezone: 'UTC',
      intervalSeconds: 1800,
      report: 'calendar',
    });
  });

  it('takes its name from the file, and cannot be changed', async () => {
    const scenario = await read(helpLine());
    expect(scenario.name).toBe('center');
    expect(Object.isFrozen(scenario.contactTypes[0]!.talk[0]!.distribution)).toBe(true);
    expect(Object.isFrozen(scenario.clock.intervalLabels)).toBe(true);
  });

  it('is the same in JSON, with a BOM, and with the line ends of Windows or an old Mac', async () => {
    const yaml = helpLine();
    const expected = await read(yaml);
    const json =
      '{"contacts": {"help": {"arrivals": "60/h", "handle": "4m"}},\n\t"agents": {"team": {"skills": ["help"], "count": 6}}}';
    for (const text of [json, `\uFEFF${yaml}`, yaml.replaceAll('\n', '\r\n'), yaml.replaceAll('\n', '\r')])
      expect(await read(text)).toEqual(expected);
  });

  it('means the same in other units of time', async () => {
    const minutes = await read(helpLine({handle: '4m', arrivals: '60/h', help: 'patience: 3m\nobjective: 80% in 20s'}));
    const seconds = await read(
      helpLine({handle: '240s', arrivals: '1/min', help: 'patience: 0.05h\nobjective: 80% in 20000ms'}),
    );
    expect(seconds).toEqual(minutes);
  });
});

describe('distributions', () => {
  it.each([
    ['4m', {kind: 'exponential', mean: 240}],
    ['constant(4m)', {kind: 'constant', value: 240}],
    ['lognormal(4m, cv 0.9)', {kind: 'lognormal', mean: 240, cv: 0.9}],
    ['gamma(4m, cv 120%)', {kind: 'gamma', mean: 240, cv: 1.2}],
    ['erlang(4m, 3 phases)', {kind: 'erlang', mean: 240, phases: 3}],
    ['erlang(4m, 1 phase)', {kind: 'erlang', mean: 240, phases: 1}],
    ['weibull(mean 3m, shape 0.8)', {kind: 'weibull', mean: 180, shape: 0.8}],
    ['uniform(1m, 5m)', {kind: 'uniform', low: 60, high: 300}],
    ['triangular(1m, 3m, 8m)', {kind: 'triangular', low: 60, mode: 180, high: 480}],
    [
      'hyperexponential(40% 30s, 60% 5m)',
      {
        kind: 'hyperexponential',
        phases: [
          {probability: 0.4, mean: 30},
          {probability: 0.6, mean: 300},
        ],
      },
    ],
  ])('%s is read', async (text, distribution) => {
    expect((await read(helpLine({handle: text}))).contactTypes[0]!.talk).toEqual([{fromOfDay: 0, distribution}]);
  });

  it('may have commas inside a YAML mapping without quotes', async () => {
    const {talk, wrapUp} = (await read(helpLine({handle: '{talk: lognormal(4m, cv 0.9), wrap-up: exponential(40s)}'})))
      .contactTypes[0]!;
    expect(talk[0]!.distribution).toEqual({kind: 'lognormal', mean: 240, cv: 0.9});
    expect(wrapUp![0]!.distribution).toEqual({kind: 'exponential', mean: 40});
  });

  it('change with the time of day, the last one holding past midnight', async () => {
    const {talk} = (await read(helpLine({handle: '{"08:00": 2m, "18:00": constant(100s)}'}))).contactTypes[0]!;
    expect(talk.map(({fromOfDay, distribution}) => [fromOfDay, distribution.kind])).toEqual([
      [0, 'constant'],
      [28_800, 'exponential'],
      [64_800, 'constant'],
    ]);
  });

  it('are taken from files: values sorted, survival estimated from waits', async () => {
    const scenario = await read(helpLine({handle: 'empirical(times.csv)', help: 'patience: kaplan-meier(waits.csv)'}), {
      'times.csv': 'seconds\n240\n60\n2m\n',
      'waits.csv': 'time,abandoned\n10,1\n20,0\n30,1\n40,0\n',
    });
    expect(scenario.contactTypes[0]!.talk[0]!.distribution).toEqual({kind: 'empirical', values: [60, 120, 240]});
    expect(scenario.contactTypes[0]!.patience![0]!.distribution).toEqual({
      kind: 'kaplan-meier',
      times: [10, 30],
      survival: [0.75, 0.375],
    });
  });

  it('from a survival curve may last for ever as patience, not as work', async () => {
    const curve = {'curve.csv': 'time,survival\n10,0.6\n60,0.2\n'};
    expect(
      (await read(helpLine({help: 'patience: kaplan-meier(curve.csv)'}), curve)).contactTypes[0]!.patience,
    ).toHaveLength(1);
    expect((await problemsOf(helpLine({handle: 'kaplan-meier(curve.csv)'}), curve)).map(({code}) => code)).toEqual([
      'SCN014',
    ]);
    expect(
      (await problemsOf(helpLine({help: 'redial: {probability: 10%, after: kaplan-meier(curve.csv)}'}), curve)).map(
        ({code}) => code,
      ),
    ).toEqual(['SCN014']);
  });

  it('by clock time are at least one, each time once', async () => {
    const codes = async (patience: string) =>
      (await problemsOf(helpLine({help: `patience: ${patience}`}))).map(({code}) => code);
    expect(await codes('{}')).toEqual(['SCN011']);
    expect(await codes('{"8:00": 3m, "08:00": 4m}')).toEqual(['SCN004']);
    expect(await codes('{"00:00": 3m, "24:00": 4m}')).toEqual(['SCN014']);
  });

  it.each([
    ['0s', 'SCN014'],
    ['constant(0s)', 'SCN014'],
    ['-4m', 'SCN014'],
    ['4', 'SCN016'],
    ['normal(4m)', 'SCN012'],
    ['lognormal(4m)', 'SCN013'],
    ['lognormal(4m, cv 0)', 'SCN014'],
    ['uniform(5m, 1m)', 'SCN014'],
    ['hyperexponential(40% 30s, 50% 5m)', 'SCN014'],
    ['erlang(4m, 2.5 phases)', 'SCN014'],
    ['lognormal(4m, cv NaN)', 'SCN013'],
    ['triangular(3m, 1m, 8m)', 'SCN014'],
  ])('%s is no handle time', async (text, code) =>
    expect((await problemsOf(helpLine({handle: text}))).map(problem => problem.code)).toEqual([code]),
  );
});

describe('objectives', () => {
  it.each([
    ['80% in 20s', 0.8, 20, 'excluding-abandons'],
    ['90% within 1m, over offered', 0.9, 60, 'over-offered'],
    ['95% in 0s, over answered', 0.95, 0, 'over-answered'],
    ['80% in 20s, abandons met', 0.8, 20, 'abandons-met'],
  ])('%s is read', async (text, share, thresholdSeconds, definition) => {
    expect((await read(helpLine({help: `objective: ${text}`}))).contactTypes[0]!.objective).toEqual({
      share,
      thresholdSeconds,
      definition,
    });
  });

  it.each(['80% in 20', '0% in 20s', '120% in 20s', '80 in 20s', '80% in 20s, over all'])(
    '%s is refused',
    async text => {
      expect(await problemsOf(helpLine({help: `objective: ${text}`}))).toHaveLength(1);
    },
  );
});

describe('routing and behavior of customers', () => {
  const text = (routing: string): string => `
contacts:
  orders: {arrivals: 10/h, handle: 4m, transfer: {claims: 12%}, balk: 10%, redial: {probability: 35%, after: 10m, at-most: 3}, message-after: 2m}
  claims: {arrivals: none, handle: 4m, balk: {probability: 50%, when-queue-over: 4}, queue: back}
queues: {back: {open: {mon-fri: 08:00-20:00, sat: 09:00-13:00}, at-closing: dismiss, lines: 9}}
sites: {paris: {timezone: Europe/Paris, languages: [fr]}, tunis: {timezone: Africa/Tunis}}
agents:
  near: {site: paris, count: 2, skills: {orders: 1, claims: {level: 2, handle-time: 92%}}}
  far: {site: tunis, count: 2, skills: [orders, claims]}
  bench: {count: 1, skills: [orders]}
routing: ${routing}
`;

  it('knows who is offered a callback, and how the requests are served', async () => {
    const callbackOf = async (rule: string) =>
      (await read(helpLine({help: `callback: {${rule}}`}))).contactTypes[0]!.callback;
    expect(await callbackOf('offer-when: expected-wait > 3m, accepted: 55%, answered: 80%')).toEqual({
      queueOver: -1,
      expectedWaitOver: 180,
      accepted: 0.55,
      answered: 0.8,
      place: 'after-queue',
      dialAfter: null,
      reserve: 0,
      ringSeconds: 0,
      redials: 0,
      redialEverySeconds: 0,
    });
    expect(await callbackOf('offer-when: queue > 5, accepted: 1, place: kept')).toMatchObject({
      queueOver: 5,
      expectedWaitOver: null,
      answered: 1,
      place: 'kept',
    });
    expect(
      await callbackOf(
        'offer-when: always, accepted: 10%, dial-after: constant(2h), reserve: 2, ring: 20s, redials: 2 every 30m',
      ),
    ).toMatchObject({
      queueOver: -1,
      dialAfter: {kind: 'constant', value: 7200},
      reserve: 2,
      ringSeconds: 20,
      redials: 2,
      redialEverySeconds: 1800,
    });
  });

  it('knows who is sent on, who tries again, who balks', async () => {
    const {contactTypes, queues, sites, groups} = await read(text('{}'));
    expect(contactTypes[0]).toMatchObject({
      transfers: [{to: 1, probability: 0.12}],
      balk: {probability: 0.1, queueOver: -1, expectedWaitOver: null},
      messageAfterSeconds: 120,
      redial: {probability: 0.35, after: {kind: 'exponential', mean: 600}, atMost: 3, as: 0},
      queue: 1,
    });
    expect(contactTypes[1]).toMatchObject({arrivals: [], balk: {probability: 0.5, queueOver: 4}, queue: 0});
    expect(queues[0]).toEqual({name: 'back', open: [[28_800, 72_000]], atClosing: 'dismiss', lines: 9});
    expect(sites).toMatchObject([
      {name: 'paris', timezone: 'Europe/Paris', languages: ['fr']},
      {name: 'tunis', timezone: 'Africa/Tunis', languages: []},
    ]);
    expect(groups[0]!.skills).toEqual([
      {contactType: 0, level: 1, handleTimeFactor: 1, weight: 1},
      {contactType: 1, level: 2, handleTimeFactor: 0.92, weight: 1},
    ]);
  });

  it('lets other sites and further groups join after a delay', async () => {
    const {routing} = await read(
      text('{local-first: {orders: [paris, tunis], after: 15s}, overflow: {orders: {to: bench, after: 12s}}}'),
    );
    expect(routing.overflow).toEqual([
      [
        {group: 1, afterSeconds: 15},
        {group: 2, afterSeconds: 12},
      ],
      [],
    ]);
  });

  it('compares waiting contacts as the rule says', async () => {
    const rule = async (contact: string) => (await read(text(`{contact: ${contact}}`))).routing.contact;
    expect(await rule('first-in-first-out')).toEqual(['age']);
    expect(await rule('priority-then-age')).toEqual(['priority', 'age']);
    expect(await rule('longest-weighted-wait')).toEqual(['weighted-wait']);
    expect(await rule('priority-with-ageing')).toEqual(['ageing']);
    expect(await rule('[priority, due]')).toEqual(['priority', 'due']);
    expect(await rule('[level, priority]')).toEqual(['level', 'priority', 'age']);
  });

  it('takes the weight of the group where the skill has none, and points of ageing by the second', async () => {
    const {groups, contactTypes} = await read(
      `contacts:
  a: {arrivals: 10/h, handle: 1m, ageing: 2/min}
  b: {arrivals: 20/h, handle: 2m}
agents:
  x: {count: 1, weight: 3, skills: {a: 1, b: {weight: 0.5}}}
`,
    );
    expect(groups[0]!.skills.map(({weight}) => weight)).toEqual([3, 0.5]);
    expect(contactTypes.map(({ageing}) => ageing)).toEqual([2 / 60, 1 / 60]);
  });

  it('refuses shares that add up to more than everybody', async () => {
    const both = text('{}')
      .replace('transfer: {claims: 12%}', 'transfer: {claims: 60%, returns: 50%}')
      .replace('  claims:', '  returns: {arrivals: none, handle: 1m}\n  claims:')
      .replace('[orders]', '[orders, returns]');
    expect((await problemsOf(both)).map(({code}) => code)).toEqual(['SCN024']);
  });
});

describe('what the command says', () => {
  it('goes before the file', async () => {
    const scenario = await read(
      helpLine({rest: 'run: {replications: 5, seed: 7, volume: 50%}'}),
      {},
      {replications: 9, seed: 'x', volume: '200%'},
    );
    expect(scenario.run).toMatchObject({replications: 9, seed: 'x', volume: 2});
    expect(scenario.contactTypes[0]!.arrivals).toMatchObject([{expected: [2880]}]);
  });

  it('is refused when it is no factor', async () => {
    expect(await messagesOf(helpLine(), {}, {volume: 'double'})).toEqual([
      '--volume: expected a factor such as 110%, got "double"',
    ]);
  });
});

describe('the order of declarations', () => {
  it('changes nothing but the order', async () => {
    const one = await read(
      'contacts:\n  a: {arrivals: 10/h, handle: 1m}\n  b: {arrivals: 20/h, handle: 2m}\nagents: {x: {count: 1, skills: {a: 1, b: 2}}}',
    );
    const other = await read(
      'agents: {x: {skills: {b: 2, a: 1}, count: 1}}\ncontacts:\n  b: {handle: 2m, arrivals: 20/h}\n  a: {handle: 1m, arrivals: 10/h}',
    );
    const byName = [...other.contactTypes].sort((first, second) => (first.name < second.name ? -1 : 1));
    expect(byName.map(type => ({...type, queue: 0}))).toEqual(one.contactTypes.map(type => ({...type, queue: 0})));
  });
});
