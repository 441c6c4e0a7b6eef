/** Every kind of problem with a figure that is named in a rule or a flag; codes are stable and never reused. */
export const FIGURE_PROBLEMS = {
  FIG001: {
    title: 'A figure that cannot be read, or that the scenario does not have',
    text: 'A figure is written as its measure, alone for the whole center or with the name of a contact type, queue, channel, agent group or site in brackets. Measures and the scopes in which each exists are in docs/reference/measures.md; figures of callbacks, bots and the like exist only in scenarios that have them.',
    wrong: "--precision 'service-level(orders)=±0.5pt'",
    right: "--precision 'serviceLevel(orders)=±0.5pt'",
  },
  FIG002: {
    title: 'A figure of something that is not there',
    text: 'No contact type, queue, channel, agent group or site of the scenario has this name, or the measure does not exist for it: occupancy is one of agent groups and sites, service level one of contact types, queues and channels.',
    wrong: "--goal 'serviceLevel(ordres) >= 80%'",
    right: "--goal 'serviceLevel(orders) >= 80%'",
  },
  FIG003: {
    title: 'A figure of a name that several things have',
    text: 'A group and its site may both be called paris. The word before the name says which is meant: type, queue, channel, group or site.',
    wrong: "--precision 'occupancy(paris)=±1pt'",
    right: "--precision 'occupancy(site paris)=±1pt'",
  },
  FIG004: {
    title: 'An amount that does not fit the figure',
    text: 'Shares are written as 80% and differ by points (0.5pt); times are durations such as 20s; counts, agents and Erlangs are plain numbers. Any figure may differ by a share of itself, such as 3%.',
    wrong: "--goal 'asa <= 20'",
    right: "--goal 'asa <= 20s'",
  },
  FIG005: {
    title: 'A comparison that cannot be read',
    text: 'The form is FIGURE >= AMOUNT, with >=, <=, > or < between them. In a shell it needs quotes.',
    wrong: "--goal 'serviceLevel(orders) = 80%'",
    right: "--goal 'serviceLevel(orders) >= 80%'",
  },
} as const;

export type FigureProblemCode = keyof typeof FIGURE_PROBLEMS;
