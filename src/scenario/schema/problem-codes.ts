/** What `plimsoll explain CODE` says. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  readonly wrong: string;
  readonly right: string;
}

/** Every kind of problem a scenario file can have; codes are stable and never reused. */
export const SCENARIO_PROBLEMS = {
  SCN001: {
    title: 'The scenario file cannot be read',
    text: 'There is no such file, it is a folder, or its rights forbid reading. Paths are relative to the folder in which the command runs.',
    wrong: 'plimsoll simulate scenario/bank.yaml',
    right: 'plimsoll simulate scenarios/bank.yaml',
  },
  SCN002: {
    title: 'The file is too large',
    text: 'A scenario file may have 1 MB, an included CSV file 64 MB. Volumes, agents by interval and logs belong into CSV files that the scenario names.',
    wrong: 'counts typed into the scenario, one line for each quarter of an hour of the year',
    right: 'arrivals: {by-interval: volumes.csv}',
  },
  SCN003: {
    title: 'The file is not well-formed YAML (or JSON)',
    text: 'The text breaks the rules of YAML: a bracket or quote left open, wrong indentation, a tab as indentation. The place named is where the reader stumbled; the slip is there or just before.',
    wrong: 'team: {count: 6, skills: [help}',
    right: 'team: {count: 6, skills: [help]}',
  },
  SCN004: {
    title: 'A key stands twice in one mapping',
    text: 'Only one of the two could hold, and which one would be a guess.',
    wrong: 'handle: 4m\nhandle: 5m',
    right: 'handle: 5m',
  },
  SCN005: {
    title: 'The file grows too large when its aliases are followed, or is nested too deeply',
    text: 'Anchors (&name) and aliases (*name) are allowed, but a scenario may have 100,000 values after all aliases are replaced, and 60 levels of nesting.',
    wrong: 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]   # and so on: it doubles with every line',
    right: 'a: &a [x, x]\nb: *a',
  },
  SCN006: {
    title: 'The file is empty or is not a scenario',
    text: 'A scenario is a mapping of names to values. The smallest has `contacts:` and `agents:`.',
    wrong: '- help\n- orders',
    right: 'contacts:\n  help: {arrivals: 60/h, handle: 4m}\nagents:\n  team: {count: 6, skills: [help]}',
  },
  SCN007: {
    title: 'A name that may not be used',
    text: 'Names are letters, digits, `-`, `_`, `.` and spaces, up to 100 characters. `__proto__`, `constructor` and `prototype` are refused.',
    wrong: 'contacts:\n  __proto__: {handle: 4m}',
    right: 'contacts:\n  help: {handle: 4m}',
  },
  SCN010: {
    title: 'Unknown key',
    text: 'The key is no part of the scenario language, at least not at this place. The message names the nearest key that is; `plimsoll schema` gives editors the whole list.',
    wrong: 'contacts:\n  help: {arivals: 60/h, handle: 4m}',
    right: 'contacts:\n  help: {arrivals: 60/h, handle: 4m}',
  },
  SCN011: {
    title: 'Something necessary is missing',
    text: 'The key has no default: without it there is nothing to simulate.',
    wrong: 'contacts:\n  help: {arrivals: 60/h}',
    right: 'contacts:\n  help: {arrivals: 60/h, handle: 4m}',
  },
  SCN012: {
    title: 'Not one of the possible words',
    text: 'The value is one of a fixed list of words, which the message gives.',
    wrong: 'routing: {agent: longest-idel}',
    right: 'routing: {agent: longest-idle}',
  },
  SCN013: {
    title: 'The value cannot be read',
    text: 'The text is not what belongs here: a duration, a rate, a share, a distribution. The message shows the form expected.',
    wrong: 'patience: 3 minuts',
    right: 'patience: 3 minutes',
  },
  SCN014: {
    title: 'The value is out of range',
    text: 'The form is right, the amount is not: a negative count, a share above 100 %, a mean handle time of zero.',
    wrong: 'handle: 0s',
    right: 'handle: 4m',
  },
  SCN015: {
    title: 'Not supported yet',
    text: 'The key or word belongs to the scenario language, but this version cannot simulate it. It is refused rather than ignored, since ignoring it would give wrong figures. Take it out, or wait for a later version.',
    wrong: 'contacts:\n  help: {channel: chat, …}',
    right: 'contacts:\n  help: {channel: voice, …}',
  },
  SCN016: {
    title: 'A duration without its unit',
    text: 'A bare number could be seconds or minutes. Write the unit: `180s`, `3m`, `1h30`.',
    wrong: 'patience: 180',
    right: 'patience: 180s',
  },
  SCN017: {
    title: 'The wrong kind of value',
    text: 'A mapping, a list or a single value stands where another of them belongs.',
    wrong: 'agents: [paris, tunis]',
    right: 'agents:\n  paris: {count: 6, skills: [help]}',
  },
  SCN018: {
    title: 'Something that the channel does not have',
    text: 'Nobody waits on the line for the answer to an email, a portal ticket or a post, so there is no patience, balking or redialling; and only of chat, sms, social and messaging can an agent hold several at once.',
    wrong: 'claims: {channel: email, patience: 3m, …}',
    right: 'claims: {channel: email, objective: 90% in 8h, …}',
  },
  SCN019: {
    title: 'A capacity that contradicts itself',
    text: 'Voice, video and tty take the whole agent and are not interrupted, and emails and tickets are worked on one after the other. Work is interrupted by a channel on which a customer waits, and a group holds only channels of its skills.',
    wrong: 'capacity: {voice: 2, chat: 3 interrupted by email}',
    right: 'capacity: {voice: 1, chat: 3, email: 1 interrupted by voice}',
  },
  SCN020: {
    title: 'A name that stands for nothing',
    text: 'A contact type, queue, site or agent group is named that the scenario does not declare.',
    wrong: 'contacts: {help: …}\nagents:\n  team: {count: 6, skills: [helpp]}',
    right: 'contacts: {help: …}\nagents:\n  team: {count: 6, skills: [help]}',
  },
  SCN021: {
    title: 'Nobody serves this contact type',
    text: 'No agent group has it among its skills, so every contact would wait until it gives up. Give a group the skill, or take the contact type out.',
    wrong: 'contacts: {help: …, orders: …}\nagents:\n  team: {count: 6, skills: [help]}',
    right: 'contacts: {help: …, orders: …}\nagents:\n  team: {count: 6, skills: [help, orders]}',
  },
  SCN022: {
    title: 'Agents without work',
    text: 'An agent group has no skills, so it can serve nobody.',
    wrong: 'agents:\n  team: {count: 6, skills: []}',
    right: 'agents:\n  team: {count: 6, skills: [help]}',
  },
  SCN023: {
    title: 'Two keys that exclude each other, or none of them',
    text: 'One thing is said in one place: arrivals have one base volume, an agent group one way to be staffed.',
    wrong: 'agents:\n  team: {count: 6, by-interval: staff.csv, skills: [help]}',
    right: 'agents:\n  team: {by-interval: staff.csv, skills: [help]}',
  },
  SCN024: {
    title: 'Transfers of more than 100 %, or without an end',
    text: 'Of all contacts of a type more would be transferred than there are, or all of them again and again.',
    wrong: 'transfer: {orders: 70%, claims: 40%}',
    right: 'transfer: {orders: 50%, claims: 40%}',
  },
  SCN025: {
    title: 'A queue that no contact type uses',
    text: 'The queue is declared, but no contact type names it, so it would stay empty for ever.',
    wrong: 'queues: {front: {open: 08:00-20:00}}\ncontacts:\n  help: {…}',
    right: 'queues: {front: {open: 08:00-20:00}}\ncontacts:\n  help: {queue: front, …}',
  },
  SCN026: {
    title: 'A time zone that does not exist',
    text: 'Time zones have the names of the IANA database: a continent and a city, or UTC.',
    wrong: 'clock: {timezone: Europe/Pariss}',
    right: 'clock: {timezone: Europe/Paris}',
  },
  SCN027: {
    title: 'Two things with the same chance',
    text: 'Contact types draw from streams of random numbers with their own names, and so do bursts. With one stream two contact types would have the same customers at the same moments. The name `base` belongs to the base volume.',
    wrong: 'contacts:\n  orders: {…}\n  claims: {stream: orders, …}',
    right: 'contacts:\n  orders: {…}\n  claims: {…}',
  },
  SCN028: {
    title: 'A callback where nobody waits on the line',
    text: 'A callback is offered instead of waiting on the line, so it belongs to voice, video and tty. Whoever writes an email or a ticket waits for the answer anyway; whoever chats may leave a message.',
    wrong: 'contacts:\n  claims: {channel: email, callback: {offer-when: always, accepted: 50%}, …}',
    right: 'contacts:\n  calls: {channel: voice, callback: {offer-when: always, accepted: 50%}, …}',
  },
  SCN030: {
    title: 'An included file cannot be read',
    text: 'Paths inside a scenario are relative to the folder of the scenario file, not to the folder in which the command runs.',
    wrong: 'arrivals: {by-interval: orders.csv}          # the file is volumes/orders.csv',
    right: 'arrivals: {by-interval: volumes/orders.csv}',
  },
  SCN031: {
    title: 'A path that leaves the folder of the scenario',
    text: 'A scenario from somebody else should not read just any file. A path with `..`, an absolute path or a link that leads out of the folder is followed only with --allow-outside (in the library: allowOutside: true).',
    wrong: 'plimsoll simulate bank.yaml                   # bank.yaml names ../volumes.csv',
    right: 'plimsoll simulate bank.yaml --allow-outside',
  },
  SCN032: {
    title: 'A CSV file is malformed',
    text: 'A quote is left open, or a row has more or fewer cells than the heading. Separators `,` `;` and tab are recognised from the first line; the encoding is UTF-8.',
    wrong: 'time,orders\n08:00,12,5',
    right: 'time,orders\n08:00,12.5',
  },
  SCN033: {
    title: 'A CSV file lacks a column',
    text: 'The first line names the columns. Upper and lower case do not matter.',
    wrong: 'hour,orders\n08:00,120',
    right: 'time,orders\n08:00,120',
  },
  SCN034: {
    title: 'A cell of a CSV file cannot be read',
    text: 'Counts are plain numbers, 0 or more; times are `08:00` (every day alike) or `2026-11-23 08:00` (that day). A decimal comma is understood where the separator is `;` or a tab.',
    wrong: 'time,orders\n08:00,n/a',
    right: 'time,orders\n08:00,0',
  },
  SCN035: {
    title: 'The rows of a CSV file do not match the interval of the scenario',
    text: 'Every time in the file must be a whole number of `clock.interval` after midnight, otherwise volumes and agents would change inside a reporting interval. Change the file or `clock: {interval: 15m}`.',
    wrong: 'clock: {interval: 30m}   # and rows at 08:00, 08:15, 08:30 …',
    right: 'clock: {interval: 15m}',
  },
  SCN036: {
    title: 'Rows of a CSV file are out of order or repeated',
    text: 'Rows stand in order of time, each time once. Clock times and dates are not mixed in one file.',
    wrong: 'time,orders\n08:30,90\n08:00,120',
    right: 'time,orders\n08:00,120\n08:30,90',
  },
  SCN037: {
    title: 'Nothing of the file lies inside the horizon',
    text: 'All dates in the file are before the first day or after the last day of the scenario.',
    wrong: 'clock: {start: 2026-11-23}      # and rows of 2025',
    right: 'clock: {start: 2025-11-24}',
  },
  SCN040: {
    title: 'Absurdly large',
    text: 'At most 100,000 agents in a group, 200,000 intervals in the horizon, 3,660 days, a billion contacts in a replication. More is nearly always a slip of the unit.',
    wrong: 'agents:\n  team: {count: 1000000000, skills: [help]}',
    right: 'agents:\n  team: {count: 1000, skills: [help]}',
  },
  SCN041: {
    title: 'The interval does not fit into the day',
    text: 'Intervals are 5, 6, 10, 12, 15, 20, 30 or 60 minutes, or any other length from 5 to 60 minutes that divides the day.',
    wrong: 'clock: {interval: 25m}',
    right: 'clock: {interval: 30m}',
  },
  SCN050: {
    title: '--set cannot be applied',
    text: 'The form is --set PATH=VALUE, where PATH follows the keys of the file. Contact types, groups, queues and sites must exist; other keys may be new.',
    wrong: '--set agents.pari.count=24',
    right: '--set agents.paris.count=24',
  },
  SCN051: {
    title: 'No problem has this code',
    text: 'Messages end with the code to ask for. Without a code, plimsoll explain lists them all.',
    wrong: 'plimsoll explain SCN999',
    right: 'plimsoll explain SCN012',
  },
  SCN060: {
    title: 'A ring without its time',
    text: 'Rings are added one after the other: every ring but the last one says with `for` how long it is asked before the next one is added. The last ring lasts until the contact is gone.',
    wrong: 'rings: {orders: [{groups: [experts]}, {groups: [team]}]}',
    right: 'rings: {orders: [{groups: [experts], for: 20s}, {groups: [team]}]}',
  },
  SCN061: {
    title: 'Shares that do not add up to 100 %',
    text: 'Percent allocation parts all contacts of a type over the sites named, so the shares add up to 100 %.',
    wrong: 'share: {orders: {paris: 70%, tunis: 20%}}',
    right: 'share: {orders: {paris: 70%, tunis: 30%}}',
  },
  SCN070: {
    title: 'A customer who cannot go quiet',
    text: 'Only on messaging, sms and social does a customer write, leave and come back later to the same conversation. On voice and chat customers stay to the end, and an email is one piece of work.',
    wrong: 'help: {channel: voice, goes-quiet: {after: 2m, for: 20m}, …}',
    right: 'help: {channel: messaging, goes-quiet: {after: 2m, for: 20m}, …}',
  },
  SCN071: {
    title: 'A backlog of customers who wait on the line',
    text: 'Only emails, portal tickets and posts lie there when the first day begins. Who calls or chats is gone by the next morning.',
    wrong: 'help: {channel: chat, backlog: 40, …}',
    right: 'claims: {channel: email, backlog: [40 aged 2h, 12 aged 1d], …}',
  },
  SCN072: {
    title: 'Channels that cannot be held together, or interrupt each other',
    text: 'What is listed under together is held beside the others of its mixture: no voice, video or tty, which take the whole agent; no channel twice; none more often than its own number says; none that is interrupted by another of the mixture although there is room for both. And no channel interrupts one that interrupts it.',
    wrong: 'capacity: {chat: 3, sms: 2, together: [{chat: 4, sms: 1}]}',
    right: 'capacity: {chat: 3, sms: 2, together: [{chat: 2, sms: 1}]}',
  },
  SCN080: {
    title: 'A warm transfer that cannot be warm',
    text: 'In a warm transfer the agent stays with the customer until the next agent answers, so both contact types have somebody on the line: no email, portal or social-post. `wait` is how long that agent stays at most, and says nothing of a cold transfer.',
    wrong: 'transfer: {claims: {probability: 12%, warm: 30s}}     # claims is an email',
    right: 'transfer: {claims: 12%}',
  },
  SCN090: {
    title: 'An amount without its currency, or for another time',
    text: 'Amounts carry their currency, before or after the number: €31/h, 31 EUR/h, $0.42. The time may be left out, since the key says what is paid for; where it stands it must be that of the key: pay is per hour, licences and seats are per month.',
    wrong: 'sites:\n  paris: {pay: 31}',
    right: 'sites:\n  paris: {pay: €31/h}',
  },
  SCN091: {
    title: 'Currencies that cannot be added up',
    text: 'Amounts stand in several currencies. Name the one of the results under costs.currency, and under costs.rates what one unit of each other one is worth in it. List prices of licences are in dollars or euros.',
    wrong: 'sites:\n  paris: {pay: €31/h}\n  tunis: {pay: 14 TND/h}',
    right: 'costs: {currency: EUR, rates: {TND: 0.30}}\nsites:\n  paris: {pay: €31/h}\n  tunis: {pay: 14 TND/h}',
  },
  SCN092: {
    title: 'Some agents have a price and others have none',
    text: 'A total that leaves out agents would be wrong. Every group has pay of its own, or sits at a site with pay or a contract; whoever costs nothing is paid €0/h.',
    wrong: 'sites:\n  paris: {pay: €31/h}\n  tunis: {}',
    right: 'sites:\n  paris: {pay: €31/h}\n  tunis: {contract: {per-handled-minute: €0.42}}',
  },
  SCN093: {
    title: 'No price of this licence is known',
    text: 'A licence is a price per agent and month, or a product and the number of its plan, cheapest first. List prices are known of some products; costs.licences adds others or replaces them. Makers that publish no prices need yours.',
    wrong: 'costs: {licence: servicenow 1}',
    right: 'costs: {licence: servicenow 1, licences: {servicenow: [€100]}}',
  },
  SCN094: {
    title: 'A contract that says nothing',
    text: 'A contract has at least one charge: per paid or productive hour, handled minute, contact, seat, a share of the revenue, a minimum or a set-up fee.',
    wrong: 'contract: {penalties: [{below: 75%, costs: 5%}]}',
    right: 'contract: {per-handled-minute: €0.42, penalties: [{below: 75%, costs: 5%}]}',
  },
  SCN100: {
    title: 'Shrinkage that leaves nothing of the paid time',
    text: 'Shares measured on the paid time add up, in the office and out of it; together they must stay below 100%. Where each is measured on what the ones before leave, say measured: remainder.',
    wrong: 'shrinkage: {out-of-office: 40%, in-office: 60%}',
    right: 'shrinkage: {out-of-office: 12%, in-office: 18%}',
  },
  SCN101: {
    title: 'A share of shrinkage by interval that is none',
    text: 'Columns in-office and out-of-office of a shrinkage file have shares of the paid time from 0 to below 1, such as 0.18.',
    wrong: 'time,in-office\n08:00,18',
    right: 'time,in-office\n08:00,0.18',
  },
  SCN120: {
    title: 'A site that can take nothing of a contact type',
    text: 'cannot-take says which part of a contact type the agents of a site cannot take. Where they can take none of it, leave it out of their skills.',
    wrong: 'sites:\n  tunis: {cannot-take: {orders: 100%}}',
    right: 'sites:\n  tunis: {cannot-take: {orders: 15%}}',
  },
  SCN140: {
    title: 'Too few days for so many batches',
    text: 'Batch means cut the days after the warm-up into batches of equally many whole days. The longer a batch, the less one tells of the next: ten days each are better than one.',
    wrong: 'clock: {days: 10}\nrun: {batch-means: 20}',
    right: 'clock: {days: 201}\nrun: {batch-means: 20, warm-up: 1d}',
  },
  SCN141: {
    title: 'Days that are not alike cannot be batches',
    text: 'All batches have the same reporting intervals: days are folded into one (report: time-of-day), and no clock goes forward or back in the horizon.',
    wrong: 'clock: {days: 201, report: calendar}\nrun: {batch-means: 20}',
    right: 'clock: {days: 201, timezone: UTC}\nrun: {batch-means: 20}',
  },
  SCN142: {
    title: 'Batch means where replications are asked for',
    text: 'Batches are cut out of one long run; replications repeat the whole horizon. Intervals come from the one or the other. What compares, gates or staffs needs replications.',
    wrong: 'run: {batch-means: 20, replications: 50}',
    right: 'run: {batch-means: 20}',
  },
} as const satisfies Record<string, Explanation>;

export type ScenarioProblemCode = keyof typeof SCENARIO_PROBLEMS;
