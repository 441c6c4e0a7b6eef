import {checkFamily} from './check-family.js';
import {FAMILIES} from './families.js';

for (const family of FAMILIES) if (family.cases.some(({slow}) => slow)) checkFamily(family, 'slow');
