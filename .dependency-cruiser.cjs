/* The layers of ARCHITECTURE.md: what each folder of src may import, also for types, and never in a circle. */
const LAYERS = {
  base: [],
  numeric: [],
  scenario: ['base'],
  random: ['base', 'numeric', 'scenario'],
  analytic: ['base', 'numeric'],
  traffic: ['base', 'random', 'scenario'],
  engine: ['base', 'numeric', 'random', 'scenario', 'traffic'],
  statistics: ['base', 'numeric', 'scenario', 'engine'],
  experiment: ['base', 'numeric', 'random', 'scenario', 'traffic', 'engine', 'statistics'],
  lint: ['base', 'numeric', 'scenario'],
  planning: ['base', 'numeric', 'analytic', 'scenario', 'statistics', 'experiment'],
  report: ['base', 'analytic', 'scenario', 'lint', 'statistics', 'experiment', 'planning'],
  cli: ['base', 'report'],
  commands: [
    'base',
    'numeric',
    'analytic',
    'scenario',
    'lint',
    'traffic',
    'statistics',
    'experiment',
    'planning',
    'report',
    'cli',
  ],
};

/* One door a package: the only files that may import it. */
const DOORS = {
  seedrandom: '^src/random/stream[.]ts$',
  'simple-statistics': '^src/statistics/',
  'csv-parse': '^src/(scenario/csv[.]ts$|traffic/import/)',
  piscina: '^src/experiment/pool[.]ts$',
  yaml: '^src/scenario/',
  zod: '^src/scenario/',
  'temporal-polyfill': '^src/scenario/clock[.]ts$',
  'chart[.]js': '^src/report/charts/',
  'chartjs-node-canvas': '^src/report/charts/',
  '@napi-rs/canvas': '^src/report/charts/',
  'dejavu-fonts-ttf': '^src/report/charts/',
  highs: '^src/planning/optimise/',
  'cli-table3': '^src/report/',
  ansis: '^src/(report|cli)/',
  'cli-progress': '^src/cli/',
  '@oclif/core': '^src/(cli|commands)/',
};

/* The core is pure: it runs in a browser and in a worker as it stands. */
const PURE = '^src/(base|numeric|random|analytic|lint|engine|statistics|planning)/';

module.exports = {
  forbidden: [
    ...Object.entries(LAYERS).map(([folder, allowed]) => ({
      name: `layers: what ${folder} may import`,
      severity: 'error',
      from: {path: `^src/${folder}/`},
      to: {path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/`},
    })),
    {
      name: 'layers: a folder without a line in the table',
      severity: 'error',
      from: {path: '^src/', pathNot: `^src/((${Object.keys(LAYERS).join('|')})/|index[.]ts$)`},
      to: {},
    },
    ...Object.entries(DOORS).map(([name, door]) => ({
      name: `one door a package: ${name.replace('[.]', '.')}`,
      severity: 'error',
      from: {path: '^src/', pathNot: door},
      to: {path: `(^|/)node_modules/${name}(/|$)`},
    })),
    {name: 'the core is pure', severity: 'error', from: {path: PURE}, to: {dependencyTypes: ['core']}},
    {name: 'no circle', severity: 'error', from: {}, to: {circular: true}},
    {name: 'every import is found', severity: 'error', from: {}, to: {couldNotResolve: true}},
    {
      name: 'the program needs no development package',
      severity: 'error',
      from: {path: '^src/'},
      to: {dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm']},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    exclude: {path: '^src/vendor/'},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
