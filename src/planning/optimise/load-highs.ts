import highs from 'highs';
import type {Highs} from 'highs';

/** The package's types are those of its CommonJS file, where `default` is a property; what is imported is the function. */
const load = highs as unknown as typeof highs.default;

/** Compiled once a thread: it takes 50 ms and keeps nothing from one program to the next. */
let loaded: Promise<Highs> | null = null;

/** The solver, ready for this thread. */
export function loadHighs(): Promise<Highs> {
  loaded ??= load();
  return loaded;
}
