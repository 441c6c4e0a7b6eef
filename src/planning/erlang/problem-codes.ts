/** Every kind of problem and warning of the calculator; codes are stable and never reused. For `plimsoll explain`. */
export const ERLANG_PROBLEMS = {
  ERL001: {
    title: 'A value of the calculator cannot be read',
    text: 'Times need a unit, shares a per cent sign or a decimal, arrivals say how long the contacts take to come. In a grid an empty cell takes the value of the flag of the same name.',
    wrong: "plimsoll erlang c --arrivals 100 --aht 180 --target '80% in 20s'",
    right: "plimsoll erlang c --arrivals 100/30m --aht 180s --target '80% in 20s'",
  },
  ERL002: {
    title: 'More than one thing is unknown',
    text: 'Of arrivals, handle time and agents one may be left out, and is then the answer. Where all are given, the service they give is the answer.',
    wrong: "plimsoll erlang c --arrivals 100/30m --target '80% in 20s'",
    right: "plimsoll erlang c --arrivals 100/30m --aht 180s --target '80% in 20s'",
  },
  ERL003: {
    title: 'Nothing is asked for, so nothing can be solved',
    text: 'To find agents, arrivals or a handle time there must be a target: --target, --max-asa, --max-abandonment, --max-occupancy or, for lines, --max-blocking.',
    wrong: 'plimsoll erlang c --arrivals 100/30m --aht 180s',
    right: "plimsoll erlang c --arrivals 100/30m --aht 180s --target '80% in 20s'",
  },
  ERL004: {
    title: 'This formula does not know this flag or column',
    text: 'Each formula has its own: erlang b knows no waiting, erlang c no patience, only erlang x limited lines and redials, only erlang blend idle agents that are kept.',
    wrong: 'plimsoll erlang b --load 10 --agents 17 --patience 5m',
    right: 'plimsoll erlang a --arrivals 100/30m --aht 180s --agents 14 --patience 5m',
  },
  ERL005: {
    title: 'The target is out of reach',
    text: 'No number of agents, or no load, meets the target: with limited lines agents cannot be more than lines, and an occupancy cap does not help where a target is 100 %.',
    wrong: "plimsoll erlang x --arrivals 100/30m --aht 180s --lines 8 --patience 3m --target '80% in 20s'",
    right: "plimsoll erlang x --arrivals 100/30m --aht 180s --lines 40 --patience 3m --target '80% in 20s'",
  },
  ERL006: {
    title: 'The grid has a column that is none',
    text: 'Columns are named like the flags, without the dashes; others must be named with a leading # and are copied to the output as they are.',
    wrong: 'arrival,aht,target',
    right: 'arrivals,aht,target,#remark',
  },
  ERL020: {
    title: 'Erlang C above 95 % load',
    text: 'So near to full load, waits depend on a per cent of work more or less, and would take hours to settle. Erlang A and a simulation stay near to what happens.',
    wrong: 'plimsoll erlang c --arrivals 100/30m --aht 196s --agents 11',
    right: 'plimsoll erlang a --arrivals 100/30m --aht 196s --agents 11 --patience 3m',
  },
  ERL021: {
    title: 'Erlang C, though customers abandon',
    text: 'Erlang C has everybody wait to the end. Who abandons makes the queue shorter for all others, so that it promises waits that nobody sees and asks for agents that nobody needs.',
    wrong: "plimsoll erlang c --arrivals 100/30m --aht 180s --target '80% in 20s' --patience 3m",
    right: "plimsoll erlang a --arrivals 100/30m --aht 180s --target '80% in 20s' --patience 3m",
  },
  ERL022: {
    title: 'The objective lies below what the fewest agents reach',
    text: 'One agent, or the fewest with which the queue is stable, already do better than the target. In a group so small the service level is not something to steer by; watch the longest waits, or pool it with others.',
    wrong: "plimsoll erlang c --arrivals 2/30m --aht 90s --target '50% in 20s'",
    right: "plimsoll erlang c --arrivals 200/30m --aht 90s --target '80% in 20s'",
  },
  ERL023: {
    title: 'Occupancy that this group cannot have at this service level',
    text: 'Occupancy is what remains at a service level, and it grows with the size of the group. A small group at 80 % in 20 s is at about 70 %; who demands more of it takes the service level away. Larger groups come from pooling.',
    wrong: "plimsoll erlang c --arrivals 100/30m --aht 180s --target '80% in 20s' --max-occupancy 90%",
    right: "plimsoll erlang c --arrivals 1000/30m --aht 180s --target '80% in 20s' --max-occupancy 90%",
  },
  ERL024: {
    title: 'Agents get less done with one chat more',
    text: 'Chats a second are j ÷ AHT with j chats in hand. Where that falls, everybody is better off with fewer chats an agent.',
    wrong: "plimsoll erlang chat --arrivals 40/h --aht '6m, 9m, 16m' --agents 5",
    right: "plimsoll erlang chat --arrivals 40/h --aht '6m, 9m' --agents 5",
  },
  ERL025: {
    title: 'An interval too short for a formula of a balance',
    text: 'A queue takes some handle times to settle. In an interval of fewer than five the state that the interval before left counts as much as its own load; plimsoll staff follows the day.',
    wrong: "plimsoll erlang c --arrivals 20/15m --aht 12m --target '80% in 20s'",
    right: "plimsoll erlang c --arrivals 20/15m --aht 90s --target '80% in 20s'",
  },
  ERL026: {
    title: 'More work than agents',
    text: 'Only those who give up keep the queue in balance, so the figures hang on the patience that was put in. Patience must come from all waits, answered ones too: the mean wait of those who abandoned is far shorter than mean patience.',
    wrong: 'plimsoll erlang a --arrivals 100/30m --aht 180s --agents 8 --patience 30s',
    right: 'plimsoll erlang a --arrivals 100/30m --aht 180s --agents 12 --patience 3m',
  },
  ERL030: {
    title: 'The table of a day cannot be read',
    text: 'A day has a row for each interval, one after the other and of one length, with columns arrivals and agents and, if wanted, from. Handle time, patience and target hold for the whole day and are flags.',
    wrong: 'plimsoll erlang day --input day.csv',
    right: "plimsoll erlang day --input day.csv --interval 30m --aht 180s --patience 3m --target '80% in 20s'",
  },
  ERL031: {
    title: 'A case of priorities, or of other handle times and arrivals, cannot be read',
    text: 'It takes arrivals (of priorities one a class, the most urgent first), a handle time and agents; one of them may be left out where --max-asa says how long the mean wait may be, and is then the answer (for priorities without arrivals --mix tells the classes). handle and between take a shape too.',
    wrong: 'plimsoll erlang handle --arrivals 100/30m --aht 180s --agents 12 --shape lognormal',
    right: "plimsoll erlang handle --arrivals 100/30m --aht 180s --agents 12 --shape 'cv 1.2'",
  },
} as const;

export type ErlangProblemCode = keyof typeof ERLANG_PROBLEMS;
