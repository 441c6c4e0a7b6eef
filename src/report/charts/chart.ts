/** Colors by what they stand for. */
export type Ink = 'main' | 'second' | 'third' | 'fourth' | 'load' | 'asked';

/** Values by step of the x axis; null where nobody saw anything. */
export interface ChartLine {
  readonly kind: 'line' | 'steps' | 'bars';
  /** As in the legend. */
  readonly name: string;
  readonly ink: Ink;
  readonly values: readonly (number | null)[];
  /** 95 % interval of each value, shaded behind the line; null: no band. */
  readonly band: {readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[]} | null;
  /** Shades where this line lies above the line of that name: a load above the agents. */
  readonly shadeAbove: string | null;
}

/** One picture as plain data: `draw.ts` makes it a PNG. */
export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly yUnit: 'seconds' | 'share' | 'number';
  /** One a bar, or one an edge between steps (so one more than values); null leaves the place without label. */
  readonly xLabels: readonly (string | null)[];
  readonly lines: readonly ChartLine[];
}

/** Points by two figures: cost against service. */
export interface PointChart {
  readonly title: string;
  readonly subtitle: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly yUnit: 'share' | 'number';
  readonly series: readonly PointSeries[];
}

export interface PointSeries {
  /** As in the legend. */
  readonly name: string;
  readonly points: readonly {readonly x: number; readonly y: number}[];
  /** dots: one beside the other; line: joined and without dots, behind them; star: one that stands out. */
  readonly look: 'dots' | 'line' | 'star';
}

/** A picture and the name of its file. */
export interface NamedChart {
  readonly fileName: string;
  readonly chart: Chart | PointChart;
}
