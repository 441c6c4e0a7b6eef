import {UserError} from '../base/errors.js';
import type {Scenario} from './scenario.js';

/**
 * Refuses scenarios whose one run is cut into batches, for whatever needs independent replications.
 *
 * @param doing what needs them, such as `a comparison`
 * @throws UserError SCN142
 */
export function needReplications(scenarios: readonly Scenario[], doing: string): void {
  const problems = scenarios
    .filter(({run}) => run.batchMeans !== null)
    .map(({name}) => ({
      code: 'SCN142',
      place: {file: name, line: null, column: null, path: 'run.batch-means'},
      expected: `independent replications for ${doing}: leave batch-means out`,
      got: null,
      nearest: null,
    }));
  if (problems.length > 0) throw new UserError(problems);
}
