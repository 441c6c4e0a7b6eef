/* Measures how often intervals hold the truth and how often gates are wrong, and writes docs/explanation/how-sure.md; takes some minutes. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {measureCoverage} from '../test/how-sure/coverage.js';
import {measureGates, measurePercentileGates} from '../test/how-sure/gates.js';
import {howSurePage} from './how-sure-page.js';
import {ROOT} from './markdown.js';

const coverage = await measureCoverage();
const gates = await measureGates();
const percentiles = await measurePercentileGates();
writeFileSync(join(ROOT, 'docs/explanation/how-sure.md'), howSurePage(coverage, gates, percentiles));
console.log('written: docs/explanation/how-sure.md');
