import {checkFamily} from './check-family.js';
import {erlangC} from './erlang-c.js';

checkFamily(erlangC, 'fast');
