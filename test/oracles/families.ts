import {announced} from './announced.js';
import {blending} from './blending.js';
import {callbacks} from './callbacks.js';
import type {Family} from './case.js';
import {chat} from './chat.js';
import {dayCurves} from './day-curves.js';
import {erlangA} from './erlang-a.js';
import {erlangC} from './erlang-c.js';
import {generalPatience} from './general-patience.js';
import {generalService} from './general-service.js';
import {limitedLines} from './lines.js';
import {multiSkill} from './multi-skill.js';
import {priorities} from './priorities.js';
import {publishedCenters} from './published-centers.js';
import {retrials} from './retrials.js';

/** Everything that the simulation is set beside, in the order of the page. */
export const FAMILIES: readonly Family[] = [
  erlangC,
  erlangA,
  limitedLines,
  retrials,
  callbacks,
  announced,
  generalPatience,
  generalService,
  priorities,
  blending,
  multiSkill,
  chat,
  dayCurves,
  publishedCenters,
];
