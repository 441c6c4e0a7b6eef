import {describe, expect, it} from 'vitest';
import {resultsDocument} from '../../../src/report/documents/results-document.js';
import {bankDay} from '../../support/bank-day.js';

describe('the page about a day', () => {
  it('says in one sentence how many are answered in time, hang up, and how busy agents are', () => {
    expect(resultsDocument(bankDay()).headline).toBe(
      '80.3 % ± 0.3 of 14,210 calls a day are answered within 20 s; 4.1 % hang up; agents are busy 83 % of their time.',
    );
  });

  it('counts contacts by the day when the horizon has five', () => {
    expect(resultsDocument(bankDay({days: 5})).headline).toContain('of 14,210 calls a day');
  });

  it('counts by the days that were counted when a fifth of the horizon is warm-up', () => {
    const results = bankDay({days: 5});
    const scenario = {...results.scenario, daysCounted: 4};
    // five days' contacts in four
    expect(resultsDocument({...results, scenario}).headline).toContain('of 17,763 calls a day');
  });

  it('speaks of contacts, not calls, when a channel is not voice', () => {
    const results = bankDay();
    const chat = {...results.rows.find(row => row.scope === 'channel')!, name: 'chat'};
    expect(resultsDocument({...results, rows: [...results.rows, chat]}).headline).toContain('14,210 contacts a day');
  });

  it('says "in time" when contact types have different thresholds', () => {
    const results = bankDay();
    const [first, ...others] = results.scenario.objectives;
    const objectives = [{...first!, thresholdSeconds: 60}, ...others];
    expect(resultsDocument({...results, scenario: {...results.scenario, objectives}}).headline).toContain(
      'are answered in time',
    );
  });

  it('names what missed its objective and what is too close to call, and nothing that met it', () => {
    const {callouts} = resultsDocument(bankDay());
    expect(callouts.map(({mark, tone, text}) => [mark, tone, text.split(':')[0]])).toEqual([
      ['✗', 'bad', 'cards misses its objective'],
      ['≈', 'neutral', 'loans is too close to call against its objective'],
    ]);
    expect(callouts[0]!.text).toBe(
      'cards misses its objective: 74.2 % ± 0.4 within 20 s, wanted 80 %; met on 14 % of days',
    );
  });

  it('shows ± as half of the interval', () => {
    const results = bankDay();
    const level = results.rows.find(
      row => row.measure === 'serviceLevel' && row.name === 'cards' && row.interval === null,
    )!;
    const cell = resultsDocument(results).tables[0]!.rows[1]![2]!;
    expect(cell.value).toBe(level.value);
    expect(cell.plusMinus).toBe((level.high! - level.low!) / 2);
    expect(cell.tone).toBe('bad');
  });

  it('has a line for every contact type, group and site, and totals', () => {
    const names = resultsDocument(bankDay()).tables.map(({title, rows}) => [
      title,
      ...rows.map(([first]) => first!.value),
    ]);
    expect(names).toEqual([
      ['Contacts', 'accounts', 'cards', 'loans', 'total'],
      ['Agents', 'paris', 'lyon', 'total'],
      ['Sites', 'paris', 'lyon'],
    ]);
  });

  it('leaves out the total of a single contact type', () => {
    expect(resultsDocument(bankDay({contactTypes: ['help']})).tables[0]!.rows).toHaveLength(1);
  });

  it('shows no ± after one replication and says why', () => {
    const {tables, notes, headline} = resultsDocument(bankDay({finished: 1}));
    expect(
      tables
        .flatMap(({rows}) => rows)
        .flat()
        .every(({plusMinus}) => plusMinus === null),
    ).toBe(true);
    expect(headline).not.toContain('±');
    expect(notes.join(' ')).toContain('No ±: one replication cannot tell');
  });

  it('says from when on percentiles have a ±', () => {
    expect(resultsDocument(bankDay({finished: 20})).notes.join(' ')).toContain(
      'percentiles have one from 40 replications on',
    );
    expect(resultsDocument(bankDay({finished: 40})).notes.join(' ')).not.toContain('percentiles have one');
  });

  it('says that an interrupted run holds only what was finished', () => {
    const {callouts} = resultsDocument(bankDay({interrupted: true, finished: 23, asked: 50}));
    expect(callouts.map(({text}) => text)).toContain(
      'interrupted: 23 of 50 replications finished; the figures are of those alone',
    );
  });

  it('has no figures when nothing was finished', () => {
    const document = resultsDocument({...bankDay({interrupted: true, finished: 0, asked: 50}), rows: [], waits: []});
    expect(document.headline).toBe('No replication was finished, so there are no figures.');
    expect(document.curves).toEqual([]);
  });

  it('shows warnings', () => {
    const {callouts} = resultsDocument(bankDay({warnings: ['nobody is there from 19:00 on']}));
    expect(callouts.at(-1)).toEqual({tone: 'neutral', mark: '!', text: 'warning: nobody is there from 19:00 on'});
  });

  it('names rare fates by the day, only where they occur', () => {
    expect(resultsDocument(bankDay({days: 5})).notes[0]).toBe('Also a day: 34.2 blocked for want of a line.');
  });

  it('tells of callbacks where there are any', () => {
    const results = bankDay({days: 5});
    const row = (measure: 'calledBack' | 'callbackDelay' | 'unreached', value: number) =>
      ({measure, scope: 'total', name: 'total', interval: null, value, low: null, high: null, unit: 'count'}) as const;
    const asked = [row('calledBack', 400), row('callbackDelay', 754)];
    const noteOf = (rows: typeof results.rows) =>
      resultsDocument({...results, rows: [...results.rows, ...rows]}).notes[1];
    expect(noteOf([...asked, row('unreached', 60)])).toBe(
      'Callbacks a day: 80 asked for, dialled after 12:34 on average; 12 callbacks were not answered.',
    );
    expect(noteOf([...asked, row('unreached', 0)])).toBe(
      'Callbacks a day: 80 asked for, dialled after 12:34 on average.',
    );
    expect(noteOf([])).not.toContain('Callbacks');
  });

  it('draws the day from the first to the last interval at work', () => {
    const [curve] = resultsDocument(bankDay()).curves;
    expect(curve!.intervals[0]).toBe('2026-11-23T08:00:00+01:00');
    expect(curve!.intervals.at(-1)).toBe('2026-11-23T19:30:00+01:00');
    expect(curve!.series.map(({name, objective}) => [name, objective])).toEqual([
      ['offered', null],
      ['mean wait', null],
      ['service level', 0.8],
    ]);
  });

  it('shows contacts of one day where five are folded into one', () => {
    const offered = (document: ReturnType<typeof resultsDocument>) => document.curves[0]!.series[0]!.values;
    const folded = offered(resultsDocument(bankDay({days: 5, folded: true})));
    offered(resultsDocument(bankDay())).forEach((value, place) => expect(folded[place]).toBeCloseTo(value!, 9));
  });

  it('shows no figure where nobody saw one, never a zero', () => {
    const results = bankDay();
    const rows = results.rows.filter(row => !(row.name === 'loans' && row.measure === 'asa'));
    expect(resultsDocument({...results, rows}).tables[0]!.rows[2]![5]!.value).toBeNull();
  });

  it('draws a line for each contact type where they are asked for different service levels', () => {
    const results = bankDay();
    const objectives = results.scenario.objectives.map((objective, place) => ({
      ...objective,
      share: [0.8, 0.85, 0.9][place]!,
    }));
    const [curve] = resultsDocument({...results, scenario: {...results.scenario, objectives}}).curves;
    expect(curve!.series.slice(2).map(({name, objective}) => [name, objective])).toEqual([
      ['service level', null],
      ['accounts', 0.8],
      ['cards', 0.85],
      ['loans', 0.9],
    ]);
  });
});
