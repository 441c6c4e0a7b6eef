import type {MeasureName} from '../../src/scenario/schema/measures.js';
import type {ResultRow, Results, Scope, Unit} from '../../src/statistics/results.js';

/** What a test may want otherwise. */
export interface BankDayWishes {
  readonly name?: string;
  readonly contactTypes?: readonly string[];
  readonly finished?: number;
  readonly asked?: number;
  readonly days?: number;
  /** Days folded into one: intervals are labelled `T08:00`. */
  readonly folded?: boolean;
  readonly interrupted?: boolean;
  readonly warnings?: readonly string[];
}

const TYPES = [
  {name: 'accounts', aDay: 8200, level: 0.842, asa: 14, aht: 232, abandonment: 0.028},
  {name: 'cards', aDay: 4650, level: 0.742, asa: 31, aht: 318, abandonment: 0.061},
  {name: 'loans', aDay: 1360, level: 0.7985, asa: 22, aht: 471, abandonment: 0.049},
];
const GROUPS = [
  {name: 'paris', agents: 74, occupancy: 0.842},
  {name: 'lyon', agents: 41.5, occupancy: 0.811},
];

/**
 * Results as a bank's voice center gives them on a weekday, 08:00 to 20:00 in half-hours (48 with the night): a peak at 10:30, a
 * smaller one at 15:00, waits that follow the load. Made by formulas, the same every time.
 */
export function bankDay(wishes: BankDayWishes = {}): Results {
  const {
    name = 'Retail bank, Paris and Lyon',
    finished = 50,
    asked = finished,
    days = 1,
    folded = false,
    interrupted = false,
    warnings = [],
  } = wishes;
  const types = (wishes.contactTypes ?? TYPES.map(type => type.name)).map((typeName, place) => ({
    ...TYPES[place % TYPES.length]!,
    name: typeName,
  }));
  const half = (relative: number): number | null => (finished < 2 ? null : relative / Math.sqrt(finished));
  const rows: ResultRow[] = [];
  const add = (
    measure: MeasureName,
    scope: Scope,
    who: string,
    interval: string | null,
    value: number,
    unit: Unit,
    relative: number | null = 0.03,
  ): void => {
    const width =
      relative === null ? null : half(relative * (unit === 'share' ? Math.sqrt(value * (1 - value)) * 2 : value));
    const [low, high] =
      width === null
        ? [null, null]
        : [Math.max(0, value - width), unit === 'share' ? Math.min(1, value + width) : value + width];
    rows.push({measure, scope, name: who, interval, value, low, high, unit});
  };

  const whole = {
    name: 'total',
    aDay: types.reduce((sum, type) => sum + type.aDay, 0),
    level: 0.8034,
    asa: 20.4,
    aht: 283,
    abandonment: 0.041,
  };
  const labels = intervalLabels(days, folded);
  for (const {scope, type} of [
    {scope: 'total' as const, type: whole},
    ...types.map(type => ({scope: 'contactType' as const, type})),
  ]) {
    add('offered', scope, type.name, null, type.aDay * days, 'count');
    add('answered', scope, type.name, null, type.aDay * days * (1 - type.abandonment), 'count');
    add('abandoned', scope, type.name, null, type.aDay * days * type.abandonment, 'count', 0.2);
    add('serviceLevel', scope, type.name, null, type.level, 'share');
    add('abandonment', scope, type.name, null, type.abandonment, 'share', 0.05);
    add('asa', scope, type.name, null, type.asa, 'seconds', 0.2);
    add('waitP90', scope, type.name, null, type.asa * 3.1, 'seconds', finished < 40 ? null : 0.3);
    add('aht', scope, type.name, null, type.aht, 'seconds', 0.01);
    if (scope === 'contactType')
      add('objectiveMet', scope, type.name, null, type.level > 0.8 ? 0.92 : 0.14, 'share', 1.5);
  }
  add('blocked', 'total', 'total', null, 34.2 * days, 'count');
  add('offered', 'channel', 'voice', null, whole.aDay * days, 'count');
  for (const {name: who, agents, occupancy} of [{name: 'total', agents: 115.5, occupancy: 0.831}, ...GROUPS]) {
    for (const scope of who === 'total' ? (['total'] as const) : (['group', 'site'] as const)) {
      add('agents', scope, who, null, agents, 'agents', null);
      add('occupancy', scope, who, null, occupancy, 'share', 0.02);
      add('utilisation', scope, who, null, occupancy * 0.91, 'share', 0.02);
    }
  }
  labels.forEach((label, place) => {
    const {busy, load, pressure} = halfHour(place % 48);
    for (const {scope, type} of [
      {scope: 'total' as const, type: whole},
      ...types.map(type => ({scope: 'contactType' as const, type})),
    ]) {
      add('offered', scope, type.name, label, type.aDay * busy * (folded ? days : 1), 'count', 0.1);
      if (busy === 0) continue;
      const asa = type.asa * pressure ** 2;
      add(
        'serviceLevel',
        scope,
        type.name,
        label,
        Math.max(0.05, Math.min(0.995, 1 - (1 - type.level) * pressure ** 1.6)),
        'share',
        0.1,
      );
      add('asa', scope, type.name, label, asa, 'seconds', 0.5);
      add('waitP95', scope, type.name, label, asa * 4.2, 'seconds', null);
    }
    add('offeredLoad', 'total', 'total', label, load, 'erlangs', 0.1);
    add(
      'agents',
      'total',
      'total',
      label,
      busy === 0 ? 0 : Math.round(load * 1.16 + 2 - 95 * Math.max(0, pressure - 1.12)),
      'agents',
      null,
    );
  });
  return {
    format: 'plimsoll-results',
    version: 1,
    program: '0.1.0',
    scenario: {
      name,
      description: 'A weekday of a retail bank: three lines of business, two sites, longest-idle routing.',
      startDate: '2026-11-23',
      days,
      timezone: 'Europe/Paris',
      intervalSeconds: 1800,
      objectives: types.map(type => ({
        contactType: type.name,
        share: 0.8,
        thresholdSeconds: 20,
        definition: 'excluding-abandons',
      })),
      contactTypes: types.map(type => type.name),
      groups: GROUPS.map(group => group.name),
      sites: ['paris', 'lyon'],
    },
    seed: '7',
    replications: {asked, finished},
    interrupted,
    contacts: Math.round(whole.aDay * days * finished),
    warnings,
    waits: [
      {scope: 'total', name: 'total', bins: waitBins(whole)},
      ...types.map(type => ({scope: 'contactType' as const, name: type.name, bins: waitBins(type)})),
    ],
    rows,
  };
}

function intervalLabels(days: number, folded: boolean): string[] {
  const clock = (place: number): string =>
    `${String(Math.floor(place / 2)).padStart(2, '0')}:${place % 2 === 0 ? '00' : '30'}`;
  return Array.from({length: folded ? 48 : 48 * days}, (_, place) =>
    folded ? `T${clock(place)}` : `2026-11-${23 + Math.floor(place / 48)}T${clock(place % 48)}:00+01:00`,
  );
}

/** Share of the day's contacts, offered load and how hard pressed the agents are in one half-hour. */
function halfHour(place: number): {busy: number; load: number; pressure: number} {
  const hour = place / 2;
  if (hour < 8 || hour >= 20) return {busy: 0, load: 0, pressure: 1};
  const shape =
    0.35 + Math.exp(-(((hour - 10.5) / 2) ** 2)) + 0.7 * Math.exp(-(((hour - 15) / 2.4) ** 2)) - 0.02 * (hour - 8);
  const busy = shape / 22.2;
  return {busy, load: (14210 * busy * 283) / 1800, pressure: 0.62 + 0.62 * shape};
}

/** Waits of answered contacts: most none, the others exponential, in bars of 5 s; the last bar is open. */
function waitBins({aDay, asa}: {aDay: number; asa: number}): {from: number; to: number; count: number}[] {
  const delayed = 0.45;
  const longerThan = (wait: number): number => delayed * Math.exp((-wait * delayed) / asa);
  return Array.from({length: 40}, (_, place) => {
    const from = place * 5;
    const to = place === 39 ? 364 : from + 5;
    const share = (place === 0 ? 1 : longerThan(from)) - (place === 39 ? 0 : longerThan(to));
    return {from, to, count: Math.round(aDay * share)};
  });
}
