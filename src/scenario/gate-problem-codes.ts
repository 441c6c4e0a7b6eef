/** Every kind of problem with the rules of a gate; codes are stable and never reused. */
export const GATE_PROBLEMS = {
  GAT001: {
    title: 'A rule that cannot be read',
    text: 'A rule is a figure and what is asked of it, on one line: FIGURE >= AMOUNT (or <=, >, <), FIGURE not worse than baseline + MARGIN, FIGURE not above baseline + MARGIN, FIGURE not below baseline - MARGIN, FIGURE within ±MARGIN of baseline. "in every interval", or "in every interval between 08:00 and 20:00", may stand behind.',
    wrong: '- asa(orders) no worse as baseline + 3%',
    right: '- asa(orders) not worse than baseline + 3%',
  },
  GAT002: {
    title: 'A margin on the wrong side of the baseline',
    text: 'Of a figure of which less is better, worse is above the baseline: + 3%. Of one of which more is better, worse is below it: - 1pt. Of figures that are neither, such as occupancy, say "not above baseline +", "not below baseline -" or "within".',
    wrong: '- serviceLevel(orders) not worse than baseline + 1pt',
    right: '- serviceLevel(orders) not worse than baseline - 1pt',
  },
  GAT003: {
    title: 'A rule that matches nothing',
    text: 'Nothing in the simulation is what the rule speaks of: no contact was offered, no interval lies between the times, or the figure has no value by interval. A rule that never applies must not look like one that holds, so it counts as a mistake in the file.',
    wrong: '- serviceLevel(orders) >= 80% in every interval between 02:00 and 04:00   # closed at night',
    right: '- serviceLevel(orders) >= 80% in every interval between 08:00 and 20:00',
  },
  GAT004: {
    title: 'There are no rules to check',
    text: 'A gate without rules would always be green. Rules stand under gates: in the scenario, or under rules: in a file that names the scenario.',
    wrong: 'plimsoll gate scenarios/help-line.yaml      # which has no gates:',
    right: 'plimsoll gate gates.yaml',
  },
  GAT005: {
    title: 'A rule against a baseline, and no baseline',
    text: 'Name another scenario file, or a folder that plimsoll simulate --out wrote, under baseline: or with --baseline.',
    wrong: 'plimsoll gate gates.yaml                     # with: asa not worse than baseline + 3%',
    right: 'plimsoll gate gates.yaml --baseline main/scenarios/bank.yaml',
  },
  GAT006: {
    title: 'The baseline cannot be compared customer by customer',
    text: 'A stored result pairs with a new one when both were computed by the same version with the same seed, over the same horizon, with the same contacts: whatever generates them (arrivals, handle times, patience, redials, bots) must agree. Routing, agents and sites may differ. --rebase compares without pairing, which needs many more replications to see the same change; --update writes a new baseline.',
    wrong: 'plimsoll gate gates.yaml --seed 8            # the baseline was stored with seed 7',
    right: 'plimsoll gate gates.yaml --seed 7',
  },
  GAT007: {
    title: 'The baseline does not have this figure',
    text: 'The contact type, queue, group or site is new, or has another name in the baseline.',
    wrong: '- asa(returns) not worse than baseline + 3%  # contact type returns is new',
    right: '- asa(returns) <= 30s',
  },
  // GAT008 was a percentile, which gates judge by now.
  GAT009: {
    title: 'The stored baseline is incomplete',
    text: 'Beside results.json a baseline needs replications.csv, with a line for every replication, scope and measure. Write it anew by plimsoll simulate --out, or by plimsoll gate --update.',
    wrong: 'plimsoll gate gates.yaml --baseline reports/half-copied',
    right: 'plimsoll simulate scenarios/bank.yaml --out reports/baseline',
  },
  GAT010: {
    title: '--update and --exact need a stored baseline',
    text: 'A baseline that is a scenario file is simulated afresh each time: there is nothing to update, and no bytes to be the same as. Name a folder under baseline: or with --baseline; --update makes it where it is missing.',
    wrong: 'plimsoll gate gates.yaml --baseline main/bank.yaml --update',
    right: 'plimsoll gate gates.yaml --baseline baselines/bank --update',
  },
  GAT011: {
    title: 'The stored baseline did not keep what the rule asks',
    text: 'plimsoll simulate --out keeps of each replication the figures of the whole horizon, not those of single intervals nor the waits of which percentiles are made. plimsoll gate --update keeps them as well, for the rules that stand in the file: run it again where a rule is new (with the scenario as it was, so that the baseline stays the old state), or name the scenario of the baseline in place of its results.',
    wrong: 'plimsoll simulate scenarios/bank.yaml --out baselines/bank   # and a rule in every interval',
    right: 'plimsoll gate gates.yaml --baseline baselines/bank --update',
  },
} as const;

export type GateProblemCode = keyof typeof GATE_PROBLEMS;
