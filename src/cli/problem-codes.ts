/** Problems of the command line itself, for `plimsoll explain`; codes are stable and never reused. */
export const COMMAND_PROBLEMS = {
  CLI001: {
    title: 'The result could not be written to standard output',
    text: 'The disk behind the file or pipe is full. Nothing was lost that --out DIR has kept: plimsoll report DIR shows it again.',
    wrong: 'plimsoll simulate scenarios/bank.yaml > /full/disk/bank.txt',
    right: 'plimsoll simulate scenarios/bank.yaml --out reports/bank',
  },
} as const;
