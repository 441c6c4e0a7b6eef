/** How every command ends, as scripts and pipelines see it. The one table: help and docs are written from it. */
export const EXIT = {
  done: 0,
  gateFailed: 1,
  userError: 2,
  gateInconclusive: 3,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code tells the caller, in the order of the codes. */
export const EXIT_MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: 'done',
  gateFailed:
    'a gate failed: the service is worse than the scenario allows; plimsoll lint found something, or a schedule misses an objective in simulation',
  userError: 'something in the command, the scenario or its files needs mending; stderr says what and where',
  gateInconclusive: 'a gate could not be decided with so few replications',
  bug: 'a fault of Plimsoll; stderr carries what to report',
  interrupted: 'stopped by Ctrl-C; the finished replications are reported',
  terminated: 'stopped by SIGTERM; the finished replications are reported',
};
