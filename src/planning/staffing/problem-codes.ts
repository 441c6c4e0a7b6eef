/** Problems of `plimsoll staff`, for `plimsoll explain`; codes are stable and never reused. */
export const STAFFING_PROBLEMS = {
  STF001: {
    title: 'Nothing is asked of the agents',
    text: 'Without an objective nobody would be needed. Contact types say theirs in the scenario; others are given with --objective.',
    wrong: 'contacts:\n  help: {arrivals: 60/h, handle: 4m}',
    right: 'contacts:\n  help: {arrivals: 60/h, handle: 4m, objective: 80% in 20s}',
  },
  STF002: {
    title: 'An objective that staffing cannot aim at',
    text: 'Staffing aims at service levels, abandonment, asa, meanWait, waitMax, occupancy and objectiveMet, at least (>=) or at most (<=) so much: more agents must make it better. A wait that so many stay under is the service level of that threshold: change the objective of the contact type.',
    wrong: "plimsoll staff scenarios/bank.yaml --objective 'waitP90(loans) <= 60s'",
    right: "plimsoll staff scenarios/bank.yaml --objective 'asa(loans) <= 20s'",
  },
  STF003: {
    title: 'A method that does not know what is asked',
    text: 'Formulas look at one interval and one contact type at a time. Of days that meet an objective they know nothing, and no number of agents may be enough for an objective that has nothing to do with waiting. The simulation knows all of it.',
    wrong: "plimsoll staff scenarios/bank.yaml --method erlang-a --objective 'objectiveMet(loans) >= 90%'",
    right: "plimsoll staff scenarios/bank.yaml --objective 'objectiveMet(loans) >= 90%'",
  },
  STF004: {
    title: 'A number for a group that cannot be read',
    text: 'Limits and costs are given as GROUP=NUMBER, with the name of an agent group as the scenario has it.',
    wrong: 'plimsoll staff scenarios/bank.yaml --at-most lisboa=20',
    right: 'plimsoll staff scenarios/bank.yaml --at-most lisbon=20',
  },
  STF005: {
    title: 'No numbers of agents meet the objectives',
    text: 'One agent more anywhere no longer helps: the limits given with --at-most are too low, no group with the skill works in those hours, or the objective is out of reach of any staff (a wait that a bot or the routing causes).',
    wrong: 'plimsoll staff scenarios/bank.yaml --at-most lyon-loans=1',
    right: 'plimsoll staff scenarios/bank.yaml --at-most lyon-loans=30',
  },
} as const;

export type StaffingProblemCode = keyof typeof STAFFING_PROBLEMS;
