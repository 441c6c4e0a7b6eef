/*
 * Writes what is generated: docs/reference/, and the output samples that stand in pages written by hand.
 * With --check it writes nothing and fails when something is out of date.
 */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {pages, readPage, ROOT} from './markdown.js';
import {referencePages} from './reference-pages.js';
import {withSamples} from './samples.js';

const check = process.argv.includes('--check');
const stale: string[] = [];

function keep(page: string, text: string): void {
  if (existsSync(join(ROOT, page)) && readPage(page) === text) return;
  stale.push(page);
  if (check) return;
  mkdirSync(dirname(join(ROOT, page)), {recursive: true});
  writeFileSync(join(ROOT, page), text);
}

for (const [page, text] of await referencePages()) keep(page, text);
for (const page of pages()) keep(page, withSamples(readPage(page)));

for (const page of stale) console.log(`${check ? 'out of date' : 'written'}: ${page}`);
if (check && stale.length > 0) {
  console.error('run: npm run docs');
  process.exitCode = 1;
}
