import type {Center} from '../center.js';
import {Mark, State, Time} from '../contacts.js';
import {Outcome} from '../outcomes.js';
import type {HandoverRule} from '../transfer-rules.js';

/** The talk is over and the customer sent on, but the agent stays on the line until somebody answers the second leg. */
export function startHandover(center: Center, first: number, second: number, {seconds, wait}: HandoverRule): void {
  const {calendar, contacts, handovers} = center;
  handovers.link(first, second);
  handovers.seconds[second] = seconds;
  contacts.marks[(first << Mark.shift) | Mark.state] = State.handingOver;
  calendar.cancel(first);
  if (wait === Infinity) return;
  calendar.at[first] = center.floor.now + wait;
  calendar.schedule(first);
}

/** The agent takes a leg that another agent hands over: both are busy with it, and then the first one is done. */
export function meetFirstAgent(center: Center, second: number, factor: number): void {
  const {calendar, contacts, handovers} = center;
  const first = handovers.unlink(second);
  if (first === 0) return;
  const seconds = handovers.seconds[second];
  // the factor of the second agent is on its talk alone
  contacts.times[(second << Time.shift) | Time.talk] += seconds / factor;
  calendar.at[first] = center.floor.now + seconds;
  calendar.schedule(first);
}

/** A leg ends: when nobody has answered it, an agent who waits to hand it over waits no longer. */
export function loseHandover(center: Center, second: number, outcome: number): void {
  if (outcome === Outcome.answered) return;
  const first = center.handovers.unlink(second);
  if (first !== 0) endHandoverNow(center, first);
}

/** Nothing happens any more, and agents still wait to hand over what nobody will answer: they give up. */
export function endHandovers(center: Center): boolean {
  const {model, waiting, handovers, floor} = center;
  let any = false;
  for (let type = 0; type < model.contactTypes; type++) {
    for (const second of waiting.of(type)) {
      const first = handovers.unlink(second);
      if (first === 0) continue;
      floor.now = Math.max(floor.now, model.horizon);
      endHandoverNow(center, first);
      any = true;
    }
  }
  return any;
}

/** As an event of its own, since something else is happening at this moment. */
function endHandoverNow({calendar, floor}: Center, first: number): void {
  calendar.at[first] = floor.now;
  calendar.schedule(first);
}
