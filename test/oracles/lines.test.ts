import {checkFamily} from './check-family.js';
import {limitedLines} from './lines.js';

checkFamily(limitedLines, 'fast');
