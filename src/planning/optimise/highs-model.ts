import type {Highs, ModelData} from 'highs';
import type {Program, ProgramConstraint} from './program.js';

/** A program as HiGHS takes it: sparse rows, no names. */
export function highsModel({minimise, variables, constraints}: Program, {constants}: Highs): ModelData {
  const {objectiveSense, variableType} = constants;
  const starts = new Int32Array(constraints.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  constraints.forEach((constraint, row) => {
    for (const [variable, coefficient] of mergedTerms(constraint)) {
      indices.push(variable);
      values.push(coefficient);
    }
    starts[row + 1] = indices.length;
  });
  return {
    numCols: variables.length,
    numRows: constraints.length,
    sense: minimise ? objectiveSense.minimize : objectiveSense.maximize,
    colCost: Float64Array.from(variables, ({cost}) => cost),
    colLower: Float64Array.from(variables, ({low}) => low),
    colUpper: Float64Array.from(variables, ({high}) => high),
    rowLower: Float64Array.from(constraints, ({low}) => low),
    rowUpper: Float64Array.from(constraints, ({high}) => high),
    matrix: {
      format: 'csr',
      numRows: constraints.length,
      numCols: variables.length,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: Int32Array.from(variables, ({integer}) => (integer ? variableType.integer : variableType.continuous)),
  };
}

/** Terms with each variable once and without zeros: HiGHS refuses a variable that stands twice in a row. */
function mergedTerms({terms}: ProgramConstraint): readonly (readonly [number, number])[] {
  const sums = new Map<number, number>();
  for (const [variable, coefficient] of terms) sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
  return [...sums].filter(([, coefficient]) => coefficient !== 0);
}
