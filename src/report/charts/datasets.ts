import type {Chart, ChartLine} from './chart.js';
import {INK} from './look.js';

/** A line, with its band as two edges without stroke; only the line itself has a name in the legend. */
export function datasetsOf(line: ChartLine, chart: Chart): object[] {
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
