/** Every kind of problem with what shall be compared; codes are stable and never reused. */
export const CANDIDATE_PROBLEMS = {
  CMP001: {
    title: 'Nothing to compare with',
    text: 'A comparison needs a base and at least one candidate: another scenario file, the base with changes (--set, all of which make one candidate together), or several such candidates, each with a --candidate of its own.',
    wrong: 'plimsoll compare scenarios/help-line.yaml',
    right: 'plimsoll compare scenarios/help-line.yaml --set agents.team.count=7',
  },
  CMP002: {
    title: 'A candidate that cannot be read',
    text: 'A candidate is a name, a colon, and changes as --set takes them, several with a semicolon between them. The name may be left out.',
    wrong: "plimsoll compare scenarios/help-line.yaml --candidate 'one more agent'",
    right: "plimsoll compare scenarios/help-line.yaml --candidate 'one more agent: agents.team.count=7'",
  },
  CMP003: {
    title: 'Two candidates of one name',
    text: 'Figures are told apart by the names of the candidates, so each needs its own.',
    wrong:
      "plimsoll compare scenarios/help-line.yaml --candidate 'more: agents.team.count=7' --candidate 'more: agents.team.count=8'",
    right:
      "plimsoll compare scenarios/help-line.yaml --candidate 'seven: agents.team.count=7' --candidate 'eight: agents.team.count=8'",
  },
} as const;

export type CandidateProblemCode = keyof typeof CANDIDATE_PROBLEMS;
