import {checkFamily} from './check-family.js';
import {erlangA} from './erlang-a.js';

checkFamily(erlangA, 'fast');
