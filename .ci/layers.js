/*
 * Checks the layers (.dependency-cruiser.cjs) and that the cruiser saw the program at all: under a TypeScript it does
 * not understand it sees next to nothing and reports no violations.
 */
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';

const sources = readdirSync('src', {recursive: true}).filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'));
const cruise = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'src',
  ],
  {encoding: 'utf8', maxBuffer: 1 << 28},
);
if (cruise.stdout === '') {
  console.error(cruise.stderr);
  process.exit(1);
}
const {modules, summary} = JSON.parse(cruise.stdout);
const seen = modules.filter(module => module.source.startsWith('src/') && module.source.endsWith('.ts')).length;
const links = modules.reduce((sum, module) => sum + module.dependencies.length, 0);
for (const {rule, from, to} of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(
  `${seen} of ${sources.length} modules seen, ${links} imports, ${summary.violations.length} against the layers`,
);
if (summary.violations.length > 0) process.exit(1);
if (seen < sources.length || links < seen / 2) {
  console.error('the cruiser did not see the whole program: its verdict is worth nothing');
  process.exit(1);
}
