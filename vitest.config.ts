import {availableParallelism} from 'node:os';
import {setFlagsFromString} from 'node:v8';
import {defineConfig} from 'vitest/config';

// threads that end while V8 compiles for them may abort Node 20: see src/experiment/pool.ts
setFlagsFromString('--no-concurrent-recompilation');

/** `--mode slow` runs the tests that take minutes; `--mode golden` writes the expected output anew. */
export default defineConfig(({mode}) => ({
  test: {
    include:
      mode === 'slow'
        ? ['test/**/*.slow.ts']
        : mode === 'golden'
          ? ['test/golden/**/*.test.ts']
          : ['test/**/*.test.ts'],
    setupFiles: ['test/support/remove-temporary-folders.ts'],
    env: mode === 'golden' ? {PLIMSOLL_GOLDEN: 'write'} : {},
    pool: 'threads',
    // what is built runs as it is: see test/support/built.ts
    server: {deps: {external: [/\/dist\//]}},
    isolate: false,
    // one core would stay idle unless told
    maxWorkers: availableParallelism(),
    disableConsoleIntercept: true,
    testTimeout: mode === 'slow' ? 1_800_000 : 60_000,
    reporters: ['default', './test/support/tally-reporter.ts'],
    coverage: {provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/vendor/**']},
  },
}));
