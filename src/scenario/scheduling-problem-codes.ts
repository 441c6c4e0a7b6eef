/** Every kind of problem with shifts and what they have to cover; codes are stable and never reused. For `plimsoll explain`. */
export const SCHEDULING_PROBLEMS = {
  SCD001: {
    title: 'The scenario says nothing of shifts',
    text: 'plimsoll schedule chooses among the shifts that the scenario allows. They stand under scheduling: with a length and starts; everything else has a default.',
    wrong: 'plimsoll schedule scenarios/help-line.yaml   # without scheduling:',
    right: 'scheduling:\n  shifts:\n    full-day: {length: 8h, starts: 07:00-12:00}',
  },
  SCD002: {
    title: 'A shift that cannot be worked as written',
    text: 'A shift lasts at most 24 hours, starts and breaks lie on a grid of five minutes or coarser, the latest start is not before the earliest, breaks fit into the shift one after the other, and days worked are no more than a week has.',
    wrong: 'half-day: {length: 4h, starts: 08:00-16:00, breaks: [{length: 30m, after: 3h45-5h}]}',
    right: 'half-day: {length: 4h, starts: 08:00-16:00, breaks: [{length: 15m, after: 1h30-2h30}]}',
  },
  SCD003: {
    title: 'Too little rest between two shifts',
    text: 'An agent works the same kind of shift every day, and its starts may differ by starts-vary. From the latest end to the earliest start of the next day there must be the rest asked for: shorten the shift, let starts vary less, or ask for less rest.',
    wrong: 'scheduling: {rest: 12h, shifts: {long: {length: 10h, starts: 06:00-12:00, starts-vary: 4h}}}',
    right: 'scheduling: {rest: 12h, shifts: {long: {length: 10h, starts: 06:00-12:00, starts-vary: 2h}}}',
  },
  SCD004: {
    title: 'The requirement names somebody unknown',
    text: 'The column group of a requirement holds names of agent groups or of contact types: agents of that group, or agents for those contacts from whatever group has the skill. A file may also have a column time and one column a group or contact type.',
    wrong: 'start,group,agents\n08:00,Paris,12     # the group is called paris',
    right: 'start,group,agents\n08:00,paris,12',
  },
  SCD005: {
    title: 'A horizon that cannot be scheduled at once',
    text: 'Shifts are scheduled for one day up to a week, or for two, three or four whole weeks, because days worked and days off are counted by the week. Make a month four weeks at a time; the last roster tells who is due for days off.',
    wrong: 'clock: {start: 2026-11-02, days: 30}',
    right: 'clock: {start: 2026-11-02, days: 28}',
  },
  SCD006: {
    title: 'No shift covers an hour in which agents are needed',
    text: 'However many agents there are, none of the allowed shifts has anybody of the right group on duty then. The message says which shift would come nearest and what would have to change: a later start, a longer shift, another day, another group. Or let hours go uncovered at a price: understaffing.',
    wrong: 'shifts: {day: {length: 8h, starts: 08:00-14:00}}     # and the requirement goes on until 23:30',
    right: 'shifts: {day: {length: 8h, starts: 08:00-15:30}}',
  },
  SCD007: {
    title: 'More agents are needed than may be had',
    text: 'The shifts reach every hour, but headcount, at-most or days a week allow too few agents for all hours together. The message says how many agent hours are missing where the shortage is least. Allow more, or let hours go uncovered at a price: understaffing.',
    wrong: 'scheduling: {headcount: {paris: 10}, …}    # and 14 are needed at noon',
    right: 'scheduling: {headcount: {paris: 20}, …}',
  },
  SCD008: {
    title: 'No schedule was found in the time allowed',
    text: 'The search ended before it found any schedule that covers the requirement. Give it more time, a wider gap, or fewer choices: a coarser grid of starts and breaks, fewer kinds of shifts.',
    wrong: 'plimsoll schedule scenarios/bank-week.yaml --time-limit 1s',
    right: 'plimsoll schedule scenarios/bank-week.yaml --time-limit 60s',
  },
  SCD009: {
    title: 'Nothing says how many agents are needed',
    text: 'Without a requirement file agents are worked out from contacts, handle times and objectives. No contact type has both generated contacts and an objective.',
    wrong: 'contacts: {help: {arrivals: 60/h, handle: 4m}}',
    right: 'contacts: {help: {arrivals: 60/h, handle: 4m, objective: 80% in 20s}}',
  },
  SCD010: {
    title: 'There is no such moment in the schedule',
    text: '--explain takes the start of an interval of the horizon: 09:30, in a week with its day: mon 09:30 or 2026-11-23 09:30.',
    wrong: '--explain 25:00',
    right: "--explain 'mon 09:30'",
  },
  SCD011: {
    title: 'An amount where agents have no price',
    text: 'Without prices an agent hour costs 1, so that least cost is least hours. A shortage or surplus is then weighed by a factor on it; or give the sites a pay.',
    wrong: 'scheduling: {understaffing: €60/h, …}     # and no site has a pay',
    right: 'scheduling: {understaffing: 300%, …}',
  },
  SCD012: {
    title: 'A schedule of days that are folded into one',
    text: 'With `report: time-of-day` all days of the horizon are reported as one, so a schedule could not be mended on the day that misses its objective. Leave `report` out, or write calendar.',
    wrong: 'clock: {days: 14, report: time-of-day}',
    right: 'clock: {days: 14, report: calendar}',
  },
} as const;

export type SchedulingProblemCode = keyof typeof SCHEDULING_PROBLEMS;
