/** Relatives of Erlang C of which mean waits are known, and no service level. */
export const MEAN_WAIT_FORMULAS = ['priority', 'handle', 'between'] as const;
export type MeanWaitFormula = (typeof MEAN_WAIT_FORMULAS)[number];

/** How each is called, and what it is for. */
export const MEAN_WAIT_NAMES: Readonly<
  Record<MeanWaitFormula, {readonly name: string; readonly says: string; readonly mistrust: string}>
> = {
  priority: {
    name: 'Priorities (Cobham)',
    says: 'classes one before the other, the most urgent first',
    mistrust:
      'All classes have one handle time, nobody abandons and no call is interrupted; where one of these is untrue, simulate.',
  },
  handle: {
    name: 'M/G/n',
    says: 'Erlang C with handle times of another shape',
    mistrust:
      'Nobody abandons. Where customers do, the shape of patience counts for more than that of handle times: plimsoll erlang a.',
  },
  between: {
    name: 'G/M/n',
    says: 'Erlang C with arrivals more regular or burstier than chance',
    mistrust:
      'Nobody abandons, handle times are exponential, and each gap between arrivals knows nothing of the one before.',
  },
};
