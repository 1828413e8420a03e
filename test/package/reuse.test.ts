import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, matchesGlob } from 'node:path';
import { describe, it } from 'node:test';
import { readAnnotations, type Annotation } from '../../scripts/lib/reuse-annotations.mjs';
import { root } from './support/root.ts';

const annotations = readAnnotations(readFileSync(`${root}REUSE.toml`, 'utf8'));

/** In `REUSE.toml` two stars take folders too, wherever they stand; one star does not. */
const matches = (path: string, pattern: string): boolean =>
  pattern === '**' || (pattern.endsWith('/**') ? path.startsWith(pattern.slice(0, -2)) : matchesGlob(path, pattern));

/** The one that counts for a file. */
const annotationOf = (path: string): Annotation | undefined =>
  annotations.findLast(({ paths }) => paths.some((pattern) => matches(path, pattern)));

/** What the specification leaves out: texts of licences themselves. */
const needsNone = (path: string): boolean =>
  /^LICENSES\//.test(path) || /^(LICEN[CS]E|COPYING)(\.|$)/.test(basename(path));

const { stdout, status } = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
const skip = status === 0 ? false : 'here is no git history that tells which files belong to the project';
const files = stdout.split('\n').filter((path) => path && existsSync(root + path));

describe('the licences of the files', { skip }, () => {
  it('are told of every file, with who holds the rights', () => {
    assert.deepEqual(
      files.filter((path) => {
        const found = needsNone(path) ? undefined : annotationOf(path);
        return !needsNone(path) && !(found?.copyright && found.licence);
      }),
      [],
    );
  });

  it('lie in LICENSES with their texts, each of them and none besides', () => {
    const used = new Set(files.filter((path) => !needsNone(path)).map((path) => annotationOf(path)?.licence));
    const texts = readdirSync(`${root}LICENSES`).map((name) => basename(name, '.txt'));
    assert.deepEqual([...used].sort(), texts.sort());
  });

  it('are those that the parts of others ask for', () => {
    assert.equal(annotationOf('src/index.ts')?.licence, 'EUPL-1.2');
    assert.equal(annotationOf('integrations/wordpress/bausteine.php')?.licence, 'GPL-2.0-or-later');
    assert.equal(annotationOf('demo/site/fonts/atkinson-hyperlegible-latin-400-normal.woff2')?.licence, 'OFL-1.1');
  });

  it('say in package.json, publiccode.yml and REUSE.toml the same of the whole', () => {
    const { license } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { license: string };
    assert.equal(license, annotations[0]?.licence);
    assert.match(readFileSync(`${root}publiccode.yml`, 'utf8'), new RegExp(`^  license: ${license}$`, 'm'));
    assert.equal(readFileSync(`${root}LICENSES/${license}.txt`, 'utf8'), readFileSync(`${root}LICENSE`, 'utf8'));
  });

  it('are not contradicted by a line in a file', () => {
    // Written in two halves, so that this file does not say it of itself.
    const tag = new RegExp(`${'SPDX-License'}-Identifier: *([\\w.-]+)`);
    const wrong = files
      .filter((path) => /\.(ts|mjs|js|css|html|php|md|toml|yml|sh)$/.test(path) && path !== 'REUSE.toml')
      .filter((path) => {
        const told = tag.exec(readFileSync(root + path, 'utf8'))?.[1];
        return told !== undefined && told !== annotationOf(path)?.licence;
      });
    assert.deepEqual(wrong, []);
  });
});
