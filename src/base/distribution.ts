/** Durations in seconds. `empirical`: values sorted upwards, equally likely. `kaplan-meier`: survival just after each time. */
export type Distribution =
  | {readonly kind: 'constant'; readonly value: number}
  | {readonly kind: 'exponential'; readonly mean: number}
  | {readonly kind: 'lognormal'; readonly mean: number; readonly cv: number}
  | {readonly kind: 'gamma'; readonly mean: number; readonly cv: number}
  | {readonly kind: 'erlang'; readonly mean: number; readonly phases: number}
  | {readonly kind: 'weibull'; readonly mean: number; readonly shape: number}
  | {
      readonly kind: 'hyperexponential';
      readonly phases: readonly {readonly probability: number; readonly mean: number}[];
    }
  | {readonly kind: 'uniform'; readonly low: number; readonly high: number}
  | {readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number}
  | {readonly kind: 'empirical'; readonly values: readonly number[]}
  | {readonly kind: 'kaplan-meier'; readonly times: readonly number[]; readonly survival: readonly number[]};

export type DistributionKind = Distribution['kind'];
