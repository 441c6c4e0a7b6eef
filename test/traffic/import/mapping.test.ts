import {describe, expect, it} from 'vitest';
import {guessMapping} from '../../../src/traffic/import/guess-mapping.js';
import {parseMapping} from '../../../src/traffic/import/mapping.js';

const HEADER = ['Start', 'Queue', 'Talk', 'ACW', 'End', 'In-Queue'];

const textsOf = (mapping: ReturnType<typeof parseMapping>): Record<string, string> =>
  Object.fromEntries(Object.entries(mapping).map(([column, expression]) => [column, expression.text]));

describe('a mapping that was told', () => {
  it('takes columns, sums and differences', () => {
    const mapping = parseMapping(
      'arrived-at=start, handle-time=Talk+ACW, contact-type=Queue, wrap-up=End - Start',
      HEADER,
      '--map',
    );
    expect(textsOf(mapping)).toEqual({
      'arrived-at': 'Start',
      'handle-time': 'Talk+ACW',
      'contact-type': 'Queue',
      'wrap-up': 'End-Start',
    });
    expect(mapping['wrap-up']!.terms.map(({index, sign}) => [index, sign])).toEqual([
      [4, 1],
      [0, -1],
    ]);
  });

  it('looks a name up whole before cutting it', () => {
    expect(parseMapping('patience=In-Queue', HEADER, '--map').patience!.terms).toHaveLength(1);
  });

  it('takes a quoted text that is no column as the type of all rows', () => {
    expect(parseMapping('contact-type="help line"', HEADER, '--map')['contact-type']).toMatchObject({
      constant: 'help line',
      terms: [],
    });
  });

  it('keeps a quoted name with a comma together', () => {
    expect(parseMapping('arrived-at="Start, local"', ['Start, local'], '--map')['arrived-at']!.terms[0]!.index).toBe(0);
  });

  it('names every part that cannot be read, with the nearest name', () => {
    expect(() => parseMapping('arived-at=Start, handle-time=Talk+AWC, patience', HEADER, '--map')).toThrow(
      /got "arived-at" \(did you mean "arrived-at"\?\)[\s\S]*got "AWC" \(did you mean "ACW"\?\)[\s\S]*patience=COLUMN/,
    );
  });
});

describe('a mapping that is guessed', () => {
  const guess = (header: string[], ...rows: string[][]): Record<string, string> =>
    textsOf(guessMapping(header, rows, false, {}).mapping);

  it('knows a contact record of Amazon Connect', () => {
    expect(
      guess(
        [
          'ContactId',
          'InitiationTimestamp',
          'EnqueueTimestamp',
          'QueueName',
          'AgentInteractionDuration',
          'CustomerHoldDuration',
          'AfterContactWorkDuration',
        ],
        ['a', '2026-11-23T07:59:50Z', '2026-11-23T08:00:00Z', 'billing', '200', '10', '30'],
      ),
    ).toEqual({
      'arrived-at': 'EnqueueTimestamp',
      'contact-type': 'QueueName',
      'handle-time': 'AgentInteractionDuration+CustomerHoldDuration+AfterContactWorkDuration',
      'wrap-up': 'AfterContactWorkDuration',
    });
  });

  it('knows an export of Zendesk Talk', () => {
    expect(
      guess(
        ['id', 'created_at', 'call_group_id', 'call_group', 'talk_time', 'hold_time', 'wrap_up_time', 'wait_time'],
        ['1', '2026-11-23T08:00:00Z', '7', 'billing', '200', '10', '30', '12'],
      ),
    ).toEqual({
      'arrived-at': 'created_at',
      'contact-type': 'call_group',
      'handle-time': 'talk_time+hold_time+wrap_up_time',
      'wrap-up': 'wrap_up_time',
    });
  });

  it('knows an export of Dixa, with times in milliseconds', () => {
    expect(
      guess(
        ['id', 'created_at', 'queued_at', 'queue_name', 'handling_duration'],
        ['1', '1795507190000', '1795507200000', 'billing', '200'],
      ),
    ).toEqual({'arrived-at': 'queued_at', 'contact-type': 'queue_name', 'handle-time': 'handling_duration'});
  });

  it('knows a sheet that somebody keeps by hand, with date and time apart', () => {
    expect(
      guess(['Date', 'Time', 'Queue', 'Talk Time (s)', 'Wrap'], ['23/11/2026', '08:00', 'billing', '200', '30']),
    ).toEqual({
      'arrived-at': 'Date+Time',
      'contact-type': 'Queue',
      'handle-time': 'Talk Time (s)+Wrap',
      'wrap-up': 'Wrap',
    });
  });

  it('does not believe a name whose cells say otherwise', () => {
    expect(guess(['Start', 'Created', 'Queue'], ['kitchen', '2026-11-23 08:00', 'billing'])).toMatchObject({
      'arrived-at': 'Created',
    });
  });

  it('finds times and types by the cells alone, but never a duration', () => {
    const rows = Array.from({length: 8}, (_, row) => [
      String(row),
      `2026-11-23 08:0${row}`,
      row % 2 === 0 ? 'red' : 'blue',
      '200',
    ]);
    expect(guess(['a', 'b', 'c', 'd'], ...rows)).toEqual({'arrived-at': 'b', 'contact-type': 'c'});
  });

  it('leaves what was told', () => {
    const header = ['Start', 'Queue', 'Skill'];
    const given = parseMapping('contact-type=Skill', header, '--map');
    expect(textsOf(guessMapping(header, [['2026-11-23 08:00', 'q', 's']], false, given).mapping)).toMatchObject({
      'contact-type': 'Skill',
    });
  });

  it('finds the wrap-up inside a handle time that was told', () => {
    const header = ['Start', 'Queue', 'Talk', 'ACW'];
    const given = parseMapping('handle-time=Talk+ACW', header, '--map');
    const sample = [['2026-11-23 08:00', 'q', '200', '20']];
    expect(textsOf(guessMapping(header, sample, false, given).mapping)).toMatchObject({'wrap-up': 'ACW'});
  });
});
