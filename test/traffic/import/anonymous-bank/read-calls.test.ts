import {describe, expect, it} from 'vitest';
import {readBankCall} from '../../../../src/traffic/import/anonymous-bank/read-calls.js';
import type {BankCall} from '../../../../src/traffic/import/anonymous-bank/read-calls.js';
import {dayNumber} from '../../../../src/base/dates.js';
import {bankRow} from '../../../support/bank-log.js';
import type {MadeUpCall} from '../../../support/bank-log.js';

const MIDNIGHT = dayNumber(1999, 3, 1) * 86_400;
const EIGHT = MIDNIGHT + 8 * 3600;

const read = (call: MadeUpCall): ReturnType<typeof readBankCall> => readBankCall(bankRow(call), 2);

const kept = (call: MadeUpCall): BankCall => {
  const result = read(call);
  if ('dropped' in result) throw new Error(`dropped: ${result.dropped}`);
  return result;
};

describe('a row of the Anonymous Bank', () => {
  it('is a call answered at once, though the service starts two seconds before the voice unit is left', () => {
    expect(kept({at: '8:00:00', talk: ['7:59:58', '8:03:00']})).toMatchObject({
      arrivedAt: EIGHT,
      wait: 0,
      answered: true,
      agent: 'ANN',
      talkFrom: EIGHT - 2,
      talkTo: EIGHT + 180,
      oddity: null,
    });
  });

  it('is a call that waited, though the service starts a second before the queue is left', () => {
    expect(kept({at: '8:00:00', queueTo: '8:01:00', talk: ['8:00:59', '8:03:00'], priority: 2})).toMatchObject({
      wait: 60,
      answered: true,
      priority: 2,
      oddity: null,
    });
  });

  it('is an abandonment where the customer hung up in queue', () => {
    expect(kept({at: '8:00:00', queueTo: '8:00:45', outcome: 'HANG', server: 'NO_SERVER'})).toMatchObject({
      wait: 45,
      answered: false,
      agent: null,
    });
  });

  it('runs past midnight', () => {
    expect(kept({at: '23:59:50', queueTo: '0:00:20', talk: ['0:00:20', '0:02:00']})).toMatchObject({
      arrivedAt: MIDNIGHT + 86_390,
      wait: 30,
      talkFrom: MIDNIGHT + 86_420,
      talkTo: MIDNIGHT + 86_520,
    });
    expect(kept({vruEntry: '23:59:50', at: '0:00:05', talk: ['0:00:05', '0:02:00']}).arrivedAt).toBe(MIDNIGHT + 86_405);
  });

  it('counts by the exit of the voice unit, also when the entry is said to be later', () => {
    expect(kept({vruEntry: '8:00:57', at: '8:00:00', talk: ['8:00:00', '8:01:00']})).toMatchObject({
      arrivedAt: EIGHT,
      oddity: expect.stringContaining('voice response unit') as string,
    });
  });

  it('is kept, and noted, where nobody is named or the service lasted 0 s: neither says who was on duty', () => {
    expect(kept({at: '8:00:00', talk: ['8:00:00', '8:01:00'], server: 'NO_SERVER'})).toMatchObject({
      answered: true,
      agent: null,
      oddity: expect.stringContaining('NO_SERVER') as string,
    });
    expect(kept({at: '8:00:00', queueTo: '8:00:10'})).toMatchObject({
      answered: true,
      agent: null,
      talkFrom: 0,
      talkTo: 0,
      oddity: expect.stringContaining('0 s') as string,
    });
  });

  it('is kept as hung up where it also names a service', () => {
    expect(
      kept({at: '8:00:00', queueTo: '8:00:10', outcome: 'HANG', talk: ['8:00:10', '8:02:00'], server: 'NO_SERVER'}),
    ).toMatchObject({
      answered: false,
      talkTo: 0,
      oddity: expect.stringContaining('hung up') as string,
    });
  });

  it.each([
    ['a virtual call', {at: '8:00:00', outcome: 'PHANTOM'}, /PHANTOM/],
    ['one that hung up before queueing', {at: '8:00:00', outcome: 'HANG', server: 'NO_SERVER'}, /before queueing/],
    ['an outcome nobody documented', {at: '8:00:00', outcome: 'LOST'}, /outcome that is not documented \(LOST\)/],
    ['a type nobody documented', {at: '8:00:00', type: 'AA'}, /type that is not documented \(AA\)/],
    ['a date that is none', {at: '8:00:00', date: '991301'}, /date/],
    ['a time that is none', {at: '8:61:00'}, /time that cannot be read/],
    ['a queue left before it was entered', {at: '8:00:10', queueTo: '8:00:00'}, /leaves the queue/],
    [
      'a service that ends before it starts',
      {at: '8:00:00', talk: ['8:02:00', '8:01:00'] as const},
      /ends before it starts/,
    ],
  ])('is dropped when it is %s', (_, call, reason) => {
    expect(read(call)).toMatchObject({dropped: expect.stringMatching(reason) as string});
  });

  it('is dropped when its columns are shifted', () => {
    expect(readBankCall(bankRow({at: '8:00:00'}).slice(1), 2)).toEqual({dropped: '16 columns instead of 17'});
  });
});
