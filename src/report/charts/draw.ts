import {createRequire} from 'node:module';
import type {ChartConfiguration, ChartDataset, Plugin} from 'chart.js';
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
      scales: {x: bars ? barAxis(chart) : timeAxis(chart), y: valueAxis(chart, bars)},
    },
    plugins: [ROOM_UNDER_LEGEND],
  };
}

const font = (size: number, weight: 'normal' | 'bold' = 'normal') => ({family: FAMILY, size, weight});
const axisTitle = (text: string) => ({display: true, text, color: QUIET, font: font(17), padding: 8});

/** The legend leaves no room below itself, so that it touches the highest label of the axis. */
const ROOM_UNDER_LEGEND: Plugin = {
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

/** Intervals as stretches of time: a label and a grid line at the start of some, values in their middle. */
function timeAxis({xTitle, xLabels}: Chart): object {
  const places = xLabels.flatMap((label, place) => (label === null ? [] : [{value: place}]));
  return {
    type: 'linear',
    min: 0,
    max: xLabels.length - 1,
    title: axisTitle(xTitle),
    grid: {color: GRID},
    border: {color: QUIET},
    afterBuildTicks: (axis: {ticks: {value: number}[]}) => {
      axis.ticks = places;
    },
    ticks: {
      color: TEXT,
      font: font(16),
      autoSkip: false,
      maxRotation: 0,
      callback: (place: number) => xLabels[place] ?? '',
    },
  };
}

function barAxis({xTitle, xLabels}: Chart): object {
  const callback = (_: unknown, place: number): string | undefined => xLabels[place] ?? undefined;
  return {
    stacked: true,
    title: axisTitle(xTitle),
    grid: {display: false},
    border: {color: QUIET},
    ticks: {color: TEXT, font: font(16), autoSkip: false, maxRotation: 0, callback},
  };
}

/** From zero, so that heights compare; a service level always to 100 %. */
function valueAxis(chart: Chart, bars: boolean): object {
  const {format, ...range} = rangeOf(chart, bars);
  return {
    min: 0,
    ...range,
    title: axisTitle(chart.yTitle),
    grid: {color: GRID},
    border: {display: false},
    ticks: {
      color: TEXT,
      font: font(16),
      maxTicksLimit: 9,
      ...range.ticks,
      callback: (value: number | string) => format(Number(value)),
    },
  };
}

/** Steps of time that people count in, seconds. */
const TIME_STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400,
];
const MOST_STEPS = 8;

interface Range {
  readonly max?: number;
  readonly grace?: string;
  readonly ticks?: {readonly stepSize: number};
  readonly format: (value: number) => string;
}

function rangeOf({yUnit, lines}: Chart, bars: boolean): Range {
  if (yUnit === 'share') return {...(bars ? {grace: '5%'} : {max: 1}), format: roundPercent};
  if (yUnit === 'number') return {grace: '5%', format: quantity};
  const highest = highestOf(lines);
  const stepSize = TIME_STEPS.find(step => highest / step <= MOST_STEPS) ?? 172_800;
  const max = Math.max(1, Math.ceil((highest * 1.02) / stepSize)) * stepSize;
  return {max, ticks: {stepSize}, format: value => (max < 60 ? `${Number(value.toFixed(1))} s` : clock(value))};
}

function highestOf(lines: readonly ChartLine[]): number {
  return lines.reduce(
    (most, {values, band}) =>
      [...values, ...(band?.high ?? [])].reduce<number>((max, value) => Math.max(max, value ?? 0), most),
    0,
  );
}

/** `0:00`, also where a length of time would be written `0 s`. */
const clock = (seconds: number): string => (seconds < 10 ? `0:0${Math.round(seconds)}` : duration(seconds));

/** A line, with its band as two edges without stroke; only the line itself has a name in the legend. */
function datasetsOf(line: ChartLine, chart: Chart): object[] {
  const {kind, name, ink, values, band, shadeAbove} = line;
  const color = INK[ink];
  if (kind === 'bars')
    return [{label: name, data: values, backgroundColor: color, categoryPercentage: 1, barPercentage: 0.9}];
  const edge = {label: '', borderWidth: 0, pointRadius: 0, backgroundColor: `${color}33`, order: 2};
  const edges =
    band === null
      ? []
      : [
          {...edge, data: points(band.high), fill: '+1'},
          {...edge, data: points(band.low), fill: false},
        ];
  return [
    ...edges,
    {
      label: name,
      data: kind === 'steps' || ink === 'asked' ? stretched(values) : points(values),
      borderColor: color,
      backgroundColor: color,
      fill:
        shadeAbove === null
          ? false
          : {target: datasetNamed(chart, shadeAbove), above: `${color}40`, below: 'transparent'},
      order: 1,
      borderWidth: ink === 'asked' ? 2 : 3,
      borderDash: ink === 'asked' ? [8, 6] : [],
      borderJoinStyle: 'round',
      clip: 4,
      stepped: kind === 'steps' ? 'middle' : false,
      pointRadius: kind === 'line' ? values.map((_, place) => (isAlone(values, place) ? 4 : 0)) : 0,
    },
  ];
}

interface Point {
  readonly x: number;
  readonly y: number | null;
}

const points = (values: readonly (number | null)[]): Point[] => values.map((y, place) => ({x: place + 0.5, y}));

/** Points, with the first and last value drawn to the edges of their intervals. */
function stretched(values: readonly (number | null)[]): Point[] {
  return [{x: 0, y: values[0] ?? null}, ...points(values), {x: values.length, y: values[values.length - 1] ?? null}];
}

/** Where the dataset of a line stands, bands counted. */
function datasetNamed({lines}: Chart, name: string): number {
  const line = lines.findIndex(one => one.name === name);
  const edges = lines.slice(0, line + 1).filter(({band}) => band !== null).length * 2;
  return line + edges;
}

/** A value with nothing on either side has no line to be seen by. */
function isAlone(values: readonly (number | null)[], place: number): boolean {
  return values[place] !== null && (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null;
}
