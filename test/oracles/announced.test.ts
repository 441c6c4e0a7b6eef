import {announced} from './announced.js';
import {checkFamily} from './check-family.js';

checkFamily(announced, 'fast');
