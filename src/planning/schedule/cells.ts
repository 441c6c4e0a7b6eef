import type {Scheduling} from '../../scenario/scheduling.js';

/** The horizon as the schedule sees it: cells in which nothing changes. */
export interface CellGrid {
  readonly cellSeconds: number;
  readonly cells: number;
  readonly repeats: boolean;
}

/** @param end seconds from the start to the end of the horizon */
export function cellGrid({cellSeconds, repeats}: Scheduling, end: number): CellGrid {
  return {cellSeconds, cells: Math.ceil(end / cellSeconds), repeats};
}

/** Cells of [from, to): what lies outside the horizon comes round again in a week that repeats, else it is left out. */
export function cellsOf(from: number, to: number, {cellSeconds, cells, repeats}: CellGrid): readonly number[] {
  const found: number[] = [];
  const last = Math.round(to / cellSeconds);
  for (let cell = Math.round(from / cellSeconds); cell < last; cell += 1) {
    if (repeats) found.push(((cell % cells) + cells) % cells);
    else if (cell >= 0 && cell < cells) found.push(cell);
  }
  return found;
}
