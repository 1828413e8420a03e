import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

/** Every page of its own; the other is what stands in the frames of one of them. */
const PAGES = globSync('demo/site/gallery/*.html', { cwd: root })
  .map((path) => basename(path, '.html'))
  .filter((name) => name !== 'index' && name !== 'sandboxed')
  .sort();
const INDEX = read('demo/site/gallery/index.html');
const DOCS = read('docs/hazards.md');
const CHECKS = globSync('test/e2e/gallery/**/*.ts', { cwd: root }).map(read).join('\n');

const namesIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);

describe('the gallery of hazards', () => {
  it('lists each of its pages in its index, once', () => {
    assert.deepEqual(namesIn(INDEX, /<a href="\/gallery\/([a-z-]+)">/g).sort(), PAGES);
  });

  it('has a line in the docs for each page, and none for another', () => {
    const cells = namesIn(DOCS, /^\| +(`[^|]+`) +\|/gm);
    assert.deepEqual(cells.flatMap((cell) => namesIn(cell, /`([a-z-]+)`/g)).sort(), PAGES);
  });

  it('has a check that visits each page', () => {
    const visited = new Set(namesIn(CHECKS, /(?:visit\(\s*|\[|, )['`]([a-z-]+)/g));
    assert.deepEqual(
      PAGES.filter((name) => !visited.has(name)),
      [],
    );
  });
});
