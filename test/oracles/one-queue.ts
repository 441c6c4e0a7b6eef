import type {MeasureName} from '../../src/scenario/schema/measures.js';
import type {Expected, Reading} from './case.js';
import {AHT, COUNTED_TOTAL, type Stationary} from './stationary.js';

/** A figure is compared where so many contacts make it, on average. */
const ENOUGH = 200;

/** What a table says of one queue of impatient contacts, as shares of offered contacts and in mean handle times. */
export interface QueueFigures {
  readonly perAht: number;
  /** Share that abandons; and that abandons within T. */
  readonly abandon: number;
  readonly abandonWithin: number;
  /** Share answered within T. */
  readonly within: number;
  readonly waitAll: number;
  readonly waitServed: number;
  readonly occupancy: number;
  /** Share that leaves at once instead of waiting. */
  readonly balk?: number;
}

/** Every figure of the results that follows from the table's; those left out that too few contacts make. */
export function expectedOfQueue(queue: QueueFigures, {contacts, stretch}: Stationary): readonly Expected[] {
  const {perAht, abandon, abandonWithin, within, waitAll, waitServed, occupancy, balk = 0} = queue;
  const answered = 1 - abandon - balk;
  const enough = (share: number): boolean => share * contacts >= ENOUGH && (1 - share) * contacts >= ENOUGH;
  const share = (figure: string, measure: MeasureName, part: number, of = 1): readonly Expected[] =>
    enough(part) && (of === 1 || of * contacts - part * contacts >= ENOUGH)
      ? [{figure, exact: part / of, reading: {measure, at: COUNTED_TOTAL}}]
      : [];
  const time = (figure: string, measure: MeasureName, ahts: number, seen: number): readonly Expected[] =>
    seen * contacts >= ENOUGH ? [{figure, exact: ahts * AHT, reading: {measure, at: COUNTED_TOTAL}}] : [];
  const shortAbandons = [
    ...share('abandonment after T', 'abandonmentAfterThreshold', abandon - abandonWithin, 1 - abandonWithin),
    ...share('answered within T, short abandons left out', 'serviceLevelExcludingAbandons', within, 1 - abandonWithin),
    ...share('answered or abandoned within T', 'serviceLevelAbandonsMet', within + abandonWithin),
  ];
  const waitAbandoned = abandon === 0 ? 0 : (waitAll - answered * waitServed) / abandon;
  return [
    ...share('abandonment', 'abandonment', abandon),
    ...share('answered within T, of offered', 'serviceLevelOverOffered', within),
    ...share('answered within T, of answered', 'serviceLevelOverAnswered', within, answered),
    ...(abandonWithin === 0 ? [] : shortAbandons),
    ...time('mean wait, s', 'meanWait', waitAll, 1 - within),
    ...time('mean wait of the answered (ASA), s', 'asa', waitServed, answered - within),
    ...time('mean wait of those who abandon, s', 'meanWaitAbandoned', waitAbandoned, abandon),
    ...(waitAll * contacts >= 1
      ? [{figure: 'mean queue length', exact: perAht * waitAll, reading: readMeasure('meanQueueLength')}]
      : []),
    // idle time is counted in contacts that could have been handled in it
    ...(((1 - occupancy) / occupancy) * answered * contacts >= ENOUGH
      ? [{figure: 'occupancy', exact: occupancy, reading: readMeasure('occupancy')}]
      : []),
    ...(balk > 0
      ? [{figure: 'balked', exact: balk * perAht * stretch, reading: readMeasure('balked')}]
      : []),
  ];
}

function readMeasure(measure: MeasureName): Reading {
  return {measure, at: COUNTED_TOTAL};
}
