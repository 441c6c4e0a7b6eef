import type {Named} from './schema/field.js';
import type {MapValue} from './value.js';

/** What is left of a mapping that has problems of its own. */
export type Holey<T> = Partial<Omit<T, 'here'>> & {readonly here: MapValue};
export type Items<T> = readonly Named<string, Holey<T>>[];
