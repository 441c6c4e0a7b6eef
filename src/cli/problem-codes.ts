/** Problems of the command line itself, for `plimsoll explain`; codes are stable and never reused. */
export const COMMAND_PROBLEMS = {
  CLI002: {
    title: 'An output folder cannot be written',
    text: 'Folders named by --out and --charts are made and tried before anything is simulated, so that no run is lost at its end. Choose a folder in which you may write, on a disk with room.',
    wrong: 'plimsoll simulate scenarios/bank.yaml --out /proc/bank',
    right: 'plimsoll simulate scenarios/bank.yaml --out reports/bank',
  },
  CLI003: {
    title: 'The result could not be written to standard output',
    text: 'The disk behind the file or pipe is full. Nothing was lost that --out DIR has kept: plimsoll report DIR shows it again.',
    wrong: 'plimsoll simulate scenarios/bank.yaml > /full/disk/bank.txt',
    right: 'plimsoll simulate scenarios/bank.yaml --out reports/bank',
  },
} as const;
