import type {Scenario} from '../../src/scenario/scenario.js';
import {read} from './scenario-text.js';

/** Two days; Paris has 6 and Tunis, which handles 20 % slower and has a holiday on the second, 5. */
export const parisAndTunis = (tunis = 'timezone: Africa/Tunis, open: 07:00-11:00'): Promise<Scenario> =>
  read(`clock: {start: 2026-10-12, days: 2, timezone: Europe/Paris}
contacts:
  orders: {arrivals: {rate: 80/h}, queue: q, handle: 4m, patience: 3m, objective: 80% in 20s}
queues: {q: {open: 08:00-12:00}}
sites:
  paris: {timezone: Europe/Paris, open: 08:00-12:00, pay: €30/h}
  tunis: {kind: offshore, ${tunis}, holidays: [2026-10-13], handle-time: 120%, pay: €12/h}
agents:
  paris: {site: paris, count: 6, skills: [orders]}
  tunis: {site: tunis, count: 6, skills: [orders]}
run: {replications: 3}
`);
