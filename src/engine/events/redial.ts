import type {Center} from '../center.js';
import {Cause} from '../outcomes.js';
import {Mark, Past} from '../contacts.js';
import {DRAW} from '../model.js';
import {comeAgain} from './again.js';
import {draw} from './draw.js';

/**
 * A contact that has just abandoned or been blocked may decide to redial: its slot then stays taken until it does.
 * A redial that would fall past the horizon is not made.
 *
 * @returns whether it will redial
 */
export function mayRedial(center: Center, contact: number): boolean {
  const {model} = center;
  const {marks, past} = center.contacts;
  const type = marks[(contact << Mark.shift) | Mark.contactType];
  if (past[(contact << Past.shift) | Past.redials] >= model.redialAtMost[type]) return false;
  if (draw(center, contact, DRAW.redial) >= model.redialProbability[type]) return false;
  const at = center.floor.now + model.redialAfter[type](draw(center, contact, DRAW.redialAfter));
  if (at >= model.horizon) return false;
  past[(contact << Past.shift) | Past.redials]++;
  comeAgain(center, contact, Cause.redial, model.redialAs[type], at);
  return true;
}
