import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';

/** The repository. */
export const ROOT = new URL('..', import.meta.url).pathname;

/** Every page that a reader may open, as a path from the root of the repository. */
export function pages(): string[] {
  const top = readdirSync(ROOT).filter(name => name.endsWith('.md'));
  const docs = readdirSync(join(ROOT, 'docs'), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.md'));
  const others = ['bench', 'reports', 'scenarios', 'test'].flatMap(folder =>
    readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
      .filter(name => name.endsWith('.md'))
      .map(name => join(folder, name)),
  );
  return [...top, ...docs.map(name => join('docs', name)), ...others].sort();
}

export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** A fenced block of a page. */
export interface Block {
  /** `sh`, `yaml`, `js`, … */
  readonly language: string;
  /** What follows the language: `no-run`, `file=help-line.yaml`. */
  readonly info: string;
  readonly text: string;
  /** Line of the fence, from 1. */
  readonly line: number;
}

/** The fenced blocks of a page in order. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: {language: string; info: string; line: number; lines: string[]} | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^\s*```(\S*)\s*(.*)$/.exec(line);
    if (open === null && fence !== null) {
      open = {language: fence[1] ?? '', info: fence[2]?.trim() ?? '', line: index + 1, lines: []};
    } else if (open !== null && fence !== null) {
      blocks.push({language: open.language, info: open.info, line: open.line, text: open.lines.join('\n')});
      open = null;
    } else {
      open?.lines.push(line);
    }
  }
  return blocks;
}

/** A page without its fenced blocks and code words, in which brackets are no links. */
export function proseOf(text: string): string {
  return text.replace(/^\s*```[\s\S]*?^\s*```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const line of text.replace(/^\s*```[\s\S]*?^\s*```/gm, '').split('\n')) {
    const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    let anchor = slug;
    for (let n = 1; anchors.has(anchor); n += 1) anchor = `${slug}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Where a page's link leads, as a path from the root, with its anchor; null: out of the repository. */
export function resolveLink(page: string, target: string): {path: string; anchor: string | null} | null {
  if (/^[a-z]+:/i.test(target)) return null;
  const [path = '', anchor] = target.split('#');
  const base = new URL(page, 'file:///root/');
  const resolved = path === '' ? page : relative('/root', decodeURI(new URL(path, base).pathname));
  return {path: resolved, anchor: anchor ?? null};
}
