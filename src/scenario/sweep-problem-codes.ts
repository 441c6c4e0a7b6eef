/** Every kind of problem with a sweep; codes are stable and never reused. */
export const SWEEP_PROBLEMS = {
  SWP001: {
    title: 'What is varied cannot be read',
    text: 'A factor is a path of the scenario and its values: a list with commas, or a range with a step. Numbers of a range carry the same unit. A Latin hypercube (--design lhs) also takes a range without a step.',
    wrong: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5-9',
    right: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1',
  },
  SWP002: {
    title: 'The design cannot be made',
    text: 'A full grid has every combination of the values, at most 10,000 points. A Latin hypercube needs --points. No path may be varied twice.',
    wrong: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9 --design lhs',
    right: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9 --design lhs --points 10',
  },
  SWP003: {
    title: 'The folder keeps another sweep',
    text: 'Finished points are kept in the folder, so that the same command goes on where it stopped. What stands there is of another scenario, design, seed, number of replications, goal or version of the program. Name another folder, or take it anew with --restart.',
    wrong: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1 --out reports/other-sweep',
    right: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1 --out reports/my-sweep',
  },
  SWP004: {
    title: 'A figure that a search cannot go by',
    text: 'Goals and what is minimised are figures that are means or ratios, such as service level, ASA, abandonment, occupancy and cost, of something that every point has. Percentiles of waits are in the results of the sweep, but do not decide. A search needs at least two replications.',
    wrong: "--goal 'waitP90 <= 60s'",
    right: "--goal 'serviceLevel(help) >= 80%'",
  },
} as const;

export type SweepProblemCode = keyof typeof SWEEP_PROBLEMS;
