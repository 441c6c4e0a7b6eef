import {checkFamily} from './check-family.js';
import {blending} from './blending.js';

checkFamily(blending, 'fast');
