/**
 * Phases of one instant, in the order in which they run (MODEL.md section 3): completions, agent and schedule changes,
 * patience and timers, arrivals. A phase stands in the high bits of the number that breaks a tie, so that inside a phase
 * the lower number (of the contact, of the agent) goes first.
 */
const PHASE_STEP = 2 ** 48;
export const COMPLETION = 0;
export const SCHEDULE = PHASE_STEP;
export const TIMER = 2 * PHASE_STEP;
export const ARRIVAL = 3 * PHASE_STEP;

/**
 * Events to come: at most one for each id (a contact's slot, or a fixed id of the engine), ordered by time, then phase,
 * then number, never by insertion. An indexed binary heap as a struct of arrays; an event can be re-timed or removed in
 * place, so nothing cancelled stays behind to move the clock.
 *
 * Times and ranks are handed over in cells, not as arguments: a double passed to a function that is not inlined is
 * boxed. To schedule id: `calendar.at[id] = time; calendar.rank[id] = phase + number; calendar.schedule(id)`.
 */
export class Calendar {
  /** By id: when, in seconds. */
  at: Float64Array;
  /** By id: phase + number. */
  rank: Float64Array;
  size = 0;
  /** By place in the heap: time (Infinity beyond the end) and id. */
  private times: Float64Array;
  private ids: Int32Array;
  /** By id: place in the heap, or -1. */
  private places: Int32Array;

  constructor(capacity: number) {
    this.at = new Float64Array(capacity);
    this.rank = new Float64Array(capacity);
    this.times = new Float64Array(capacity + 2).fill(Infinity);
    this.ids = new Int32Array(capacity + 2);
    this.places = new Int32Array(capacity).fill(-1);
  }

  /** Makes room for ids below `capacity`. */
  grow(capacity: number): void {
    this.at = grown(this.at, new Float64Array(capacity));
    this.rank = grown(this.rank, new Float64Array(capacity));
    this.times = grown(this.times, new Float64Array(capacity + 2).fill(Infinity));
    this.ids = grown(this.ids, new Int32Array(capacity + 2));
    this.places = grown(this.places, new Int32Array(capacity).fill(-1));
  }

  /** Time of the next event; Infinity when there is none. */
  nextTime(): number {
    return this.times[0];
  }

  /** Id of the next event; only while size > 0. */
  nextId(): number {
    return this.ids[0];
  }

  /** Puts id's event at `at[id]`, `rank[id]`, whether it had one or not. */
  schedule(id: number): void {
    const place = this.places[id];
    if (place < 0) this.siftUp(this.size++, id);
    else this.move(place, id);
  }

  /** Takes id's event away; nothing happens when it has none. */
  cancel(id: number): void {
    const place = this.places[id];
    if (place < 0) return;
    this.places[id] = -1;
    const last = --this.size;
    const moved = this.ids[last];
    this.times[last] = Infinity;
    if (place < last) this.move(place, moved);
  }

  private move(place: number, id: number): void {
    if (place > 0 && this.precedes(id, (place - 1) >> 1)) this.siftUp(place, id);
    else this.siftDown(place, id);
  }

  /** Does id's event come before the one at that place? */
  private precedes(id: number, place: number): boolean {
    const time = this.at[id];
    const other = this.times[place];
    return time < other || (time === other && this.rank[id] < this.rank[this.ids[place]]);
  }

  private siftUp(start: number, id: number): void {
    const {times, ids, places} = this;
    const time = this.at[id];
    let place = start;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = times[parent];
      if (above < time || (above === time && this.rank[ids[parent]] <= this.rank[id])) break;
      times[place] = above;
      const moved = ids[parent];
      ids[place] = moved;
      places[moved] = place;
      place = parent;
    }
    times[place] = time;
    ids[place] = id;
    places[id] = place;
  }

  private siftDown(start: number, id: number): void {
    const {times, ids, places, size} = this;
    const time = this.at[id];
    let place = start;
    let child = 2 * place + 1;
    while (child < size) {
      const left = times[child];
      const right = times[child + 1]; // Infinity beyond the end
      child += right < left ? 1 : 0;
      let below = times[child];
      if (left === right && this.rank[ids[child + 1]] < this.rank[ids[child]]) below = times[++child];
      if (below > time || (below === time && this.rank[id] <= this.rank[ids[child]])) break;
      times[place] = below;
      const moved = ids[child];
      ids[place] = moved;
      places[moved] = place;
      place = child;
      child = 2 * place + 1;
    }
    times[place] = time;
    ids[place] = id;
    places[id] = place;
  }
}

/** `fresh`, with what `old` holds at its beginning. */
export function grown<T extends Float64Array | Int32Array | Uint8Array>(old: T, fresh: T): T {
  fresh.set(old as never);
  return fresh;
}
