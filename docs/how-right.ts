/*
 * Simulates every center whose figures are known and writes docs/explanation/how-right.md; takes some minutes. The cases,
 * and the code that simulates and compares them, are those of the tests in test/oracles/.
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Comparison} from '../test/oracles/compare.js';
import {compareCase} from '../test/oracles/compare.js';
import {FAMILIES} from '../test/oracles/families.js';
import {howRightPage, type Outcome} from './how-right-page.js';
import {ROOT} from './markdown.js';

const outcomes: Outcome[] = [];
for (const family of FAMILIES) {
  const comparisons: (readonly Comparison[])[] = [];
  for (const one of family.cases) {
    const started = performance.now();
    comparisons.push(await compareCase(one));
    console.log(`${one.name} … ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  outcomes.push({family, comparisons});
}
writeFileSync(join(ROOT, 'docs/explanation/how-right.md'), howRightPage(outcomes));
console.log('written: docs/explanation/how-right.md');
