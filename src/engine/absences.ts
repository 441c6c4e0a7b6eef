/** Who stays away with pay at this moment, and since when. */
export class Absences {
  /** By agent with shifts of its own: beginning of the shift that it misses; below 0: it misses none. */
  readonly since: Float64Array;
  /** By group told by numbers: how many of them are missing, and since when so many. */
  readonly missing: Int32Array;
  readonly missingSince: Float64Array;

  constructor(agents: number, groups: number) {
    this.since = new Float64Array(agents).fill(-1);
    this.missing = new Int32Array(groups);
    this.missingSince = new Float64Array(groups);
  }

  /** Everybody is expected. */
  clear(): void {
    this.since.fill(-1);
    this.missing.fill(0);
  }
}
