import type {StaffingAnswer} from '../../planning/staffing/answer.js';
import {methodName} from '../documents/staffing-words.js';
import type {Chart, ChartLine, Ink, NamedChart} from './chart.js';
import {timeLabels} from './day-charts.js';
import {fileNames} from './results-charts.js';

/** Load, requirement by each method and what is scheduled: for all together, and for each group where there are several. */
export function staffingCharts(answer: StaffingAnswer): readonly NamedChart[] {
  const {groups} = answer;
  const working = workingSpan(answer);
  if (working === null) return [];
  const names = fileNames(groups.map(({group}) => group));
  return [
    {fileName: 'staffing.png', chart: allTogether(answer, working)},
    ...(groups.length > 1
      ? groups.map((group, index) => ({
          fileName: `staffing-${names[index]!}.png`,
          chart: chartOf(answer, working, `Agents needed: ${group.group}`, [
            line('scheduled', 'asked', 'steps', group.scheduled),
            line(`needed, by ${methodName(answer, answer.method)}`, 'main', 'steps', group.agents),
          ]),
        }))
      : []),
  ];
}

type Span = readonly [from: number, to: number];

/** From the first interval with work or agents to the last. */
function workingSpan({intervals, groups, workload}: StaffingAnswer): Span | null {
  const busy = intervals.map(
    (_, interval) =>
      groups.some(({agents, scheduled}) => agents[interval] > 0 || scheduled[interval] > 0) ||
      workload.some(({contacts}) => contacts[interval] > 0),
  );
  const first = busy.indexOf(true);
  return first === -1 ? null : [first, busy.lastIndexOf(true) + 1];
}

const METHOD_INKS: Readonly<Record<string, Ink>> = {'erlang-c': 'second', 'erlang-a': 'third', transient: 'fourth'};

function allTogether(answer: StaffingAnswer, working: Span): Chart {
  const {groups, types, workload, intervals, method} = answer;
  const sum = (rows: readonly (readonly number[])[]): number[] =>
    intervals.map((_, interval) => rows.reduce((total, row) => total + row[interval], 0));
  const flows = types.filter(one => one.method === 'flow');
  const formulas = (['erlang-c', 'erlang-a', 'transient'] as const).flatMap(formula => {
    const own = types.filter(one => one.method === formula);
    const reached = intervals.map((_, interval) => own.every(({agents}) => agents[interval] !== null));
    if (own.length === 0 || own.length + flows.length < workload.length) return [];
    const agents = sum([...own, ...flows].map(one => one.agents.map(count => count ?? 0)));
    return [
      line(
        workload.length > 1 ? `${methodName(answer, formula)}, each type alone` : methodName(answer, formula),
        METHOD_INKS[formula],
        'steps',
        agents.map((count, interval) => (reached[interval] ? count : null)),
      ),
    ];
  });
  const lines = [
    line('offered load (Erlangs)', 'load', 'line', sum(workload.map(({load}) => load))),
    ...formulas.filter(({name}) => method === 'simulation' || !name.startsWith(methodName(answer, method))),
    line('scheduled', 'asked', 'steps', sum(groups.map(({scheduled}) => scheduled))),
    line(`needed, by ${methodName(answer, method)}`, 'main', 'steps', sum(groups.map(({agents}) => agents))),
  ];
  return chartOf(answer, working, 'Agents needed, method by method', lines);
}

function chartOf(
  {scenario, intervals}: StaffingAnswer,
  [from, to]: Span,
  title: string,
  lines: readonly ChartLine[],
): Chart {
  const shown = intervals.slice(from, to);
  const minutes = scenario.intervalSeconds / 60;
  return {
    title,
    subtitle: scenario.name,
    xTitle: `${scenario.days === 1 || shown[0]!.startsWith('T') ? 'time of day' : 'day'} (${scenario.timezone}), by ${minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`}`,
    yTitle: 'agents, Erlangs',
    yUnit: 'number',
    xLabels: /T\d\d:\d\d/.test(shown[0]!) ? timeLabels(shown, scenario.intervalSeconds) : [...shown, null],
    lines: lines.map(one => ({...one, values: one.values.slice(from, to)})),
  };
}

const line = (name: string, ink: Ink, kind: ChartLine['kind'], values: readonly (number | null)[]): ChartLine => ({
  kind,
  name,
  ink,
  values,
  band: null,
  shadeAbove: null,
});
