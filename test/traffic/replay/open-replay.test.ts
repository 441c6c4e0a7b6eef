import {describe, expect, it} from 'vitest';
import {UserError} from '../../../src/base/errors.js';
import {parseIsoDate} from '../../../src/base/dates.js';
import {makeClock, UTC} from '../../../src/scenario/clock.js';
import type {Clock} from '../../../src/scenario/scenario.js';
import {makeReplayChunk} from '../../../src/traffic/replay-reader.js';
import type {ReplayRequest} from '../../../src/traffic/replay-reader.js';
import {makeOpenReplay} from '../../../src/traffic/replay/open-replay.js';
import {temporaryFile} from '../../support/temporary-folder.js';

const clockOf = (days: number): Clock =>
  makeClock(UTC, {firstDay: parseIsoDate('2026-11-23')!, days, intervalSeconds: 1800, report: 'calendar'});

const ALL = ['handle-time', 'patience', 'wrap-up'] as const;

interface Replayed {
  readonly type: number;
  readonly at: number;
  readonly handle: number;
  readonly wrapUp: number;
  readonly patience: number;
}

/** Everything that a replay of this log brings. */
async function replay(
  content: string | Buffer,
  request: Partial<ReplayRequest> = {},
  days = 1,
  capacity = 3,
): Promise<Replayed[]> {
  const file = temporaryFile('log.csv', content);
  const wanted = [
    {logName: 'orders', contactType: 0, use: ALL},
    {logName: 'claims', contactType: 1, use: ALL},
  ];
  const reader = makeOpenReplay(clockOf(days))({file, delimiter: null, decimalComma: false, wanted, ...request});
  const chunk = makeReplayChunk(capacity);
  const contacts: Replayed[] = [];
  for (;;) {
    await reader.read(chunk);
    if (chunk.length === 0) break;
    for (let at = 0; at < chunk.length; at += 1) {
      contacts.push({
        type: chunk.contactType[at]!,
        at: chunk.arrivedAt[at]!,
        handle: chunk.handle[at]!,
        wrapUp: chunk.wrapUp[at]!,
        patience: chunk.patience[at]!,
      });
    }
  }
  reader.close();
  return contacts;
}

async function refusal(content: string, request: Partial<ReplayRequest> = {}, days = 1): Promise<string> {
  const error: unknown = await replay(content, request, days).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
}

const LOG = 'contact-type,arrived-at,handle-time,patience,wrap-up\n';

describe('replaying a log', () => {
  it('brings each contact with what was recorded; an empty cell is NaN, to be drawn', async () => {
    const contacts = await replay(`${LOG}orders,08:00:00,3m20s,90,20\nclaims,08:00:05,0:04:00,,\n`);
    expect(contacts).toEqual([
      {type: 0, at: 28_800, handle: 200, wrapUp: 20, patience: 90},
      {type: 1, at: 28_805, handle: 240, wrapUp: NaN, patience: NaN},
    ]);
  });

  it('needs no more than the type and the arrival', async () => {
    expect(await replay('contact-type,arrived-at\norders,08:00:00\n')).toEqual([
      {type: 0, at: 28_800, handle: NaN, wrapUp: NaN, patience: NaN},
    ]);
  });

  it('brings a recorded quantity only where the scenario uses it', async () => {
    const wanted = [{logName: 'orders', contactType: 0, use: ['handle-time'] as const}];
    expect(await replay(`${LOG}orders,08:00:00,200,90,20\n`, {wanted})).toEqual([
      {type: 0, at: 28_800, handle: 200, wrapUp: NaN, patience: NaN},
    ]);
  });

  it.each([
    [
      'a byte order mark and CRLF',
      `\uFEFFcontact-type,arrived-at,handle-time\r\norders,08:00:00,200\r\n\r\nclaims,08:00:05,300\r\n`,
      {},
    ],
    ['line ends of CR alone', 'contact-type,arrived-at,handle-time\rorders,08:00:00,200\rclaims,08:00:05,300\r', {}],
    [
      'quotes, and no last line end',
      '"contact-type","arrived-at","handle-time"\n"orders","08:00:00","200"\n"claims","08:00:05","300"',
      {},
    ],
    [
      'semicolons and decimal commas',
      'contact-type;arrived-at;handle-time\norders;08:00:00;200,0\nclaims;08:00:05;300,0\n',
      {decimalComma: true},
    ],
    ['tabs', 'contact-type\tarrived-at\thandle-time\norders\t08:00:00\t200\nclaims\t08:00:05\t300\n', {}],
    [
      'other columns between, and headings in their own spelling',
      'Agent,Arrived At,Contact_Type,x,Handle-Time\nAnn,08:00:00,orders,1,200\nBob,08:00:05,claims,2,300\n',
      {},
    ],
    [
      'UTF-16, as spreadsheets save it',
      Buffer.from(
        '\uFEFFcontact-type\tarrived-at\thandle-time\r\norders\t08:00:00\t200\r\nclaims\t08:00:05\t300\r\n',
        'utf16le',
      ),
      {},
    ],
  ])('reads files with %s', async (_, content, request) => {
    const contacts = await replay(content, request);
    expect(contacts.map(({type, at, handle}) => [type, at, handle])).toEqual([
      [0, 28_800, 200],
      [1, 28_805, 300],
    ]);
  });

  it('leaves out rows before and after the horizon', async () => {
    const contacts = await replay(
      'contact-type,arrived-at\norders,2026-11-22T23:59:59\norders,2026-11-23T00:00:00\norders,2026-11-23T23:59:59\norders,2026-11-24T00:00:00\n',
    );
    expect(contacts.map(({at}) => at)).toEqual([0, 86_399]);
  });

  it('passes over rows of contact types that the scenario does not replay', async () => {
    expect(await replay('contact-type,arrived-at\nfax,08:00:00\norders,08:00:01\n')).toHaveLength(1);
  });

  it('brings the same contacts whatever the size of the chunks', async () => {
    const content = `${LOG}${Array.from({length: 100}, (_, row) => `orders,08:${String(Math.floor(row / 60)).padStart(2, '0')}:${String(row % 60).padStart(2, '0')},${row},,\n`).join('')}`;
    expect(await replay(content, {}, 1, 1)).toEqual(await replay(content, {}, 1, 64));
  });
});

describe('a log that cannot be replayed as it stands', () => {
  it('names a missing column, and the one that was probably meant', async () => {
    expect(await refusal('contact-type,arived-at\norders,08:00:00\n')).toMatch(
      /log\.csv:1.*a column arrived-at \(is it the one called "arived-at"\?\)/,
    );
  });

  it('names every missing column at once', async () => {
    const message = await refusal('a,b\n1,2\n');
    expect(message).toContain('a column contact-type');
    expect(message).toContain('a column arrived-at');
  });

  it('names the line of an arrival that is no time', async () => {
    expect(await refusal('contact-type,arrived-at\norders,08:00:00\norders,NaN\n')).toMatch(
      /log\.csv:3 arrived-at: .*got "NaN"/,
    );
  });

  it('names the line that goes back in time', async () => {
    expect(await refusal('contact-type,arrived-at\norders,08:00:02\n\norders,08:00:01\n')).toMatch(
      /log\.csv:4 arrived-at: expected rows in order of arrival/,
    );
  });

  it('names the line of a contact that ends before it starts', async () => {
    expect(await refusal(`${LOG}orders,08:00:00,-5,,\n`)).toMatch(
      /log\.csv:2 handle-time: .*ends before it starts, got "-5"/,
    );
  });

  it('refuses a wrap-up longer than the handle time that contains it', async () => {
    expect(await refusal(`${LOG}orders,08:00:00,20,,30\n`)).toMatch(/log\.csv:2 wrap-up/);
  });

  it('refuses a duration that is none', async () => {
    expect(await refusal(`${LOG}orders,08:00:00,three minutes,,\n`)).toMatch(
      /log\.csv:2 handle-time: .*got "three minutes"/,
    );
  });

  it('says that a time of day alone needs a horizon of one day', async () => {
    expect(await refusal('contact-type,arrived-at\norders,08:00:00\n', {}, 2)).toContain('needs a horizon of one day');
  });

  it('lists the contact types of the log when none of them is asked for', async () => {
    expect(await refusal('contact-type,arrived-at\nordres,08:00:00\nfax,08:00:01\n')).toMatch(
      /rows of "orders", "claims", got "ordres, fax" \(did you mean "ordres"\?\)/,
    );
  });

  it.each([
    ['empty', ''],
    ['of blank lines', '\n\n\n'],
  ])('says so when the file is %s', async (_, content) => {
    expect(await refusal(content)).toContain('an empty file');
  });

  it('says so when there is no such file', async () => {
    expect(await refusal('', {file: '/no/such/log.csv'})).toMatch(/no such file/);
  });

  it('does not read on for ever when a quote is left open', async () => {
    expect(await refusal(`contact-type,arrived-at\n"orders,08:00:00\n${'orders,08:00:01\n'.repeat(100_000)}`)).toMatch(
      /is a quote left open/,
    );
  });
});
