import type {Scenario} from '../../scenario/scenario.js';
import {staffedRows, type CoverRow} from '../documents/schedule-cover.js';
import {cutTo} from '../formats/text-width.js';
import type {Chart, NamedChart} from './chart.js';
import {timeLabels} from './day-charts.js';

/** Agents needed against agents on duty, by interval; shaded where more are needed than there are. */
export function scheduleChart(scenario: Scenario, rows: readonly CoverRow[]): NamedChart {
  const {clock, name} = scenario;
  const shown = staffedRows(rows);
  const minutes = clock.intervalSeconds / 60;
  const line = {kind: 'steps' as const, band: null};
  const chart: Chart = {
    title: 'The agents that are needed, against those on duty',
    subtitle: `${cutTo(name, 70)}; breaks taken off`,
    xTitle: `${clock.days === 1 ? 'time of day' : 'day'} (${clock.timezone}), by ${minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`}`,
    yTitle: 'agents',
    yUnit: 'number',
    xLabels: timeLabels(
      shown.map(({start}) => start),
      clock.intervalSeconds,
    ),
    lines: [
      {...line, name: 'needed', ink: 'second', values: shown.map(row => row.neededWithCuts), shadeAbove: 'on duty'},
      {...line, name: 'on duty', ink: 'main', values: shown.map(row => row.onDuty), shadeAbove: null},
    ],
  };
  return {fileName: 'requirement-and-schedule.png', chart};
}
