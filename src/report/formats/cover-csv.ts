import type {Scenario} from '../../scenario/scenario.js';
import type {CoverRow} from '../documents/schedule-cover.js';
import {csvField} from './csv.js';

/** Need and cover by interval as CSV: start, needed, on duty, missing, a column for each group and each contact type's service level. */
export function coverCsv({groups, contactTypes}: Scenario, rows: readonly CoverRow[]): string {
  const types = contactTypes.flatMap(({objective}, index) => (objective === null ? [] : [index]));
  const heading = [
    'start',
    'needed',
    'needed after simulation',
    'on duty',
    'missing',
    ...groups.map(({name}) => name),
    ...types.map(type => `service level ${contactTypes[type]!.name}`),
  ];
  const lines = rows.map(({start, needed, neededWithCuts, onDuty, missing, byGroup, service}) => [
    start,
    needed,
    neededWithCuts,
    onDuty,
    missing,
    ...byGroup,
    ...types.map(type => service.find(({contactType}) => contactType === type)?.value ?? null),
  ]);
  return [heading, ...lines, []].map(line => line.map(csvField).join(',')).join('\n');
}
