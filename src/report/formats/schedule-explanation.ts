import {formatClockTime, formatDuration} from '../../base/units.js';
import type {ScheduledAgent, ScheduledShift} from '../../planning/schedule/decode.js';
import type {RuleSource} from '../../planning/schedule/requirement.js';
import type {Schedule} from '../../planning/schedule/schedule.js';
import {groupsOfType} from '../../planning/schedule/needs.js';
import {agentHourParts} from '../../scenario/agent-hour-cost.js';
import type {Scenario} from '../../scenario/scenario.js';
import {clockText} from '../../scenario/wall-time.js';
import {judge} from '../documents/verdict.js';
import {amount, percent, quantity, roundPercent, threshold} from '../numbers.js';

/** Where the figures of one interval come from: what is needed and why, who is there, what the simulation saw, what it costs. */
export function scheduleExplanation(scenario: Scenario, schedule: Schedule, interval: number): string {
  const {clock} = scenario;
  const from = interval * clock.intervalSeconds;
  const to = from + clock.intervalSeconds;
  return [
    `${clockText(clock, from)} to ${clockText(clock, to)}`,
    '',
    'Needed',
    ...needLines(scenario, schedule, from, to),
    '',
    'On duty',
    ...dutyLines(scenario, schedule, from, to),
    '',
    'In simulation',
    ...serviceLines(scenario, schedule, interval),
    ...costSection(scenario, schedule),
    '',
  ].join('\n');
}

function needLines(scenario: Scenario, {requirement, grid}: Schedule, from: number, to: number): readonly string[] {
  const cell = Math.round(from / grid.cellSeconds);
  const inside = (cells: readonly number[]): boolean =>
    cells.some(each => each >= cell && each * grid.cellSeconds < to);
  const serving = groupsOfType(scenario);
  const lines = [
    ...requirement.rules.map(rule => ({...rule, whom: rule.groups})),
    ...requirement.typeNeeds.map(need => ({...need, whom: serving[need.contactType]!})),
  ]
    .filter(({cells}) => inside(cells))
    .sort((a, b) => b.whom.length - a.whom.length || b.agents - a.agents)
    .map(
      ({agents, whom, source}) =>
        `  ${quantity(agents)} of ${whom.map(group => scenario.groups[group]!.name).join(' or ')}: ${sourceText(scenario, source)}`,
    );
  return lines.length === 0 ? ['  nobody'] : lines;
}

function sourceText({contactTypes, scheduling, clock}: Scenario, source: RuleSource): string {
  switch (source.kind) {
    case 'file':
      return `line ${source.line} of ${scheduling!.needsFile ?? 'the requirement'}`;
    case 'simulation':
      return `simulated in round ${source.round}, ${contactTypes[source.contactType]!.name} was answered in time at ${percent(source.serviceLevel)} only`;
    case 'formula': {
      const contacts = source.arrivalRate * clock.intervalSeconds;
      const names = source.contactTypes.map(type => contactTypes[type]!.name).join(' and ');
      const objectives = source.contactTypes.flatMap(type => {
        const {objective} = contactTypes[type]!;
        return objective === null
          ? []
          : [`${roundPercent(objective.share)} in ${threshold(objective.thresholdSeconds)}`];
      });
      return `Erlang A, ${quantity(contacts)} contacts of ${names} × ${formatDuration(Math.round(source.aht))} = ${source.offeredLoad.toFixed(2)} Erlangs, for ${
        objectives.length > 1 ? 'the least demanding of ' : ''
      }${[...new Set(objectives)].join(', ')}`;
    }
  }
}

function dutyLines(scenario: Scenario, {agents, hourCost}: Schedule, from: number, to: number): readonly string[] {
  const {groups, scheduling, clock, currency} = scenario;
  const end = clock.dayStarts[clock.days]!;
  const rounds = scheduling!.repeats ? [-end, 0, end] : [0];
  const lines = new Map<string, {count: number; breaks: Set<string>; perHour: number}>();
  const note = (agent: ScheduledAgent, shift: ScheduledShift, by: number): void => {
    if (shift.from + by >= to || shift.to + by <= from) return;
    const type = scheduling!.shiftTypes[agent.type]!;
    const clockOf = (second: number): string => formatClockTime(((second % 86_400) + 86_400) % 86_400);
    const key = `${groups[agent.group]!.name}, ${type.name} ${clockOf(shift.startOfDay)}–${clockOf(shift.startOfDay + shift.to - shift.from)}`;
    if (!lines.has(key))
      lines.set(key, {count: 0, breaks: new Set(), perHour: hourCost[agent.group]! * type.costFactor});
    const line = lines.get(key)!;
    line.count += 1;
    if (shift.breaks.some(([a, b]) => a + by < to && b + by > from)) line.breaks.add(agent.name);
  };
  for (const agent of agents) for (const shift of agent.shifts) for (const by of rounds) note(agent, shift, by);
  const shown = [...lines].map(
    ([key, {count, breaks, perHour}]) =>
      `  ${count} × ${key}${breaks.size === 0 ? '' : `, ${breaks.size} of them on a break`}${
        currency === null ? '' : `, ${amount(perHour, currency)} a paid hour each`
      }`,
  );
  const others = groups.filter((_, group) => !scheduling!.shiftTypes.some(type => type.groups.includes(group)));
  return [
    ...(shown.length === 0 ? ['  nobody'] : shown),
    ...others.map(({name}) => `  ${name}: as the scenario has it, not scheduled`),
  ];
}

/** What the whole schedule costs, group by group: paid hours × what an hour costs, and what that consists of. */
function costSection(scenario: Scenario, {agents, hourCost}: Schedule): readonly string[] {
  const {groups, scheduling, currency} = scenario;
  if (currency === null) return [];
  const lines = new Map<string, {group: number; factor: number; hours: number}>();
  for (const {group, type, shifts} of agents) {
    const factor = scheduling!.shiftTypes[type]!.costFactor;
    const key = `${group} ${factor}`;
    const hours = shifts.reduce((sum, {paidSeconds}) => sum + paidSeconds, 0) / 3600;
    lines.set(key, {group, factor, hours: (lines.get(key)?.hours ?? 0) + hours});
  }
  const inOrder = [...lines.values()].sort((a, b) => a.group - b.group || a.factor - b.factor);
  const sum = inOrder.reduce((total, {group, factor, hours}) => total + hours * hourCost[group]! * factor, 0);
  return [
    '',
    'What the schedule costs',
    ...inOrder.flatMap(({group, factor, hours}) => {
      const rate = hourCost[group]!;
      const parts = agentHourParts(scenario, groups[group]!) ?? [];
      return [
        `  ${groups[group]!.name}: ${quantity(hours)} paid hours × ${amount(rate, currency)}${factor === 1 ? '' : ` × ${factor} for the shift`} = ${amount(hours * rate * factor, currency)}`,
        `    an hour: ${parts.map(({what, amount: part}) => `${what} ${amount(part, currency)}`).join(' + ')}`,
      ];
    }),
    `  together ${amount(sum, currency)}`,
  ];
}

function serviceLines({contactTypes}: Scenario, {service, results}: Schedule, interval: number): readonly string[] {
  const own = service.filter(figure => figure.interval === interval);
  if (results === null) return ['  not simulated'];
  if (own.length === 0) return ['  no contact with an objective'];
  return own.map(({contactType, value, low, high, target}) => {
    const {mark} = judge({value, low, high}, target);
    const range = low === null || high === null ? '' : ` (${percent(low)} to ${percent(high)})`;
    return `  ${mark} ${contactTypes[contactType]!.name}: ${percent(value)} answered in time${range}, ${roundPercent(target)} asked, ${results.replications.finished} replications`;
  });
}
