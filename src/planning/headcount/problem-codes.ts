/** What plans of headcount get wrong, for `plimsoll explain`; codes are stable and never reused. */
export const PLAN_PROBLEMS = {
  PLN001: {
    title: 'The file is no plan of headcount',
    text: 'A plan is a mapping that says when it starts, who is there, and either the demand or the FTE required in each month.',
    wrong: 'plimsoll plan scenarios/bank.yaml',
    right:
      'start: 2027-01\nmonths: 12\nrequired: [40, 40, 42, 42, 44, 44, 40, 40, 44, 46, 50, 52]\npeople: {start: 62, shrinkage: 30%}',
  },
  PLN002: {
    title: 'A plan without its work, or with two kinds of it',
    text: 'Either `demand` says what comes and what service is asked for, and agents follow from it; or `required` gives the FTE of each month, as many numbers as the plan has months; or `workloads` names several kinds of contact, each with one of the two.',
    wrong: 'months: 6\nrequired: [40, 42, 44]',
    right: 'months: 3\nrequired: [40, 42, 44]',
  },
  PLN003: {
    title: 'Nobody who is hired would come before the plan ends',
    text: 'People join a lead time after their class opens. A lead time as long as the plan leaves nobody to hire: make the plan longer, the lead time shorter, or write classes that are already on their way under hiring.under-way.',
    wrong: 'months: 6\nhiring: {lead-time: 7 months}',
    right: 'months: 12\nhiring: {lead-time: 7 months}',
  },
  PLN004: {
    title: 'A month outside the plan',
    text: 'Transfers, classes and campaigns stand in months of the plan. A class opens in a month of the plan, and joins before its end.',
    wrong: 'start: 2027-01\nmonths: 12\npeople: {start: 40, transfers: {2026-11: 4}}',
    right: 'start: 2027-01\nmonths: 12\npeople: {start: 40, transfers: {2027-02: 4}}',
  },
  PLN005: {
    title: 'The budget is below the least that the plan costs',
    text: 'The message gives the least amount with which as much of the work is covered as can be. A larger budget makes it possible, or less work to cover: another objective, more outsourcing at a lower price, less overtime.',
    wrong: 'budget: €1000000                  # the least is €1,240,000',
    right: 'budget: €1250000',
  },
  PLN006: {
    title: 'More people go than are there',
    text: 'Transfers out of a month are more than the experienced heads that are left in it.',
    wrong: 'people: {start: 10, transfers: {2027-02: -12}}',
    right: 'people: {start: 10, transfers: {2027-02: -2}}',
  },
  PLN007: {
    title: 'A service that no number of agents reaches',
    text: 'With this objective and limit of occupancy no number of agents is enough. An occupancy of 0 % leaves no time for contacts.',
    wrong: 'demand: {objective: 100% in 0s, occupancy: 0%, …}',
    right: 'demand: {objective: 80% in 20s, occupancy: 88%, …}',
  },
  PLN008: {
    title: 'The plan does not have this month',
    text: '--explain takes a month of the plan, or nothing for all of them.',
    wrong: 'plimsoll plan plan.yaml --explain 2031-01',
    right: 'plimsoll plan plan.yaml --explain 2027-03',
  },
  PLN009: {
    title: 'Who serves a workload cannot be understood',
    text: '`served-by` names a team of the plan, or gives shares of several that add up to 100 %. A plan with one team, or none, can leave it out.',
    wrong: 'workloads: {chat: {served-by: {paris: 60%, tunis: 30%}, …}}',
    right: 'workloads: {chat: {served-by: {paris: 60%, tunis: 40%}, …}}',
  },
  PLN010: {
    title: 'A plan without people, or with two kinds of them',
    text: 'Either people, hiring and outsourcing stand in the plan itself, or each of `teams` has its own. `total` is the sum of all teams and cannot be the name of one.',
    wrong: 'teams: {paris: {people: {start: 40}}}\nhiring: {lead-time: 2 months}',
    right: 'teams:\n  paris: {people: {start: 40}, hiring: {lead-time: 2 months}}',
  },
  PLN011: {
    title: 'A team to which no workload is given',
    text: 'Every team serves at least a share of one workload; without work it would only cost. Write it under the served-by of a workload, or leave the team out.',
    wrong: 'workloads: {voice: {served-by: paris, …}}\nteams: {paris: …, tunis: …}',
    right: 'workloads: {voice: {served-by: {paris: 70%, tunis: 30%}, …}}\nteams: {paris: …, tunis: …}',
  },
  PLN012: {
    title: 'A demand whose method lacks something, or has no use for it',
    text: 'By `method: erlang` (the default) agents follow from an objective within opening hours, so both are needed. `method: hours` is for work that can wait, such as letters: its hours of handling over occupancy are all that counts, so objective, patience and chats at once would say nothing.',
    wrong: 'demand: {contacts: 9000/month, aht: 6m}',
    right: 'demand: {contacts: 9000/month, aht: 6m, method: hours, occupancy: 90%}',
  },
  PLN020: {
    title: 'Sites are compared by cost, and no price is known',
    text: 'Every site has pay or a contract, or every group its own pay.',
    wrong: 'sites: {paris: {}, tunis: {}}',
    right: 'sites: {paris: {pay: €21/h, on-costs: 42%}, tunis: {contract: {per-handled-minute: €0.42}}}',
  },
  PLN021: {
    title: 'There are no sites to compare',
    text: 'Mixes part the work among sites: at least two of them have agents.',
    wrong: 'agents:\n  team: {count: 6, skills: [orders]}',
    right:
      'agents:\n  paris: {site: paris, count: 6, skills: [orders]}\n  tunis: {site: tunis, count: 4, skills: [orders]}',
  },
  PLN022: {
    title: 'A mix that cannot be understood',
    text: 'A mix names sites of the scenario with their shares of the work, which add up to 100 %.',
    wrong: '--mix paris=60%,tunis=30%',
    right: '--mix paris=60%,tunis=40%',
  },
  PLN023: {
    title: 'What a site cannot take cannot be understood',
    text: 'The flag names a site, a contact type and the share of its contacts that this site cannot take, for want of a language or a right.',
    wrong: '--cannot-take tunis=15%',
    right: '--cannot-take tunis:orders=15%',
  },
  PLN024: {
    title: 'A log cannot be made busier',
    text: 'Sites are compared at several volumes. Contacts that are replayed from a log come as they came; write their volume by interval instead.',
    wrong: 'arrivals: {replay: log.csv}',
    right: 'arrivals: {by-interval: volumes.csv}',
  },
  PLN025: {
    title: 'No contact type has an objective',
    text: 'A mix holds when the objectives are met, so at least one contact type has one.',
    wrong: 'orders: {arrivals: 60/h, handle: 4m}',
    right: 'orders: {arrivals: 60/h, handle: 4m, objective: 80% in 20s}',
  },
  PLN026: {
    title: 'How uncertain demand is cannot be understood',
    text: 'The coefficient of variation of demand is a share from 0 % to 100 %: 10 % is a demand that is typically 10 % above or below plan.',
    wrong: '--demand-cv 10',
    right: '--demand-cv 10%',
  },
  PLN030: {
    title: 'There is no cost to explain',
    text: '--explain says where cost comes from: hours × rate, support staff, licences, the lines of contracts. The scenario knows no price.',
    wrong: 'plimsoll simulate scenarios/bank.yaml --explain   (a scenario without pay or contract)',
    right: 'agents:\n  paris: {count: 20, skills: [orders], pay: €31/h}',
  },
} as const;

export type PlanProblemCode = keyof typeof PLAN_PROBLEMS;
