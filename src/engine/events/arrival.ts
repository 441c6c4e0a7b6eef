import type {Tape} from '../../traffic/tape.js';
import type {Center} from '../center.js';
import {CAUSE, OUTCOME} from '../columns.js';
import {NONE, WAITING} from '../contacts.js';
import {DRAW} from '../model.js';
import {answerByIdle} from './answer.js';
import {mayRedial} from './later-leg.js';
import {recordLeg} from './record.js';
import {scheduleNextStep} from './wait.js';

/** The first attempt in row `index` of the tape comes to the center. */
export function arriveFromTape(center: Center, tape: Tape, index: number): void {
  const {contacts} = center;
  const contact = center.takeSlot();
  const type = tape.contactType[index];
  contacts.contactType[contact] = type;
  contacts.number[contact] = ++center.firstAttempts;
  contacts.originType[contact] = type;
  contacts.originNumber[contact] = ++center.firstAttemptsOfType[type];
  contacts.leg[contact] = 1;
  contacts.redials[contact] = 0;
  contacts.cause[contact] = CAUSE.first;
  contacts.talk[contact] = tape.talk[index];
  contacts.wrapUp[contact] = tape.wrapUp[index];
  contacts.patienceEnd[contact] = center.floor.now + tape.patience[index];
  comeIn(center, contact);
}

/** A leg begins: turned away, answered at once, gone at the sight of the queue, or waiting. Its slot holds type, talk, wrap-up and the end of its patience. */
export function comeIn(center: Center, contact: number): void {
  const {contacts, model, floor, books} = center;
  const type = contacts.contactType[contact];
  const queue = model.queueOfType[type];
  contacts.offeredAt[contact] = floor.now;
  contacts.stage[contact] = 0;
  contacts.agent[contact] = NONE;
  contacts.transferTo[contact] = NONE;
  books.begin(type, contacts.cause[contact]);
  if (center.open[queue] === 0) {
    turnAway(center, contact, OUTCOME.closed);
    return;
  }
  if (model.hasLines && !takeLine(center, contact, queue)) {
    turnAway(center, contact, OUTCOME.blocked);
    return;
  }
  const agent = center.routing.chooseAgent(floor, contact);
  if (agent !== NONE) answerByIdle(center, contact, agent);
  else if (balks(center, contact, type, queue)) {
    releaseLine(center, contact);
    turnAway(center, contact, OUTCOME.balked);
  } else {
    contacts.state[contact] = WAITING;
    center.waiting.append(contact);
    scheduleNextStep(center, contact);
  }
}

/** A leg that never waited ends here. */
function turnAway(center: Center, contact: number, outcome: number): void {
  recordLeg(center, contact, outcome, center.floor.now);
  if (outcome !== OUTCOME.blocked || !mayRedial(center, contact)) center.contacts.free(contact);
}

/** A transferred contact keeps a line whatever the limit: it is in the center already. */
function takeLine(center: Center, contact: number, queue: number): boolean {
  const {model, linesTaken} = center;
  const full = linesTaken[queue] >= model.queueLines[queue] || center.centerLinesTaken >= model.centerLines;
  if (full && center.contacts.cause[contact] !== CAUSE.transfer) return false;
  linesTaken[queue]++;
  center.centerLinesTaken++;
  return true;
}

/** Frees the line at the end of the talk, or when the contact leaves without one. */
export function releaseLine(center: Center, contact: number): void {
  if (!center.model.hasLines) return;
  center.linesTaken[center.model.queueOfType[center.contacts.contactType[contact]]]--;
  center.centerLinesTaken--;
}

function balks({model, waiting, contacts}: Center, contact: number, type: number, queue: number): boolean {
  const probability = model.balkProbability[type];
  if (probability === 0 || waiting.queueLength[queue] <= model.balkQueueOver[type]) return false;
  const chance = model.chance[contacts.originType[contact]];
  return chance.uniform(contacts.originNumber[contact], contacts.leg[contact], DRAW.balk) < probability;
}
