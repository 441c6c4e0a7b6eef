import {Doing, Trait} from '../agents.js';
import type {Center} from '../center.js';
import {Mark, State, Time} from '../contacts.js';
import {DRAW, PURPOSES} from '../model.js';
import {isCallback} from './dial.js';
import {draw} from './draw.js';
import {ringAtAgent} from './in-hand.js';
import {scheduleNextChange} from './next-change.js';
import {scheduleNextStep} from './next-step.js';

/** Legs of one customer are fewer. */
const LEGS = 4096;

/**
 * A live contact that is offered to an agent may ring in vain. The agent is busy while it rings, and the contact waits on,
 * out of the queue.
 *
 * @returns false: the agent answers
 */
export function ringsInVain(center: Center, contact: number, agent: number): boolean {
  const {model, people, ringing} = center;
  const rule = people.rulesOf(agent)?.noAnswer ?? null;
  const mark = contact << Mark.shift;
  const {marks, times} = center.contacts;
  if (
    rule === null ||
    (model.hasCallbacks && isCallback(center, contact)) ||
    model.rings[marks[mark | Mark.contactType]] === 0
  )
    return false;
  const leg = times[(contact << Time.shift) | Time.number] * LEGS + marks[mark | Mark.leg];
  const purpose = DRAW.noAnswer + ringing.timesRung(contact, leg) * PURPOSES;
  if (draw(center, contact, purpose) >= rule.probability) return false;
  if (center.follower !== null) center.follower.legRingsInVain(center, contact, agent);
  ringing.countRing(contact, leg);
  startRinging(center, contact, agent, rule.ringSeconds);
  return true;
}

function startRinging(center: Center, contact: number, agent: number, seconds: number): void {
  const {ringing, presence, agents, waiting, floor} = center;
  const {marks} = center.contacts;
  const state = (contact << Mark.shift) | Mark.state;
  if (marks[state] === State.waiting) waiting.remove(contact);
  marks[state] = State.waiting;
  scheduleNextStep(center, contact);
  agents.traits[(agent << Trait.shift) | Trait.doing] = Doing.busy;
  if (center.model.attention.groupShares[agents.groupOf(agent)] === 1) ringAtAgent(center, contact, agent);
  ringing.put(contact, agent);
  ringing.since[agent] = floor.now;
  presence.timers.at[agents.count + agent] = floor.now + seconds;
  presence.timers.schedule(agents.count + agent);
  scheduleNextChange(center);
}
