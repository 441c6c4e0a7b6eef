import type {Program, ProgramConstraint, ProgramSolution, ProgramVariable, SolveLimits} from '../optimise/program.js';
import {classOfOne, productiveHeads} from './cohorts.js';
import {evaluate} from './evaluate.js';
import type {TeamPlan, Hiring} from './plan.js';
import {meansPrices} from './settle.js';

/** When to open which class, and how sure it is that nothing is cheaper. */
export interface ClassPlan {
  /** Heads by the month in which a class opens. */
  readonly opened: readonly number[];
  /** FTE-months that nothing can cover. */
  readonly short: number;
  /** Cost of the whole plan. */
  readonly cost: number;
  /** Proven distance from the least cost, as a share; null: nothing is proven. */
  readonly gap: number | null;
}

export type Solve = (program: Program, limits: SolveLimits) => Promise<ProgramSolution>;

/** Of each of the two searches. */
export const LIMITS = {gap: 1e-4, seconds: 30} as const satisfies SolveLimits;
/** Thrown when the search ended before there was any plan. */
export class NoPlanFound extends Error {}

/** FTE-months by which rounding may miss. */
const SLACK = 1e-6;

/**
 * Chooses the classes to open: first so that as little as possible stays short, then at least cost. Two programs, solved
 * one after the other, since a price for being short would be a guess.
 *
 * @param solve planning/optimise, or its like in a thread
 * @throws NoPlanFound when it was stopped before there was one
 */
export async function optimiseClasses(plan: TeamPlan, required: readonly number[], solve: Solve): Promise<ClassPlan> {
  const hiring = plan.hiring;
  const nobody = new Array<number>(plan.months).fill(0);
  if (hiring === null || hiring.lead >= plan.months)
    return {...outcomeOf(plan, required, nobody), opened: nobody, gap: 0};
  const model = programOf(plan, hiring, required);
  const least = await solve(
    {
      ...model.program,
      variables: model.program.variables.map((variable, index) => ({
        ...variable,
        cost: model.isShort(index) ? 1 : 0,
      })),
    },
    LIMITS,
  );
  const short = least.objective ?? Infinity;
  const shortTerms = model.program.variables.flatMap((_, index) => (model.isShort(index) ? [[index, 1] as const] : []));
  const cheapest = await solve(
    {...model.program, constraints: [...model.program.constraints, {terms: shortTerms, low: 0, high: short + SLACK}]},
    LIMITS,
  );
  const solution = cheapest.values.length > 0 ? cheapest : least;
  if (solution.values.length === 0) throw new NoPlanFound(`the solver found no plan: ${solution.status}`);
  const opened = nobody.map((_, month) => (month < model.openings ? solution.values[2 * month + 1]! : 0));
  return {...outcomeOf(plan, required, opened), opened, gap: cheapest.gap};
}

function outcomeOf(plan: TeamPlan, required: readonly number[], opened: readonly number[]) {
  const months = evaluate(plan, required, opened);
  return {
    short: months.reduce((sum, month) => sum + month.short, 0),
    cost: months.reduce((sum, {cost}) => sum + cost.total, 0),
  };
}

/**
 * Variables: for each month in which a class may open, how many classes and how many heads; then for each month overtime,
 * outsourcing, time off and what is short, in FTE. Heads and what they are worth are linear in the size of classes.
 */
function programOf(
  plan: TeamPlan,
  hiring: Hiring,
  required: readonly number[],
): {readonly program: Program; readonly openings: number; readonly isShort: (variable: number) => boolean} {
  const {months, people} = plan;
  const openings = months - hiring.lead;
  const present = evaluate(plan, required, new Array<number>(months).fill(0));
  const variables: ProgramVariable[] = [];
  const constraints: ProgramConstraint[] = [];
  const ones = Array.from({length: openings}, (_, open) => classOfOne(plan, hiring, open + hiring.lead));
  const worth = (open: number, month: number): number =>
    productiveHeads(ones[open]!, hiring, month) * (1 - people.shrinkage);
  ones.forEach(({heads}, open) => {
    const most = hiring.mostInClass * hiring.classesAMonth;
    const headMonths = heads.reduce((sum, each) => sum + each, 0);
    variables.push(
      {low: 0, high: hiring.classesAMonth, integer: true, cost: 0},
      {low: 0, high: most, integer: true, cost: headMonths * people.perHeadMonth + hiring.perHire + hiring.perTrainee},
    );
    const [classes, size] = [2 * open, 2 * open + 1];
    constraints.push(
      {
        terms: [
          [size, 1],
          [classes, -hiring.mostInClass],
        ],
        low: -Infinity,
        high: 0,
      },
      {
        terms: [
          [size, 1],
          [classes, -hiring.leastInClass],
        ],
        low: 0,
        high: Infinity,
      },
    );
  });
  const first = variables.length;
  for (let month = 0; month < months; month++) {
    const prices = meansPrices(plan, month);
    const at = first + 4 * month;
    const {net} = present[month]!;
    const hired = ones.flatMap((_, open): (readonly [number, number])[] => {
      const each = worth(open, month);
      return each === 0 ? [] : [[2 * open + 1, each]];
    });
    const scaled = (factor: number) => hired.map(([variable, each]) => [variable, each * factor] as const);
    variables.push(
      {low: 0, high: Infinity, integer: false, cost: prices.overtime},
      {low: 0, high: plan.outsourcing?.atMost ?? 0, integer: false, cost: prices.outsourcing},
      {low: 0, high: Infinity, integer: false, cost: -prices.timeOff},
      {low: 0, high: Infinity, integer: false, cost: 0},
    );
    constraints.push(
      {terms: [...hired, [at, 1], [at + 1, 1], [at + 2, -1], [at + 3, 1]], low: required[month]! - net, high: Infinity},
      {terms: [...scaled(-people.overtime.atMost), [at, 1]], low: -Infinity, high: people.overtime.atMost * net},
      {terms: [...scaled(-people.timeOffAtMost), [at + 2, 1]], low: -Infinity, high: people.timeOffAtMost * net},
    );
  }
  return {
    program: {minimise: true, variables, constraints},
    openings,
    isShort: variable => variable >= first && (variable - first) % 4 === 3,
  };
}
