import {describe, expect, it} from 'vitest';
import {UserError} from '../../src/base/errors.js';
import {parseAmount, parseMargin} from '../../src/scenario/figure-amount.js';
import {parseComparison, parsePrecision} from '../../src/scenario/figure-comparison.js';
import {figureText, parseFigure, parseFigures} from '../../src/scenario/figure-reference.js';
import {figureCatalogue} from '../../src/statistics/figure-catalogue.js';
import {loadScenarioText} from '../../src/scenario/load.js';

const CENTER = `
contacts:
  orders: {channel: voice, arrivals: 60/h, handle: 4m, patience: 3m, objective: 80% in 20s, queue: shared}
  claims: {channel: email, arrivals: 10/h, handle: 8m, queue: shared}
  chat: {channel: chat, arrivals: 10/h, handle: 8m, objective: 80% in 60s}
queues: {shared: {}}
sites: {paris: {}, tunis: {}}
agents:
  paris: {site: paris, count: 6, skills: [orders, claims, chat]}
  night: {site: tunis, count: 2, skills: [orders]}
`;
const catalogue = figureCatalogue(await loadScenarioText(CENTER, {file: 'center.yaml'}));
const place = {file: '--goal', line: null, column: null, path: ''};
const figure = (text: string) => parseFigure(text, place, catalogue);

function complaint(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return `${error.problems[0]!.code} ${error.message}`;
    throw error;
  }
  return 'nothing wrong';
}

describe('a figure', () => {
  it('is of all together when it stands alone', () => {
    expect(figure('asa')).toEqual({measure: 'asa', scope: 'total', name: 'total'});
    expect(figure(' asa ( total ) ')).toEqual({measure: 'asa', scope: 'total', name: 'total'});
  });

  it('is of whatever has the name, with a word before it where that is not plain', () => {
    expect(figure('serviceLevel(orders)')).toEqual({measure: 'serviceLevel', scope: 'contactType', name: 'orders'});
    expect(figure('asa(shared)')).toEqual({measure: 'asa', scope: 'queue', name: 'shared'});
    expect(figure('asa(email)')).toEqual({measure: 'asa', scope: 'channel', name: 'email'});
    expect(figure('occupancy(night)')).toEqual({measure: 'occupancy', scope: 'group', name: 'night'});
    expect(figure('occupancy(site paris)')).toEqual({measure: 'occupancy', scope: 'site', name: 'paris'});
    expect(figure('asa(channel chat)').scope).toBe('channel');
    expect(figure('asa(type chat)').scope).toBe('contactType');
  });

  it('says what to write where several things have the name', () => {
    expect(complaint(() => figure('occupancy(paris)'))).toBe(
      'FIG003 --goal: expected occupancy(group paris) or occupancy(site paris), since several things are called paris, got "occupancy(paris)"',
    );
    expect(complaint(() => figure('asa(chat)'))).toContain('asa(channel chat) or asa(type chat)');
  });

  it('suggests the measure and the name that were meant', () => {
    expect(complaint(() => figure('service-level(orders)'))).toContain('FIG001');
    expect(complaint(() => figure('service-level(orders)'))).toContain('did you mean "serviceLevel"?');
    expect(complaint(() => figure('serviceLevel(ordres)'))).toContain('did you mean "orders"?');
    expect(complaint(() => figure('serviceLevel(group paris)'))).toContain('FIG002');
    expect(complaint(() => figure('serviceLevel orders'))).toContain('FIG001');
    expect(complaint(() => figure('callbackDelay'))).toContain('a measure of this scenario');
    expect(complaint(() => figure('objectiveMet'))).toContain('objectiveMet of a contact type');
  });

  it('of days that meet the objective exists where there is one', () => {
    expect(figure('P(day meets objective, orders)')).toEqual({
      measure: 'objectiveMet',
      scope: 'contactType',
      name: 'orders',
    });
    expect(complaint(() => figure('P(day meets objective, claims)'))).toContain('(orders, chat)');
  });

  it('may be asked of each thing of a kind', () => {
    const names = (text: string) => parseFigures(text, place, catalogue).map(figureText);
    expect(names('P(day meets objective)')).toEqual(['objectiveMet(orders)', 'objectiveMet(chat)']);
    expect(names('asa(each queue)')).toEqual(['asa(queue shared)', 'asa(queue chat)']);
    expect(names('occupancy(every site)')).toEqual(['occupancy(site paris)', 'occupancy(site tunis)']);
    expect(complaint(() => figure('asa(each queue)'))).toContain('one figure, not several');
  });

  it('reads back as it is written', () => {
    for (const text of ['asa', 'asa(orders)', 'occupancy(site paris)', 'asa(channel chat)', 'aht(group night)'])
      expect(figureText(figure(text))).toBe(text);
  });
});

describe('an amount', () => {
  it('has the unit of its figure', () => {
    expect(parseAmount('80%', 'share', place)).toBe(0.8);
    expect(parseAmount('0.8', 'share', place)).toBe(0.8);
    expect(parseAmount('1m30s', 'seconds', place)).toBe(90);
    expect(parseAmount('12.5', 'count', place)).toBe(12.5);
    expect(complaint(() => parseAmount('80', 'share', place))).toContain('did you mean "80%"?');
    expect(complaint(() => parseAmount('20', 'seconds', place))).toContain('did you mean "20s"?');
    expect(complaint(() => parseAmount('80%', 'count', place))).toContain('FIG004');
  });

  it('of a difference is in points, seconds or a share of the figure', () => {
    expect(parseMargin('+ 0.5pt', 'share', place)).toEqual({kind: 'absolute', amount: 0.005});
    expect(parseMargin('±3%', 'share', place)).toEqual({kind: 'relative', amount: 0.03});
    expect(parseMargin('+-2s', 'seconds', place)).toEqual({kind: 'absolute', amount: 2});
    expect(parseMargin('0', 'seconds', place)).toEqual({kind: 'absolute', amount: 0});
    expect(parseMargin('5', 'agents', place)).toEqual({kind: 'absolute', amount: 5});
    expect(complaint(() => parseMargin('2', 'seconds', place))).toContain('a duration such as "2s"');
    expect(complaint(() => parseMargin('-2s', 'seconds', place))).toContain('FIG004');
  });
});

describe('a comparison and a precision', () => {
  it('are read with their figure', () => {
    expect(parseComparison('serviceLevel(orders) >= 80%', place, catalogue)).toEqual({
      figure: {measure: 'serviceLevel', scope: 'contactType', name: 'orders'},
      comparison: '>=',
      value: 0.8,
    });
    expect(parseComparison('asa≤20s', place, catalogue)).toMatchObject({comparison: '<=', value: 20});
    expect(parsePrecision('asa=±2%', place, catalogue).halfWidth).toEqual({kind: 'relative', amount: 0.02});
    expect(parsePrecision('serviceLevel(orders) = +-0.5pt', place, catalogue).halfWidth.amount).toBe(0.005);
  });

  it('say what they expected', () => {
    expect(complaint(() => parseComparison('asa = 20s', place, catalogue))).toContain('FIG005');
    expect(complaint(() => parsePrecision('asa ±2%', place, catalogue))).toContain('FIG005');
    expect(complaint(() => parsePrecision('asa=±0%', place, catalogue))).toContain('above zero');
  });
});
