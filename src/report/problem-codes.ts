/** Every kind of problem with a folder of results; codes are stable and never reused. For `plimsoll explain`. */
export const REPORT_PROBLEMS = {
  OUT001: {
    title: 'The folder for results cannot be written',
    text: 'It cannot be made, its rights forbid writing, or a file of that name stands in the way. This is checked before anything is simulated.',
    wrong: 'plimsoll simulate scenarios/bank.yaml --out /reports',
    right: 'plimsoll simulate scenarios/bank.yaml --out reports/bank',
  },
  OUT002: {
    title: 'A file could not be written to its end',
    text: 'The disk is full, or its rights changed while the simulation ran. Files are written beside the old one and take its place only when they are whole, so what stood there before is still there.',
    wrong: 'plimsoll simulate scenarios/bank.yaml --out /mnt/full-disk/bank',
    right: 'plimsoll simulate scenarios/bank.yaml --out reports/bank',
  },
  OUT003: {
    title: 'There are no results in this folder',
    text: 'A folder of results is one that plimsoll simulate --out wrote; it holds results.json.',
    wrong: 'plimsoll report scenarios',
    right: 'plimsoll report reports/bank',
  },
  OUT004: {
    title: 'The results are damaged',
    text: 'The file is no well-formed JSON, or a figure in it is not what it should be: it was cut short or edited by hand. Simulate again with the seed it names; the figures will be the same.',
    wrong: '{"format": "plimsoll-results", "version": 1, "rows": [',
    right: 'a results.json as plimsoll simulate --out wrote it',
  },
  OUT005: {
    title: 'The file is not one of results',
    text: 'It is well-formed JSON, but of another program: results begin with "format": "plimsoll-results".',
    wrong: '{"name": "my-package", "version": "1.0.0"}',
    right: '{"format": "plimsoll-results", "version": 1, …}',
  },
  OUT006: {
    title: 'The results are of a newer version',
    text: 'A newer plimsoll wrote them in a way that this one would misread. Update plimsoll, or simulate again with this one.',
    wrong: '{"format": "plimsoll-results", "version": 99, …}',
    right: 'npm install --global plimsoll@latest',
  },
} as const;

export type ReportProblemCode = keyof typeof REPORT_PROBLEMS;
