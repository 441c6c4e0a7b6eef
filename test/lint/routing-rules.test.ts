import {describe, expect, it} from 'vitest';
import {lint} from '../../src/lint/lint.js';
import type {AgentGroup} from '../../src/scenario/scenario.js';
import {centerWith, constant, queueNamed, steady, type CenterSketch} from '../support/center.js';
import {plainSite} from '../support/plain-site.js';

const HOUR = 3600;
const DAY = 24 * HOUR;
const come = {arrivals: steady(6 / HOUR, DAY), talk: constant(60)};
const onDuty = (agents: number, from: number, to: number): AgentGroup['staffing'] => ({
  kind: 'counts',
  changes: [
    {at: 0, agents: 0},
    {at: from * HOUR, agents},
    {at: to * HOUR, agents: 0},
  ],
});
const found = (sketch: CenterSketch, code: string) => lint(centerWith(sketch)).filter(finding => finding.code === code);

describe('agents kept idle', () => {
  const types = {orders: come, claims: come};
  const reserve = (keep: number) => ({routing: {reserves: [{group: 0, keep, for: [0]}]}});
  const small = {skills: {orders: 1, claims: 1}};

  it('starve other contact types while no more are on duty', () => {
    const staffing: AgentGroup['staffing'] = {
      kind: 'counts',
      changes: [
        {at: 0, agents: 2},
        {at: 8 * HOUR, agents: 3},
        {at: 20 * HOUR, agents: 2},
      ],
    };
    expect(found({types, groups: {team: {...small, staffing}}, ...reserve(2)}, 'LNT008')).toEqual([
      {
        code: 'LNT008',
        path: ['routing', 'reserve', 'team', 'keep'],
        says: 'claims gets no agent 00:00-08:00, 20:00-24:00: team keeps 2 agents idle for other contact types, and no more are on duty',
        mend: 'keep fewer agents idle than are on duty then, or name claims among those who may have them (for)',
      },
    ]);
  });

  it('starve nobody who has another group, or while more are on duty', () => {
    expect(found({types, groups: {team: {...small, count: 3}}, ...reserve(2)}, 'LNT008')).toEqual([]);
    const other = {team: {...small, count: 2}, more: {skills: {claims: 1}}};
    expect(found({types, groups: other, ...reserve(2)}, 'LNT008')).toEqual([]);
  });
});

describe('a group that joins on a condition', () => {
  const sketch = (joins: AgentGroup['joins'], more: Partial<CenterSketch> = {}): CenterSketch => ({
    types: {orders: come, none: {}},
    groups: {team: {skills: {orders: 1, none: 1}}, bench: {skills: {orders: 1}, joins}},
    ...more,
  });
  const lines = {queues: [queueNamed('orders', {lines: 5}), queueNamed('none')]};
  const says = (...told: Parameters<typeof sketch>) => found(sketch(...told), 'LNT009').map(finding => finding.says);

  it('never does where more would have to wait than there are lines', () => {
    expect(says({measure: 'queue', queue: 0, comparison: '>', value: 5}, lines)).toEqual([
      'bench never joins: queue(orders) > 5 cannot hold, since no more than 5 lines are there',
    ]);
    expect(says({measure: 'queue', queue: 0, comparison: '>=', value: 5}, lines)).toEqual([]);
    expect(says({measure: 'queue', queue: 0, comparison: '>', value: 50})).toEqual([]);
  });

  it('never does for contacts that do not come', () => {
    expect(says({measure: 'queue', queue: 1, comparison: '>', value: 0})).toEqual([
      'bench never joins: queue(none) > 0 cannot hold, since no contacts of none come to none',
    ]);
  });

  it('never does below or above what can be', () => {
    expect(says({measure: 'serviceLevel', queue: 0, comparison: '>', value: 1})).toEqual([
      'bench never joins: serviceLevel(orders) > 100% cannot hold, since no service level is above 100%',
    ]);
    expect(says({measure: 'expected-wait', queue: 0, comparison: '<', value: 0})).toHaveLength(1);
    expect(says({measure: 'serviceLevel', queue: 0, comparison: '<', value: 0.8})).toEqual([]);
  });
});

describe('rings and levels', () => {
  const groups = {
    day: {skills: {orders: 1}, staffing: onDuty(2, 0, 18)},
    late: {skills: {orders: 1}, staffing: onDuty(2, 12, 24)},
  };
  const types = {orders: come};

  it('leave a contact to nobody where those who stay in are not on duty', () => {
    const routing = {expiry: [[{group: 1, atSeconds: 40}]]};
    expect(found({types, groups, routing}, 'LNT010').map(({says}) => says)).toEqual([
      'orders can be served by nobody once it has waited 40s 18:00-24:00: late no longer takes it then',
    ]);
    expect(found({types, groups}, 'LNT010')).toEqual([]);
  });

  it('that leave a group out leave it without work, and its hours without agents', () => {
    const routing = {expiry: [[{group: 1, atSeconds: 0}]]};
    expect(lint(centerWith({types, groups, routing})).map(({code, says}) => [code, says])).toEqual([
      ['LNT001', 'orders can be served by nobody 18:00-24:00, when 36 contacts are expected'],
      ['LNT004', 'late will never have work: no ring and no level of orders asks it'],
    ]);
  });
});

describe('languages', () => {
  it('are those that the site speaks, where it tells them', () => {
    const center = (languages: readonly string[]) => ({
      ...centerWith({
        types: {orders: {...come, language: 'de'}, other: come},
        groups: {tunis: {site: 0, skills: {orders: 1, other: 1}}},
      }),
      sites: [{...plainSite('tunis'), languages}],
    });
    expect(lint(center(['fr', 'ar']))).toEqual([
      {
        code: 'LNT011',
        path: ['agents', 'tunis', 'skills', 'orders'],
        says: 'tunis serves orders in de, but at its site tunis fr and ar are spoken',
        mend: 'add de to the languages of tunis, or take the skill from tunis',
      },
    ]);
    expect(lint(center(['fr', 'DE']))).toEqual([]);
    expect(lint(center([]))).toEqual([]);
  });
});
