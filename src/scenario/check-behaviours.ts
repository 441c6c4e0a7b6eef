import type {Problems} from './problems.js';
import type {WrittenComingBack} from './schema/behaviours.js';
import type {WrittenContact} from './schema/contact.js';
import type {Placed} from './schema/field.js';
import {deepest} from './value.js';
import type {MapValue} from './value.js';

/** A contact type as far as it could be read. */
type Holey = Partial<Omit<WrittenContact, 'here'>> & {readonly here: MapValue};

/** Checks what a contact type's customers do against the rest of the scenario: contact types that exist, one way to say one thing. */
export function checkBehaviours(
  name: string,
  {redial, bot, ivr, 'comes-back': comesBack, deflect, here}: Holey,
  isContactType: (name: Placed<string>) => boolean,
  problems: Problems,
): void {
  if (redial?.as !== undefined) isContactType(redial.as);
  if (bot !== undefined && ivr !== undefined)
    problems.add('SCN023', deepest(here, 'ivr'), 'one of bot and ivr: they are two words for one thing');
  const automation = bot ?? ivr;
  if ((automation?.contained ?? 0) + (automation?.['hangs-up'] ?? 0) > 1 + 1e-9)
    problems.add(
      'SCN024',
      deepest(automation!.here, 'hangs-up'),
      'a share that adds up to at most 100% with contained',
    );
  for (const one of [comesBack, automation?.['comes-back']])
    if (one !== undefined) checkComingBack(one, isContactType, problems);
  if (deflect?.to !== undefined && isContactType(deflect.to) && deflect.to.value === name)
    problems.add('SCN020', deflect.to.at, 'another contact type', name);
}

function checkComingBack(
  {within, after, as, at}: WrittenComingBack,
  isContactType: (name: Placed<string>) => boolean,
  problems: Problems,
): void {
  if (as !== undefined) isContactType(as);
  const told = [within, after].filter(way => way !== undefined).length;
  if (told !== 1 && !problems.touches(at.path))
    problems.add('SCN023', told === 0 ? at : deepest(at, 'after'), 'one of within and after');
}
