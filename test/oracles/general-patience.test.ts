import {checkFamily} from './check-family.js';
import {generalPatience} from './general-patience.js';

checkFamily(generalPatience, 'fast');
