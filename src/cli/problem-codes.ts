/** Problems of the command line itself, for `plimsoll explain`; codes are stable and never reused. */
export const COMMAND_PROBLEMS = {
  CLI001: {
    title: 'The result could not be written to standard output',
    text: 'The disk behind the file or pipe is full. Nothing was lost that --out DIR has kept: plimsoll report DIR shows it again.',
    wrong: 'plimsoll simulate scenarios/bank.yaml > /full/disk/bank.txt',
    right: 'plimsoll simulate scenarios/bank.yaml --out reports/bank',
  },
  CLI002: {
    title: 'A flag names something that the scenario does not have',
    text: 'The contact type, or whatever the flag names, stands under that name in no place of the scenario.',
    wrong: 'plimsoll trace scenarios/bank.yaml --worst 3 --type lones',
    right: 'plimsoll trace scenarios/bank.yaml --worst 3 --type loans',
  },
  CLI003: {
    title: 'No contact has this number',
    text: 'Contacts are numbered from 1 in the order in which their first attempts come, redials and transfers keep the number. Fewer come in this replication; another replication or seed has another number of contacts.',
    wrong: 'plimsoll trace scenarios/help-line.yaml --contact 1000000',
    right: 'plimsoll trace scenarios/help-line.yaml --contact 10',
  },
} as const;
