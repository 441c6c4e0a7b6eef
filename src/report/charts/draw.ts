import {createRequire} from 'node:module';
import type {ChartConfiguration} from 'chart.js';
import {ChartJSNodeCanvas} from 'chartjs-node-canvas';
import type {Chart, PointChart} from './chart.js';
import {configurationOf} from './configuration.js';
import {FAMILY} from './look.js';
import {pointConfiguration} from './point-configuration.js';

/** Size of a picture in pixels: 16 to 9, as slides are. */
const SIZE = {width: 1200, height: 675};

const FONT_FILES = ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'];

/** Makes a PNG of a chart. */
export type Painter = (chart: Chart | PointChart) => Promise<Uint8Array>;

/**
 * A painter of pictures of 1200 × 675 pixels. One painter draws all pictures of a run, one after the other: each maker
 * of canvases keeps its memory, and so do pictures drawn at the same time. The fonts come with us, so that a machine
 * without any gives the same bytes.
 */
export function chartPainter(): Painter {
  const paint = configurationPainter();
  return chart => paint('series' in chart ? pointConfiguration(chart) : configurationOf(chart));
}

/** The same for charts that are written for chart.js already. */
export function configurationPainter(): (configuration: ChartConfiguration) => Promise<Uint8Array> {
  const maker = new ChartJSNodeCanvas({...SIZE, backgroundColour: 'white'});
  const {resolve} = createRequire(import.meta.url);
  for (const file of FONT_FILES) maker.registerFont(resolve(file), {family: FAMILY});
  return configuration => maker.renderToBuffer(configuration);
}
