/** What `plimsoll explain CODE` says about every kind of finding; codes are stable and never reused. */
export const LINT_FINDINGS = {
  LNT001: {
    title: 'Contacts come, or are let in, when nobody can serve them',
    text: 'For the hours named no agent with the skill is on duty, breaks counted as off duty, while the queue is open. Who comes then waits until somebody signs in, or gives up. Where no opening hours are written, only hours in which contacts come are looked at; deferred contacts (email) may wait for the morning, so for them somebody must be there at some time only.',
    wrong:
      'contacts:\n  help: {open: 08:00-20:00, …}\nagents:\n  team: {skills: [help], shifts: [{agents: 6, from: 08:00, to: 18:00}]}',
    right:
      'contacts:\n  help: {open: 08:00-18:00, …}\nagents:\n  team: {skills: [help], shifts: [{agents: 6, from: 08:00, to: 18:00}]}',
  },
  LNT002: {
    title: 'More load is offered than the agents on duty can carry',
    text: 'In the hours named the first attempts that are expected, times their mean handle time with the quickest group on duty (its new agents as slow as they are that day, with what rings in vain and the time set aside after it), are more Erlangs than agents who may serve them are expected to be there (on duty by the timetable, less `absence` and `adherence`); of chats and the like as many are held at once as gets most done. The agents are shared among all contact types as well as can be (a maximum flow from types to groups, interval by interval), so no routing can help. What a bot or IVR contains is left out. Redials, comebacks and transfers come on top; recorded traffic is not counted. A short excess may be meant: then the queue carries it over.',
    wrong:
      'contacts:\n  help: {arrivals: 120/h, handle: 4m}      # 8 Erlangs\nagents:\n  team: {count: 7, skills: [help]}',
    right: 'contacts:\n  help: {arrivals: 120/h, handle: 4m}\nagents:\n  team: {count: 10, skills: [help]}',
  },
  LNT003: {
    title: 'An objective shorter than the work on one contact',
    text: 'On a deferred channel (email, portal, social-post) nobody waits on the line, and an answer is finished work. An objective shorter than the mean handle time is missed by every contact that finds all agents at work on another one. On live and concurrent channels the objective is about the wait for an answer, which is normally far shorter than the handle time, so nothing is found there.',
    wrong: 'contacts:\n  claims: {channel: email, handle: 9m, objective: 90% in 5m}',
    right: 'contacts:\n  claims: {channel: email, handle: 9m, objective: 90% in 8h}',
  },
  LNT004: {
    title: 'An agent group that will never have work',
    text: 'Nothing that the group may serve can reach it: no contacts of these types come, or their queues are closed whenever the group is on duty, or they have left before the overflow lets the group take them, or nobody of the group is ever on duty.',
    wrong:
      'contacts:\n  help: {open: 08:00-18:00, …}\nagents:\n  night: {skills: [help], shifts: [{agents: 2, from: 20:00, to: 06:00}]}',
    right:
      'contacts:\n  help: {…}                                 # open around the clock\nagents:\n  night: {skills: [help], shifts: [{agents: 2, from: 20:00, to: 06:00}]}',
  },
  LNT005: {
    title: 'A skill that nobody will need',
    text: 'The group has the skill, but no contacts of this type come: its arrivals are none in the whole horizon, and nothing is transferred to it.',
    wrong: 'contacts:\n  claims: {arrivals: none, handle: 9m}\nagents:\n  team: {count: 6, skills: [help, claims]}',
    right: 'contacts:\n  claims: {arrivals: 20/h, handle: 9m}\nagents:\n  team: {count: 6, skills: [help, claims]}',
  },
  LNT006: {
    title: 'Contacts that wait behind others without end',
    text: 'A free agent takes a higher priority (or a better level) first, always, and in the hours named the contacts that go first offer enough load to fill all agents who could serve this type, however well they are shared with other groups. What comes behind is served only by chance gaps. Age counts for nothing under such an order; a weight on the wait, or agents kept for this type, end it.',
    wrong:
      'contacts:\n  cards: {priority: 1, arrivals: 120/h, handle: 5m}     # 10 Erlangs\n  loans: {priority: 2, …}\nagents:\n  team: {count: 10, skills: [cards, loans]}',
    right: 'agents:\n  team: {count: 10, skills: [cards, loans]}\n  loans-only: {count: 2, skills: [loans]}',
  },
  LNT007: {
    title: 'Chats that never leave an agent free for a call',
    text: 'A call takes the whole agent, so it is answered by an agent who holds no chat. In the hours named the chats that may not be interrupted for it, one with each agent, are as many Erlangs as there are agents who could serve the call: each of them has the next chat before the last is done, although together they have room for more chats. Calls are then answered in chance gaps alone.',
    wrong:
      'contacts:\n  calls: {…}\n  chats: {channel: chat, arrivals: 120/h, handle: 6m}      # 12 Erlangs\nagents:\n  team: {count: 10, skills: [calls, chats], capacity: {voice: 1, chat: 3}}',
    right: 'agents:\n  team: {count: 8, skills: [chats], capacity: {chat: 3}}\n  callers: {count: 2, skills: [calls]}',
  },
  LNT008: {
    title: 'Contacts that get no agent, since all are kept idle for others',
    text: 'In the hours named every group on duty that may serve these contacts keeps as many agents idle for other contact types as it has, or more. An agent is given to others only while more than so many are idle, so these contacts wait until more agents come.',
    wrong: 'agents:\n  team: {count: 2, skills: [orders, claims]}\nrouting: {reserve: {team: {keep: 2, for: orders}}}',
    right: 'agents:\n  team: {count: 4, skills: [orders, claims]}\nrouting: {reserve: {team: {keep: 2, for: orders}}}',
  },
  LNT009: {
    title: 'A group that joins on a condition which cannot hold',
    text: 'The group takes contacts only while its condition holds, and it never does: more contacts would have to wait than there are lines, or contacts that never come, or a share above 100 % or below 0.',
    wrong: 'contacts:\n  orders: {lines: 30, …}\nagents:\n  bench: {joins: only when queue(orders) > 30, …}',
    right: 'contacts:\n  orders: {lines: 30, …}\nagents:\n  bench: {joins: only when queue(orders) > 10, …}',
  },
  LNT010: {
    title: 'Contacts that nobody takes any longer once they have waited',
    text: 'Rings that expire and levels with an end take groups out while a contact waits. In the hours named nobody of the groups that stay to the end is on duty, so a contact that is not answered before waits until it gives up.',
    wrong: 'routing:\n  rings: {orders: [{groups: [day, night], for: 40s, expires: true}, {groups: [day-backup]}]}',
    right: 'routing:\n  rings: {orders: [{groups: [day, night], for: 40s}, {groups: [day-backup]}]}',
  },
  LNT011: {
    title: 'A language that is not spoken at the site',
    text: 'The group has a skill for contacts in a language that is not among the languages of its site. It is simulated as it stands; one of the two is probably a slip.',
    wrong: 'sites:\n  tunis: {languages: [fr, ar]}\nagents:\n  tunis: {site: tunis, skills: [orders-de], …}',
    right: 'sites:\n  tunis: {languages: [fr, ar, de]}\nagents:\n  tunis: {site: tunis, skills: [orders-de], …}',
  },
  LNT012: {
    title: 'A last agent is preferred, and nobody comes back to one',
    text: 'Customers whom an agent has served come again by a transfer, when they come back unresolved, and after a silence. There are none, or no agent who may serve the first may serve the second, so nobody is ever asked first. Redials and callbacks are of customers whom nobody has served.',
    wrong: 'contacts:\n  orders: {…}\nrouting: {prefer-last-agent: {wait: 30s}}',
    right: 'contacts:\n  orders: {comes-back: 15% within 2d, …}\nrouting: {prefer-last-agent: {wait: 30s}}',
  },
  LNT013: {
    title: 'A number for a channel that the group never takes',
    text: 'The capacity of the group names a channel of which it has no skill for any contact type, so no agent of it ever holds such a contact. A skill is missing, or the channel is too much; a mixture under together that names it never comes about.',
    wrong: 'agents:\n  team: {skills: [calls], capacity: {voice: 1, chat: 3}}',
    right: 'agents:\n  team: {skills: [calls, chats], capacity: {voice: 1, chat: 3}}',
  },
  LNT014: {
    title: 'Work that gives way to a channel which never comes to the group',
    text: 'Work of the group is interrupted by a channel of which it has no skill for any contact type that comes. Nothing interrupts it, so calls that were to go first wait until it is done, or are not for these agents at all.',
    wrong: 'agents:\n  desk: {skills: [claims], capacity: {email: 1 interrupted by voice}}',
    right: 'agents:\n  desk: {skills: [claims, calls], capacity: {email: 1 interrupted by voice}}',
  },
  LNT015: {
    title: 'Silences longer than what is simulated',
    text: 'Customers fall silent for longer on average than the horizon lasts. Most of them would be back when it is over, so their contacts are left in service, and what agents would have to do for them is missing.',
    wrong: 'clock: {days: 1}\ncontacts:\n  notes: {channel: messaging, goes-quiet: {after: 2m, for: 2d}, …}',
    right: 'clock: {days: 7}\ncontacts:\n  notes: {channel: messaging, goes-quiet: {after: 2m, for: 4h}, …}',
  },
  LNT016: {
    title: 'Deferred work for which the agents have no time',
    text: 'Over the whole horizon the emails, tickets and posts that are expected, with those that wait at the start, times their mean handle time with the quickest group, are more hours than agents who may serve them are expected to be there, less what live contacts and chats take of them. A backlog carries busy hours over to calm ones, so single hours are not looked at; here there are no calm ones left, and the backlog grows.',
    wrong:
      'contacts:\n  claims: {channel: email, arrivals: 600/day, handle: 9m}      # 90 hours a day\nagents:\n  back: {skills: [claims], shifts: [{agents: 10, from: 08:00, to: 16:00}]}      # 80 hours',
    right:
      'contacts:\n  claims: {channel: email, arrivals: 600/day, handle: 9m}\nagents:\n  back: {skills: [claims], shifts: [{agents: 12, from: 08:00, to: 16:00}]}',
  },
  LNT019: {
    title: 'Contacts that no site can take',
    text: 'Every site whose agents serve this contact type leaves part of it to others (cannot-take), and there are no others. Of several sites, what the one with the smaller part cannot take the others with a larger part cannot take either: these contacts wait until they give up. Where sites lack different languages, make each language a contact type of its own.',
    wrong:
      'sites: {paris: {cannot-take: {orders: 10%}}, tunis: {cannot-take: {orders: 15%}}}   (and nobody else serves orders)',
    right: 'sites: {paris: {}, tunis: {cannot-take: {orders: 15%}}}',
  },
} as const;

export type LintCode = keyof typeof LINT_FINDINGS;
