import {createRequire} from 'node:module';
import type {ChartConfiguration, ChartDataset} from 'chart.js';
import {ChartJSNodeCanvas} from 'chartjs-node-canvas';
import {duration, quantity, roundPercent} from '../numbers.js';
import type {Chart, ChartLine, Ink} from './chart.js';

/** Size of a picture in pixels: 16 to 9, as slides are. */
const SIZE = {width: 1200, height: 675};

/** A family of our own name, so that no font of the machine is taken in its place. */
const FAMILY = 'Plimsoll Sans';
const FONT_FILES = ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'];

const INK: Readonly<Record<Ink, string>> = {main: '#0072b2', second: '#d55e00', third: '#009e73', asked: '#444444'};
const TEXT = '#222222';
const QUIET = '#555555';
const GRID = '#e6e6e6';

/** Draws charts one after another; all of them on one canvas maker, as several of one size never give their memory back. */
export type Painter = (chart: Chart) => Promise<Uint8Array>;

/** A painter of PNG pictures of 1200 × 675; the same chart gives the same bytes on every machine. */
export function chartPainter(): Painter {
  const maker = new ChartJSNodeCanvas({...SIZE, backgroundColour: 'white'});
  const {resolve} = createRequire(import.meta.url);
  for (const file of FONT_FILES) maker.registerFont(resolve(file), {family: FAMILY});
  return chart => maker.renderToBuffer(configurationOf(chart));
}

function configurationOf(chart: Chart): ChartConfiguration {
  const datasets = chart.lines.flatMap(line => datasetsOf(line, chart));
  const font = (size: number, weight: 'normal' | 'bold' = 'normal') => ({family: FAMILY, size, weight});
  const bars = chart.lines.some(({kind}) => kind === 'bars');
  return {
    type: bars ? 'bar' : 'line',
    data: {labels: chart.xLabels.map((_, place) => place), datasets: datasets as ChartDataset[]},
    options: {
      layout: {padding: {top: 18, right: 36, bottom: 14, left: 18}},
      devicePixelRatio: 1,
      plugins: {
        title: {
          display: true,
          text: chart.title,
          align: 'start',
          color: TEXT,
          font: font(26, 'bold'),
          padding: {bottom: 6},
        },
        subtitle: {
          display: true,
          text: chart.subtitle,
          align: 'start',
          color: QUIET,
          font: font(17),
          padding: {bottom: 10},
        },
        legend: {
          align: 'start',
          labels: {
            color: TEXT,
            font: font(17),
            boxWidth: 34,
            boxHeight: bars ? 14 : 0,
            padding: 18,
            filter: ({text}) => text !== '',
          },
        },
      },
      scales: {
        x: {
          stacked: bars,
          title: {display: true, text: chart.xTitle, color: QUIET, font: font(17), padding: {top: 8}},
          grid: {display: !bars, color: GRID},
          border: {color: QUIET},
          ticks: {
            color: TEXT,
            font: font(16),
            autoSkip: false,
            maxRotation: 0,
            callback: (_, place) => chart.xLabels[place] ?? undefined,
          },
        },
        y: {
          ...yScale(chart, bars),
          title: {display: true, text: chart.yTitle, color: QUIET, font: font(17), padding: {bottom: 8}},
          grid: {color: GRID},
          border: {display: false},
          ticks: {color: TEXT, font: font(16), maxTicksLimit: 9, ...yTicks(chart)},
        },
      },
    },
  };
}

/** From zero, so that heights compare; a service level always to 100 %. */
function yScale({yUnit}: Chart, bars: boolean): object {
  if (yUnit === 'share' && !bars) return {min: 0, max: 1};
  return {beginAtZero: true, grace: '5%'};
}

/** Steps of time that people count in. */
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];
const MOST_STEPS = 8;

function yTicks({yUnit, lines}: Chart): object {
  if (yUnit === 'share') return {callback: (value: number | string) => roundPercent(Number(value))};
  if (yUnit === 'number') return {callback: (value: number | string) => quantity(Number(value))};
  const highest = Math.max(
    ...lines.flatMap(({values, band}) => [...values, ...(band?.high ?? [])].map(value => value ?? 0)),
  );
  const stepSize = TIME_STEPS.find(step => highest / step <= MOST_STEPS) ?? 172_800;
  return {stepSize, callback: (value: number | string) => duration(Number(value))};
}

/** A line, with its band as two edges without stroke; only the line itself has a name in the legend. */
function datasetsOf(line: ChartLine, chart: Chart): object[] {
  const {kind, name, ink, values, band, shadeAbove} = line;
  const color = INK[ink];
  if (kind === 'bars')
    return [
      {type: 'bar', label: name, data: values, backgroundColor: color, categoryPercentage: 1, barPercentage: 0.9},
    ];
  const edge = {type: 'line', label: '', borderWidth: 0, pointRadius: 0, backgroundColor: `${color}33`, order: 2};
  const edges =
    band === null
      ? []
      : [
          {...edge, data: band.high, fill: '+1'},
          {...edge, data: band.low, fill: false},
        ];
  const fill =
    shadeAbove === null ? false : {target: datasetNamed(chart, shadeAbove), above: `${color}40`, below: 'transparent'};
  return [
    ...edges,
    {
      type: 'line',
      label: name,
      data: values,
      borderColor: color,
      backgroundColor: color,
      fill,
      order: 1,
      borderWidth: ink === 'asked' ? 2 : 3,
      borderDash: ink === 'asked' ? [8, 6] : [],
      borderJoinStyle: 'round',
      clip: 4,
      stepped: kind === 'steps' ? 'middle' : false,
      pointRadius: values.map((_, place) => (isAlone(values, place) ? 3 : 0)),
    },
  ];
}

/** Where the dataset of a line stands, bands counted. */
function datasetNamed({lines}: Chart, name: string): number {
  const before = lines.slice(
    0,
    lines.findIndex(line => line.name === name),
  );
  return (
    before.reduce((sum, {band}) => sum + (band === null ? 1 : 3), 0) +
    ((lines[before.length]?.band ?? null) === null ? 0 : 2)
  );
}

/** A value with nothing on either side has no line to be seen by. */
function isAlone(values: readonly (number | null)[], place: number): boolean {
  return values[place] !== null && (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null;
}
