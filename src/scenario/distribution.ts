import type {Distribution, DistributionKind} from '../base/distribution.js';

export type {Distribution, DistributionKind};

/** A distribution that may change with the local time of day; the first entry starts at 0. */
export type VaryingDistribution = readonly {readonly fromOfDay: number; readonly distribution: Distribution}[];
