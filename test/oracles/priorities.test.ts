import {checkFamily} from './check-family.js';
import {priorities} from './priorities.js';

checkFamily(priorities, 'fast');
