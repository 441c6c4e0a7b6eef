/** How many letters may differ before two words no longer look alike: one in three, at least one. */
const tolerance = (length: number): number => Math.max(1, Math.floor(length / 3));

/** Longest word that is compared; a longer one is no typing mistake. */
const LONGEST = 64;

/**
 * The candidate nearest to a mistyped word, by edit distance (a swap of two neighbors counts once).
 *
 * @param word what the user wrote
 * @param candidates what would have been right
 * @returns null when nothing is near, so that no message guesses wildly
 * @example suggest('longest-idel', ['longest-idle', 'random']) // 'longest-idle'
 */
export function suggest(word: string, candidates: readonly string[]): string | null {
  const typed = word.trim().toLowerCase();
  if (typed === '' || typed.length > LONGEST) return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST) continue;
    const known = candidate.toLowerCase();
    const distance = editDistance(typed, known);
    const closer = distance < bestDistance || (distance === bestDistance && candidate.length > (best?.length ?? 0));
    if (closer && distance <= tolerance(Math.max(typed.length, known.length))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Letters to insert, drop, replace or swap with their neighbor to turn one word into the other.
 *
 * @see https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance, the optimal string alignment form
 * @example editDistance('idel', 'idle') // 1
 */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({length: to.length + 1}, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length]!;
}
