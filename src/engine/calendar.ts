/**
 * Phases of one instant, in the order in which they run (MODEL.md section 3): completions, agent and schedule changes,
 * patience and timers, arrivals. Added to a number (of the contact, of the agent) a phase makes the rank that breaks a
 * tie: inside a phase the lower number goes first.
 */
export const enum Phase {
  completion = 0,
  schedule = 281_474_976_710_656,
  timer = 562_949_953_421_312,
  arrival = 844_424_930_131_968,
}

/**
 * Events to come: at most one for each id (a contact's slot, or a fixed id of the engine), ordered by time, then phase,
 * then number, never by insertion. An indexed binary heap as a struct of arrays; an event can be re-timed or removed in
 * place, so nothing cancelled stays behind to move the clock.
 *
 * A time is handed over in a cell, not as an argument: a double passed to a function that is not inlined is boxed. To
 * schedule id: `calendar.at[id] = time; calendar.schedule(id)`.
 */
export class Calendar {
  /** By id: when, in seconds. */
  at: Float64Array;
  size = 0;
  /** By place in the heap: time (Infinity beyond the end) and id. */
  private times: Float64Array;
  private ids: Int32Array;
  /** By id: place in the heap, or -1. */
  private places: Int32Array;

  /** @param rankOf phase + number of an id's event; asked only when two events are at the same instant */
  constructor(
    capacity: number,
    private readonly rankOf: (id: number) => number,
  ) {
    this.at = new Float64Array(capacity);
    this.times = new Float64Array(capacity + 2).fill(Infinity);
    this.ids = new Int32Array(capacity + 2);
    this.places = new Int32Array(capacity).fill(-1);
  }

  /** Takes all events away. */
  clear(): void {
    this.times.fill(Infinity, 0, this.size);
    this.places.fill(-1);
    this.size = 0;
  }

  /** Makes room for ids below `capacity`. */
  grow(capacity: number): void {
    const {at, times, ids, places} = this;
    this.at = new Float64Array(capacity);
    this.times = new Float64Array(capacity + 2).fill(Infinity);
    this.ids = new Int32Array(capacity + 2);
    this.places = new Int32Array(capacity).fill(-1);
    this.at.set(at);
    this.times.set(times);
    this.ids.set(ids);
    this.places.set(places);
  }

  /** Time of the next event; Infinity when there is none. */
  nextTime(): number {
    return this.times[0];
  }

  /** Id of the next event; only while size > 0. */
  nextId(): number {
    return this.ids[0];
  }

  /** Puts id's event at `at[id]`, whether it had one or not. */
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
    return time <= other && (time < other || this.rankOf(id) < this.rankOf(this.ids[place]));
  }

  private siftUp(start: number, id: number): void {
    const {times, ids, places} = this;
    const time = this.at[id];
    let place = start;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = times[parent];
      const moved = ids[parent];
      if (above <= time && (above < time || this.rankOf(moved) <= this.rankOf(id))) break;
      times[place] = above;
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
    let child = (place << 1) | 1;
    while (child < size) {
      const left = times[child];
      const right = times[child + 1]; // Infinity beyond the end
      child += ((right < left) as unknown as number) | 0; // no branch: which child is earlier cannot be predicted
      if (left === right && this.rankOf(ids[child + 1]) < this.rankOf(ids[child])) child++;
      const below = times[child];
      const moved = ids[child];
      // one comparison where it goes on, which is nearly always
      if (below >= time && (below > time || this.rankOf(id) <= this.rankOf(moved))) break;
      times[place] = below;
      ids[place] = moved;
      places[moved] = place;
      place = child;
      child = (place << 1) | 1;
    }
    times[place] = time;
    ids[place] = id;
    places[id] = place;
  }
}
