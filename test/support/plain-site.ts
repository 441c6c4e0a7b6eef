import type {Site} from '../../src/scenario/scenario.js';

/** A site of which nothing is said but its name. */
export const plainSite = (name: string, timezone = 'UTC'): Site => ({
  name,
  timezone,
  languages: [],
  kind: 'in-house',
  holidays: [],
  resolution: 1,
  occupancy: null,
  contract: null,
});
