import type {Results} from '../../statistics/results.js';
import type {Curve} from '../documents/document.js';
import {dayCurve} from '../documents/day-curve.js';
import {figuresOf, TOTAL, type Figures, type Whose} from '../documents/figures.js';
import type {NamedChart} from './chart.js';
import {loadChart, serviceLevelChart, waitChart} from './day-charts.js';
import {waitDistributionChart} from './wait-distribution.js';

/**
 * The charts of results: wait, service level and load over the day, and how long the answered waited; for all contacts
 * together and, if asked, for each contact type. What the results do not hold (a single interval, nobody answered) is left out.
 */
export function resultsCharts(results: Results, byContactType: boolean): NamedChart[] {
  const figures = figuresOf(results.rows);
  const names = byContactType && results.scenario.contactTypes.length > 1 ? results.scenario.contactTypes : [];
  const prefixes = fileNames(names);
  return [
    ...chartsOf(results, figures, TOTAL, ''),
    ...names.flatMap((name, place) => chartsOf(results, figures, {scope: 'contactType', name}, `${prefixes[place]!}-`)),
  ];
}

function chartsOf(results: Results, figures: Figures, whose: Whose, prefix: string): NamedChart[] {
  const curve: Curve | null = dayCurve(results, figures, whose);
  const found = [
    {fileName: 'wait-over-the-day.png', chart: curve === null ? null : waitChart(results, figures, whose, curve)},
    {
      fileName: 'service-level-over-the-day.png',
      chart: curve === null ? null : serviceLevelChart(results, whose, curve),
    },
    {
      fileName: 'load-and-staffing.png',
      chart: curve === null || whose.scope !== 'total' ? null : loadChart(results, figures, whose, curve),
    },
    {fileName: 'wait-distribution.png', chart: waitDistributionChart(results, figures, whose)},
  ];
  return found.flatMap(({fileName, chart}) => (chart === null ? [] : [{fileName: prefix + fileName, chart}]));
}

/** Names fit for files on any system, each different: `Retail, VIP` becomes `retail-vip`. */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const plain =
      name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60) || 'type';
    let free = plain;
    for (let number = 2; taken.has(free); number++) free = `${plain}-${number}`;
    taken.add(free);
    return free;
  });
}
