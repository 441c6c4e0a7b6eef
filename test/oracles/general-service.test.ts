import {checkFamily} from './check-family.js';
import {generalService} from './general-service.js';

checkFamily(generalService, 'fast');
