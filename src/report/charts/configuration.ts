import type {ChartConfiguration, ChartDataset, Plugin} from 'chart.js';
import {barAxis, timeAxis, valueAxis} from './axes.js';
import type {Chart} from './chart.js';
import {datasetsOf} from './datasets.js';
import {FAMILY, font, QUIET, TEXT} from './look.js';

/** A chart as chart.js takes it. */
export function configurationOf(chart: Chart): ChartConfiguration {
  const bars = chart.lines.some(({kind}) => kind === 'bars');
  return {
    type: bars ? 'bar' : 'line',
    data: {
      labels: bars ? chart.xLabels.map((_, place) => place) : [],
      datasets: chart.lines.flatMap(line => datasetsOf(line, chart)) as ChartDataset[],
    },
    options: {
      layout: {padding: {top: 18, right: 40, bottom: 14, left: 18}},
      devicePixelRatio: 1,
      plugins: headings(chart, bars ? 14 : 0),
      scales: {x: bars ? barAxis(chart) : timeAxis(chart), y: valueAxis(chart, bars)},
    },
    plugins: bars ? [ROOM_UNDER_LEGEND, VALUES_ABOVE_BARS] : [ROOM_UNDER_LEGEND],
  };
}

/** Title, subtitle and legend, as all charts have them. */
export function headings({title, subtitle}: {readonly title: string; readonly subtitle: string}, boxHeight: number) {
  return {
    title: {
      display: true,
      text: title,
      align: 'start' as const,
      color: TEXT,
      font: font(26, 'bold'),
      padding: {bottom: 6},
    },
    subtitle: {
      display: true,
      text: subtitle,
      align: 'start' as const,
      color: QUIET,
      font: font(17),
      padding: {bottom: 10},
    },
    legend: {
      align: 'start' as const,
      labels: {
        color: TEXT,
        font: font(17),
        boxWidth: 34,
        boxHeight,
        padding: 18,
        filter: ({text}: {readonly text: string}) => text !== '',
      },
    },
  };
}

/** The legend leaves no room below itself, so that it touches the highest label of the axis. */
export const ROOM_UNDER_LEGEND: Plugin = {
  id: 'roomUnderLegend',
  beforeInit({legend}) {
    if (legend === undefined) return;
    const fitted = legend as unknown as {fit(): void; height: number};
    const fit = fitted.fit.bind(fitted);
    fitted.fit = () => {
      fit();
      fitted.height += 14;
    };
  },
};

/** Smaller shares are seen well enough, and their figures would stand in each other's way. */
const SMALLEST_WRITTEN = 0.005;

/** The percentage above each bar, or each stack of bars: heights of 80 % and 2 % in one picture are hard to compare. */
const VALUES_ABOVE_BARS: Plugin = {
  id: 'valuesAboveBars',
  afterDatasetsDraw({ctx, data, scales: {x, y}}) {
    if (x === undefined || y === undefined) return;
    ctx.save();
    Object.assign(ctx, {font: `14px "${FAMILY}"`, fillStyle: TEXT, textAlign: 'center', textBaseline: 'bottom'});
    data.labels?.forEach((_, place) => {
      const share = data.datasets.reduce((sum, dataset) => sum + Number(dataset.data[place] ?? 0), 0);
      const text = (share * 100).toFixed(share < 0.0995 ? 1 : 0);
      if (share >= SMALLEST_WRITTEN) ctx.fillText(text, x.getPixelForValue(place), y.getPixelForValue(share) - 3);
    });
    ctx.restore();
  },
};
