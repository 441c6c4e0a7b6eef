/** Every kind of problem with a log, an export or its import; codes are stable and never reused. For `plimsoll explain`. */
export const TRAFFIC_PROBLEMS = {
  LOG001: {
    title: 'A log or export cannot be read',
    text: 'There is no such file, it is a folder, or its rights forbid reading. A log named in a scenario is looked for from the folder of the scenario.',
    wrong: 'arrivals: {replay: log.csv}          # the file is logs/log.csv',
    right: 'arrivals: {replay: logs/log.csv}',
  },
  LOG002: {
    title: 'The file is empty',
    text: 'A log has a line of column names and below it one row a contact.',
    wrong: '(nothing)',
    right: 'contact-type,arrived-at\norders,2026-11-23T08:00:12',
  },
  LOG003: {
    title: 'The file is not well-formed CSV',
    text: 'Mostly a quote was opened and never closed, so that the rest of the file looks like one cell. The line named is where the reader gave up.',
    wrong: 'contact-type,arrived-at\n"orders,2026-11-23T08:00:12',
    right: 'contact-type,arrived-at\n"orders",2026-11-23T08:00:12',
  },
  LOG004: {
    title: 'A column is missing',
    text: 'A log needs contact-type and arrived-at; handle-time, patience and wrap-up may be missing and are then drawn from the scenario. An export with other names becomes a log by plimsoll import csv.',
    wrong: 'queue,start\norders,2026-11-23T08:00:12',
    right: 'contact-type,arrived-at\norders,2026-11-23T08:00:12',
  },
  LOG005: {
    title: 'A column stands twice',
    text: 'Only one of the two could hold, and which one would be a guess.',
    wrong: 'contact-type,arrived-at,arrived-at',
    right: 'contact-type,arrived-at,answered-at',
  },
  LOG006: {
    title: 'An arrival that is no time',
    text: 'Times are ISO dates and times, with an offset (an instant) or without (the wall clock of the scenario). A time of day alone is enough when the horizon is one day. Other forms are read by plimsoll import csv.',
    wrong: 'orders,11/23/26 8:00 AM',
    right: 'orders,2026-11-23T08:00:00',
  },
  LOG007: {
    title: 'Rows are not in order of arrival',
    text: 'A log is read once from front to back, so that it may be larger than the memory; its rows must stand in order. plimsoll import csv sorts them.',
    wrong: 'orders,2026-11-23T08:00:12\norders,2026-11-23T08:00:05',
    right: 'orders,2026-11-23T08:00:05\norders,2026-11-23T08:00:12',
  },
  LOG008: {
    title: 'A duration that cannot be',
    text: 'Handle time, patience and wrap-up are seconds (200), durations (3m20s) or clock durations (0:03:20), never negative; the handle time contains the wrap-up. plimsoll import csv leaves such rows out and lists them.',
    wrong: 'orders,2026-11-23T08:00:12,-5',
    right: 'orders,2026-11-23T08:00:12,200',
  },
  LOG009: {
    title: 'No row is of a contact type that the scenario replays',
    text: "The column contact-type must hold the names of the scenario's contact types, or those that `as:` gives them. Rows of other types are left out, but at least one must match.",
    wrong: 'contacts:\n  orders:\n    arrivals: {replay: log.csv}          # the log says "Bestellungen"',
    right: 'contacts:\n  orders:\n    arrivals: {replay: log.csv, as: Bestellungen}',
  },
  LOG010: {
    title: '--map cannot be understood',
    text: 'The form is COLUMN=EXPRESSION, separated by commas; COLUMN is one of contact-type, arrived-at, handle-time, patience, wrap-up, EXPRESSION a column of the export, a sum or a difference of columns.',
    wrong: "--map 'arrival=Start'",
    right: "--map 'arrived-at=Start, handle-time=Talk+ACW'",
  },
  LOG011: {
    title: '--time-format cannot be understood',
    text: 'Pieces are yyyy yy MMM MM M dd d HH H hh h mm m ss s SSS a XXX, as in spreadsheets; each may stand once, and there must be an hour (hh and h together with a).',
    wrong: '--time-format DD/MM',
    right: "--time-format 'dd/MM/yyyy HH:mm:ss'",
  },
  LOG012: {
    title: 'The log cannot be written',
    text: 'The folder is missing, its rights forbid writing, or the disk is full. The log is written under a temporary name and takes its place when it is whole: an old one survives.',
    wrong: 'plimsoll import csv calls.csv --out missing/log.csv',
    right: 'mkdir logs && plimsoll import csv calls.csv --out logs/log.csv',
  },
  LOG013: {
    title: 'Dates that can be read in two ways',
    text: '03/04/2026 is the third of April in Europe and the fourth of March in the United States. No date in the whole file settles it, or dates contradict each other, and a guess would move every contact.',
    wrong: 'plimsoll import csv calls.csv',
    right: 'plimsoll import csv calls.csv --date-order dmy',
  },
  LOG014: {
    title: 'A duration out of range',
    text: 'A flag wants a duration with its unit, within the bounds that the message names.',
    wrong: '--break-after 15',
    right: '--break-after 15m',
  },
} as const;
