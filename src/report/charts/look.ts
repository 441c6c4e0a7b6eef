import type {Ink} from './chart.js';

/** A family of our own name, so that no font of the machine is taken in its place. */
export const FAMILY = 'Plimsoll Sans';

/** Colors that people with any color vision tell apart (Okabe and Ito, https://jfly.uni-koeln.de/color/). */
export const INK: Readonly<Record<Ink, string>> = {
  main: '#0072b2',
  second: '#d55e00',
  third: '#009e73',
  fourth: '#cc79a7',
  load: '#999999',
  asked: '#444444',
};
export const TEXT = '#222222';
export const QUIET = '#555555';
export const GRID = '#e6e6e6';

/** Sizes in pixels of a picture 1200 wide. */
export const font = (size: number, weight: 'normal' | 'bold' = 'normal') => ({family: FAMILY, size, weight});
