import fc from 'fast-check';
import type {Callback, Distribution} from '../../src/scenario/scenario.js';
import {callbackOffer} from './center.js';
import {smallCenters, type SmallCenter} from './random-center.js';

const rule: fc.Arbitrary<Callback> = fc.record({
  queueOver: fc.constantFrom(-1, -1, 0, 1),
  expectedWaitOver: fc.constantFrom(null, null, 20, 60),
  accepted: fc.constantFrom(1, 0.5),
  answered: fc.constantFrom(1, 0.5, 0),
  place: fc.constantFrom('kept', 'after-queue'),
  dialAfter: fc.constantFrom<Distribution | null>(null, null, {kind: 'constant', value: 60}),
  reserve: fc.constantFrom(0, 0, 1),
  ringSeconds: fc.constantFrom(0, 10),
  redials: fc.integer({min: 0, max: 2}),
  redialEverySeconds: fc.constantFrom(30, 200),
});

/** What keeps its place has neither a time of its own nor agents kept from it. */
const sensible = (callback: Callback): Callback =>
  callback.place === 'kept' ? {...callback, reserve: 0, dialAfter: null} : callback;

/** An offer of a callback. */
export const callbackRule: fc.Arbitrary<Callback> = rule.map(sensible);

/** The small random centers, each contact type with a callback offer. */
export const callbackCenters: fc.Arbitrary<SmallCenter> = fc
  .tuple(smallCenters, fc.array(callbackRule, {minLength: 3, maxLength: 3}))
  .map(([{sketch, callers}, rules]) => ({
    sketch: {
      ...sketch,
      types: Object.fromEntries(
        Object.entries(sketch.types).map(([name, type], index) => [
          name,
          {...type, callback: rules[index] ?? callbackOffer()},
        ]),
      ),
    },
    callers,
  }));
