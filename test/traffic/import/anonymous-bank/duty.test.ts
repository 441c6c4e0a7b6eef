import {describe, expect, it} from 'vitest';
import {dayOf, inferDuty, inferSkills, skillKey} from '../../../../src/traffic/import/anonymous-bank/duty.js';
import {agentsByInterval, dutyTable, groupBySkills} from '../../../../src/traffic/import/anonymous-bank/duty-tables.js';
import {readBankCall} from '../../../../src/traffic/import/anonymous-bank/read-calls.js';
import type {BankCall} from '../../../../src/traffic/import/anonymous-bank/read-calls.js';
import {measureWrapUp} from '../../../../src/traffic/import/anonymous-bank/wrap-up.js';
import {bankRow} from '../../../support/bank-log.js';
import type {MadeUpCall} from '../../../support/bank-log.js';

const calls = (...made: MadeUpCall[]): BankCall[] =>
  made.map((call, index) => readBankCall(bankRow(call), index + 2) as BankCall);

const talk = (at: string, to: string, more: Partial<MadeUpCall> = {}): MadeUpCall => ({at, talk: [at, to], ...more});

const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

describe('duty told from who answered when', () => {
  it('lasts from the first talk to the end of the last', () => {
    const [spell, ...others] = inferDuty(calls(talk('8:00:00', '8:03:00'), talk('8:10:00', '8:12:00')), 900);
    expect([clock(spell!.from), clock(spell!.to), others.length]).toEqual(['08:00:00', '08:12:00', 0]);
  });

  it('is interrupted when nothing was answered for longer than a break', () => {
    const spells = inferDuty(
      calls(talk('8:00:00', '8:03:00'), talk('8:18:00', '8:20:00'), talk('8:35:01', '8:40:00')),
      900,
    );
    expect(spells.map(({from, to}) => `${clock(from)}-${clock(to)}`)).toEqual([
      '08:00:00-08:20:00',
      '08:35:01-08:40:00',
    ]);
  });

  it('runs past midnight in one piece', () => {
    const spells = inferDuty(calls(talk('23:58:00', '0:01:00'), talk('0:02:00', '0:04:00', {date: '990302'})), 900);
    expect(spells).toHaveLength(1);
  });

  it('bears with talks of one agent that overlap', () => {
    const [spell] = inferDuty(calls(talk('8:00:00', '8:10:00'), talk('8:05:00', '8:06:00')), 900);
    expect(clock(spell!.to)).toBe('08:10:00');
  });

  it('takes nothing from calls that name nobody or lasted 0 s', () => {
    expect(inferDuty(calls(talk('8:00:00', '8:03:00', {server: 'NO_SERVER'}), {at: '9:00:00'}), 900)).toEqual([]);
  });
});

describe('skills told from who answered what', () => {
  const many = (type: string, server: string, number: number, date = '990301'): MadeUpCall[] =>
    Array.from({length: number}, (_, index) =>
      talk(`9:${String(index).padStart(2, '0')}:00`, `9:${String(index).padStart(2, '0')}:30`, {type, server, date}),
    );

  const skillsOf = (server: string, ...made: MadeUpCall[]): readonly string[] => {
    const all = calls(...made);
    return inferSkills(all).get(skillKey(server, dayOf(all[0]!.talkFrom))) ?? [];
  };

  it('holds for a type answered that day', () => {
    expect(skillsOf('ANN', ...many('NE', 'ANN', 1), ...many('PS', 'ANN', 5))).toEqual(['PS', 'NE']);
  });

  it('holds for a rare type answered on another day only: its absence that day is no surprise', () => {
    expect(
      skillsOf('ANN', ...many('PS', 'ANN', 10), ...many('PE', 'BOB', 1), ...many('PE', 'ANN', 1, '990302')),
    ).toContain('PE');
  });

  it('does not hold for a frequent type that the agent answered on another day only', () => {
    expect(
      skillsOf('ANN', ...many('NE', 'ANN', 20), ...many('PS', 'BOB', 40), ...many('PS', 'ANN', 5, '990302')),
    ).toEqual(['NE']);
  });

  it('does not hold for a type the agent never answered', () => {
    expect(skillsOf('ANN', ...many('PS', 'ANN', 3), ...many('IN', 'BOB', 1))).toEqual(['PS']);
  });

  it('makes groups of agents who serve the same, with a roster and agents by interval', () => {
    const all = calls(...many('PS', 'ANN', 30), ...many('PS', 'BOB', 30), ...many('NE', 'ZOE', 30));
    const groups = groupBySkills(inferDuty(all, 900), inferSkills(all));
    expect(groups.map(({name, spells}) => [name, spells.map(({agent}) => agent)])).toEqual([
      ['ps', ['ANN', 'BOB']],
      ['ne', ['ZOE']],
    ]);
    expect(dutyTable(groups).split('\n')[1]).toBe('ps,ANN,1999-03-01T09:00:00,1999-03-01T09:29:30');
    const rows = agentsByInterval(groups, 1800, dayOf(all[0]!.talkFrom), 1).split('\n');
    expect(rows[0]).toBe('time,ps,ne');
    expect(rows[1 + 18]).toBe('1999-03-01T09:00,2,1');
    expect(rows[1 + 19]).toBe('1999-03-01T09:30,0,0');
  });
});

describe('wrap-up measured between talks while customers wait', () => {
  const measured = (...made: MadeUpCall[]): {seconds: number; seen: boolean}[] => {
    const all = calls(...made);
    return [...measureWrapUp(all, inferDuty(all, 900), inferSkills(all))];
  };

  it('is the gap until the next talk when its customer waited all the while', () => {
    expect(
      measured(talk('8:00:00', '8:03:00'), {at: '8:02:00', queueTo: '8:03:21', talk: ['8:03:20', '8:05:00']}),
    ).toEqual([{seconds: 20, seen: true}]);
  });

  it('says nothing when nobody waited at the end of the talk', () => {
    expect(measured(talk('8:00:00', '8:03:00'), talk('8:03:20', '8:05:00'))).toEqual([]);
  });

  it('is a lower bound when the queue empties before the next talk', () => {
    expect(
      measured(
        talk('8:00:00', '8:03:00'),
        {at: '8:02:00', queueTo: '8:03:10', outcome: 'HANG', server: 'NO_SERVER'},
        talk('8:04:00', '8:05:00'),
      ),
    ).toEqual([{seconds: 10, seen: false}]);
  });

  it('follows one customer after another without a pause', () => {
    expect(
      measured(
        talk('8:00:00', '8:03:00'),
        {at: '8:02:00', queueTo: '8:03:10', outcome: 'HANG', server: 'NO_SERVER'},
        {at: '8:03:05', queueTo: '8:03:31', talk: ['8:03:30', '8:05:00']},
      ),
    ).toEqual([{seconds: 30, seen: true}]);
  });

  it('does not count customers whom the agent does not serve', () => {
    expect(
      measured(
        talk('8:00:00', '8:03:00'),
        {type: 'NE', at: '8:02:00', queueTo: '8:04:00', outcome: 'HANG', server: 'NO_SERVER'},
        talk('8:03:20', '8:05:00'),
      ),
    ).toEqual([]);
  });
});
