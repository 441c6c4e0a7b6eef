import {UserError, type Place} from '../../base/errors.js';
import {parseComparison} from '../../scenario/figure-comparison.js';
import {parseFigure, type FigureCatalogue, type FigureReference} from '../../scenario/figure-reference.js';
import {parseFactor} from '../../scenario/factors.js';
import {loadScenario, type LoadOptions} from '../../scenario/load.js';
import {toldOfFlag} from '../../scenario/overrides.js';
import type {Scenario} from '../../scenario/scenario.js';
import {figureCatalogue} from '../../statistics/figure-catalogue.js';
import {fullGrid, latinHypercube, type Settings} from './design.js';
import type {SweepSearch, SweepSubject, SweepTask} from './sweep.js';

/** A sweep as its flags have it. */
export interface WrittenSweep {
  readonly vary: readonly string[];
  readonly design: 'grid' | 'lhs';
  readonly points?: number | undefined;
  readonly goal?: readonly string[] | undefined;
  readonly minimise?: string | undefined;
  readonly maximise?: string | undefined;
  readonly 'max-replications'?: number | undefined;
  readonly show?: string | undefined;
  readonly replications?: number | undefined;
  readonly seed?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly volume?: string | undefined;
  readonly 'allow-outside'?: boolean | undefined;
}

/** Differences of the objective below this share do not matter to a search. */
const INDIFFERENT_SHARE = 0.01;
/** First stages that a search may give to one point. */
const MOST_STAGES = 50;

/**
 * Reads a sweep: factors, points and each point's scenario, what is searched, and the figure that is shown.
 *
 * @throws UserError with what is wrong: a factor, a path in it, a goal
 */
export async function loadSweep(
  file: string,
  written: WrittenSweep,
): Promise<{readonly subject: SweepSubject; readonly search: SweepSearch | null; readonly shown: FigureReference}> {
  const factors = written.vary.map(parseFactor);
  const options: LoadOptions = {
    set: written.set,
    volume: written.volume,
    replications: written.replications,
    seed: written.seed,
    allowOutside: written['allow-outside'],
  };
  const base = await loadScenario(file, options);
  const design = written.design === 'grid' ? fullGrid(factors) : latinHypercube(factors, written.points, base.run.seed);
  const paths = factors.map(({path}) => path);
  const points: SweepTask[] = [];
  for (const settings of design) points.push({settings, scenario: await loadPoint(file, options, paths, settings)});
  const catalogue = figureCatalogue(base);
  const search = searchOf(written, base, catalogue);
  const shown =
    written.show === undefined
      ? (search?.goals[0]?.figure ?? ({measure: 'serviceLevel', scope: 'total', name: 'total'} as const))
      : parseFigure(written.show, flag('--show'), catalogue);
  return {subject: {base, design: written.design, factors: paths, points}, search, shown};
}

/** Seed and replications of a point are those of the base, whatever is varied. */
async function loadPoint(
  file: string,
  options: LoadOptions,
  paths: readonly string[],
  settings: Settings,
): Promise<Scenario> {
  const set = paths.map((path, index) => `${path}=${settings[index]!}`);
  // a volume for all points would win over one that is varied
  const volume = paths.includes('run.volume') ? undefined : options.volume;
  try {
    return await loadScenario(file, {...options, volume, set: [...(options.set ?? []), ...set]});
  } catch (error) {
    throw toldOfFlag(error, '--vary', set);
  }
}

function searchOf(written: WrittenSweep, base: Scenario, catalogue: FigureCatalogue): SweepSearch | null {
  const goals = (written.goal ?? []).map(text => ({text, ...parseComparison(text, flag('--goal'), catalogue)}));
  const direction = written.minimise === undefined ? 'maximise' : 'minimise';
  const text = written.minimise ?? written.maximise;
  if (goals.length === 0 && text === undefined) return null;
  if (base.run.replications < 2) throw tooFew(base.run.replications);
  return {
    goals,
    objective: text === undefined ? null : {text, direction, figure: objectiveOf(text, direction, catalogue)},
    indifferentShare: INDIFFERENT_SHARE,
    most: written['max-replications'] ?? MOST_STAGES * base.run.replications,
  };
}

/** Without prices the cost is the agents that are there. */
function objectiveOf(text: string, direction: string, catalogue: FigureCatalogue): FigureReference {
  if (text.trim() === 'cost' && !catalogue.measures.has('cost'))
    return {measure: 'agents', scope: 'total', name: 'total'};
  return parseFigure(text, flag(`--${direction}`), catalogue);
}

const flag = (name: string): Place => ({file: name, line: null, column: null, path: ''});

function tooFew(replications: number): Error {
  return new UserError([
    {
      code: 'SWP004',
      place: flag('--replications'),
      expected: 'at least 2 for a search, better 20: variances are taken from them',
      got: String(replications),
      nearest: null,
    },
  ]);
}
