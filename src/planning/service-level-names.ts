import type {ServiceLevelName} from '../analytic/figures.js';
import type {ServiceLevelDefinition} from '../scenario/scenario.js';

/** Which service level of a formula belongs to a definition. */
export const SERVICE_LEVEL_NAMES: Readonly<Record<ServiceLevelDefinition, ServiceLevelName>> = {
  'excluding-abandons': 'excludingAbandons',
  'over-offered': 'overOffered',
  'over-answered': 'overAnswered',
  'abandons-met': 'abandonsMet',
};
