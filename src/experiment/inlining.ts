import {setFlagsFromString} from 'node:v8';

/**
 * Lets V8 compile the engine's loop as one piece: by default it stops after some 900 bytes of bytecode, and whatever it
 * then calls must find the center's arrays anew. A contact then takes less time; but every thread compiles about a second
 * longer first, which short runs never win back (WORTH_INLINING_SECONDS in effort.ts).
 */
const FLAGS = [
  '--max-inlined-bytecode-size=2000',
  '--max-inlined-bytecode-size-cumulative=12000',
  '--max-inlined-bytecode-size-absolute=20000',
];

/** For the whole process; only how fast code runs changes. Code that is compiled already stays as it is. */
export function inlineDeeply(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
