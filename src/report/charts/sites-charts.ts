import type {SitesComparison} from '../../planning/sites/compare-sites.js';
import type {MixPoint} from '../../planning/sites/mix-point.js';
import {currencySign} from '../numbers.js';
import type {NamedChart} from './chart.js';

/** Cost against service: every mix with several numbers of agents, the frontier, and the cheapest that holds. */
export function sitesCharts({
  points,
  mixes,
  cheapest,
  frontier,
  currency,
  scenario,
  asItIs,
}: SitesComparison): readonly NamedChart[] {
  const at = ({costADay, serviceLevel}: MixPoint) => ({x: costADay, y: serviceLevel});
  const best = mixes.find(({mix}) => mix === cheapest)?.holding;
  return [
    {
      fileName: 'cost-and-service.png',
      chart: {
        title: 'What service costs, by mix of sites',
        subtitle: `${scenario} · several numbers of agents each${best === null || best === undefined ? '' : '; ringed: the cheapest that holds at the 90th percentile of demand'}`,
        xTitle: `cost a day, ${currencySign(currency)}`,
        yTitle: 'service level, over all futures of demand',
        yUnit: 'share',
        series: [
          ...mixes.map(({mix}) => ({
            name: mix,
            look: 'dots' as const,
            points: points.filter(point => point.mix === mix).map(at),
          })),
          ...(asItIs === null ? [] : [{name: 'as it is', look: 'dots' as const, points: [at(asItIs)]}]),
          ...(best === null || best === undefined ? [] : [{name: '', look: 'star' as const, points: [at(best)]}]),
          {name: 'frontier', look: 'line' as const, points: frontier.map(({point}) => at(point))},
        ],
      },
    },
  ];
}
