import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { VERSION } from '../../src/internal/version.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test('every coded warning has its meaning and cure in docs/errors.md, and none is left over', () => {
  const declared = new Set(read('src/internal/warn.ts').match(/VR\d{3}/g));
  const used = new Set<string>();
  for (const file of globSync('src/**/*.ts', { cwd: root })) {
    if (file.endsWith('warn.ts')) continue;
    for (const [, code] of read(file).matchAll(/'(VR\d{3})'/g)) used.add(code!);
  }
  const documented = new Set(
    [...read('docs/errors.md').matchAll(/^\| <a id="vr(\d{3})"><\/a>VR\1 \|/gm)].map(([, n]) => `VR${n}`),
  );
  assert.deepEqual([...documented].sort(), [...declared].sort());
  assert.deepEqual([...used].sort(), [...declared].sort());
});

test('the version that the library tells is the version of the package', () => {
  assert.equal(VERSION, (JSON.parse(read('package.json')) as { version: string }).version);
});
