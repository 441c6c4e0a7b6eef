import type {ChartConfiguration} from 'chart.js';
import {quantity, roundPercent} from '../numbers.js';
import type {PointChart, PointSeries} from './chart.js';
import {headings, ROOM_UNDER_LEGEND} from './configuration.js';
import {font, GRID, QUIET, TEXT} from './look.js';

/** Colors that people with any color vision tell apart (Okabe and Ito). */
const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8c6d00', '#444444'];
const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star', 'rectRounded', 'dash'] as const;
const FRONTIER = '#999999';

/** A chart of points as chart.js takes it. */
export function pointConfiguration(chart: PointChart): ChartConfiguration {
  const axis = (text: string, format: (value: number) => string) => ({
    title: {display: true, text, color: QUIET, font: font(17), padding: 8},
    grid: {color: GRID},
    border: {color: QUIET},
    grace: '6%',
    ticks: {color: TEXT, font: font(16), maxTicksLimit: 9, callback: (value: number | string) => format(Number(value))},
  });
  return {
    type: 'scatter',
    data: {datasets: chart.series.map((series, index) => datasetOf(series, index))},
    options: {
      layout: {padding: {top: 18, right: 40, bottom: 14, left: 18}},
      devicePixelRatio: 1,
      plugins: {
        ...headings(chart, 10),
        legend: {...headings(chart, 10).legend, labels: {...headings(chart, 10).legend.labels, usePointStyle: true}},
      },
      scales: {
        x: {type: 'linear', ...axis(chart.xTitle, quantity)},
        y: {
          ...axis(chart.yTitle, chart.yUnit === 'share' ? roundPercent : quantity),
          ...(chart.yUnit === 'share' ? {max: 1} : {}),
        },
      },
    },
    plugins: [ROOM_UNDER_LEGEND],
  };
}

function datasetOf({name, points, look}: PointSeries, index: number) {
  const color = look === 'line' ? FRONTIER : look === 'star' ? '#000000' : COLORS[index % COLORS.length]!;
  return {
    label: name,
    data: [...points],
    showLine: look === 'line',
    borderColor: color,
    backgroundColor: look === 'star' ? 'transparent' : color,
    borderWidth: look === 'dots' ? 2 : 3,
    borderDash: look === 'line' ? [8, 6] : [],
    pointStyle:
      look === 'line' ? ('line' as const) : look === 'star' ? ('circle' as const) : SHAPES[index % SHAPES.length]!,
    pointRadius: look === 'line' ? 0 : look === 'star' ? 16 : 8,
    order: look === 'line' ? 2 : 1,
  };
}
