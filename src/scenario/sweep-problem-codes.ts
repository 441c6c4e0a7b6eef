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
    text: 'Finished points are kept line by line, each with a checksum. Lines that were torn by a power cut, changed, or are of another sweep are left out by themselves, and their points are simulated again. Here no line at all can be read. Take the file from a copy, or begin anew with --restart.',
    wrong: 'an editor or a failing disk changed reports/my-sweep/sweep.journal',
    right: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1 --out reports/my-sweep --restart',
  },
  SWP007: {
    title: 'Another sweep is at work in the folder',
    text: "Two sweeps that keep their points in one folder would destroy each other's. The file sweep.lock names the process that is at work; it is taken away when that ends, and one that was killed is recognised and does not stand in the way. Wait for the other, or give this sweep a folder of its own. A sweep on another machine, or in another container, cannot be seen from here: when it is no more, delete the file.",
    wrong: 'the same sweep in two windows, both with --out reports/my-sweep',
    right: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1 --out reports/my-second-sweep',
  },
  SWP008: {
    title: 'The folder keeps a sweep of another version',
    text: 'Another version of the program may give other figures, and points of both would not fit together. End the sweep with the version that began it, name another folder, or begin anew with --restart.',
    wrong: 'an update of plimsoll between Ctrl-C and the same command',
    right: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1 --out reports/my-sweep --restart',
  },
  SWP009: {
    title: 'Finished points cannot be kept',
    text: 'Each point is brought to the disk as it is finished, and the disk took no more. What was kept before is whole: make room, and the same command goes on from there.',
    wrong: 'a sweep of 10,000 points on a full disk',
    right: 'plimsoll sweep scenarios/help-line.yaml --vary agents.team.count=5..9:1 --out /data/my-sweep',
  },
} as const;

export type SweepProblemCode = keyof typeof SWEEP_PROBLEMS;
