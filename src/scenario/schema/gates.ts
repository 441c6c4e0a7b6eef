import {share, text, whole} from './atoms.js';
import {either, listOf, mapped, optional, placed, record, required} from './field.js';
import type {Field, Placed, RecordOf} from './field.js';

const rules = listOf(placed(text), 'a list of rules such as "serviceLevel(orders) >= 80%"');

const settings = {
  baseline: optional(
    placed(text),
    'What rules against the baseline are about: another scenario file, or a folder that `simulate --out` wrote. Relative to this file.',
    'the flag --baseline',
  ),
  alpha: optional(share, 'Probability of a false alarm among all rules, at most.', '5%'),
  replications: optional(
    whole({min: 2, max: 1_000_000}),
    'Pairs of replications; the first look with --until-decided.',
    "the scenario's",
  ),
  rules: required(rules, 'One rule a line.'),
};

const gatesRecord = record(
  'gates',
  'What plimsoll gate checks: a list of rules, or rules with their settings. `serviceLevel(orders) >= 80%`, `asa(orders) not worse than baseline + 3%`, `occupancy(site paris) within ±1pt of baseline`, `P(day meets objective, orders) >= 90%`; `in every interval` may stand behind.',
  settings,
);

/** Gates as written inside a scenario; a list alone has no settings. */
export type WrittenGates = Omit<RecordOf<typeof settings>, 'here'>;

/** `gates:` of a scenario. */
export const gates: Field<WrittenGates> = either('a list of rules, or a mapping with rules', {
  list: mapped(rules, (list): WrittenGates => ({
    baseline: undefined,
    alpha: undefined,
    replications: undefined,
    rules: list,
  })),
  map: gatesRecord as Field<WrittenGates>,
});

const fileKeys = {
  scenario: required(placed(text), 'The scenario that is checked. Relative to this file.'),
  ...settings,
};

/** A file of gates, beside the scenario that it is about. */
export const gatesFile = record('gates file', 'Rules for `plimsoll gate`, in a file of their own.', fileKeys);
export type WrittenGatesFile = WrittenGates & {readonly scenario: Placed<string>};
