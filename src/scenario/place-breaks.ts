import type {WrittenBreak} from './schema/breaks.js';

/** Breaks in a window begin at whole steps from its start. */
const STEP_SECONDS = 300;

/** Agents of one shift with the same breaks, [from, to) in seconds after midnight. */
export interface PlacedBreaks {
  readonly agents: number;
  readonly breaks: readonly (readonly [number, number])[];
}

/**
 * Gives every agent of a shift a time for the breaks that are to lie in a window: spread evenly over it, so that as few as can
 * be are away at once.
 *
 * @example placedBreaks([{kind: 'window', seconds: 1800, window: [43_200, 46_800]}], 2) // at 12:05 and at 12:20
 */
export function placedBreaks(breaks: readonly WrittenBreak[], agents: number): readonly PlacedBreaks[] {
  const parts: PlacedBreaks[] = [];
  const isFixed = breaks.every(({kind}) => kind === 'fixed');
  for (let agent = 0; agent < (isFixed ? Math.min(1, agents) : agents); agent++) {
    const placed = breaks.map(one => spanOf(one, agent, agents));
    const last = parts.at(-1);
    if (last !== undefined && String(last.breaks) === String(placed))
      parts[parts.length - 1] = {agents: last.agents + 1, breaks: placed};
    else parts.push({agents: isFixed ? agents : 1, breaks: placed});
  }
  return parts.length === 0 ? [{agents, breaks: breaks.map(one => spanOf(one, 0, 1))}] : parts;
}

function spanOf(one: WrittenBreak, agent: number, agents: number): readonly [number, number] {
  if (one.kind === 'fixed') return one.span;
  const {seconds, window} = one;
  const room = window[1] - window[0] - seconds;
  const start = window[0] + Math.floor((room * (agent + 0.5)) / agents / STEP_SECONDS) * STEP_SECONDS;
  return [start, start + seconds];
}
