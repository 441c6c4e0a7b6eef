/*
 * Checks what the pages say: every link leads somewhere, every command in a ```sh block runs and ends with 0.
 * A page's blocks run in order in one empty folder that has the shipped scenarios, so that a page can build on what it
 * did before. ```yaml file=NAME and ```csv file=NAME blocks are written there first; ```js run blocks are run;
 * ```sh no-run blocks are only shown.
 */
import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';
import {anchorsOf, blocksOf, pages, proseOf, readPage, resolveLink, ROOT, type Block} from './markdown.js';

const problems: string[] = [];
let links = 0;
let commands = 0;

function checkLinks(page: string): void {
  const text = readPage(page);
  for (const [, target = ''] of proseOf(text).matchAll(/\]\(([^()\s]+(?:\([^()]*\))?)\)/g)) {
    const link = resolveLink(page, target);
    if (link === null) continue;
    links += 1;
    if (!existsSync(join(ROOT, link.path))) problems.push(`${page}: ${target} leads nowhere`);
    else if (link.anchor !== null && link.path.endsWith('.md') && !anchorsOf(readPage(link.path)).has(link.anchor)) {
      problems.push(`${page}: ${target} names no heading of ${link.path}`);
    }
  }
}

/** Docstrings name pages and headings as their sources. */
function checkSources(): void {
  const files = readdirSync(join(ROOT, 'src'), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'));
  for (const file of files) {
    for (const [target] of readPage(join('src', file)).matchAll(/\bdocs\/[\w/-]+\.md(#[\w-]+)?/g)) {
      const [path = '', anchor] = target.split('#');
      links += 1;
      if (!existsSync(join(ROOT, path))) problems.push(`src/${file}: ${target} leads nowhere`);
      else if (anchor !== undefined && !anchorsOf(readPage(path)).has(anchor)) {
        problems.push(`src/${file}: ${target} names no heading`);
      }
    }
  }
}

function runBlocks(page: string): void {
  const blocks = blocksOf(readPage(page)).filter(isUsed);
  if (!blocks.some(block => block.language === 'sh' || block.language === 'js')) return;
  const place = mkdtempSync(join(tmpdir(), 'plimsoll-docs-'));
  try {
    symlinkSync(join(ROOT, 'scenarios'), join(place, 'scenarios'));
    mkdirSync(join(place, 'node_modules'));
    symlinkSync(ROOT, join(place, 'node_modules', 'plimsoll'));
    writeFileSync(join(place, 'package.json'), '{"type": "module"}\n');
    const bin = join(place, '.bin');
    mkdirSync(bin);
    writeCommand(join(bin, 'plimsoll'), `exec node ${JSON.stringify(join(ROOT, 'bin/run.js'))} "$@"`);
    writeCommand(join(bin, 'npx'), 'exec "$@"');
    for (const block of blocks) runBlock(page, block, place, bin);
  } finally {
    rmSync(place, {recursive: true, force: true});
  }
}

const isUsed = ({language, info}: Block): boolean =>
  info.startsWith('file=') || (language === 'sh' && info !== 'no-run') || (language === 'js' && info === 'run');

function writeCommand(path: string, line: string): void {
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
}

function runBlock(page: string, block: Block, place: string, bin: string): void {
  if (block.info.startsWith('file=')) {
    const path = join(place, block.info.slice('file='.length));
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, `${block.text}\n`);
    return;
  }
  const [program, options] =
    block.language === 'sh'
      ? ['bash', ['-euo', 'pipefail', '-c', block.text]]
      : [process.execPath, ['--input-type=module', '-e', block.text]];
  commands += 1;
  const started = Date.now();
  const run = spawnSync(program, options, {
    cwd: place,
    encoding: 'utf8',
    timeout: 120_000,
    env: {...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1'},
  });
  console.log(`${page}:${block.line} ${block.text.split('\n')[0] ?? ''} … ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (run.status !== 0) {
    problems.push(`${page}:${block.line} ends with ${run.status ?? run.signal}:\n${block.text}\n${run.stdout}${run.stderr}`);
  }
}

const all = pages();
for (const page of all) checkLinks(page);
checkSources();
const only = process.argv[2];
for (const page of all) if (only === undefined || page.includes(only)) runBlocks(page);
for (const problem of problems) console.error(problem);
console.log(`${all.length} pages, ${links} links, ${commands} blocks of commands, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
