import type {GateOutcome} from '../../experiment/gate/outcome.js';
import {csvField} from './csv.js';

const COLUMNS = [
  'rule',
  'measure',
  'scope',
  'name',
  'interval',
  'verdict',
  'candidate',
  'baseline',
  'change',
  'low',
  'high',
  'p',
  'unit',
] as const;

/** A gate as CSV, one line a check; what is absent is empty. */
export function renderGateCsv({rules}: GateOutcome): string {
  const lines = rules.flatMap(({rule, checks}) =>
    checks.map(({measure, scope, name, interval, verdict, candidate, baseline, change, p, unit}) =>
      [
        rule,
        measure,
        scope,
        name,
        interval,
        verdict,
        candidate,
        baseline,
        change?.value ?? null,
        change?.low ?? null,
        change?.high ?? null,
        p,
        unit,
      ]
        .map(csvField)
        .join(','),
    ),
  );
  return [COLUMNS.join(','), ...lines, ''].join('\n');
}
