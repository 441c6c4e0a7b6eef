import {checkFamily} from './check-family.js';
import {dayCurves} from './day-curves.js';

checkFamily(dayCurves, 'fast');
