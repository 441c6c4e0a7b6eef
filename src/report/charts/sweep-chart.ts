import type {ChartConfiguration, Plugin} from 'chart.js';
import type {FigureReference} from '../../scenario/figure-reference.js';
import type {SweepPoint, SweepResults} from '../../statistics/sweep-results.js';
import {figureByPoint, figureTitle, type FigureByPoint} from '../documents/sweep-document.js';
import {human, roundPercent} from '../numbers.js';
import {FAMILY, font, GRID, INK, QUIET, TEXT} from './look.js';

/** More maps than this nobody looks through. */
const MOST_MAPS = 12;

/**
 * One figure of a sweep as chart.js takes it: a curve of one factor, a heat map of a grid of two; of a grid of more a map
 * for each combination of the others, all in the same shades.
 *
 * @returns none of a Latin hypercube of several factors, and of a grid with more than twelve maps
 */
export function sweepConfigurations(sweep: SweepResults, shown: FigureReference): readonly ChartConfiguration[] {
  const found = figureByPoint(sweep, shown);
  if (found.size === 0) return [];
  if (sweep.factors.length === 1) return [curve(sweep, shown, found)];
  if (sweep.design !== 'grid') return [];
  const [down = '', across = '', ...others] = sweep.factors;
  const maps = new Map<string, SweepPoint[]>();
  for (const point of sweep.points) {
    const level = others.map((factor, index) => `${factor}=${point.settings[index + 2]!}`).join(', ');
    maps.set(level, [...(maps.get(level) ?? []), point]);
  }
  if (maps.size > MOST_MAPS) return [];
  return [...maps].map(([level, points]) => heatMap({...sweep, factors: [down, across], points}, shown, found, level));
}

const axisTitle = (text: string) => ({display: true, text, color: QUIET, font: font(17), padding: 8});

function headings({scenario, replications}: SweepResults, title: string) {
  return {
    title: {display: true, text: title, align: 'start', color: TEXT, font: font(26, 'bold'), padding: {bottom: 6}},
    subtitle: {
      display: true,
      text: `${scenario.name}, ${replications} replications a point`,
      align: 'start',
      color: QUIET,
      font: font(17),
      padding: {bottom: 18},
    },
    legend: {display: false},
  } as const;
}

const LAYOUT = {padding: {top: 18, right: 40, bottom: 14, left: 18}};

/** Values with their 95 % intervals, in the order of the factor. */
function curve(sweep: SweepResults, shown: FigureReference, found: FigureByPoint): ChartConfiguration {
  const rows = sweep.points.map(({point}) => found.get(point) ?? null);
  const unit = [...found.values()][0]!.unit;
  const band = (values: (number | null)[], fill: false | '-1') => ({
    data: values,
    borderWidth: 0,
    pointRadius: 0,
    backgroundColor: `${INK.main}33`,
    fill,
  });
  return {
    type: 'line',
    data: {
      labels: sweep.points.map(({settings}) => settings[0]!),
      datasets: [
        band(
          rows.map(row => row?.low ?? null),
          false,
        ),
        band(
          rows.map(row => row?.high ?? null),
          '-1',
        ),
        {
          data: rows.map(row => row?.value ?? null),
          borderColor: INK.main,
          backgroundColor: INK.main,
          borderWidth: 3,
          pointRadius: 5,
          fill: false,
        },
      ],
    },
    options: {
      layout: LAYOUT,
      devicePixelRatio: 1,
      plugins: headings(sweep, `${figureTitle(shown)} by ${sweep.factors[0]!}`),
      scales: {
        x: {
          title: axisTitle(sweep.factors[0]!),
          grid: {color: GRID},
          ticks: {color: TEXT, font: font(16), maxRotation: 0},
        },
        y: {
          title: axisTitle(figureTitle(shown)),
          grid: {color: GRID},
          border: {display: false},
          beginAtZero: unit !== 'share',
          ticks: {
            color: TEXT,
            font: font(16),
            callback: value => (unit === 'share' ? roundPercent(Number(value)) : human(Number(value), unit)),
          },
        },
      },
    },
  };
}

/** The second factor across, the first upwards; each cell as dark as its value is high, with the value in it. */
function heatMap(sweep: SweepResults, shown: FigureReference, found: FigureByPoint, level: string): ChartConfiguration {
  const {points, factors, selection} = sweep;
  const [up, across] = [0, 1].map(factor => [...new Set(points.map(({settings}) => settings[factor]!))]) as [
    string[],
    string[],
  ];
  const values = [...found.values()].map(({value}) => value);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const cells: Plugin = {
    id: 'cells',
    afterDatasetsDraw({ctx, chartArea: {left, right, top, bottom}}) {
      const [width, height] = [(right - left) / across.length, (bottom - top) / up.length];
      ctx.save();
      Object.assign(ctx, {textAlign: 'center', textBaseline: 'middle'});
      for (const {point, settings} of points) {
        const row = found.get(point);
        if (row === undefined) continue;
        const share = highest > lowest ? (row.value - lowest) / (highest - lowest) : 0.5;
        const [x, y] = [left + across.indexOf(settings[1]!) * width, bottom - (up.indexOf(settings[0]!) + 1) * height];
        ctx.fillStyle = shade(share);
        ctx.fillRect(x + 1, y + 1, width - 2, height - 2);
        ctx.fillStyle = share > 0.55 ? 'white' : TEXT;
        const isPick = selection?.outcome === 'decided' && selection.best.includes(point);
        ctx.font = `${isPick ? 'bold ' : ''}${Math.max(11, Math.min(20, width / 5, height / 2))}px "${FAMILY}"`;
        ctx.fillText(`${isPick ? '★ ' : ''}${human(row.value, row.unit)}`, x + width / 2, y + height / 2);
      }
      ctx.restore();
    },
  };
  const axis = (text: string, labels: string[]) => ({
    type: 'category' as const,
    labels,
    offset: true,
    title: axisTitle(text),
    grid: {display: false},
    border: {display: false},
    ticks: {color: TEXT, font: font(16), maxRotation: 0},
  });
  return {
    type: 'scatter',
    data: {datasets: [{data: []}]},
    options: {
      layout: LAYOUT,
      devicePixelRatio: 1,
      plugins: headings(sweep, level === '' ? figureTitle(shown) : `${figureTitle(shown)} at ${level}`),
      scales: {x: axis(factors[1]!, across), y: {...axis(factors[0]!, [...up].reverse())}},
    },
    plugins: [cells],
  };
}

/** From nearly white to the blue of the lines: one hue, so that any color vision sees the order. */
function shade(share: number): string {
  const mix = (light: number, dark: number): number => Math.round(light + share * (dark - light));
  return `rgb(${mix(235, 0)}, ${mix(243, 84)}, ${mix(250, 140)})`;
}
