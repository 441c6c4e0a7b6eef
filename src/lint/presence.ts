import {RINGING_CHANNELS} from '../scenario/channels.js';
import {learningFactor} from '../scenario/learning.js';
import type {AgentGroup, Channel} from '../scenario/scenario.js';
import {seatsOf} from '../scenario/seats.js';

/**
 * Share of its time on duty in which an agent of the group is expected to be there: not absent for the day, and not on a break
 * of its own. Breaks of the timetable are taken off already.
 *
 * @returns above 0 and at most 1
 * @example presenceOf(groupWith({absence: 8%, adherence: 92%})) // 0.8464
 */
export function presenceOf({people}: Pick<AgentGroup, 'people'>): number {
  if (people === null) return 1;
  return (1 - people.absence) * (people.adherence?.share ?? 1);
}

/**
 * What the agents of a group get done while as many experienced ones get 1 done: new ones are slower.
 *
 * @param day of the horizon, from 0
 * @returns above 0; 1 where nobody is new
 * @example paceOf(groupWith({count: 10, learning: {new: 5, starts: 200%}}), 0) // 0.75
 */
export function paceOf({people, staffing}: Pick<AgentGroup, 'people' | 'staffing'>, day: number): number {
  const learning = people?.learning ?? null;
  if (learning === null) return 1;
  const fresh = learning.agents / seatsOf(staffing);
  return 1 - fresh + fresh / learningFactor(learning, day);
}

/**
 * Seconds of an agent of the group that go, for each contact it answers, into those that ring in vain: until the ringing
 * ends, and while the agent is set aside.
 *
 * @returns at least 0, on average
 * @example lostToRinging(groupWith({noAnswer: {probability: 20%, ring: 20s, setAside: 60s}}), 'voice') // 20
 */
export function lostToRinging({people}: Pick<AgentGroup, 'people'>, channel: Channel): number {
  const noAnswer = people?.noAnswer ?? null;
  if (noAnswer === null || !RINGING_CHANNELS.includes(channel)) return 0;
  const {probability, ringSeconds, setAsideSeconds} = noAnswer;
  return (probability / (1 - probability)) * (ringSeconds + setAsideSeconds);
}
