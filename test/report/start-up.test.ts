import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

/** Everything that a file loads before its first line runs: static imports, without those of types. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, types, from] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'";]*from\s*)?'([^']+)'/gm,
  )) {
    if (types !== undefined) continue;
    if (!from!.startsWith('.')) seen.add(from!);
    else loadedBy(join(dirname(file), from!.replace(/\.js$/, '.ts')), seen);
  }
  return seen;
}

describe('the way to a page on the terminal', () => {
  it.each(['formats/render.ts', 'write.ts', 'documents/results-document.ts'])('loads nothing of charts: %s', file => {
    const loaded = [...loadedBy(join(SOURCES, 'report', file))].map(path =>
      existsSync(path) ? relative(SOURCES, path) : path,
    );
    expect(loaded.length).toBeGreaterThan(5);
    expect(loaded.filter(path => /^report.charts|chart\.js|chartjs-node-canvas|canvas|zod/.test(path))).toEqual([]);
  });
});
