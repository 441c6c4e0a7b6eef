/** How much of what is supplied on one side the other side can take. */
export interface Flow {
  readonly total: number;
  /** By supply: the part that is taken. */
  readonly served: readonly number[];
  /** Of the supplies that no way of sharing could serve whole, with all that compete with them for the same places. */
  readonly short: readonly boolean[];
}

/** Amounts smaller than this part of the largest are nothing. */
const NEGLIGIBLE = 1e-12;

/**
 * The most that flows from supplies to places of limited room, when each supply may go to some of the places
 * (Edmonds and Karp: always along a shortest way that is left).
 *
 * @param supplies amounts ≥ 0; one may be Infinity
 * @param rooms amounts ≥ 0, finite
 * @param fits whether a supply may go to a place, both by index
 * @example maxFlow([3, 2], [4, 1], (supply, place) => supply === 0 || place === 1).total // 4
 */
export function maxFlow(
  supplies: readonly number[],
  rooms: readonly number[],
  fits: (supply: number, place: number) => boolean,
): Flow {
  const served = supplies.map(() => 0);
  const taken = rooms.map(() => 0);
  const flow = supplies.map(() => rooms.map(() => 0));
  const least = NEGLIGIBLE * Math.max(...rooms, ...supplies.filter(Number.isFinite), 0);
  for (;;) {
    const {from, reached, end} = search();
    if (end === NONE) return {total: served.reduce((sum, amount) => sum + amount, 0), served, short: reached};
    augment(from, end);
  }

  /** Breadth first from the supplies that have something left; `from`: by place the supply, by supply the place before it. */
  function search(): {from: {supply: number[]; place: number[]}; reached: boolean[]; end: number} {
    const reached = supplies.map((amount, supply) => amount - served[supply] > least);
    const from = {supply: rooms.map(() => NONE), place: supplies.map(() => NONE)};
    const next = supplies.flatMap((_, supply) => (reached[supply] ? [supply] : []));
    for (let supply = next.shift(); supply !== undefined; supply = next.shift()) {
      for (let place = 0; place < rooms.length; place++) {
        if (from.supply[place] !== NONE || !fits(supply, place)) continue;
        from.supply[place] = supply;
        if (rooms[place] - taken[place] > least) return {from, reached, end: place};
        for (let other = 0; other < supplies.length; other++) {
          if (reached[other] || flow[other][place] <= least) continue;
          reached[other] = true;
          from.place[other] = place;
          next.push(other);
        }
      }
    }
    return {from, reached, end: NONE};
  }

  function augment(from: {readonly supply: readonly number[]; readonly place: readonly number[]}, end: number): void {
    let amount = rooms[end] - taken[end];
    for (let place = end; ;) {
      const supply = from.supply[place];
      const before = from.place[supply];
      if (before === NONE) {
        amount = Math.min(amount, supplies[supply] - served[supply]);
        break;
      }
      amount = Math.min(amount, flow[supply][before]);
      place = before;
    }
    taken[end] += amount;
    for (let place = end; ;) {
      const supply = from.supply[place];
      flow[supply][place] += amount;
      const before = from.place[supply];
      if (before === NONE) {
        served[supply] += amount;
        return;
      }
      flow[supply][before] -= amount;
      place = before;
    }
  }
}

const NONE = -1;
