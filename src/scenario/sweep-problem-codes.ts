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
    text: 'Goals and what is minimised are figures of something that every point has, over the whole horizon. A search needs at least two replications.',
    wrong: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1 --minimise asa --replications 1',
    right: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1 --minimise asa --replications 20',
  },
  SWP005: {
    title: 'A percentile of waits cannot be minimised or maximised',
    text: 'The search compares points replication by replication, and a percentile over all replications has no value in a single one. As a goal it can be judged: at most 60 s is the same as at least that share waiting no longer than 60 s. Minimise asa, maximise a service level, or make the percentile a goal and minimise cost.',
    wrong: "--minimise 'waitP90(help)'",
    right: "--goal 'waitP90(help) <= 60s' --minimise agents",
  },
  SWP006: {
    title: 'What the folder keeps of a sweep is damaged',
    text: 'Finished points are kept line by line; a last line that was torn by a power cut is left out by itself, but here a whole line is not what was written. Take the file from a copy, or begin anew with --restart.',
    wrong: 'an editor or a failing disk changed reports/my-sweep/sweep.journal',
    right: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1 --out reports/my-sweep --restart',
  },
} as const;

export type SweepProblemCode = keyof typeof SWEEP_PROBLEMS;
