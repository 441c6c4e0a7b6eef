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
