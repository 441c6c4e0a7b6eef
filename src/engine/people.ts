import {makeQuantile} from '../random/distributions/index.js';
import {HashChance} from '../random/hash.js';
import {learningFactor} from '../scenario/learning.js';
import type {People as PeopleOfGroup, Scenario} from '../scenario/scenario.js';
import type {Agents} from './agents.js';

/** What a draw for an agent is for: part of the key of its hash. */
export const AGENT_DRAW = {absence: 1, speed: 2, startsAside: 3, aside: 4, available: 5} as const;

/**
 * The agents as people: who stays away today, and who is quicker than others. Every draw is a hash of the group's chance,
 * the number of the agent in its group and what is drawn, so that it is the same under any policy.
 */
export class People {
  /** By agent: its own handle-time factor of today, beside that of its group. */
  readonly pace: Float64Array;
  private readonly speed: Float64Array;
  private readonly groups: readonly (PeopleOfGroup | null)[];
  private readonly chance: readonly HashChance[];
  private readonly dayStarts: readonly number[];
  /** Day of the latest question, and when the next one begins. */
  private day = 0;
  private dayEnd = 0;

  /** @param order groups in the order in which their agents are numbered */
  constructor(
    {groups, clock}: Scenario,
    private readonly agents: Agents,
    private readonly order: readonly number[],
  ) {
    this.groups = groups.map(({people}) => people);
    this.chance = groups.map(() => new HashChance());
    this.dayStarts = clock.dayStarts;
    this.pace = new Float64Array(agents.count).fill(1);
    this.speed = new Float64Array(agents.count).fill(1);
  }

  /** Begins a replication. An agent is as quick in all of them. */
  start(seed: string, replication: number): void {
    this.beginChance(seed, 0);
    this.groups.forEach((people, group) => {
      if (people !== null) this.drawSpeeds(group, people.speedCv);
    });
    this.beginChance(seed, replication);
    this.day = 0;
    this.enterDay(0);
  }

  /** Does the agent stay away on the day of this moment? */
  isAbsent(agent: number, now: number): boolean {
    const group = this.agents.groupOf(agent);
    const absence = this.groups[group]?.absence ?? 0;
    if (absence === 0) return false;
    if (now >= this.dayEnd) this.enterDay(now);
    const number = agent - this.agents.firstOfGroup[group];
    return this.chance[group].uniform(number, this.day, AGENT_DRAW.absence) < absence;
  }

  /** A uniform of the agent for its k-th time of one purpose (AGENT_DRAW). */
  draw(agent: number, k: number, purpose: number): number {
    const group = this.agents.groupOf(agent);
    return this.chance[group].uniform(agent - this.agents.firstOfGroup[group], k, purpose);
  }

  /** What is told of the people of the agent's group; null: nothing. */
  rulesOf(agent: number): PeopleOfGroup | null {
    return this.groups[this.agents.groupOf(agent)];
  }

  /** How many of the first `count` agents of the group have come on the day of this moment. */
  presentOf(group: number, count: number, now: number): number {
    const first = this.agents.firstOfGroup[group];
    let present = 0;
    for (let agent = first; agent < first + count; agent++) if (!this.isAbsent(agent, now)) present++;
    return present;
  }

  /** The agent's own handle-time factor, beside that of its group. */
  paceOf(agent: number, now: number): number {
    if (now >= this.dayEnd) this.enterDay(now);
    return this.pace[agent];
  }

  private beginChance(seed: string, replication: number): void {
    this.order.forEach((group, place) => {
      const stream = this.groups[group]?.stream ?? null;
      if (stream === null) this.chance[group].begin(seed, replication, String(place), 'agents by place');
      else this.chance[group].begin(seed, replication, stream, 'agents');
    });
  }

  private drawSpeeds(group: number, cv: number): void {
    const quantile = makeQuantile({kind: 'lognormal', mean: 1, cv});
    const first = this.agents.firstOfGroup[group];
    for (let number = 0; number < this.agents.sizeOfGroup[group]; number++)
      this.speed[first + number] = quantile(this.chance[group].uniform(number, 0, AGENT_DRAW.speed));
  }

  /** The day of this moment begins, and the new agents are a little quicker. */
  private enterDay(now: number): void {
    const {dayStarts, agents} = this;
    const days = dayStarts.length - 1;
    while (this.day + 1 < days && dayStarts[this.day + 1] <= now) this.day++;
    this.dayEnd = this.day + 1 < days ? dayStarts[this.day + 1] : Infinity;
    this.groups.forEach((people, group) => {
      if (people === null) return;
      const factor = learningFactor(people.learning, this.day);
      const size = agents.sizeOfGroup[group];
      const newAgents = people.learning?.agents ?? 0;
      for (let number = 0; number < size; number++) {
        const agent = agents.firstOfGroup[group] + number;
        this.pace[agent] = this.speed[agent] * (isNew(number, newAgents, size) ? factor : 1);
      }
    });
  }
}

/** New agents are spread evenly over the numbers, and so over the shifts. */
const isNew = (number: number, newAgents: number, size: number): boolean =>
  Math.floor(((number + 1) * newAgents) / size) > Math.floor((number * newAgents) / size);
