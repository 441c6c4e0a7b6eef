import {callbacks} from './callbacks.js';
import {checkFamily} from './check-family.js';

checkFamily(callbacks, 'fast');
