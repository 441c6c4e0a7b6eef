import {gatherProblems} from '../base/errors.js';
import {parsePrecision, type FigurePrecision} from '../scenario/figure-comparison.js';
import type {Scenario} from '../scenario/scenario.js';
import {figureCatalogue} from './figure-catalogue.js';

/**
 * Reads what `--precision` asks of a scenario.
 *
 * @throws UserError with every faulty one
 * @example precisionGoals(['asa=±2%'], scenario)
 */
export function precisionGoals(written: readonly string[], scenario: Scenario): readonly FigurePrecision[] {
  const catalogue = figureCatalogue(scenario);
  const place = {file: '--precision', line: null, column: null, path: ''};
  return gatherProblems(written, text => parsePrecision(text, place, catalogue));
}
