import {describe, expect, it} from 'vitest';
import {helpLine, messagesOf, read} from '../support/scenario-text.js';

const videoToo = (help: string): string =>
  helpLine({help})
    .replace('agents:', '  video: {arrivals: none, handle: 4m}\nagents:')
    .replace('[help]', '[help, video]');

describe('a redial', () => {
  it('stays on its contact type and is made once, unless the scenario says otherwise', async () => {
    const redialOf = async (text: string) => (await read(videoToo(`redial: ${text}`))).contactTypes[0]!.redial;
    expect(await redialOf('{probability: 30%, after: 5m}')).toMatchObject({atMost: 1, as: 0});
    expect(await redialOf('{probability: 30%, after: 5m, at-most: no limit, as: video}')).toMatchObject({
      atMost: null,
      as: 1,
    });
  });

  it('goes to a contact type that exists, and takes time where there is no limit', async () => {
    expect(await messagesOf(videoToo('redial: {probability: 30%, after: 5m, as: vidoe}'))).toEqual([
      'center.yaml:5:47 contacts.help.redial.as: expected the name of a contact type (help, video), got "vidoe" (did you mean "video"?)',
    ]);
    expect(await messagesOf(videoToo('redial: {probability: 100%, after: constant(0s), at-most: no limit}'))).toEqual([
      'center.yaml:5:40 contacts.help.redial.after: expected a delay above zero where redials have no limit',
    ]);
    expect(await messagesOf(videoToo('redial: {probability: 30%, after: 5m, at-most: often}'))).toEqual([
      'center.yaml:5:52 contacts.help.redial.at-most: expected a whole number from 0 to 1,000, got "often"',
    ]);
  });
});

describe('a bot, coming back and deflection', () => {
  it('are read with their defaults', async () => {
    const {contactTypes} = await read(
      videoToo(`bot: {time: constant(80s), contained: 30%, comes-back: 12% within 1d}
comes-back: {probability: 15%, after: constant(2h), as: video}
deflect: {to: video, after: 60s, accepted: 30%}`),
    );
    expect(contactTypes[0]).toMatchObject({
      automation: {
        time: {kind: 'constant', value: 80},
        ports: null,
        contained: 0.3,
        hangsUp: 0,
        comesBack: {probability: 0.12, after: {kind: 'uniform', low: 0, high: 86_400}, as: 0},
      },
      comesBack: {probability: 0.15, after: {kind: 'constant', value: 7200}, as: 1},
      deflect: {to: 1, afterSeconds: 60, accepted: 0.3},
    });
    expect(contactTypes[1]).toMatchObject({automation: null, comesBack: null, deflect: null});
  });

  it('may be called ivr, but not both', async () => {
    const automationOf = async (text: string) => (await read(helpLine({help: text}))).contactTypes[0]!.automation;
    expect(await automationOf('ivr: {time: 80s, contained: 30%, ports: 4}')).toMatchObject({contained: 0.3, ports: 4});
    expect(
      await messagesOf(helpLine({help: 'bot: {time: 80s, contained: 30%}\nivr: {time: 80s, contained: 30%}'})),
    ).toEqual(['center.yaml:6:10 contacts.help.ivr: expected one of bot and ivr: they are two words for one thing']);
  });

  it('are refused where they contradict themselves', async () => {
    expect(await messagesOf(helpLine({help: 'bot: {time: 80s, contained: 80%, hangs-up: 30%}'}))).toEqual([
      'center.yaml:5:48 contacts.help.bot.hangs-up: expected a share that adds up to at most 100% with contained',
    ]);
    expect(await messagesOf(helpLine({help: 'comes-back: {probability: 15%, within: 2d, after: 1d}'}))).toEqual([
      'center.yaml:5:55 contacts.help.comes-back.after: expected one of within and after',
    ]);
    expect(await messagesOf(helpLine({help: 'comes-back: {probability: 15%}'}))).toEqual([
      'center.yaml:5:17 contacts.help.comes-back: expected one of within and after',
    ]);
    expect(await messagesOf(helpLine({help: 'comes-back: 15% in 2d'}))).toEqual([
      'center.yaml:5:17 contacts.help.comes-back: expected a share and a time such as "15% within 2d", got "15% in 2d"',
    ]);
    expect(await messagesOf(helpLine({help: 'deflect: {to: help, after: 60s, accepted: 30%}'}))).toEqual([
      'center.yaml:5:19 contacts.help.deflect.to: expected another contact type, got "help"',
    ]);
    expect(await messagesOf(videoToo('deflect: {to: vidoe, after: 60s, accepted: 30%}'))).toEqual([
      'center.yaml:5:19 contacts.help.deflect.to: expected the name of a contact type (help, video), got "vidoe" (did you mean "video"?)',
    ]);
  });
});

describe('balking at the announced wait', () => {
  it('is told by a duration', async () => {
    const balk = 'balk: {probability: 40%, when-expected-wait-over: 2m}';
    expect((await read(helpLine({help: balk}))).contactTypes[0]!.balk).toEqual({
      probability: 0.4,
      queueOver: -1,
      expectedWaitOver: 120,
    });
    expect(await messagesOf(helpLine({help: balk.replace('2m', '2')}))).toHaveLength(1);
  });
});
