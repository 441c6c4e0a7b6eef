import type {Agents} from './agents.js';
import {Calendar} from './calendar.js';
import {AGENT_DRAW, type People} from './people.js';

/**
 * When agents step aside though their timetable has no break, and when something of theirs is over that no contact's event
 * tells. Available stretches and breaks alternate, both exponential, so that an agent is available for the share of its time
 * on duty that its group names; a sign-in finds it already aside with the rest of the probability.
 */
export class Presence {
  /** By agent: when it steps aside, or returns. By agent + agents: when a contact has rung for long enough. */
  readonly timers: Calendar;
  /** By agent: seconds that it will be aside for when it is free to go. */
  private readonly owed: Float64Array;
  /** By agent: seconds of the available stretch left when it stepped aside; below 0 when a contact kept it. */
  private readonly left: Float64Array;
  /** By agent: when its available stretch ends. */
  private readonly availableUntil: Float64Array;
  /** By agent: draws so far. */
  private readonly draws: Int32Array;
  /** By agent: 1 when what it owes is an unscheduled break. */
  private readonly owesBreak: Uint8Array;

  constructor(
    private readonly people: People,
    {count}: Agents,
    private readonly horizon: number,
  ) {
    this.timers = new Calendar(2 * count, id => id);
    this.owed = new Float64Array(count);
    this.left = new Float64Array(count);
    this.availableUntil = new Float64Array(count);
    this.draws = new Int32Array(count);
    this.owesBreak = new Uint8Array(count);
  }

  clear(): void {
    this.timers.clear();
    this.draws.fill(0);
  }

  /** The agent signs in or comes back from a break of its timetable. True: it is aside from the start. */
  begin(agent: number, now: number): boolean {
    this.owed[agent] = 0;
    this.owesBreak[agent] = 0;
    this.left[agent] = 0;
    const adherence = this.people.rulesOf(agent)?.adherence ?? null;
    if (adherence === null) {
      this.availableUntil[agent] = Infinity;
      return false;
    }
    const aside = this.draw(agent, AGENT_DRAW.startsAside) >= adherence.share;
    this.availableUntil[agent] = aside ? now : now + this.nextStretch(agent);
    if (aside) this.oweBreak(agent);
    else this.watch(agent, now);
    return aside;
  }

  /** Its available stretch is over: one more unscheduled break is due. */
  oweBreak(agent: number): void {
    const mean = this.people.rulesOf(agent)!.adherence!.breakSeconds;
    this.owed[agent] += exponential(mean, this.draw(agent, AGENT_DRAW.aside));
    this.owesBreak[agent] = 1;
  }

  /** The agent is to be aside for so long after a contact that it did not answer. */
  owe(agent: number, seconds: number): void {
    this.owed[agent] += seconds;
  }

  /** Is it to step aside as soon as it is free? */
  owes(agent: number): boolean {
    return this.owed[agent] > 0;
  }

  /** It steps aside now; its timer tells when it returns. */
  stepAside(agent: number, now: number): void {
    this.left[agent] = this.availableUntil[agent] - now;
    this.timers.at[agent] = now + this.owed[agent];
    this.timers.schedule(agent);
    this.owed[agent] = 0;
  }

  /** It is back: what was left of its stretch goes on, or the next one begins, shorter by what a contact had kept it. */
  stepBack(agent: number, now: number): void {
    const fresh = this.owesBreak[agent] === 1 ? this.nextStretch(agent) : 0;
    this.owesBreak[agent] = 0;
    this.availableUntil[agent] = now + this.left[agent] + fresh;
    this.watch(agent, now);
  }

  /** It was about to go home when its stretch ended, so that stretch does not count. */
  renew(agent: number, now: number): void {
    this.availableUntil[agent] = now + this.nextStretch(agent);
    this.watch(agent, now);
  }

  /** It goes: home, or on a break of its timetable. */
  end(agent: number): void {
    this.timers.cancel(agent);
  }

  private draw(agent: number, purpose: number): number {
    return this.people.draw(agent, this.draws[agent]++, purpose);
  }

  private nextStretch(agent: number): number {
    const {share, breakSeconds} = this.people.rulesOf(agent)!.adherence!;
    const mean = (breakSeconds * share) / (1 - share);
    return exponential(mean, this.draw(agent, AGENT_DRAW.available));
  }

  /** Nobody steps aside after the end of the horizon: that is for the contacts still there. */
  private watch(agent: number, now: number): void {
    const at = Math.max(now, this.availableUntil[agent]);
    if (at < this.horizon) {
      this.timers.at[agent] = at;
      this.timers.schedule(agent);
    } else this.timers.cancel(agent);
  }
}

const exponential = (mean: number, u: number): number => -mean * Math.log1p(-u);
