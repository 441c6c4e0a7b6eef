import type {People} from '../../src/scenario/scenario.js';

/** People of whom nothing is told but this. */
export const peopleWith = (told: Partial<People>): People => ({
  stream: null,
  absence: 0,
  paidAbsence: false,
  adherence: null,
  speedCv: 0,
  learning: null,
  noAnswer: null,
  ...told,
});
