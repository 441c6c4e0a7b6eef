import type {Comebacks} from '../behaviours.js';
import type {Center} from '../center.js';
import {Index, Mark} from '../contacts.js';
import {DRAW} from '../model.js';
import {Cause} from '../outcomes.js';
import {comeAgain} from './again.js';
import {draw} from './draw.js';

/**
 * A contact that has just been served, by an agent or a bot, may be unresolved and come back: its slot then stays taken
 * until it does. Who would come back past the horizon does not.
 *
 * @param group of the agent who served it; NONE: a bot
 * @returns whether it will come back
 */
export function mayComeBack(
  center: Center,
  contact: number,
  group: number,
  {probability, as, after}: Comebacks,
): boolean {
  const {model, contacts} = center;
  const type = contacts.marks[(contact << Mark.shift) | Mark.contactType];
  const unresolved =
    model.hasResolution && group !== Index.NONE
      ? 1 - Math.min(1, (1 - probability[type]) * model.resolution[group])
      : probability[type];
  if (draw(center, contact, DRAW.comeback) >= unresolved) return false;
  if (group !== Index.NONE) center.observer.unresolved?.(contacts, contact, group);
  const at = center.floor.now + after[type](draw(center, contact, DRAW.comebackAfter));
  if (at >= model.horizon) return false;
  comeAgain(center, contact, Cause.comeback, as[type], at);
  return true;
}
