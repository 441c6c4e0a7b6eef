import {checkFamily} from './check-family.js';
import {retrials} from './retrials.js';

checkFamily(retrials, 'fast');
