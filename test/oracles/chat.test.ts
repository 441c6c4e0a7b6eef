import {chat} from './chat.js';
import {checkFamily} from './check-family.js';

checkFamily(chat, 'fast');
