/** Freezes plain data all the way down, and returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) {
    if (typeof inner !== 'object') {
      // Items of one list are alike: a list of numbers needs no further look.
      if (Array.isArray(value)) break;
      continue;
    }
    deepFreeze(inner);
  }
  return value;
}
