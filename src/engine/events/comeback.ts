import type {Comebacks} from '../behaviours.js';
import type {Center} from '../center.js';
import {Mark} from '../contacts.js';
import {DRAW} from '../model.js';
import {Cause} from '../outcomes.js';
import {comeAgain} from './again.js';
import {draw} from './draw.js';

/**
 * A contact that has just been served, by an agent or a bot, may be unresolved and come back: its slot then stays taken
 * until it does. Who would come back past the horizon does not.
 *
 * @returns whether it will come back
 */
export function mayComeBack(center: Center, contact: number, {probability, as, after}: Comebacks): boolean {
  const type = center.contacts.marks[(contact << Mark.shift) | Mark.contactType];
  if (draw(center, contact, DRAW.comeback) >= probability[type]) return false;
  const at = center.floor.now + after[type](draw(center, contact, DRAW.comebackAfter));
  if (at >= center.model.horizon) return false;
  comeAgain(center, contact, Cause.comeback, as[type], at);
  return true;
}
