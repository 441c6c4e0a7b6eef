import type {Highs, HighsCallbackMap, Model} from 'highs';
import {gapBetween, isAskedToStop, writeProgress, type SearchBoard} from './board.js';
import {highsModel} from './highs-model.js';
import {loadHighs} from './load-highs.js';
import type {Program, ProgramSolution, SolveLimits, SolveStatus} from './program.js';

/** Solutions of HiGHS are whole only so far. */
const WHOLE = 1e-5;

/** HiGHS tells by this number of `primal_solution_status` that its values keep every constraint. */
const FEASIBLE_POINT = 2;

/**
 * Solves a linear program, or one with whole numbers in it, with HiGHS. The thread is blocked meanwhile: what may take
 * long goes to `solveInThread`. The same program gives the same values, unless the time runs out.
 *
 * @param limits gap (share, from 0; 0.0001 where nothing is said) and seconds (60 where nothing is said)
 * @param board where progress is written and from where the search may be stopped
 * @throws RangeError for a program that is none: a cost that is not finite, a bound or coefficient that is no number,
 * a term of a variable that does not exist
 * @see docs/decisions/0010-the-solver-behind-one-function.md
 * @example await solve({minimise: true, variables: [{low: 0, high: Infinity, integer: true, cost: 2}], constraints: [{terms: [[0, 1]], low: 2.5, high: Infinity}]}) // {status: 'optimal', objective: 6, bound: 6, gap: 0, values: [3]}
 */
export async function solve(program: Program, limits: SolveLimits = {}, board?: SearchBoard): Promise<ProgramSolution> {
  checkProgram(program);
  if (program.variables.some(({low, high}) => low > high)) return without('infeasible');
  if (program.variables.length === 0) return solutionWithoutVariables(program);
  const highs = await loadHighs();
  return highs.withModel(highsModel(program, highs), model => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: limits.gap ?? 1e-4,
      time_limit: limits.seconds ?? 60,
      ...(limits.branches !== undefined && {mip_max_nodes: limits.branches}),
    });
    model.run(board === undefined ? {} : callbacks(highs, board));
    return solutionOf(program, model, highs);
  });
}

/** Watches the board while HiGHS works: lets it be stopped, tells how far it is. */
function callbacks({constants: {callbackType}}: Highs, board: SearchBoard): HighsCallbackMap {
  const stopWhenAsked = (event: {interrupt(): void}): undefined => {
    if (isAskedToStop(board)) event.interrupt();
  };
  return {
    [callbackType.simplexInterrupt]: stopWhenAsked,
    [callbackType.mipInterrupt](event) {
      writeProgress(board, event.data.mip_primal_bound ?? NaN, event.data.mip_dual_bound ?? NaN);
      stopWhenAsked(event);
    },
  };
}

function solutionOf(program: Program, model: Model, highs: Highs): ProgramSolution {
  const status = statusOf(program, model, highs);
  if (status !== 'optimal' && status !== 'feasible') return without(status);
  const values = Array.from(model.getSolution().colValue, (value, place) =>
    program.variables[place]!.integer ? whole(value) : value,
  );
  const objective = program.variables.reduce((sum, {cost}, place) => sum + cost * values[place]!, 0);
  const bound = boundOf(program, model, status, objective);
  return {status, objective, bound, gap: gapBetween(objective, bound), values};
}

function statusOf(program: Program, model: Model, {constants: {modelStatus}}: Highs): SolveStatus {
  const reached = model.getModelStatus();
  switch (reached) {
    case modelStatus.optimal:
      return 'optimal';
    case modelStatus.infeasible:
      return 'infeasible';
    case modelStatus.unbounded:
      return 'unbounded';
    case modelStatus.unboundedOrInfeasible:
      return holdsWithoutCost(program, model) ? 'unbounded' : 'infeasible';
    case modelStatus.timeLimit:
    case modelStatus.interrupted:
    case modelStatus.solutionLimit:
      return model.info.get('primal_solution_status') === FEASIBLE_POINT ? 'feasible' : 'timeout';
    default:
      throw new Error(`HiGHS ended with status ${reached} on a program of ${program.variables.length} variables`);
  }
}

/** Whether anything at all keeps the constraints: asked when HiGHS cannot tell unbounded from infeasible. */
function holdsWithoutCost(program: Program, model: Model): boolean {
  program.variables.forEach((_, place) => model.changeColCost(place, 0));
  model.run();
  return model.info.get('primal_solution_status') === FEASIBLE_POINT;
}

/** The proven bound; of a program without whole numbers that is solved the objective itself. */
function boundOf({variables}: Program, model: Model, status: SolveStatus, objective: number): number | null {
  if (!variables.some(({integer}) => integer)) return status === 'optimal' ? objective : null;
  const bound = Number(model.info.get('mip_dual_bound'));
  return Number.isFinite(bound) ? bound : null;
}

function whole(value: number): number {
  const nearest = Math.round(value);
  if (Math.abs(value - nearest) > WHOLE) throw new Error(`HiGHS gave ${value} where a whole number was asked for`);
  return nearest + 0;
}

/** HiGHS solves nothing that is empty: the constraints say 0 is inside their bounds, or it is not. */
function solutionWithoutVariables({constraints}: Program): ProgramSolution {
  if (constraints.some(({low, high}) => low > 0 || high < 0)) return without('infeasible');
  return {status: 'optimal', objective: 0, bound: 0, gap: 0, values: []};
}

const without = (status: SolveStatus): ProgramSolution => ({
  status,
  objective: null,
  bound: null,
  gap: null,
  values: [],
});

function checkProgram({variables, constraints}: Program): void {
  variables.forEach(({low, high, cost}, place) => {
    if (!Number.isFinite(cost) || Number.isNaN(low) || Number.isNaN(high))
      throw new RangeError(`variable ${place}: cost ${cost}, low ${low}, high ${high}`);
  });
  constraints.forEach(({terms, low, high}, place) => {
    if (Number.isNaN(low) || Number.isNaN(high)) throw new RangeError(`constraint ${place}: low ${low}, high ${high}`);
    const wrong = terms.find(([variable, factor]) => !(variable in variables) || !Number.isFinite(factor));
    if (wrong !== undefined) throw new RangeError(`constraint ${place}: ${wrong[1]} × variable ${wrong[0]}`);
  });
}
