/** Replication r feeds section r mod 20. */
export const SECTIONS = 20;
/** Fewer replications than this give no interval of a percentile: a section would rest on one. */
export const REPLICATIONS_FOR_PERCENTILE_INTERVALS = 2 * SECTIONS;
