import type {Results} from '../../statistics/results.js';

/** Days by which amounts of a horizon are divided for those of a day: a warm-up has none. */
export const daysCounted = ({days, daysCounted: counted = days}: Results['scenario']): number => counted;
