import {createRequire} from 'node:module';
import {describe, expect, it} from 'vitest';
import type {Chart} from '../../../src/report/charts/chart.js';
import {timeLabels} from '../../../src/report/charts/day-charts.js';
import {chartPainter} from '../../../src/report/charts/draw.js';
import {fileNames, resultsCharts} from '../../../src/report/charts/results-charts.js';
import {bankDay} from '../../support/bank-day.js';

const chartNamed = (name: string, charts = resultsCharts(bankDay(), false)): Chart =>
  charts.find(({fileName}) => fileName === name)!.chart as Chart;

describe('the charts of a day', () => {
  it('draw the wait with its band, and the wait of one in twenty', () => {
    const {lines, title, yTitle} = chartNamed('wait-over-the-day.png');
    expect(lines.map(({name, band}) => [name, band !== null])).toEqual([
      ['mean wait (ASA)', true],
      ['19 in 20 wait less (P95)', false],
    ]);
    expect(title).toBe('How long customers wait before they are answered');
    expect(yTitle).toContain('minutes:seconds');
  });

  it('draw the objective across the whole day', () => {
    const objective = chartNamed('service-level-over-the-day.png').lines[1]!;
    expect(objective.name).toBe('objective 80 %');
    expect(new Set(objective.values)).toEqual(new Set([0.8]));
  });

  it('draw no objective line where contact types differ', () => {
    const results = bankDay();
    const objectives = results.scenario.objectives.map((objective, place) => ({
      ...objective,
      share: 0.8 + place / 100,
    }));
    const charts = resultsCharts({...results, scenario: {...results.scenario, objectives}}, false);
    expect(chartNamed('service-level-over-the-day.png', charts).lines).toHaveLength(1);
  });

  it('have no band after one replication', () => {
    const charts = resultsCharts(bankDay({finished: 1}), true);
    expect(charts.flatMap(({chart}) => (chart as Chart).lines).every(({band}) => band === null)).toBe(true);
    expect(charts[0]!.chart.subtitle).not.toContain('95 %');
  });

  it('label the edges of intervals at round hours', () => {
    const day = Array.from(
      {length: 24},
      (_, place) =>
        `2026-11-23T${String(8 + Math.floor(place / 2)).padStart(2, '0')}:${place % 2 === 0 ? '00' : '30'}:00+01:00`,
    );
    const labels = timeLabels(day, 1800);
    expect(labels).toHaveLength(25);
    expect(labels.filter(label => label !== null)).toEqual([
      '08:00',
      '09:00',
      '10:00',
      '11:00',
      '12:00',
      '13:00',
      '14:00',
      '15:00',
      '16:00',
      '17:00',
      '18:00',
      '19:00',
      '20:00',
    ]);
    expect(labels[24]).toBe('20:00');
  });

  it('label days where there are several', () => {
    const chart = chartNamed('wait-over-the-day.png', resultsCharts(bankDay({days: 5}), false));
    expect(chart.xLabels.filter(label => label !== null)).toEqual(['Mon 23', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27']);
  });
});

describe('the distribution of waits', () => {
  const {lines, xLabels} = chartNamed('wait-distribution.png');

  it('shows every answered contact once', () => {
    const shares = lines.flatMap(({values}) => values.map(value => value ?? 0));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('changes color at the threshold of the objective', () => {
    const [inTime, later] = lines;
    expect(inTime!.values.findLastIndex(value => value !== null)).toBe(3); // 0, 5, 10, 15 s
    expect(later!.values.findIndex(value => value !== null)).toBe(4);
  });

  it('splits the bar through which the threshold runs', () => {
    const results = bankDay();
    const objectives = results.scenario.objectives.map(objective => ({...objective, thresholdSeconds: 22}));
    const [inTime, later] = chartNamed(
      'wait-distribution.png',
      resultsCharts({...results, scenario: {...results.scenario, objectives}}, false),
    ).lines;
    expect(inTime!.values[4]! / later!.values[4]!).toBeCloseTo(2 / 3, 9);
  });

  it('says with the figure itself how many were answered in time', () => {
    const results = bankDay();
    const level = {
      ...results.rows[0]!,
      measure: 'serviceLevelOverAnswered' as const,
      unit: 'share' as const,
      value: 0.8123,
    };
    const charts = resultsCharts({...results, rows: [...results.rows, level]}, false);
    expect(chartNamed('wait-distribution.png', charts).lines.map(({name}) => name)).toEqual([
      'within 20 s: 81.2 % of the answered',
      'later: 18.8 %',
    ]);
  });

  it('keeps the longest waits in one last bar', () => {
    expect(xLabels.at(-1)).toBe('over 2:55');
    expect(xLabels).toHaveLength(36);
  });

  it('counts everybody in one bar on a day without waits', () => {
    const results = {
      ...bankDay(),
      waits: [{scope: 'total' as const, name: 'total', bins: [{from: 0, to: 1, count: 12}]}],
    };
    expect(chartNamed('wait-distribution.png', resultsCharts(results, false)).lines[0]!.values).toEqual([1]);
  });
});

describe('names of chart files', () => {
  it('are fit for any system, and each different', () => {
    expect(fileNames(['Retail, VIP', 'retail vip', '../../etc/passwd', '日本語', '///'])).toEqual([
      'retail-vip',
      'retail-vip-2',
      'etc-passwd',
      '日本語',
      'type',
    ]);
  });
});

/** Red, green, blue, alpha of each pixel, row by row. */
async function pixelsOf(png: Uint8Array): Promise<{width: number; height: number; data: Uint8ClampedArray}> {
  const {createCanvas, loadImage} = createRequire(import.meta.url)(
    '@napi-rs/canvas',
  ) as typeof import('@napi-rs/canvas');
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return {width: image.width, height: image.height, data: context.getImageData(0, 0, image.width, image.height).data};
}

describe('a picture', () => {
  it('is the same bytes every time, whatever was drawn before', async () => {
    const charts = resultsCharts(bankDay(), false);
    const paint = chartPainter();
    const first = [];
    for (const {chart} of charts) first.push(await paint(chart));
    const again = chartPainter();
    for (const [place, {chart}] of [...charts.entries()].reverse()) {
      expect(Buffer.from(await again(chart)).equals(Buffer.from(first[place]!))).toBe(true);
    }
  });

  it('is 1200 × 675 with visible text, and nothing runs into its edges', async () => {
    const charts = resultsCharts(bankDay({name: 'A name that is far too long for any picture '.repeat(5)}), false);
    const paint = chartPainter();
    for (const {fileName, chart} of charts) {
      const {width, height, data} = await pixelsOf(await paint(chart));
      expect([width, height]).toEqual([1200, 675]);
      const darkIn = (left: number, top: number, right: number, bottom: number): number => {
        let dark = 0;
        for (let y = top; y < bottom; y++)
          for (let x = left; x < right; x++) if (data[(y * width + x) * 4]! < 128) dark++;
        return dark;
      };
      expect(darkIn(18, 15, 700, 50), `${fileName}: title`).toBeGreaterThan(1000);
      expect(darkIn(80, 600, 1190, 625), `${fileName}: labels of the x axis`).toBeGreaterThan(300);
      expect(darkIn(20, 200, 45, 550), `${fileName}: title of the y axis`).toBeGreaterThan(100);
      expect(
        [darkIn(0, 0, 8, 675), darkIn(1192, 0, 1200, 675), darkIn(0, 0, 1200, 8), darkIn(0, 667, 1200, 675)],
        `${fileName}: edges`,
      ).toEqual([0, 0, 0, 0]);
    }
  });
});
