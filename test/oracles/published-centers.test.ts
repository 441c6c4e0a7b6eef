import {checkFamily} from './check-family.js';
import {publishedCenters} from './published-centers.js';

checkFamily(publishedCenters, 'fast');
