import {checkFamily} from './check-family.js';
import {multiSkill} from './multi-skill.js';

checkFamily(multiSkill, 'fast');
